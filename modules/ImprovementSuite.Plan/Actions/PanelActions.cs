using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Actions;

/// <summary>What waits for whoever sits on the panel: the next meeting, its pack once it is frozen, and what is to be decided.</summary>
internal static class PanelActions
{
    public static IEnumerable<ActionItem> Of(PlanSnapshot plan)
    {
        if (plan.NextPanel is not { } next)
            yield break;
        var path = UpdateRound.MeetingPath(next.On);
        if (next.IsFrozen)
            yield return ManagerActions.One($"Read the pack of {Say.DayAndMonth(next.On)}", path, next.On);
        yield return ManagerActions.One(next.IsFrozen ? "Come to the panel meeting" : "Keep the day of the panel meeting free", path, next.On);
        if (plan.Challenges.Count > 0)
            yield return ManagerActions.One($"Decide on {Say.Count("challenge", plan.Challenges.Count)}", path, next.On);
    }
}
