using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;

namespace ImprovementSuite.Plan.Actions;

/// <summary>Everything of the plan that waits for a person, the oldest first.</summary>
internal static class PlanActions
{
    /// <param name="papers">The papers that are promised and have not come.</param>
    public static IReadOnlyList<ActionItem> Of(PlanSnapshot plan, Person person, IReadOnlyList<Paper> papers) =>
    [
        .. Unordered(plan, person, papers).DistinctBy(item => (item.Path, item.Words)).OrderBy(item => item.Day ?? DateOnly.MaxValue),
    ];

    private static IEnumerable<ActionItem> Unordered(PlanSnapshot plan, Person person, IReadOnlyList<Paper> papers)
    {
        if (person.May(Tasks.WriteUpdates))
            foreach (var item in LeadActions.Of(plan, person, papers))
                yield return item;
        if (person.May(Tasks.RunPanel))
            foreach (var item in ManagerActions.OfPanel(plan, person, papers))
                yield return item;
        else if (person.May(Tasks.SitOnPanel))
            foreach (var item in PanelActions.Of(plan))
                yield return item;
        if (person.May(Tasks.EditPlan))
            foreach (var item in ManagerActions.OfMeasures(plan))
                yield return item;
    }

    /// <summary>The papers that have not come of the next meeting and of those before it.</summary>
    public static IEnumerable<Paper> Awaited(PlanSnapshot plan, IReadOnlyList<Paper> papers) =>
        papers.Where(paper => paper.ReceivedOn is null && paper.Panel <= (plan.NextPanel?.On ?? plan.Day)).OrderBy(paper => paper.Panel).ThenBy(paper => paper.Id);

    /// <summary>The day on which the papers of a meeting go out.</summary>
    public static DateOnly DispatchOf(PlanSnapshot plan, DateOnly panel) => plan.Content.Panels.FirstOrDefault(known => known.On == panel)?.DispatchOn ?? panel;
}
