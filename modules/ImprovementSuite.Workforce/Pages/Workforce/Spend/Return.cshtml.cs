using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Spend;

/// <summary>Agency workers of a quarter by role: how many, how much of a full-time post, of how many agencies.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ReturnModel(WorkforceDb db, ModuleDatabase<WorkforceDb> database, BusinessClock clock) : PageModel
{
    private const int QuartersShown = 12;

    /// <summary>A day of the quarter; empty is the last one that ended.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Quarter { get; set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public IReadOnlyList<ReturnLine> Roles { get; private set; } = [];

    public ReturnLine All { get; private set; } = null!;

    /// <summary>Whether a rule asked for the return on the quarter's last day.</summary>
    public bool IsDue { get; private set; }

    public bool StillRuns => From.AddMonths(3) > clock.Today;

    public IEnumerable<(string, string)> Quarters => Enumerable.Range(0, QuartersShown).Select(back => QuarterOf(clock.Today).AddMonths(-3 * back)).Select(first => ($"{first:yyyy-MM-dd}", Say.Range(first, first.AddMonths(3).AddDays(-1))));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await Read(cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) => await Read(cancel)
        ? CsvDownload.Of(
            $"agency-return-{From:yyyy-MM-dd}.csv", ["Role", "Workers in the quarter", "Workers on the last day", "FTE on the last day", "Agencies"],
            Roles.Append(All).Select(line => (IReadOnlyList<string>)[line.Role, $"{line.Headcount}", $"{line.AtTheEnd}", Say.Posts(line.Fte), $"{line.Agencies}"]))
        : NotFound();

    private async Task<bool> Read(CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return false;
        From = Quarter is { } day ? QuarterOf(day) : QuarterOf(clock.Today).AddMonths(-3);
        if (From > clock.Today || From.Year < 1990)
            return false;
        var last = From.AddMonths(3).AddDays(-1);
        To = last < clock.Today ? last : clock.Today;
        (Roles, All) = ReturnLine.Of(database.Read(connection => AgencyReading.Stays(connection, To)), From, To);
        IsDue = AgencyRules.On(To, await db.Set<AgencyRule>().AsNoTracking().ToListAsync(cancel)).ReturnIsDue;
        return true;
    }

    private static DateOnly QuarterOf(DateOnly day) => new(day.Year, (day.Month - 1) / 3 * 3 + 1, 1);
}
