using ImprovementSuite.Inspections.Judgements;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Authorities;

/// <summary>The latest judgement of a local authority's children's services, as the overview of all of them has it.</summary>
internal sealed class OverviewAuthority
{
    /// <summary>The local authority code, such as 372.</summary>
    public required string Code { get; init; }

    public required string Name { get; init; }

    /// <summary>The codes of its statistical neighbours, the nearest first.</summary>
    public required List<string> Neighbours { get; init; }

    /// <summary>The version that was in force when the inspection ended.</summary>
    public required string Framework { get; init; }

    /// <summary>The inspection's last day; where the overview has none, the day on which its report was published.</summary>
    public DateOnly On { get; init; }

    /// <summary>Null where the framework has none.</summary>
    public string? Overall { get; init; }

    public string? Leaders { get; init; }

    public string? HelpAndProtection { get; init; }

    public string? InCare { get; init; }

    /// <summary>Null where it was inspected before care leavers had a grade of their own.</summary>
    public string? CareLeavers { get; init; }

    /// <summary>Its grades, as the frameworks call the areas.</summary>
    public IReadOnlyList<(string Area, string? Grade)> Grades =>
        [(Judgement.Overall, Overall), ("leaders", Leaders), ("help-and-protection", HelpAndProtection), ("in-care", InCare), ("care-leavers", CareLeavers)];

    public string? GradeOf(string area) => Grades.FirstOrDefault(one => one.Area == area).Grade;
}

internal enum OverviewState
{
    Waiting = 1,
    Taken,
    Dropped,
}

/// <summary>A file of the overview: it waits until somebody has looked at what it changes.</summary>
internal sealed class OverviewFile
{
    public int Id { get; private set; }

    public required string Name { get; init; }

    public required byte[] Content { get; set; }

    public required string UploadedBy { get; init; }

    public DateTime UploadedAt { get; init; }

    public OverviewState State { get; private set; } = OverviewState.Waiting;

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public int Version { get; private set; }

    public void Take(string by, DateTime at) => (State, DecidedBy, DecidedAt) = (OverviewState.Taken, by, at);

    public void Drop(string by, DateTime at) => (State, DecidedBy, DecidedAt, Content) = (OverviewState.Dropped, by, at, []);
}

internal static class AuthoritiesModel
{
    public static void AddAuthorities(this ModelBuilder model)
    {
        model.Entity<OverviewAuthority>(e => { e.ToTable("overview_authority"); e.HasKey(authority => authority.Code); });
        model.Entity<OverviewFile>(e => { e.ToTable("overview_file"); e.Property(file => file.Version).IsConcurrencyToken(); });
    }
}
