namespace ImprovementSuite.Inspections.Ledger;

internal enum LedgerStep
{
    Assigned = 1,
    Revised,
    Completed,
    Validated,

    /// <summary>Whoever validated it found that it is not complete.</summary>
    FoundIncomplete,

    /// <summary>It was met, and has relapsed.</summary>
    Reopened,
    Withdrawn,
    Restored,
    Linked,
    Unlinked,
    ActionAdded,
    ActionDone,
    EvidenceAdded,
    EvidenceRemoved,
}

/// <summary>One step in the life of a recommendation. Rows are added and never changed.</summary>
internal sealed class LedgerEvent
{
    public long Id { get; private set; }

    public long RecommendationId { get; init; }

    public DateTime At { get; init; }

    public required string By { get; init; }

    public LedgerStep Step { get; init; }

    /// <summary>The day that it is about: to which it was revised, on which it was complete.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What it was before, where that is a day.</summary>
    public DateOnly? Before { get; init; }

    /// <summary>Who approved it, where somebody must.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The reason, the finding, the title.</summary>
    public string? Words { get; init; }
}
