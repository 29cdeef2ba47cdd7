using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>A post as it stood from a day to a day: it changes by ending and beginning anew under the same number.</summary>
internal sealed class Post : FedRow
{
    public required string Number { get; init; }

    public required string Title { get; init; }

    public PostRole Role { get; init; }

    public int TeamId { get; init; }

    public required string Grade { get; init; }

    /// <summary>In hundredths of a full-time post.</summary>
    public int Fte { get; init; }

    public bool FixedTerm { get; init; }

    public DateOnly StartsOn { get; init; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? EndsOn { get; init; }
}

/// <summary>Somebody whom the council employs, in a post.</summary>
internal sealed class PersonInPost : FedRow
{
    public required string Number { get; init; }

    /// <summary>The sender's reference.</summary>
    public required string Person { get; init; }

    /// <summary>In hundredths of a full-time post.</summary>
    public int Fte { get; init; }

    public DateOnly StartsOn { get; init; }

    /// <summary>The last day in post; null while it goes on.</summary>
    public DateOnly? EndsOn { get; init; }

    public PostEnd Ended { get; init; }
}

/// <summary>Why somebody's time in a post ended.</summary>
internal enum PostEnd
{
    None = 0,

    /// <summary>They left the council's employment.</summary>
    Left = 1,

    /// <summary>They moved to another post of the council.</summary>
    Moved = 2,
}

/// <summary>An agency worker, in a post or beyond the establishment.</summary>
internal sealed class AgencyCover : FedRow
{
    /// <summary>The post that is covered; empty where it is none of the establishment.</summary>
    public required string Number { get; init; }

    public required string Worker { get; init; }

    public required string Agency { get; init; }

    /// <summary>Of cover beyond the establishment; else the post says it.</summary>
    public PostRole? Role { get; init; }

    public int TeamId { get; init; }

    /// <summary>In hundredths of a full-time post.</summary>
    public int Fte { get; init; }

    public DateOnly StartsOn { get; init; }

    public DateOnly? EndsOn { get; init; }

    /// <summary>What an hour costs the council, in pence.</summary>
    public int? HourlyCharge { get; init; }
}
