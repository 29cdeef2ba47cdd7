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

namespace ImprovementSuite.Inspections.Pages.Inspections.ReportsOf;

/// <summary>One inspection, visit or review: what it judged, what it recommends and how far that is.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReportModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public Inspection Report { get; private set; } = null!;

    public ReportLine Line { get; private set; } = null!;

    /// <summary>Null where nothing is graded.</summary>
    public Framework? Framework { get; private set; }

    public IReadOnlyList<Judgement> Judgements { get; private set; } = [];

    /// <summary>The oldest original date first.</summary>
    public IReadOnlyList<LedgerRow> Recommendations { get; private set; } = [];

    public ReportMeasure? Measure { get; private set; }

    public DateOnly Today => clock.Today;

    public bool IsReview => Report.Kind == SourceKind.SeriousCaseReview;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        if (await db.Inspections.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == reference && one.Counts, cancel) is not { } report)
            return NotFound();
        Report = report;
        Line = database.Read(connection => ReportReading.Lines(connection, Today, report.ProviderRef, report.Kind)).First(line => line.Reference == reference);
        Framework = await db.Frameworks.AsNoTracking().SingleOrDefaultAsync(one => one.Code == report.Framework, cancel);
        Judgements = await db.Judgements.AsNoTracking().Where(one => one.InspectionRef == reference && one.Counts).OrderBy(one => one.Area != Judgement.Overall).ThenBy(one => one.Area).ToListAsync(cancel);
        Recommendations = await db.Ledger.Where(row => row.InspectionRef == reference).OrderBy(row => row.OriginallyDueOn).ThenBy(row => row.Id).ToListAsync(cancel);
        Measure = await db.Set<ReportMeasure>().AsNoTracking().SingleOrDefaultAsync(one => one.InspectionRef == reference, cancel);
        return Page();
    }
}
