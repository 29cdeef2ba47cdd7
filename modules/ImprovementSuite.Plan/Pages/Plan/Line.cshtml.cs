using ImprovementSuite.Plan.Meetings;
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

    /// <summary>What panels decided and asked about it, the newest first.</summary>
    public IReadOnlyList<Decision> Decisions => [.. Plan.Content.Decisions.Where(decision => decision.Line == Rating.Line.Ref).Reverse()];

    public async Task<IActionResult> OnGet(string reference, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan || plan.Lines.FirstOrDefault(line => line.Line.Ref == reference) is not { } line)
            return NotFound();
        (Plan, Row) = (plan, new PlanRow(line, plan));
        return Page();
    }
}
