using Hangfire;
using ImprovementSuite.Plan.Data;
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

/// <summary>What was sent to whom, what could not be, and what nobody knows: for the last a person looks and decides.</summary>
[Authorize(Tasks.RunPanel)]
internal sealed class RemindersModel(
    PlanDb db, PlanSnapshots snapshots, WorkingDayCalendar calendar, ReminderSettings settings, MailSettings mail, BusinessClock clock, IBackgroundJobClient jobs) : PageModel
{
    /// <summary>The newest round first; inside it what wants a person first.</summary>
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    /// <summary>Null where no round is open.</summary>
    public UpdateRound? Round { get; private set; }

    public ReminderDays? Days => Round is null ? null : ReminderDays.Of(Round.Panel, calendar, settings);
    public IReadOnlyList<string> WithoutContact { get; private set; } = [];
    public MailSettings Mail => mail;
    public ReminderSettings Settings => settings;
    public DateOnly Today => clock.Today;

    public int Count(LetterState state) => Reminders.Count(reminder => reminder.State == state);

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Round = await snapshots.Current(cancel) is { } plan ? UpdateRound.Open(plan) : null;
        Reminders = [.. (await db.Reminders.AsNoTracking().ToListAsync(cancel)).OrderByDescending(r => r.Panel).ThenBy(r => r.State != LetterState.Unknown).ThenBy(r => r.Workstream).ThenBy(r => r.Kind)];
        var contacts = await db.Contacts.AsNoTracking().ToListAsync(cancel);
        WithoutContact = [.. Round?.ByWorkstream().Select(lines => lines.Key).Where(workstream => !contacts.Any(contact => ReminderWriter.IsFor(contact, workstream))) ?? []];
    }

    public Task<IActionResult> OnPostResendAsync(int id, CancellationToken cancel) =>
        Decide(id, LetterState.Unknown, "had a reminder sent again", reminder => reminder.Resend(clock.Now), cancel);

    public Task<IActionResult> OnPostSentAsync(int id, CancellationToken cancel) =>
        Decide(id, LetterState.Unknown, "marked a reminder as sent", reminder => reminder.MarkSent(Actor.Of(User).Name, clock.Now), cancel);

    public Task<IActionResult> OnPostNowAsync(int id, CancellationToken cancel) =>
        Decide(id, LetterState.Failed, "had a reminder tried at once", reminder => reminder.TryNow(clock.Now), cancel);

    /// <summary>Nothing happens where the row has moved on meanwhile: the page then shows how it stands.</summary>
    private async Task<IActionResult> Decide(int id, LetterState from, string action, Action<Reminder> verb, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Reminders.SingleOrDefaultAsync(r => r.Id == id, cancel) is not { } reminder)
            return NotFound();
        if (reminder.State == from)
        {
            verb(reminder);
            db.Record(Actor.Of(User), action, $"{reminder.Workstream}, panel of {Say.Date(reminder.Panel)}", from.ToString(), reminder.State.ToString());
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            jobs.Enqueue<ReminderWork>(work => work.Run(CancellationToken.None));
        }
        return RedirectToPage();
    }
}
