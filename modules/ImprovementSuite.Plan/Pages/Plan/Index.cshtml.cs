using ImprovementSuite.Plan.Snapshots;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>Which lines need attention before the panel.</summary>
internal sealed class IndexModel(PlanSnapshots snapshots) : PageModel
{
    public PlanFilter Filter { get; private set; } = null!;

    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public PlanSheet Sheet { get; private set; } = null!;

    /// <summary>What the filter lets through.</summary>
    public IReadOnlyList<PlanTheme> Themes { get; private set; } = [];

    public async Task OnGet()
    {
        Filter = PlanFilter.Of(Request.Query);
        if (await snapshots.Current(HttpContext.RequestAborted) is not { } plan)
            return;
        (Plan, Sheet) = (plan, PlanSheet.Of(plan));
        Themes = Filter.IsOn ? PlanTheme.Of(Sheet.Rows.Where(row => Filter.Lets(row.Rating, plan))) : Sheet.Themes;
    }
}
