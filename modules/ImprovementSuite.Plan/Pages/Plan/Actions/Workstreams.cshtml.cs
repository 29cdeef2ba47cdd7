using ImprovementSuite.Plan.Actions;
using ImprovementSuite.Plan.Snapshots;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Actions;

/// <summary>Every workstream with its lines by colour, in both voices.</summary>
internal sealed class WorkstreamsModel(PlanSnapshots snapshots) : PageModel
{
    public PlanSnapshot? Plan { get; private set; }
    public IReadOnlyList<Workstream> List { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        (Plan, List) = (plan, Workstream.All(plan));
    }
}
