using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Reminders;

/// <summary>Writes the row of each reminder whose day has come. A row that is there already stays as it is.</summary>
internal sealed class ReminderWriter(
    InspectionsDb db, ModuleDatabase<InspectionsDb> database, WorkingDayCalendar calendar, ReminderSettings reminders, MailSettings mail, BusinessClock clock)
{
    /// <summary>Nobody is written to before the council's working day begins.</summary>
    private static readonly TimeOnly DayBegins = new(8, 0);

    public async Task WriteDue(CancellationToken cancel)
    {
        if (TimeOnly.FromDateTime(BusinessClock.Local(clock.Now)) < DayBegins || !calendar.IsWorkingDay(clock.Today))
            return;
        var contacts = await db.Contacts.AsNoTracking().ToListAsync(cancel);
        var due = Due().Where(one => contacts.Any(contact => contact.IsOf(one.Service) && (one.Kind != ReminderKind.Escalation || contact.EscalateTo is not null))).ToList();
        if (due.Count > 0)
            database.Write(connection =>
            {
                foreach (var (service, day, kind) in due)
                    RemindingSql.Write(connection, service, day, kind, Reminder.MessageIdOf(service, day, kind, mail.From.Domain), clock.Now);
            });
    }

    /// <summary>What is to be said today to whom about which day.</summary>
    private IEnumerable<(string Service, DateOnly DueOn, ReminderKind Kind)> Due()
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
