using System.Globalization;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Profile;

/// <summary>The performance profile today, or on an earlier day: services, the authority's own judgements, and national indicators beside those of others.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ProfileModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    /// <summary>Of the plan's link to what is behind a figure: its last day, which is the day of a stock.</summary>
    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    public DateOnly Day { get; private set; }

    public bool IsToday => Day == clock.Today;

    public PerformanceProfile Profile { get; private set; } = null!;

    /// <summary>Null where there are fewer than two months to draw.</summary>
    public Chart? Chart { get; private set; }

    public IActionResult OnGet()
    {
        Day = clock.Today;
        if (!string.IsNullOrEmpty(To))
        {
            if (!DateOnly.TryParseExact(To, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to) || to < WorkingDayCalendar.First)
                return NotFound();
            // A month that still runs is counted to today.
            Day = to < Day ? to : Day;
        }
        Profile = database.Read(connection => ProfileReading.Read(connection, Day));
        var drawn = Profile.A.Months.Where(month => month.Share.Percent is not null).ToList();
        if (drawn.Count > 1)
            Chart = new Chart("Share of inspected services that are good or better at the end of each month; the table beside it says the same", drawn[0].Day, drawn[^1].Day, "%")
            {
                Each = "end of each month",
                FromZero = true,
                Months = [.. drawn.Select(month => new ChartMonth(month.Day, month.Day, month.Share.Percent!.Value, month.Day.AddDays(1).Day == 1))],
                Stages = Profile.A.Next is { } next
                    ? [new(drawn[0].Day, next.LowestPercent), new(drawn[^1].Day, next.LowestPercent, $"{next.LowestPercent}%: {next.Words}")] : [],
            };
        return Page();
    }
}
