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

    /// <summary>"none" where somebody wanted to change those chosen and had chosen none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Chosen { get; set; }

    public DateOnly Today => clock.Today;

    public Period Year => Period.YearToDate(clock.Today);

    /// <summary>All that match.</summary>
    public IReadOnlyList<LedgerLine> Matching { get; private set; } = [];

    /// <summary>Those of this page.</summary>
    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public LedgerChoices Choices { get; private set; } = null!;

    public int Of(Func<LedgerLine, bool> condition) => Matching.Count(condition);

    public bool IsDue(LedgerLine line) => line.IsFigured && Year.From <= line.OriginallyDueOn && line.OriginallyDueOn <= Today;

    public IEnumerable<(string, string)> Services => Choices.Services.Select(service => (service, service)).Prepend(("", "Every service"));

    public IEnumerable<(string, string)> Sources => Enum.GetValues<SourceKind>().Select(source => ($"{(int)source}", source.Words())).Prepend(("", "Every source"));

    public IEnumerable<(string, string)> Providers => Choices.Providers.Prepend(("", "Every provider"));

    public IEnumerable<(string, string)> Counted => Choices.Measures.Prepend((LedgerFilter.InFigures, "In figures")).Prepend(("", "Everything"));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Filter.IsKnown)
            return NotFound();
        if (Chosen is not null)
            ModelState.AddModelError("", "None was chosen: tick the recommendations that are to change, at the end of their rows");
        Choices = database.Read(LedgerChoices.Read);
        Matching = Match();
        Number = Math.Clamp(Number, 1, Math.Max(1, (Matching.Count + PageSize - 1) / PageSize));
        Rows = await Whole(Ordered(Matching).Skip((Number - 1) * PageSize).Take(PageSize), cancel);
        return Page();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        if (!ModelState.IsValid || !Filter.IsKnown)
            return NotFound();
        var matching = Match();
        if (!ModelState.IsValid)
            return BadRequest();
        return CsvDownload.Of(
            $"recommendations-{Today:yyyy-MM-dd}.csv",
            ["Report", "Report reference", "Source", "Provider", "Number", "Kind", "Recommendation", "Owner", "Service", "Originally due", "Revised to", "State", "Overdue", "Complete on", "Validated on", "Met in original timescale", "In figures"],
            (await Whole(Ordered(matching), cancel)).Select(row => (IReadOnlyList<string>)
            [
                row.Report, row.InspectionRef, row.Source.Words(), row.Provider, row.Number, row.Kind.Words(), row.Text, row.Owner, row.Service, Iso(row.OriginallyDueOn), Iso(row.RevisedDueOn), row.Status.Words(),
                row.IsOverdue(Today) ? "Yes" : "No", Iso(row.CompletedOn), Iso(row.ValidatedOn), row.IsMetInTime ? "Yes" : "No", row.WhyInNoFigure() ?? "Yes",
            ]));
    }

    private List<LedgerLine> Match()
    {
        var question = Filter.Question(Today, ModelState);
        return database.Read(connection => LedgerLines.Read(connection, question)).FindAll(line => Filter.Takes(line, Today));
    }

    private IEnumerable<LedgerLine> Ordered(IEnumerable<LedgerLine> lines) => lines.OrderBy(line => line.Place(Today));

    private async Task<List<LedgerRow>> Whole(IEnumerable<LedgerLine> lines, CancellationToken cancel)
    {
        var ids = lines.Select(line => line.Id).ToList();
        var rows = await db.Ledger.Where(row => EF.Parameter(ids).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        // One that was taken out since its line was read is not there any more.
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
