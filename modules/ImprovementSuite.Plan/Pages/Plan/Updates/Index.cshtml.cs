using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Reminders;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Updates;

/// <summary>A round of updates: what is in, what is not, and whose turn it is.</summary>
internal sealed class IndexModel(PlanDb db, PlanSnapshots snapshots, WorkingDayCalendar calendar, IAuthorizationService authorization, BusinessClock clock, MailSettings mail) : PageModel
{
    [FromQuery(Name = "whose")]
    public string? Whose { get; set; }

    [FromQuery(Name = "state")]
    public string? State { get; set; }

    [BindProperty]
    public string? NewDay { get; set; }

    [BindProperty]
    public string? WhyNewDay { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    /// <summary>Null where no meeting is ahead and none was asked for.</summary>
    public UpdateRound? Round { get; private set; }

    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];
    public bool RunsPanel { get; private set; }
    public bool MailIsSetUp => mail.IsSetUp;
    public DateOnly Today => clock.Today;

    public IEnumerable<RoundLine> Own => Round!.Lines.Where(line => line.Line.IsLedBy(User));

    /// <summary>A lead begins with the lines that wait for them; everybody may read all.</summary>
    public bool OnlyOwn => Own.Any() && Whose != "all";

    public IReadOnlyList<RoundLine> Shown =>
        [.. Round!.Lines.Where(line => (!OnlyOwn || line.Line.IsLedBy(User)) && (State is null || State == RoundWords.Address(line.State)))];

    public async Task<IActionResult> OnGetAsync(string? panel, CancellationToken cancel) => await Read(panel, cancel) ? Page() : NotFound();

    /// <summary>Whoever runs the panel may give the leads another day.</summary>
    public async Task<IActionResult> OnPostDueAsync(string? panel, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Read(panel, cancel) || Round is null)
            return NotFound();
        if (!RunsPanel || !Round.IsOpen)
            return Forbid();
        var meeting = await db.Panels.SingleAsync(p => p.On == Round.Panel.On, cancel);
        var day = CheckNewDay(meeting);
        if (string.IsNullOrWhiteSpace(WhyNewDay))
            ModelState.AddModelError(nameof(WhyNewDay), "Say why the day is changed; it is kept in the change log");
        else if (WhyNewDay.Length > 500)
            ModelState.AddModelError(nameof(WhyNewDay), "The reason has 500 characters at most");
        if (meeting.Version != Version)
            ModelState.AddModelError(nameof(NewDay), $"Somebody else has changed this meeting meanwhile: updates are due on {Say.Date(meeting.UpdatesDue)} now. Look again, and save if yours is still right");
        Version = meeting.Version;
        if (!ModelState.IsValid)
            return Page();

        db.Record(Actor.Of(User), "changed the day that updates are due", $"Panel of {Say.Date(meeting.On)}", Say.Date(meeting.UpdatesDue), Say.Date(day!.Value), WhyNewDay!.Trim());
        meeting.UpdatesDue = day.Value;
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect(RoundWords.Address(meeting));
    }

    private DateOnly? CheckNewDay(Panel meeting)
    {
        var day = EnglishDay.Read(NewDay);
        var wrong = day switch
        {
            null => "Give the day on which updates are due, such as " + Say.Date(meeting.UpdatesDue),
            { } past when past < Today => $"{Say.Date(past)} has passed: give today or a later day",
            { } late when late > meeting.DispatchOn => $"The papers go out on {Say.LongDate(meeting.DispatchOn)}: updates must be due by then",
            { } off when !calendar.IsWorkingDay(off) => $"{Say.LongDate(off)} is no working day: choose another",
            _ => null,
        };
        if (wrong is not null)
            ModelState.AddModelError(nameof(NewDay), wrong);
        return day;
    }

    private async Task<bool> Read(string? address, CancellationToken cancel)
    {
        RunsPanel = (await authorization.AuthorizeAsync(User, Tasks.RunPanel)).Succeeded;
        Plan = await snapshots.Current(cancel);
        if (Plan is null)
            return address is null;
        var panel = address is null ? Plan.OpenPanel ?? Plan.Content.Panels.LastOrDefault() : PanelOf(Plan, address);
        if (panel is null)
            return address is null;
        // The round that is open stands in the snapshot.
        var updates = panel.On == Plan.OpenPanel?.On ? Plan.Content.Updates : await db.Updates.AsNoTracking().Where(update => update.Panel == panel.On).ToListAsync(cancel);
        Round = new(Plan, panel, updates);
        Reminders = await db.Reminders.AsNoTracking().Where(reminder => reminder.Panel == panel.On && reminder.State == LetterState.Sent).ToListAsync(cancel);
        if (!Request.HasFormContentType)
            Version = panel.Version;
        return true;
    }

    /// <summary>The meeting that an address names, such as "2010-09-29".</summary>
    public static Panel? PanelOf(PlanSnapshot plan, string address) =>
        DateOnly.TryParseExact(address, "yyyy-MM-dd", out var on) ? plan.Content.Panels.FirstOrDefault(panel => panel.On == on) : null;
}
