using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Actions;

/// <summary>What waits for whoever runs the panel and keeps the plan.</summary>
internal static class ManagerActions
{
    /// <summary>Days before a dispatch or a meeting from which it is on the list.</summary>
    private const int Near = 7;

    private const string NotMeasuredPath = "/plan/not-measured";

    private static readonly ActionKind Question = new("Follow up {0} open questions of the panel", "/plan/meetings");
    private static readonly ActionKind Stale = new("See to {0} stale readings", $"{NotMeasuredPath}#stale");
    private static readonly ActionKind First = new("Get the first readings of {0} measures", $"{NotMeasuredPath}#never-read");
    private static readonly ActionKind Target = new("Agree the targets of {0} measures", $"{NotMeasuredPath}#no-target");
    private static readonly ActionKind Recommendation = new("Follow up {0} overdue recommendations", "/plan/workstreams#overdue");

    /// <summary>The meeting, the round of updates before it, and what panels have asked.</summary>
    public static IEnumerable<ActionItem> OfPanel(PlanSnapshot plan, Person person, IReadOnlyList<Paper> papers) =>
    [
        .. Meeting(plan),
        .. plan.OpenPanel is { } open ? Round(plan, open, person) : [],
        .. Challenges(plan),
        .. PlanActions.Awaited(plan, papers).Select(paper => Awaited(plan, paper)),
        .. plan.Content.Decisions.Where(decision => decision.IsOpen).Select(Asked),
        .. LeadActions.Overdue(plan, plan.Lines, Recommendation),
    ];

    /// <summary>Readings that are missing or old, and targets that nobody has agreed.</summary>
    public static IEnumerable<ActionItem> OfMeasures(PlanSnapshot plan)
    {
        var list = NotMeasured.Of(plan);
        return
        [
            .. list.Stale.Select(gap => new ActionItem(
                Stale, gap.EntryPath == gap.Path ? $"See why nothing newer is fed to “{gap.Title}”" : $"Enter a newer reading of “{gap.Title}”", gap.EntryPath!, MeasureRating.StaleFrom(gap.Measure!.Measure.Frequency, gap.Measure.Reading!.To, plan.Settings), "Stale")),
            .. list.NeverRead.Where(gap => gap.Measure is not null).Select(gap => new ActionItem(First, $"Get the first reading of “{gap.Title}”", gap.EntryPath!, When: "Never read")),
            .. list.NoTarget.Select(gap => new ActionItem(Target, $"Agree a target for “{gap.Title}”", $"/plan/edit/measure/{Uri.EscapeDataString(gap.Measure!.Measure.Code)}")),
        ];
    }

    private static IEnumerable<ActionItem> Meeting(PlanSnapshot plan)
    {
        if (plan.NextPanel is not { } next)
            yield break;
        if (!next.IsFrozen && next.DispatchOn.DayNumber - plan.Day.DayNumber <= Near)
            yield return One($"Freeze the pack of {Say.DayAndMonth(next.On)} and send it out", UpdateRound.MeetingPath(next.On), next.DispatchOn);
        if (next.On.DayNumber - plan.Day.DayNumber <= Near)
            yield return One("Run the panel meeting", UpdateRound.MeetingPath(next.On), next.On);
    }

    private static IEnumerable<ActionItem> Round(PlanSnapshot plan, Panel open, Person person)
    {
        // Nobody accepts an update of their own.
        var submitted = plan.Content.Updates.Where(update => update.Panel == open.On && update.State == UpdateState.Submitted && update.AuthorId != person.Id).ToList();
        if (submitted.Count > 0)
            yield return One(
                $"Accept {Say.Count("submitted update", submitted.Count)}",
                submitted is [var only] ? $"/plan/updates/{open.On:yyyy-MM-dd}/{Uri.EscapeDataString(only.Line)}" : "/plan/updates", open.DispatchOn);
        if (plan.UpdatesToCome().Count is > 0 and var toCome)
            yield return One($"{(open.UpdatesDue < plan.Day ? "Chase" : "Collect")} {Say.Count("update", toCome)}", "/plan/updates", open.UpdatesDue);
    }

    private static IEnumerable<ActionItem> Challenges(PlanSnapshot plan)
    {
        if (plan.Challenges.Count > 0)
            yield return One(
                $"Put {Say.Count("challenge", plan.Challenges.Count)} to the panel", plan.NextPanel is { } next ? UpdateRound.MeetingPath(next.On) : "/plan?differs=true", plan.NextPanel?.On);
    }

    private static ActionItem Awaited(PlanSnapshot plan, Paper paper) => new(
        new("Get {0} papers in", UpdateRound.MeetingPath(plan.NextPanel?.On ?? paper.Panel)), $"Get “{paper.Title}” in", UpdateRound.MeetingPath(paper.Panel),
        PlanActions.DispatchOf(plan, paper.Panel));

    private static ActionItem Asked(Decision decision) => new(
        Question, decision.Line is { } line ? $"Follow up what was asked about {InWords.Ref(line)}" : $"Follow up what the panel of {Say.DayAndMonth(decision.Panel)} asked",
        UpdateRound.MeetingPath(decision.Panel), decision.By ?? decision.Panel, decision.By is null ? $"Asked {Say.ShortDayAndMonth(decision.Panel)}" : null);

    /// <summary>A thing that is done once and stands alone.</summary>
    public static ActionItem One(string words, string path, DateOnly? day) => new(new(words, path), words, path, day);
}
