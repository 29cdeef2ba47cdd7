using ImprovementSuite.Inspections.Judgements;

namespace ImprovementSuite.Inspections.Ledger;

internal enum LedgerStatus
{
    Open = 1,

    /// <summary>Its owner says that it is complete; nobody has validated that yet, so it counts as not met.</summary>
    Claimed,

    /// <summary>Complete and validated.</summary>
    Met,

    Withdrawn,
}

/// <summary>A recommendation as it stands: its report's words and what people have done since. Read from <see cref="Data.LedgerSql.Rows"/>.</summary>
internal sealed class LedgerRow
{
    public long Id { get; init; }
    public required string Number { get; init; }
    public RecommendationKind Kind { get; init; }
    public required string Text { get; init; }
    public required string Owner { get; init; }
    public required string Service { get; init; }
    public DateOnly OriginallyDueOn { get; init; }
    public DateOnly? RevisedDueOn { get; init; }
    public DateOnly? CompletedOn { get; init; }
    public DateOnly? ValidatedOn { get; init; }
    public LedgerStatus Status { get; init; }

    /// <summary>Null where it is no duplicate.</summary>
    public long? DuplicateOfId { get; init; }

    /// <summary>The report that it is of.</summary>
    public required string InspectionRef { get; init; }
    public long InspectionId { get; init; }
    public required string Report { get; init; }
    public SourceKind Source { get; init; }
    public DateOnly ReportOn { get; init; }
    public required string ProviderRef { get; init; }
    public required string Provider { get; init; }
    public ProviderKind ProviderKind { get; init; }

    /// <summary>Its provider is one whose recommendations count.</summary>
    public bool Counts { get; init; }

    /// <summary>Not complete, and its original date has passed, whatever it was revised to.</summary>
    public bool IsOverdue(DateOnly today) => Status == LedgerStatus.Open && OriginallyDueOn < today;

    /// <summary>Complete on or before its original date, and validated.</summary>
    public bool IsMetInTime => Status == LedgerStatus.Met && CompletedOn <= OriginallyDueOn;

    /// <summary>Why no figure counts it, in words; null where figures do.</summary>
    public string? WhyInNoFigure() =>
        DuplicateOfId is not null ? "Duplicate: counted with another" : !Counts ? $"Left out of figures: {ProviderKind.Words().ToLowerInvariant()}" : Status == LedgerStatus.Withdrawn ? "Withdrawn: in no figure" : null;

    public string Path => PathOf(Id);

    public static string PathOf(long id) => $"/inspections/recommendations/{id}";
}
