using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ready;

/// <summary>How ready one provider is: its self-assessment with evidence, and the grades that the service and a reviewer expect, side by side.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class OneModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, EvidenceStore store, BusinessClock clock) : PageModel
{
    public ReadinessLine Line { get; private set; } = null!;

    public IReadOnlyList<EvidenceItem> Evidence { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public string Here => Addresses.Readiness(Line.Provider.Reference);

    /// <summary>Why whoever looks may not review it; null where nothing but a task stands against it.</summary>
    public string? MayNotReview => Line.Said?.ServiceById == Actor.Of(User).Id ? "You gave the service’s view: somebody else reviews it" : null;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        if ((await ReadinessReading.Lines(db, database, Today, cancel)).FirstOrDefault(line => line.Provider.Reference == reference) is not { } found)
            return NotFound();
        Line = found;
        Evidence = await db.Evidence.AsNoTracking().Where(item => item.Of == EvidenceOf.Readiness && item.SubjectId == found.Provider.Id && item.RemovedAt == null).OrderBy(item => item.Id).ToListAsync(cancel);
        return Page();
    }

    /// <summary>A file of evidence, as it was brought in, or the way to a link. Who opened it is kept in the change log.</summary>
    public async Task<IActionResult> OnGetOpenAsync(string reference, int item, CancellationToken cancel)
    {
        if (await OnGetAsync(reference, cancel) is NotFoundResult || Evidence.FirstOrDefault(one => one.Id == item) is not { } found || await store.Answer(found, cancel) is not { } answer)
            return NotFound();
        db.Record(Actor.Of(User), "opened evidence of how ready a provider is", Line.Provider.Name, after: found.InLog());
        await db.SaveChangesAsync(cancel);
        return answer;
    }
}
