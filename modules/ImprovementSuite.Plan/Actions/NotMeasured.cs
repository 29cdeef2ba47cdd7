using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Plan.Actions;

/// <summary>What the plan says and no figure shows: lines and measures never read, without target, claimed without a figure, or read too long ago.</summary>
/// <param name="NeverRead">Measures without any reading, and lines that have no measure at all.</param>
/// <param name="NoTarget">Measures for which no target is agreed.</param>
/// <param name="Unmeasured">Lines declared green or complete with no figure behind.</param>
/// <param name="Stale">Measures whose reading is too old.</param>
internal sealed record NotMeasured(IReadOnlyList<Gap> NeverRead, IReadOnlyList<Gap> NoTarget, IReadOnlyList<Gap> Unmeasured, IReadOnlyList<Gap> Stale)
{
    public static NotMeasured Of(PlanSnapshot plan)
    {
        var measures = plan.Lines.SelectMany(line => line.Measures).DistinctBy(measure => measure.Measure.Code).ToList();
        return new(
            [
                .. measures.Where(measure => measure.Reading is null).Select(measure => Gap.Of(plan, measure, Needed.Reading(measure.Measure))),
                .. plan.Lines.Where(line => line.Measures.Count == 0).Select(line => Gap.Of(line, Needed.Measure(line.Line))),
            ],
            [.. measures.Where(measure => !HasTarget(measure.Measure)).Select(measure => Gap.Of(plan, measure, Needed.Target(measure.Measure)))],
            [.. plan.Lines.Where(line => line.Difference == Difference.Unmeasured).Select(line => Gap.Of(line, Needed.Proof(line)))],
            [.. measures.Where(measure => measure.Stale).Select(measure => Gap.Of(plan, measure, Needed.Reading(measure.Measure)))]);
    }

    public static bool HasTarget(Measure measure) => measure.Stages.Any(stage => stage.Stored is not null || stage.Grade is not null);
}

/// <summary>One thing that is not measured.</summary>
/// <param name="Lines">The lines that it is on.</param>
/// <param name="Measure">Null where it is a line without measure.</param>
/// <param name="Needs">What would be needed, as a sentence.</param>
/// <param name="EntryPath">Where the reading is entered by whoever may; null where a module counts it or there is no measure.</param>
internal sealed record Gap(IReadOnlyList<Line> Lines, MeasureRating? Measure, string Title, string Path, string Needs, string? EntryPath)
{
    /// <summary>Who answers for it.</summary>
    public IEnumerable<string> Leads => Lines.SelectMany(line => line.Leads).Select(lead => lead.ToString()).Distinct();

    public static Gap Of(PlanSnapshot plan, MeasureRating rating, string needs)
    {
        var code = rating.Measure.Code;
        return new([.. plan.LinesOf(code).Select(line => line.Line)], rating, rating.Measure.Title, PathOf(code), needs, EntryOf(plan, code));
    }

    /// <summary>Where a reading of the measure is entered. What a module counts is fed and not entered: its page.</summary>
    public static string EntryOf(PlanSnapshot plan, string code) => plan.Content.Definitions.ContainsKey(code) ? PathOf(code) : $"{PathOf(code)}/readings";

    private static string PathOf(string code) => $"/plan/measure/{Uri.EscapeDataString(code)}";

    public static Gap Of(LineRating line, string needs) => new([line.Line], null, line.Line.Name, LeadActions.LinePath(line), needs, null);
}

/// <summary>What would be needed for a figure, in words.</summary>
internal static class Needed
{
    public static string Reading(Measure measure) => measure.Kind switch
    {
        MeasureKind.Judgement => "The grade that was given, and its day",
        MeasureKind.Round => "The results of the next round",
        MeasureKind.Rate => $"The percentage, or better the two counts behind it, {HowOften(measure)}",
        MeasureKind.Cumulative when measure.Unit == Unit.Pence => $"What was spent so far, {HowOften(measure)}",
        MeasureKind.Cumulative or MeasureKind.Scheduled => $"How many so far, {HowOften(measure)}",
        _ => $"How many there are, {HowOften(measure)}",
    };

    public static string Target(Measure measure) => measure.Stages is [{ Note: { } note }, ..] ? $"A target and its date; the plan says “{note}”" : "A target and its date";

    public static string Measure(Line line) => line.Milestones.Count == 0
        ? "A measure or a milestone: nothing shows how far it is"
        : line.Milestones.Any(milestone => milestone.Evidence is not null) ? "A measure; milestones alone show how far it is" : "A measure, or evidence of its milestones";

    public static string Proof(LineRating line)
    {
        var declared = line.Line.Declared.ToString().ToLowerInvariant();
        return line.Measures is [var first, ..] ? $"A reading of “{first.Measure.Title}” that bears out {declared}" : $"A figure or evidence that bears out {declared}";
    }

    private static string HowOften(Measure measure) => measure.Frequency switch
    {
        Frequency.Daily => "every day", Frequency.Monthly => "every month", Frequency.Quarterly => "every quarter", _ => "every year",
    };
}
