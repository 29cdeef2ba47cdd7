using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Ledgers;

/// <summary>The ledger of recommendations of every source: what is overdue first, filtered, and as a file.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public LedgerFilter Filter { get; set; } = new();

    /// <summary>1, 2, 3...</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public DateOnly Today => clock.Today;

    public Period Year => Period.YearToDate(clock.Today);

    public IReadOnlyList<LedgerPart> Parts { get; private set; } = [];

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public long Of(Func<LedgerPart, long> figure) => Parts.Sum(figure);

    public IEnumerable<(string, string)> Services => Parts.Select(part => part.Service).Distinct().Order().Select(service => (service, service)).Prepend(("", "Every service"));

    public IEnumerable<(string, string)> Sources => Enum.GetValues<SourceKind>().Select(source => ($"{(int)source}", source.Words())).Prepend(("", "Every source"));

    public IEnumerable<(string, string)> Providers => Parts.Select(part => (part.ProviderRef, part.Provider)).Distinct().OrderBy(one => one.Provider).Prepend(("", "Every provider"));

    public IEnumerable<(string, string)> Reports => Parts.Select(part => (part.InspectionRef, part.Report)).Distinct().OrderBy(one => one.Report).Prepend(("", "Every report"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Filter.IsKnown)
            return NotFound();
        var matching = Filter.Of(db.Ledger, Today, ModelState);
        Parts = database.Read(connection => LedgerFigures.Parts(connection, Year.From, Today));
        Total = await matching.CountAsync(cancel);
        Number = Math.Clamp(Number, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Rows = await LedgerFilter.Ordered(matching, Today).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Filter.IsKnown)
            return NotFound();
        var matching = Filter.Of(db.Ledger, Today, ModelState);
        if (!ModelState.IsValid)
            return BadRequest();
        return CsvDownload.Of(
            $"recommendations-{Today:yyyy-MM-dd}.csv",
            ["Report", "Report reference", "Source", "Provider", "Number", "Kind", "Recommendation", "Owner", "Service", "Originally due", "Revised to", "State", "Overdue", "Complete on", "Validated on", "Met in original timescale", "In figures"],
            (await LedgerFilter.Ordered(matching, Today).ToListAsync(cancel)).Select(row => (IReadOnlyList<string>)
            [
                row.Report, row.InspectionRef, row.Source.Words(), row.Provider, row.Number, row.Kind.Words(), row.Text, row.Owner, row.Service, Iso(row.OriginallyDueOn), Iso(row.RevisedDueOn), row.Status.Words(),
                row.IsOverdue(Today) ? "Yes" : "No", Iso(row.CompletedOn), Iso(row.ValidatedOn), row.IsMetInTime ? "Yes" : "No", row.WhyInNoFigure() ?? "Yes",
            ]));
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
