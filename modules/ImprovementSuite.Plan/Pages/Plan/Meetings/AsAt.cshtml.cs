using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>The plan on any day: as it was known then, beside what is known of that day now.</summary>
internal sealed class AsAtModel(PlanSnapshots snapshots, PlanReplay replay, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "day")]
    public string? Typed { get; set; }

    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    /// <summary>Null until a day is given.</summary>
    public DateOnly? Day { get; private set; }

    public PlanSnapshot? Then { get; private set; }
    public PlanSnapshot? Now { get; private set; }
    public IReadOnlyList<(PlanRow Then, PlanRow Now)> Rows { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        Plan = await snapshots.Current(cancel);
        if (Plan is null || Check() is not { } day)
            return;
        (Day, Then, Now) = (day, await replay.On(day, Knowledge.Then, cancel), await replay.On(day, Knowledge.Now, cancel));
        Rows = [.. PlanSheet.Of(Then!).Rows.Zip(PlanSheet.Of(Now!).Rows)];
    }

    /// <summary>Whether what is known of the line now is not what was known then.</summary>
    public static bool Differs((PlanRow Then, PlanRow Now) row) =>
        row.Then.Reading != row.Now.Reading || row.Then.UnderReading != row.Now.UnderReading || row.Then.Rating.Computed != row.Now.Rating.Computed;

    private DateOnly? Check()
    {
        if (string.IsNullOrWhiteSpace(Typed))
            return null;
        if (TypedDay.Read(Typed) is not { } day)
            ModelState.AddModelError("day", $"\"{Typed.Trim()}\" is no date. Give a day with month and year, such as {Say.Date(clock.Today)}");
        else if (day > clock.Today)
            ModelState.AddModelError("day", $"{Say.Date(day)} is still to come. Give a day up to today, {Say.Date(clock.Today)}");
        else if (day < WorkingDayCalendar.First)
            ModelState.AddModelError("day", $"{Say.Date(day)} is too long ago. Give a day from {Say.Date(WorkingDayCalendar.First)} on");
        else
            return day;
        return null;
    }
}
