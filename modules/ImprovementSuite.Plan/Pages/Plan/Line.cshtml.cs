using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>One line in full: what is to be done, by whom, how far it is, and what its lead says.</summary>
internal sealed class LineModel(PlanSnapshots snapshots) : PageModel
{
    public PlanSnapshot Plan { get; private set; } = null!;
    public PlanRow Row { get; private set; } = null!;
    public LineRating Rating => Row.Rating;

    /// <summary>What the line needs to reach its stages; null where it is short of none.</summary>
    public LineNeed? Needed => Plan.ShortOfStage.FirstOrDefault(need => need.Line == Rating);

    public async Task<IActionResult> OnGet(string reference, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan || plan.Lines.FirstOrDefault(line => line.Line.Ref == reference) is not { } line)
            return NotFound();
        (Plan, Row) = (plan, new PlanRow(line, plan));
        return Page();
    }
}
