using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Providers;

/// <summary>One provider: its judgements over time, its reports, what is open, and how ready it is for what comes next.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ProviderModel(InspectionsDb db, ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    /// <summary>Open recommendations that the page lists; the ledger has them all.</summary>
    public const int MostListed = 50;

    private const int MostVisits = 12;

    public Provider Provider { get; private set; } = null!;

    public IReadOnlyList<JudgedReport> Judged { get; private set; } = [];

    public IReadOnlyList<HistoryRow> History { get; private set; } = [];

    public IReadOnlyList<string> Areas { get; private set; } = [];

    public IReadOnlyList<ReportLine> Reports { get; private set; } = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<LedgerRow> Open { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Measures { get; private set; } = new Dictionary<string, string>();

    public ProviderReadiness? Readiness { get; private set; }

    /// <summary>Of a children's home, the latest first.</summary>
    public IReadOnlyList<HomeVisit> Visits { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public ReportProgress Progress => Reports.Aggregate(default(ReportProgress), (sum, report) => sum + report.Progress);

    public bool IsHome => Provider.Kind == ProviderKind.ChildrensHome;

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancel)
    {
        reference = Addresses.Read(reference);
        if (await db.Providers.AsNoTracking().FirstOrDefaultAsync(one => one.Reference == reference && one.Counts, cancel) is not { } provider)
            return NotFound();
        Provider = provider;
        (Judged, Reports) = database.Read(connection => (JudgedReports.Read(connection, reference), ReportReading.Lines(connection, Today, reference)));
        (History, Areas) = (JudgementHistory.Of(Judged), JudgementHistory.Areas(Judged));
        Open = await db.Ledger.Where(row => row.ProviderRef == reference && row.Status == LedgerStatus.Open).OrderBy(row => row.OriginallyDueOn).ThenBy(row => row.Id).Take(MostListed).ToListAsync(cancel);
        Measures = await db.Set<JudgementMeasure>().Where(measure => measure.ProviderRef == reference).ToDictionaryAsync(measure => measure.Area, measure => measure.Code, cancel);
        Readiness = await db.Set<ProviderReadiness>().AsNoTracking().SingleOrDefaultAsync(one => one.ProviderRef == reference, cancel);
        if (IsHome)
            Visits = await db.Set<HomeVisit>().AsNoTracking().Where(visit => visit.ProviderRef == reference && visit.Counts).OrderByDescending(visit => visit.VisitedOn).Take(MostVisits).ToListAsync(cancel);
        return Page();
    }
}
