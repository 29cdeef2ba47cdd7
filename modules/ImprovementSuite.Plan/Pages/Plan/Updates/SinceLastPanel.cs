using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan.Updates;

/// <summary>A measure as the last panel saw it and as it is now.</summary>
/// <param name="Restated">What the panel saw is known otherwise now: the newer figure for the same days.</param>
internal sealed record MeasureSince(MeasureRating Rating, string Then, string Now, string? Change, string? Restated);

/// <summary>A milestone, and what is new about it since the last panel.</summary>
internal sealed record MilestoneSince(Milestone Milestone, Colour Colour, string? News);

/// <summary>What has changed in a line since the panel last saw it: the lead answers for this.</summary>
internal sealed record SinceLastPanel(IReadOnlyList<MeasureSince> Measures, IReadOnlyList<MilestoneSince> Milestones)
{
    /// <param name="pack">What the last panel was given; null where that is not kept.</param>
    public static SinceLastPanel Of(LineRating line, PlanSnapshot plan, PackContent? pack)
    {
        var then = pack?.Lines.FirstOrDefault(packed => packed.Ref == InWords.Ref(line.Line.Ref));
        return new(
            [.. line.Measures.Select(measure => Of(measure, plan))],
            [.. line.Line.Milestones.Select(milestone => new MilestoneSince(
                milestone, LineRating.OfMilestone(milestone, plan.Day, plan.Settings), News(milestone, then?.Milestones.FirstOrDefault(packed => packed.Title == milestone.Title))))]);
    }

    private static MeasureSince Of(MeasureRating rating, PlanSnapshot plan) => new(
        rating,
        rating.Seen is { Reading: var seen } ? Say(seen) : ComputedColour.LatestBaseline(rating.Measure, plan.Day) is { } baseline ? $"{Baseline(baseline)} (baseline)" : "Never read",
        rating.Reading is { } reading ? InWords.Reading(reading) : PlanRow.NoReading,
        rating.Travel?.Change is { } change ? InWords.Change(rating.Measure, change) : null,
        rating.Seen is { Reading: var shown } ? Restated(shown, plan) : null);

    private static string? Restated(FrozenReading seen, PlanSnapshot plan) =>
        plan.Content.Readings[seen.Measure].Where(r => r.PeriodKind == seen.PeriodKind && r.From == seen.From && r.To == seen.To && r.Round == seen.Round)
            .OrderBy(r => r.Origin == Origin.Recalculated ? 0 : 1).ThenByDescending(r => r.KnownOn).FirstOrDefault() is { } now && (now.Value != seen.Value || now.Grade != seen.Grade)
            ? InWords.Reading(now)
            : null;

    private static string Say(FrozenReading seen) => seen.Grade is { } grade ? InWords.Capital(grade) : seen.Stored is { } stored ? Platform.Ui.Say.Figure(stored.Figure) : PlanRow.NoReading;

    private static string Baseline(Baseline baseline) => baseline.Grade is { } grade ? InWords.Capital(grade) : Platform.Ui.Say.Figure(baseline.Figure!);

    private static string? News(Milestone now, PackMilestone? then) => then switch
    {
        null => null,
        { Done: false } when now.Done => "Done since",
        _ when then.By != now.By => $"Its date was {(then.By is { } by ? Platform.Ui.Say.Date(by) : "open")}",
        _ when then.Progress != now.Progress => "Progress recorded since",
        _ => null,
    };
}
