using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Every line whose two colours differ, with the lead's reason and what panels have ruled so far.</summary>
internal sealed class ChallengesModel(PlanSnapshots snapshots) : PageModel
{
    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public IReadOnlyList<ChallengedLine> Challenges { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        Plan = plan;
        Challenges = [.. PlanSheet.Of(plan).Rows.Where(row => row.Rating.Difference != Difference.None).Select(row => ChallengedLine.Of(row, plan))];
    }
}

/// <summary>A line whose colours differ.</summary>
/// <param name="Since">"The panel of 29 September 2010 was the first to be shown it".</param>
/// <param name="IsOpen">No panel has ruled on these two colours.</param>
internal sealed record ChallengedLine(PlanRow Row, string Since, Decision? Ruling, bool IsOpen)
{
    public static ChallengedLine Of(PlanRow row, PlanSnapshot plan) =>
        new(row, SinceWhen(row.Line.Ref, plan), Minutes.LastRuling(plan, row.Line.Ref), plan.Challenges.Contains(row.Rating));

    /// <summary>The first of the freezes without a break in which the colours differed.</summary>
    private static string SinceWhen(string line, PlanSnapshot plan)
    {
        var differing = plan.Content.Panels.Where(panel => panel.FrozenLines.Count > 0).Reverse()
            .TakeWhile(panel => panel.FrozenLines.FirstOrDefault(frozen => frozen.Line == line) is { } frozen && LineRating.DifferenceOf(frozen.Computed, frozen.Declared) != Difference.None);
        return differing.LastOrDefault() is { } first ? $"The panel of {Say.Date(first.On)} was shown it first" : "No panel has been shown it";
    }
}
