using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Plan.Notice;

/// <summary>All that the tests of a notice are decided from, on one day.</summary>
internal sealed record NoticeFacts(
    DateOnly Day, DateOnly PlanStart, IReadOnlyDictionary<string, Measure> Measures, ILookup<string, Reading> Readings, IReadOnlyList<Line> Lines, RatingSettings Settings)
{
    public static NoticeFacts Of(PlanContent content, DateOnly day, RatingSettings settings) =>
        new(day, content.Plan.Start, content.Measures, content.Readings, content.Lines, settings);

    public Measure? Measure(string? code) => code is not null && Measures.TryGetValue(code, out var measure) ? measure : null;

    public Line? Line(string? reference) => Lines.FirstOrDefault(line => line.Ref == reference);
}

/// <summary>The notice with every condition tested on one day.</summary>
internal sealed record NoticeStanding(CurrentNotice Notice, IReadOnlyList<ConditionResult> Conditions)
{
    public int Met => Conditions.Count(condition => condition.Met);

    public static NoticeStanding Of(CurrentNotice notice, NoticeFacts facts) =>
        new(notice, [.. notice.Conditions.OrderBy(condition => condition.Order).Select(condition => TestRule.Of(condition, facts))]);
}
