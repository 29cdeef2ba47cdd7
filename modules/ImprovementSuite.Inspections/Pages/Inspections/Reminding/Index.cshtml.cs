using Hangfire;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Pages.Inspections.Reminding;

/// <summary>What was sent to whom, what could not be, and what nobody knows: for the last a person looks and decides.</summary>
[Authorize(Tasks.LookAfterInspections)]
internal sealed class IndexModel(InspectionsDb db, ReminderSettings settings, MailSettings mail, ReminderWriter writer, BusinessClock clock, IBackgroundJobClient jobs) : PageModel
{
    public const int MostListed = 200;

    /// <summary>What wants a person first, then the latest.</summary>
    public IReadOnlyList<Reminder> Reminders { get; private set; } = [];

    public IReadOnlyDictionary<LetterState, int> Counts { get; private set; } = new Dictionary<LetterState, int>();

    /// <summary>Services that have open recommendations and nobody to write to.</summary>
    public IReadOnlyList<string> WithoutContact { get; private set; } = [];

    /// <summary>Those whose day has come and which are not written: nothing is while there is no mail server.</summary>
    public IReadOnlyList<DueReminder> Due { get; private set; } = [];

    public MailSettings Mail => mail;
    public ReminderSettings Settings => settings;
    public int All => Counts.Values.Sum();

    public int Count(LetterState state) => Counts.GetValueOrDefault(state);

    /// <summary>"today at 8:01am", "on 12 Aug at 8:00am".</summary>
    public string When(DateTime utc)
    {
        var local = BusinessClock.Local(utc);
        var day = DateOnly.FromDateTime(local);
        return day == clock.Today ? $"today at {Say.Time(local)}" : $"on {(day.Year == clock.Today.Year ? Say.ShortDayAndMonth(day) : Say.ShortDate(day))} at {Say.Time(local)}";
    }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = await db.Reminders.GroupBy(reminder => reminder.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        Reminders = await db.Reminders.AsNoTracking().OrderBy(reminder => reminder.State != LetterState.Unknown).ThenBy(reminder => reminder.State != LetterState.Failed).ThenByDescending(reminder => reminder.Id).Take(MostListed).ToListAsync(cancel);
        var contacts = await db.Contacts.AsNoTracking().ToListAsync(cancel);
        var open = await db.Ledger.Where(row => row.Status == LedgerStatus.Open && row.Counts && row.DuplicateOfId == null).Select(row => row.Service).Distinct().OrderBy(service => service).ToListAsync(cancel);
        var due = await writer.Due(cancel);
        var days = due.Select(one => one.DueOn).ToList();
        var written = await db.Reminders.AsNoTracking().Where(reminder => days.Contains(reminder.DueOn)).ToListAsync(cancel);
        Due = [.. due.Where(one => !written.Exists(reminder => reminder.DueOn == one.DueOn && reminder.Kind == one.Kind && reminder.Service.Equals(one.Service, StringComparison.OrdinalIgnoreCase)))];
        WithoutContact = [.. open.Where(service => !contacts.Any(contact => contact.IsOf(service)))];
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
        if (await db.Reminders.SingleOrDefaultAsync(reminder => reminder.Id == id, cancel) is not { } reminder)
            return NotFound();
        if (reminder.State == from)
        {
            verb(reminder);
            db.Record(Actor.Of(User), action, $"{reminder.Service}, due on {Say.Date(reminder.DueOn)}", from.ToString(), reminder.State.ToString());
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
            jobs.Enqueue<ReminderWork>(work => work.Run(CancellationToken.None));
        }
        return RedirectToPage();
    }
}
