using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>A file of evidence, as it was brought in, or the way to a link. Who opened it is kept in the change log.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class OpenEvidenceModel(InspectionsDb db, EvidenceStore store) : PageModel
{
    public EvidenceItem Item { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(long id, int item, CancellationToken cancel)
    {
        if (await db.Evidence.AsNoTracking().SingleOrDefaultAsync(one => one.Id == item && one.Of == EvidenceOf.Recommendation && one.SubjectId == id && one.RemovedAt == null, cancel) is not { } found
            || await db.Ledger.SingleOrDefaultAsync(row => row.Id == id, cancel) is not { } row)
            return NotFound();
        Item = found;
        if (await store.Answer(found, cancel) is not { } answer)
            return Page();
        db.Record(Actor.Of(User), "opened evidence of a recommendation", $"Recommendation {row.Number} of {row.Report}", after: found.InLog());
        await db.SaveChangesAsync(cancel);
        return answer;
    }
}
