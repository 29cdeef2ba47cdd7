using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Inspections.Pages.Inspections.Recommendations;

/// <summary>Takes evidence away with a reason; of a file the content goes too, and its hash stays in the change log.</summary>
[Authorize(Tasks.WorkOnRecommendations)]
internal sealed class RemoveEvidenceModel(InspectionsDb db, LedgerDesk desk, EvidenceStore store, BusinessClock clock) : RecommendationForm(db, desk, clock)
{
    [BindProperty(SupportsGet = true, Name = "item")]
    public int ItemId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public EvidenceItem Item { get; private set; } = null!;

    protected override string Doing => "Remove evidence";

    public override async Task<IActionResult> OnGetAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || !await FindItem(cancel))
            return NotFound();
        Version = Item.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id, CancellationToken cancel)
    {
        if (!await Find(id, cancel) || !await FindItem(cancel))
            return NotFound();
        if (Desk.RemoveEvidence(Case, Item, Why, By) is { } problem)
        {
            ModelState.AddModelError(problem.Field, problem.Sentence);
            return Page();
        }
        Db.Expect(Item, Version);
        var hash = Item.Sha256;
        return await Save(Row.Path, async () =>
        {
            await Desk.Save([Case], cancel);
            if (hash is not null && !await Db.Evidence.AnyAsync(item => item.Sha256 == hash && item.RemovedAt == null, cancel))
                store.Discard(hash);
        }, async () => await Find(id, cancel) && await FindItem(cancel) ? (Item.Version, SavedField.Of(("Evidence", Item.Title, "Removed"))) : null);
    }

    private async Task<bool> FindItem(CancellationToken cancel)
    {
        var of = Row.Id;
        if (await Db.Evidence.SingleOrDefaultAsync(item => item.Id == ItemId && item.Of == EvidenceOf.Recommendation && item.SubjectId == of && item.RemovedAt == null, cancel) is not { } found)
            return false;
        Item = found;
        return true;
    }
}
