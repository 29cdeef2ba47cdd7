using ImprovementSuite.Inspections.Ledger;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>The monthly report on recommendations: how many were met in their original timescale, and every one made by its end that is outstanding.</summary>
/// <param name="From">The month's first day.</param>
/// <param name="AsOf">The day on which the ledger was read.</param>
/// <param name="MadeBy">The last day of an inspection whose recommendations are listed; null in a report that was frozen when those of later ones were too.</param>
internal sealed record RecommendationsReport(
    DateOnly From, DateOnly To, DateOnly AsOf, MetShare Month, MetShare Year, IReadOnlyList<MetRow> Services, IReadOnlyList<MetRow> Sources, IReadOnlyList<OutstandingRecommendation> Outstanding,
    DateOnly? MadeBy = null)
{
    public int Overdue => Outstanding.Count(one => one.IsOverdue(AsOf));

    public int Claimed => Outstanding.Count(one => one.Status == LedgerStatus.Claimed);
}

/// <summary>Of those that were originally due, how many were met by their original date.</summary>
internal sealed record MetShare(int Met, int Due)
{
    public decimal? Percent => Due == 0 ? null : 100m * Met / Due;
}

/// <summary>A service or a source, in the month and in the year so far.</summary>
internal sealed record MetRow(string Name, MetShare Month, MetShare Year);

/// <summary>A recommendation that is open, or claimed and not yet validated.</summary>
internal sealed record OutstandingRecommendation(
    long Id, string Number, string Report, string Source, string Provider, string Service, string Owner, string Text, DateOnly OriginallyDueOn, DateOnly? RevisedDueOn, LedgerStatus Status)
{
    public bool IsOverdue(DateOnly day) => Status == LedgerStatus.Open && OriginallyDueOn < day;
}
