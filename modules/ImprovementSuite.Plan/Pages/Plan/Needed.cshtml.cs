using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>Every line that is short of its stage: what it needs from here, and how it goes at present.</summary>
internal sealed class NeededModel(PlanSnapshots snapshots) : PageModel
{
    public PlanSnapshot Plan { get; private set; } = null!;
    public IReadOnlyList<LineNeed> Lines { get; private set; } = [];

    /// <summary>Rows of measures: a measure that stands on two lines is counted once.</summary>
    public IReadOnlyList<Need> Nearest { get; private set; } = [];

    public async Task<IActionResult> OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return NotFound();
        (Plan, Lines) = (plan, plan.ShortOfStage);
        Nearest = [.. Lines.SelectMany(line => line.Measures).DistinctBy(need => need.Measure.Code)];
        return Page();
    }

    /// <summary>Measures of which a present rate is known.</summary>
    public int Known => Nearest.Count(need => need.Present.IsKnown);

    /// <summary>Of how many it is known whether a month reached what is needed, and of how many one did.</summary>
    public (int Reached, int Judged) Months => (Nearest.Count(need => need.EverReached == true), Nearest.Count(need => need.EverReached is not null));
}
