using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Reminders;

/// <summary>A reminder whose day has come, and whom it goes to.</summary>
internal sealed record DueReminder(string Service, DateOnly DueOn, ReminderKind Kind, string To);

/// <summary>Writes the row of each reminder whose day has come. A row that is there already stays as it is.</summary>
internal sealed class ReminderWriter(
    InspectionsDb db, ModuleDatabase<InspectionsDb> database, WorkingDayCalendar calendar, ReminderSettings reminders, MailSettings mail, BusinessClock clock)
{
    /// <summary>Nobody is written to before the council's working day begins.</summary>
    private static readonly TimeOnly DayBegins = new(8, 0);

    public async Task WriteDue(CancellationToken cancel)
    {
        var due = await Due(cancel);
        if (due.Count > 0)
            database.Write(connection =>
            {
                foreach (var (service, day, kind, _) in due)
                    RemindingSql.Write(connection, service, day, kind, Reminder.MessageIdOf(service, day, kind, mail.From.Domain), clock.Now);
            });
    }

    /// <summary>The reminders of today, written or not, of services that have somebody to write to; none before the working day begins.</summary>
    public async Task<IReadOnlyList<DueReminder>> Due(CancellationToken cancel)
    {
        if (TimeOnly.FromDateTime(BusinessClock.Local(clock.Now)) < DayBegins || !calendar.IsWorkingDay(clock.Today))
            return [];
        var contacts = await db.Contacts.AsNoTracking().ToListAsync(cancel);
        return [.. ToSay().SelectMany(one => contacts.Where(contact => contact.IsOf(one.Service)).Select(contact => one.Kind == ReminderKind.Escalation ? contact.EscalateTo : contact.Email).OfType<string>()
            .Select(to => new DueReminder(one.Service, one.DueOn, one.Kind, to)))];
    }

    /// <summary>What is to be said today about which day.</summary>
    private IEnumerable<(string Service, DateOnly DueOn, ReminderKind Kind)> ToSay()
    {
        // As far as any reminder reaches, and a weekend or bank holiday beyond.
        var (from, to) = (calendar.Before(clock.Today, reminders.EscalateAfter + ReminderDays.StillNews + 1), calendar.Add(clock.Today, reminders.Before + 1));
        var open = database.Read(connection => RemindingSql.Open(connection, from, to));
        var original = open.Select(one => (one.Service, Day: one.OriginallyDueOn)).Distinct().Select(one => (one.Service, one.Day, Kind: On(one.Day)));
        var revised = open.Where(one => one.RevisedDueOn is not null).Select(one => (one.Service, Day: one.RevisedDueOn!.Value)).Distinct()
            .Select(one => (one.Service, one.Day, Kind: On(one.Day))).Where(one => one.Kind == ReminderKind.Before);
        return original.Concat(revised).Where(one => one.Kind is not null).Select(one => (one.Service, one.Day, one.Kind!.Value)).Distinct();
    }

    private ReminderKind? On(DateOnly due) => ReminderDays.Of(due, calendar, reminders).On(clock.Today);
}
