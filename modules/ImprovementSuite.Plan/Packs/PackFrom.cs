using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>Makes the content of a pack from the plan as it is rated, in the words of its pages.</summary>
internal static class PackFrom
{
    public static PackContent Snapshot(
        PlanSnapshot plan, DateOnly panel, IReadOnlyList<PackPaper> papers, IReadOnlyList<PackDecision> decisions, IReadOnlyList<PackRestatement> restated,
        DateTime? frozenAt = null, string? frozenBy = null) => new(
        plan.Content.Plan.Title, plan.Content.Plan.Authority, panel, plan.Day, frozenAt, frozenBy, plan.LastPanel?.On, plan.Computed, plan.Declared,
        [.. PlanSheet.Of(plan).Rows.Select(row => Line(row, plan))], papers, decisions, restated, plan.Content.Plan.Achievements);

    private static PackLine Line(PlanRow row, PlanSnapshot plan)
    {
        var (line, rating) = (row.Line, row.Rating);
        return new(
            InWords.Ref(line.Ref), line.Theme, line.Name, line.Objective, line.Action, line.BaselineText, line.TargetText, line.TargetDateText,
            InWords.List(line.Leads.Select(lead => lead.ToString())), string.Join(", ", line.Workstreams),
            row.Reading, row.UnderReading, row.Expected, row.Gap, row.AsAt, row.Origin, row.Stale, row.Watch,
            rating.Computed, InWords.Word(rating), line.Declared, rating.Difference, line.DeclaredReason, plan.Challenges.Contains(rating),
            row.Direction, row.DirectionNote, line.DeclaredDirection, line.Commentary,
            [.. rating.Measures.Select(measure => Measure(measure, plan))],
            [.. line.Milestones.Select(milestone => Milestone(milestone, plan))],
            rating is { Leading: { Reading: not null } leading, MilestoneDecides: false } ? leading.Measure.Code : null,
            PlanFilter.IsShown(Show.NewlyGreen, rating, plan));
    }

    private static PackMeasure Measure(MeasureRating rating, PlanSnapshot plan)
    {
        var (measure, reading) = (rating.Measure, rating.Reading);
        var (trend, expected) = PlanRow.TrendOf(rating, plan);
        var countsPeople = plan.Content.Definitions.GetValueOrDefault(measure.Code)?.CountsPeople == true;
        return new(
            measure.Code, measure.Title, measure.Unit,
            reading is null ? PlanRow.NoReading : InWords.Reading(reading), reading is null ? null : InWords.Under(measure, reading),
            reading?.Figure?.Counted, reading?.Figure?.OutOf, reading?.Value,
            InWords.ExpectedOrNext(rating, plan.Day), rating.Expected, rating.Distance is { } distance ? InWords.Gap(measure, distance, plan.Content.MoreOf(measure.Code)) : null,
            rating.Colour, InWords.Word(rating), reading?.To, rating.Stale, Points(trend), Points(expected),
            countsPeople && PublicPack.IsSmall(reading?.Figure), countsPeople && plan.Content.Readings[measure.Code].Any(each => PublicPack.IsSmall(each.Figure)));
    }

    private static PackMilestone Milestone(Lines.Milestone milestone, PlanSnapshot plan)
    {
        var colour = LineRating.OfMilestone(milestone, plan.Day, plan.Settings);
        return new(milestone.Title, milestone.By, milestone.DateInferred, milestone.Progress, milestone.Done, milestone.Evidence, colour, InWords.Word(colour));
    }

    private static IReadOnlyList<PackPoint> Points(IReadOnlyList<ChartPoint> points) => [.. points.Select(point => new PackPoint(point.Day, point.Value))];
}
