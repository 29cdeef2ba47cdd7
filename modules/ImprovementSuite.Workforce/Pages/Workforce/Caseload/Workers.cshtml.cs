using System.Globalization;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Workforce.Caseload;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Caseload;

/// <summary>Open cases by worker. Each view is kept in the change log.</summary>
[Authorize(Tasks.ReadStaff)]
internal sealed class WorkersModel(WorkforceDb db) : PageModel
{
    public DateOnly? On { get; private set; }

    /// <summary>The most first.</summary>
    public IReadOnlyList<CaseHolder> Workers { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Read("viewed", cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read("downloaded", cancel);
        return CsvDownload.Of(
            $"caseload-by-worker-{On:yyyy-MM-dd}.csv", ["Worker", "Locality", "Team", "Cases"],
            Workers.Select(worker => (IReadOnlyList<string>)[worker.Worker, worker.Locality, worker.Team, worker.Cases.ToString(CultureInfo.InvariantCulture)]));
    }

    private async Task Read(string did, CancellationToken cancel)
    {
        On = (await db.Set<CasesDay>().AsNoTracking().SingleOrDefaultAsync(cancel))?.On;
        Workers = await db.Set<CaseHolder>().AsNoTracking().OrderByDescending(worker => worker.Cases).ThenBy(worker => worker.Worker).ToListAsync(cancel);
        db.Record(Actor.Of(User), $"{did} caseload by worker", $"Cases held, {On:yyyy-MM-dd}", after: $"{Workers.Count} rows");
        await db.SaveChangesAsync(cancel);
    }
}
