using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Actions;

/// <summary>What waits for whoever leads a workstream: all of it about the lines of their own.</summary>
internal static class LeadActions
{
    private const string List = "/plan/my-actions";

    private static readonly ActionKind Update = new("Write {0} updates", List);
    private static readonly ActionKind Reason = new("Give the reason for {0} colours", List);
    private static readonly ActionKind Milestone = new("See to {0} milestones", List);
    private static readonly ActionKind Question = new("Answer {0} questions of the panel", List);
    private static readonly ActionKind Promised = new("Hand in {0} papers", List);
    private static readonly ActionKind Stale = new("Get {0} newer readings", List);
    private static readonly ActionKind First = new("Get the first readings of {0} measures", List);
    private static readonly ActionKind Recommendation = new("See to {0} overdue recommendations", List);

    public static IEnumerable<ActionItem> Of(PlanSnapshot plan, Person person, IReadOnlyList<Paper> papers)
    {
        var lines = Workstream.LinesOf(plan, person.Workstreams);
        var own = lines.Select(line => line.Line.Ref).ToHashSet();
        return
        [
            .. lines.Where(plan.IsToCome).Select(line => UpdateOf(plan, line)),
            .. lines.Where(line => LacksReason(plan, line)).Select(line => ReasonFor(plan, line)),
            .. lines.SelectMany(line => Milestones(plan, line)),
            .. plan.Content.Decisions.Where(decision => decision.IsOpen && decision.Line is { } line && own.Contains(line)).Select(decision => Asked(plan, decision)),
            .. PlanActions.Awaited(plan, papers).Where(paper => paper.Line is { } line && own.Contains(line)).Select(paper => PaperOf(plan, paper)),
            .. lines.SelectMany(line => line.Measures).DistinctBy(measure => measure.Measure.Code).SelectMany(measure => Readings(plan, measure)),
            .. Overdue(plan, lines),
        ];
    }

    /// <summary>Its colours differ, no reason stands, and none is on its way.</summary>
    public static bool LacksReason(PlanSnapshot plan, LineRating line) =>
        plan.Challenges.Contains(line) && string.IsNullOrWhiteSpace(line.Line.DeclaredReason) && string.IsNullOrWhiteSpace(plan.UpdateOf(line)?.Reason);

    public static ActionLine LineOf(Line line) => new(InWords.Ref(line.Ref), line.Name);

    /// <summary>The overdue recommendations of lines, an item a line. One that several of them count stands on the first.</summary>
    public static IEnumerable<ActionItem> Overdue(PlanSnapshot plan, IEnumerable<LineRating> lines, ActionKind? kind = null)
    {
        var named = new HashSet<string>();
        foreach (var line in lines)
            if (plan.OverdueOn(line.Line).Where(known => named.Add(known.Id)).ToList() is [var oldest, ..] overdue)
                yield return new(
                    kind ?? Recommendation, $"See to {Say.Count("overdue recommendation", overdue.Count)} of {InWords.Ref(line.Line.Ref)}", LinePath(line), oldest.OriginallyDue,
                    Line: LineOf(line.Line), Number: overdue.Count);
    }

    public static string LinePath(LineRating line) => $"/plan/line/{Uri.EscapeDataString(line.Line.Ref)}";

    private static ActionItem UpdateOf(PlanSnapshot plan, LineRating line)
    {
        var verb = plan.UpdateOf(line) switch { null => "Write", { ReturnedWith: not null } => "Answer what was asked about", _ => "Finish" };
        return new(Update, $"{verb} the update of {InWords.Ref(line.Line.Ref)}", plan.UpdatePath(line)!, plan.OpenPanel!.UpdatesDue, Line: LineOf(line.Line));
    }

    private static ActionItem ReasonFor(PlanSnapshot plan, LineRating line)
    {
        var says = line.Difference == Difference.Unmeasured ? "no figure stands behind it" : $"the figures say {line.Computed.ToString().ToLowerInvariant()}";
        return new(
            Reason, $"Say why {InWords.Ref(line.Line.Ref)} is {line.Line.Declared.ToString().ToLowerInvariant()}: {says}",
            (plan.IsToCome(line) ? plan.UpdatePath(line) : null) ?? LinePath(line), plan.OpenPanel?.UpdatesDue, Line: LineOf(line.Line));
    }

    /// <summary>Overdue, or due soon without a word about it. It is reported in the line's update while that can be written.</summary>
    private static IEnumerable<ActionItem> Milestones(PlanSnapshot plan, LineRating line) => line.Line.Milestones
        .Where(milestone => !milestone.Done && milestone.By is { } by && by.DayNumber - plan.Day.DayNumber <= plan.Settings.DueSoonDays)
        .Select(milestone => new ActionItem(
            Milestone, $"See to “{milestone.Title}” of {InWords.Ref(line.Line.Ref)}", (plan.IsToCome(line) ? plan.UpdatePath(line) : null) ?? LinePath(line), milestone.By,
            Line: LineOf(line.Line)));

    private static ActionItem Asked(PlanSnapshot plan, Decision decision) => new(
        Question, $"Answer the panel of {Say.DayAndMonth(decision.Panel)} on {InWords.Ref(decision.Line!)}", UpdateRound.MeetingPath(decision.Panel), decision.By ?? decision.Panel,
        decision.By is null ? $"Asked {Say.ShortDayAndMonth(decision.Panel)}" : null, LineOf(plan, decision.Line!));

    private static ActionItem PaperOf(PlanSnapshot plan, Paper paper) => new(
        Promised, $"Hand in “{paper.Title}”", UpdateRound.MeetingPath(paper.Panel), PlanActions.DispatchOf(plan, paper.Panel), Line: LineOf(plan, paper.Line!));

    private static IEnumerable<ActionItem> Readings(PlanSnapshot plan, MeasureRating measure)
    {
        var (title, path) = (measure.Measure.Title, Gap.EntryOf(plan, measure.Measure.Code));
        var line = plan.LinesOf(measure.Measure.Code).First().Line;
        if (measure.Reading is null)
            yield return new(First, $"Get the first reading of “{title}”", path, When: "Never read", Line: LineOf(line));
        else if (measure.Stale)
            yield return new(
                Stale, $"Get a newer reading of “{title}”", path, MeasureRating.StaleFrom(measure.Measure.Frequency, measure.Reading.To, plan.Settings), "Stale", LineOf(line));
    }

    private static ActionLine? LineOf(PlanSnapshot plan, string reference) => plan.Content.Lines.FirstOrDefault(line => line.Ref == reference) is { } line ? LineOf(line) : null;
}
