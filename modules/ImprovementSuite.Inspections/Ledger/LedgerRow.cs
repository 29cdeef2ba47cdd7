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
internal sealed class LedgerRow : LedgerLine
{
    public required string Number { get; init; }
    public RecommendationKind Kind { get; init; }
    public required string Text { get; init; }
    public required string Owner { get; init; }
    public required string Service { get; init; }
    public DateOnly? RevisedDueOn { get; init; }
    public DateOnly? ValidatedOn { get; init; }
    public required string InspectionRef { get; init; }
    public long InspectionId { get; init; }
    public required string Report { get; init; }
    public SourceKind Source { get; init; }
    public DateOnly ReportOn { get; init; }
    public required string ProviderRef { get; init; }
    public required string Provider { get; init; }
    public ProviderKind ProviderKind { get; init; }

    /// <summary>Why no figure counts it, in words; null where figures do.</summary>
    public string? WhyInNoFigure() =>
        DuplicateOfId is not null ? "Duplicate: counted with another" : !Counts ? $"Left out of figures: {ProviderKind.Words().ToLowerInvariant()}" : Status == LedgerStatus.Withdrawn ? "Withdrawn: in no figure" : null;

    public string Path => PathOf(Id);

    public static string PathOf(long id) => $"/inspections/recommendations/{id}";
}
