using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>What stands in a meeting's minutes: what it ruled and asked, and what is carried to it.</summary>
internal static class Minutes
{
    /// <summary>This meeting's own first, then what earlier ones asked and nobody had answered when it met; each oldest first.</summary>
    public static IReadOnlyList<Decision> Of(PlanSnapshot plan, DateOnly meeting)
    {
        var before = plan.Content.Panels.LastOrDefault(panel => panel.On < meeting)?.On;
        return [.. plan.Content.Decisions.Where(decision => decision.Panel == meeting), .. plan.Content.Decisions.Where(decision => decision.IsCarriedTo(meeting, before))];
    }

    /// <summary>What a meeting ruled on a line's challenge.</summary>
    public static Decision? Ruling(PlanSnapshot plan, DateOnly meeting, string line) =>
        plan.Content.Decisions.FirstOrDefault(decision => decision.Panel == meeting && decision.Line == line && decision.Ruling is not null);

    /// <summary>What panels ruled last on a line's challenge, whenever that was.</summary>
    public static Decision? LastRuling(PlanSnapshot plan, string line, DateOnly? before = null) =>
        plan.Content.Decisions.Where(decision => decision.Line == line && decision.Ruling is not null && (before is null || decision.Panel < before)).MaxBy(decision => decision.Panel);
}
