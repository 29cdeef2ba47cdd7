using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Arranges a meeting; the days of its round are counted back from it.</summary>
[Authorize(Tasks.RunPanel)]
internal sealed class AddModel(PlanDb db, PlanSnapshots snapshots, WorkingDayCalendar calendar, BusinessClock clock) : PageModel
{
    [BindProperty]
    public string? Day { get; set; }

    public async Task<IActionResult> OnGet(CancellationToken cancel) => await snapshots.Current(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPost(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is null)
            return NotFound();
        if (TypedDay.Read(Day) is not { } on)
        {
            ModelState.AddModelError(nameof(Day), "Give the day on which the panel meets, with day, month and year, such as 27 October 2010");
            return Page();
        }
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (MeetingDays.Wrong(on, clock.Today, await db.Panels.IgnoreAutoIncludes().AsNoTracking().ToListAsync(cancel), calendar) is { } wrong)
        {
            ModelState.AddModelError(nameof(Day), wrong);
            return Page();
        }
        var panel = Panel.For(on, calendar);
        db.Add(panel);
        db.Record(Actor.Of(User), "added a panel meeting", Say.Date(on), after: $"papers go out on {Say.Date(panel.DispatchOn)}, updates are due by {Say.Date(panel.UpdatesDue)}");
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect(MeetingPage.AddressOf(on));
    }
}
