using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reviews;

/// <summary>One serious case review: its actions, and who is named for its papers.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReviewModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public ReportLine Review { get; private set; } = null!;

    public IReadOnlyList<LedgerRow> Actions { get; private set; } = [];

    public IReadOnlyList<ReviewReader> Readers { get; private set; } = [];

    public DateOnly Today => clock.Today;

    /// <summary>Whether whoever looks is named for the papers.</summary>
    public bool IsNamed => Readers.Any(reader => reader.PersonId == Actor.Of(User).Id);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        if (database.Read(connection => ReportReading.Lines(connection, Today, kind: SourceKind.SeriousCaseReview)).FirstOrDefault(review => review.Reference == reference) is not { } found)
            return NotFound();
        Review = found;
        Actions = await db.Ledger.Where(row => row.InspectionRef == reference).OrderBy(row => row.OriginallyDueOn).ThenBy(row => row.Id).ToListAsync(cancel);
        Readers = await db.Set<ReviewReader>().AsNoTracking().Where(reader => reader.InspectionRef == reference).OrderBy(reader => reader.PersonName).ToListAsync(cancel);
        return Page();
    }
}
