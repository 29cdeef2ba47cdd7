using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Inspections.Pages.Inspections.Profile;

/// <summary>The performance profile today: services, the authority's own judgements, and national indicators beside those of others.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class ProfileModel(ModuleDatabase<InspectionsDb> database, BusinessClock clock) : PageModel
{
    public PerformanceProfile Profile { get; private set; } = null!;

    /// <summary>Null where there are fewer than two months to draw.</summary>
    public Chart? Chart { get; private set; }

    public void OnGet()
    {
        Profile = database.Read(connection => ProfileReading.Read(connection, clock.Today));
        var drawn = Profile.A.Months.Where(month => month.Share.Percent is not null).ToList();
        if (drawn.Count > 1)
            Chart = new Chart("Share of inspected services that are good or better at the end of each month; the table beside it says the same", drawn[0].Day, drawn[^1].Day, "%")
            {
                Each = "end of each month",
                Months = [.. drawn.Select(month => new ChartMonth(month.Day, month.Day, month.Share.Percent!.Value, month.Day.AddDays(1).Day == 1))],
            };
    }
}
