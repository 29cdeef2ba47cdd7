using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;

namespace ImprovementSuite.Plan.Actions;

/// <summary>How far the leads are with their updates for the meeting whose round is open.</summary>
internal static class UpdateRound
{
    /// <summary>The update of a line for that meeting; null where none was begun or no round is open.</summary>
    public static LineUpdate? UpdateOf(this PlanSnapshot plan, LineRating line) =>
        plan.OpenPanel is { } open ? plan.Content.Updates.FirstOrDefault(update => update.Panel == open.On && update.Line == line.Line.Ref) : null;

    /// <summary>Whether its lead has still to submit one.</summary>
    public static bool IsToCome(this PlanSnapshot plan, LineRating line) =>
        plan.OpenPanel is not null && plan.UpdateOf(line) is null or { State: UpdateState.Draft };

    /// <summary>The lines whose leads have still to submit one.</summary>
    public static IReadOnlyList<LineRating> UpdatesToCome(this PlanSnapshot plan) => [.. plan.Lines.Where(plan.IsToCome)];

    /// <summary>The page of a line's update for that meeting.</summary>
    public static string? UpdatePath(this PlanSnapshot plan, LineRating line) => plan.OpenPanel is { } open ? $"/plan/updates/{open.On:yyyy-MM-dd}/{Uri.EscapeDataString(line.Line.Ref)}" : null;

    public static string MeetingPath(DateOnly on) => $"/plan/meetings/{on:yyyy-MM-dd}";
}
