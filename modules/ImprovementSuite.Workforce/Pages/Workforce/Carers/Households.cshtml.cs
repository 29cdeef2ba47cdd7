using ImprovementSuite.Platform.Publication;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Fostering;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Pages.Workforce.Carers;

/// <summary>The households behind the figures of carers. Each view is kept in the change log.</summary>
[Authorize(Tasks.ReadStaff)]
internal sealed class HouseholdsModel(WorkforceDb db, BusinessClock clock) : PageModel
{
    public const int PageSize = 50;

    public static readonly IReadOnlyList<(string Value, string Title)> Views =
        [("", "Foster today"), ("process", "On the way to approval"), ("connected", "Family and friends of a child"), ("left", "De-registered or resigned"), ("lost", "Ended before approval")];

    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    /// <summary>1, 2, 3...</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<(FosterHousehold Household, string Locality)> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public bool HasNext => Total > Number * PageSize;

    public DateOnly Today => clock.Today;

    public string Shown => Views.First(view => view.Value == (Show ?? "")).Title;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Number = Math.Clamp(Number, 1, 1_000_000);
        return await Read((Number - 1) * PageSize, PageSize, "viewed foster households", cancel) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken cancel) => await Read(0, int.MaxValue, "downloaded foster households", cancel)
        ? CsvDownload.Of(
            $"foster-households-{Today:yyyy-MM-dd}.csv", ["Household", "Locality", "Carers", "Family or friends", "Enquired", "Visited", "Trained", "Assessed", "Approved", "Ended", "How"],
            Rows.Select(row => (IReadOnlyList<string>)
            [
                row.Household.Household, row.Locality, $"{row.Household.Carers}", row.Household.Connected ? "Yes" : "No", .. FosterRegister.Stages.Select(stage => $"{FosterRegister.DayOf(row.Household, stage):yyyy-MM-dd}"),
                $"{row.Household.EndedOn:yyyy-MM-dd}", row.Household.EndedOn is null ? "" : FosterRegister.Words(row.Household.Ended),
            ]))
        : NotFound();

    public string Address(int page, string? handler = null) => Url.Page(null, handler, new { show = Show, number = page })!;

    private async Task<bool> Read(int skip, int take, string action, CancellationToken cancel)
    {
        if (!ModelState.IsValid || Views.All(view => view.Value != (Show ?? "")))
            return false;
        var today = clock.Today;
        var households = db.Set<FosterHousehold>().AsNoTracking().Where(household => household.Counts);
        households = Show switch
        {
            "process" => households.Where(household => !household.Connected && household.ApprovedOn == null && household.EndedOn == null),
            "connected" => households.Where(household => household.Connected && household.ApprovedOn != null && (household.EndedOn == null || household.EndedOn >= today)),
            "left" => households.Where(household => household.ApprovedOn != null && household.EndedOn < today),
            "lost" => households.Where(household => household.ApprovedOn == null && household.EndedOn != null),
            _ => households.Where(household => !household.Connected && household.ApprovedOn != null && (household.EndedOn == null || household.EndedOn >= today)),
        };
        Total = await households.CountAsync(cancel);
        var rows = await households.OrderByDescending(household => household.EnquiredOn).ThenBy(household => household.Household).Skip(skip).Take(take)
            .Join(db.Teams, household => household.TeamId, team => team.Id, (household, team) => new { household, team.Locality }).ToListAsync(cancel);
        Rows = [.. rows.Select(row => (row.household, row.Locality)).OrderByDescending(row => row.household.EnquiredOn).ThenBy(row => row.household.Household, StringComparer.Ordinal)];
        db.Record(Actor.Of(User), action, $"Foster carers on {today:yyyy-MM-dd}", after: $"{Rows.Count} of {Total} households, {Shown.ToLowerInvariant()}, page {Number}");
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
