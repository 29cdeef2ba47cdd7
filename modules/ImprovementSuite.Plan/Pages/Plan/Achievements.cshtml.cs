using ImprovementSuite.Plan.Snapshots;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>What has been achieved beside the plan's lines.</summary>
internal sealed class AchievementsModel(PlanSnapshots snapshots) : PageModel
{
    public IReadOnlyList<string> Achievements { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel) => Achievements = (await snapshots.Current(cancel))?.Content.Plan.Achievements ?? [];
}
