using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Workforce.Establishment;

namespace ImprovementSuite.Workforce.Recruitment;

/// <summary>A campaign that recruits to posts of one role.</summary>
internal sealed class Campaign : FedRow
{
    public required string Name { get; init; }

    public PostRole Role { get; init; }

    /// <summary>Sought, in hundredths of a full-time post.</summary>
    public int Fte { get; init; }

    public DateOnly AdvertisedOn { get; init; }

    public DateOnly? ClosesOn { get; init; }
}

/// <summary>Why a candidacy ended without a post.</summary>
internal enum CandidateEnd
{
    None = 0,
    Withdrew = 1,
    NotAppointed = 2,
    Declined = 3,
}

/// <summary>A candidate on the way from applying to being in post.</summary>
internal sealed class Candidate : FedRow
{
    public required string Campaign { get; init; }

    public required string Person { get; init; }

    /// <summary>In hundredths of a full-time post.</summary>
    public int Fte { get; init; }

    public DateOnly AppliedOn { get; init; }

    public DateOnly? ShortlistedOn { get; init; }

    public DateOnly? InterviewedOn { get; init; }

    public DateOnly? OfferedOn { get; init; }

    public DateOnly? ClearedOn { get; init; }

    /// <summary>It may lie ahead.</summary>
    public DateOnly? StartsOn { get; init; }

    public DateOnly? EndedOn { get; init; }

    public CandidateEnd Ended { get; init; }
}
