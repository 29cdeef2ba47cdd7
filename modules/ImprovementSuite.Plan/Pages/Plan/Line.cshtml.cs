using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>One line in full: what is to be done, by whom, how far it is, and what its lead says.</summary>
internal sealed class LineModel(PlanDb db, PlanSnapshots snapshots) : PageModel
{
    public PlanSnapshot Plan { get; private set; } = null!;
    public PlanRow Row { get; private set; } = null!;
    public LineRating Rating => Row.Rating;

    /// <summary>What its lead has told panels, the newest first; drafts are not among them.</summary>
    public IReadOnlyList<LineUpdate> Updates { get; private set; } = [];

    /// <summary>The accepted update that the plan's words are of; null where they were published or written otherwise.</summary>
    public LineUpdate? Says => Updates.FirstOrDefault(update => update.State == UpdateState.Accepted) is { } latest && latest.Commentary == Row.Line.Commentary ? latest : null;
    /// <summary>What the line needs to reach its stages; null where it is short of none.</summary>
    public LineNeed? Needed => Plan.ShortOfStage.FirstOrDefault(need => need.Line == Rating);
    /// <summary>What panels decided and asked about it, the newest first.</summary>
    public IReadOnlyList<Decision> Decisions => [.. Plan.Content.Decisions.Where(decision => decision.Line == Rating.Line.Ref).Reverse()];

    public async Task<IActionResult> OnGet(string reference, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan || plan.Lines.FirstOrDefault(line => line.Line.Ref == reference) is not { } line)
            return NotFound();
        (Plan, Row) = (plan, new PlanRow(line, plan));
        Updates = await db.Updates.AsNoTracking().Where(update => update.Line == reference && update.State != UpdateState.Draft).OrderByDescending(update => update.Panel).ToListAsync(cancel);
        return Page();
    }
}
