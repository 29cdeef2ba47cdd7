using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Spend;

/// <summary>The agency workers of today, those over a rule first. Each view is kept in the change log.</summary>
[Authorize(Tasks.ReadStaff)]
internal sealed class WorkersModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    public IReadOnlyList<AgencyWorker> Workers { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public async Task OnGetAsync(CancellationToken cancel) => await Read("viewed agency workers", cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read("downloaded agency workers", cancel);
        return CsvDownload.Of(
            $"agency-workers-{Today:yyyy-MM-dd}.csv", ["Worker", "Agency", "Role", "Team", "FTE", "Here since", "Months", "Pounds an hour", "Cap", "Over the cap", "Over the tenure"],
            Workers.Select(worker => (IReadOnlyList<string>)
            [
                worker.Stay.Worker, worker.Stay.Agency, worker.Stay.Role.Words(), worker.Stay.Team, Say.Posts(worker.Stay.Fte), $"{worker.Since:yyyy-MM-dd}", $"{worker.Months(Today)}",
                worker.Stay.Charge is { } charge ? Pounds.Plain(charge) : "", worker.Cap is { } cap ? Pounds.Plain(cap) : "", worker.IsOverCap ? "Yes" : "No", worker.IsOverTenure ? "Yes" : "No",
            ]));
    }

    private async Task Read(string action, CancellationToken cancel)
    {
        var rules = AgencyRules.On(Today, await db.Set<AgencyRule>().AsNoTracking().ToListAsync(cancel));
        Workers = [.. AgencyWorker.On(Today, database.Read(connection => AgencyReading.Stays(connection, Today)), rules).OrderByDescending(worker => worker.IsOver).ThenBy(worker => worker.Since).ThenBy(worker => worker.Stay.Worker)];
        db.Record(Actor.Of(User), action, $"Agency workers on {Today:yyyy-MM-dd}", after: Say.Count("row", Workers.Count));
        await db.SaveChangesAsync(cancel);
    }
}
