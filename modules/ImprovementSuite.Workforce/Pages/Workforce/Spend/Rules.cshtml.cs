using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Spend;

/// <summary>The rules that agencies are held to, since when and by what; and how many agency workers are over one today.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class RulesModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    public IReadOnlyList<AgencyRule> All { get; private set; } = [];

    public AgencyRules Today { get; private set; } = null!;

    public IReadOnlyList<AgencyWorker> Workers { get; private set; } = [];

    public DateOnly Day => clock.Today;

    /// <summary>By role: who is there, over the cap, over the tenure, and without a known charge.</summary>
    public IEnumerable<(string Role, int Workers, int OverCap, int OverTenure, int NoCharge)> Roles => Workers.GroupBy(worker => worker.Stay.Role).OrderBy(role => role.Key)
        .Select(role => (role.Key.Words(), People(role), People(role.Where(worker => worker.IsOverCap)), People(role.Where(worker => worker.IsOverTenure)), People(role.Where(worker => worker.ChargeIsMissing))));

    public static int People(IEnumerable<AgencyWorker> workers) => workers.DistinctBy(worker => worker.Stay.Worker).Count();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        All = await db.Set<AgencyRule>().AsNoTracking().OrderBy(rule => rule.Kind).ThenBy(rule => rule.Role).ThenByDescending(rule => rule.From).ToListAsync(cancel);
        Today = AgencyRules.On(clock.Today, All);
        Workers = AgencyWorker.On(clock.Today, database.Read(connection => AgencyReading.Stays(connection, clock.Today)), Today);
    }
}
