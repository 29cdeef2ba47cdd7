using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Snapshots;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Notice;

/// <summary>Every condition of the notice: met or not, what is missing, and by when at the present rate.</summary>
internal sealed class IndexModel(PlanSnapshots snapshots) : PageModel
{
    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public NoticeStanding? Standing => Plan?.Notice;

    public NoticeSays Says { get; private set; } = null!;

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        (Plan, Says) = (plan, new(plan));
    }
}
