using System.Globalization;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Caseload;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Caseload;

/// <summary>Open cases by team, and for each full-time social worker in its posts.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    /// <summary>The day of which the cases are; null where none have come.</summary>
    public DateOnly? On { get; private set; }

    public TeamCaseload All { get; private set; }

    public IReadOnlyList<(Place Place, TeamCaseload Caseload)> Teams { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancel) => Read(cancel);

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel)
    {
        await Read(cancel);
        return CsvDownload.Of(
            $"caseload-{On ?? clock.Today:yyyy-MM-dd}.csv", ["Locality", "Team", "Cases", "Workers who hold any", "Most of one worker", "Social workers in posts, FTE", "Cases per FTE"],
            Teams.Select(team => (IReadOnlyList<string>)
            [
                team.Place.Locality, team.Place.Team, Number(team.Caseload.Cases), Number(team.Caseload.Workers), Number(team.Caseload.Largest), Number(team.Caseload.Fte / 100m), team.Caseload.PerPost is { } per ? Number(Math.Round(per, 1)) : "",
            ]));

        static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
    }

    private async Task Read(CancellationToken cancel)
    {
        var holders = await db.Set<CaseHolder>().AsNoTracking().ToListAsync(cancel);
        On = (await db.Set<CasesDay>().AsNoTracking().SingleOrDefaultAsync(cancel))?.On;
        if (On is not { } day)
            return;
        // A worker who holds cases in two teams is one worker of the authority, and one of each team.
        Teams =
        [
            .. database.Read(connection => TeamCaseloads.Of(connection, holders, day))
                .OrderBy(team => team.Key.Locality.Length == 0).ThenBy(team => team.Key.Locality, StringComparer.Ordinal).ThenBy(team => team.Key.Team, StringComparer.Ordinal).Select(team => (team.Key, team.Value)),
        ];
        var byWorker = holders.GroupBy(holder => holder.Worker).Select(own => own.Sum(holder => holder.Cases)).ToList();
        All = new(byWorker.Sum(), byWorker.Count, byWorker.DefaultIfEmpty().Max(), Teams.Sum(team => team.Caseload.Fte));
    }
}
