using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Judgements;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>The performance profile as it stands on a day.</summary>
internal sealed record PerformanceProfile(DateOnly Day, BlockA A, BlockB B, IReadOnlyList<ComparedIndicator> C)
{
    public IEnumerable<ComparedIndicator> Compared => C.Where(indicator => indicator.IsCompared);

    public int InLine => C.Count(indicator => indicator.IsInLine);
}

/// <summary>How many inspected services are good or better.</summary>
/// <param name="Band">"performing well"; null where nothing is inspected or no band is known.</param>
internal sealed record GoodShare(int Good, int Inspected, string? Band)
{
    public decimal? Percent => Inspected == 0 ? null : 100m * Good / Inspected;
}

/// <summary>Inspected services and settings that are open on the day.</summary>
/// <param name="Next">What the next better band asks for; null where there is none.</param>
/// <param name="Months">The ends of the last twelve months that are over, and the day itself.</param>
/// <param name="Good">Null in a report that was frozen before it kept them.</param>
internal sealed record BlockA(
    GoodShare All, NextBand? Next, IReadOnlyList<KindShare> Kinds, IReadOnlyList<JudgedService> NotGood, IReadOnlyList<OpenService> NotInspected, IReadOnlyList<MonthShare> Months,
    IReadOnlyList<JudgedService>? Good = null);

internal sealed record KindShare(ProviderKind Kind, GoodShare Share);

/// <param name="More">How many more services good or better reach it.</param>
internal sealed record NextBand(string Words, int LowestPercent, int More);

internal sealed record MonthShare(DateOnly Day, GoodShare Share);

internal sealed record JudgedService(string Reference, string Name, ProviderKind Kind, string InspectionRef, string Grade, DateOnly On);

/// <summary>Open, and without an overall judgement yet.</summary>
internal sealed record OpenService(string Reference, string Name, ProviderKind Kind);

/// <summary>Judgements of the authority, fostering and adoption, and serious case reviews.</summary>
/// <param name="Rating">The annual rating of all children's services; null where none is here.</param>
/// <param name="Limit">A safeguarding judgement that limits the overall rating; null where none does.</param>
/// <param name="Ungraded">Inspections without a grade on record, where no later one of the provider has one; null in a report that was frozen before it kept them.</param>
internal sealed record BlockB(IReadOnlyList<JudgedArea> Areas, JudgedArea? Rating, JudgedArea? Limit, ReviewCount Reviews, IReadOnlyList<UngradedInspection>? Ungraded = null);

internal sealed record UngradedInspection(string Reference, string Title, string ProviderRef, string Provider, DateOnly On);

/// <summary>The last judgement of an area of a provider.</summary>
/// <param name="IsWorst">It is the worst grade of its scale.</param>
/// <param name="Before">What it was before, and whether it is better: "Better than satisfactory on 12 May 2008".</param>
internal sealed record JudgedArea(
    string ProviderRef, string Provider, ProviderKind Kind, string Area, string Grade, bool IsGood, bool IsWorst, DateOnly On, string InspectionRef, string Framework, string Before);

/// <summary>Serious case reviews that were judged.</summary>
internal sealed record ReviewCount(int Inadequate, int Judged, DateOnly Since, int InadequateSince, int JudgedSince);

/// <summary>A national indicator beside what others reached.</summary>
internal sealed record ComparedIndicator(
    string Measure, string Title, Polarity Polarity, string Words, DateOnly? On, decimal? Neighbours, decimal? National, Compared WithNeighbours, Compared WithNational, bool IsCompared, bool IsInLine)
{
    public static ComparedIndicator Of(Indicator indicator) => new(
        indicator.Measure, indicator.Title, indicator.Polarity, indicator.Words, indicator.On, indicator.Neighbours, indicator.National, indicator.WithNeighbours, indicator.WithNational,
        indicator.IsCompared, indicator.IsInLine);
}
