using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Reminders;

/// <summary>Writes the row of each reminder whose day has come. A row that is there already stays as it is.</summary>
internal sealed class ReminderWriter(
    PlanDb db, ModuleDatabase<PlanDb> database, PlanSnapshots snapshots, WorkingDayCalendar calendar, ReminderSettings reminders, MailSettings mail, BusinessClock clock)
{
    /// <summary>Nobody is written to before the council's working day begins.</summary>
    private static readonly TimeOnly DayBegins = new(8, 0);

    public async Task WriteDue(CancellationToken cancel)
    {
        if (TimeOnly.FromDateTime(BusinessClock.Local(clock.Now)) < DayBegins || !calendar.IsWorkingDay(clock.Today))
            return;
        if (await snapshots.Current(cancel) is not { } plan || UpdateRound.Open(plan) is not { } round)
            return;
        if (ReminderDays.Of(round.Panel, calendar, reminders).On(plan.Day) is not { } kind)
            return;

        var contacts = await db.Contacts.AsNoTracking().ToListAsync(cancel);
        var late = round.ByWorkstream().Where(lines => lines.Any(line => !line.IsIn)).Select(lines => lines.Key);
        var due = late.Where(workstream => contacts.Any(contact => IsFor(contact, workstream) && (kind != ReminderKind.Escalation || contact.EscalateTo is not null))).ToList();
        var now = SqliteCommands.ToMilliseconds(clock.Now);
        if (due.Count > 0)
            database.Write(connection =>
            {
                foreach (var workstream in due)
                    connection.Execute(
                        """
                        INSERT INTO reminder (Panel, Workstream, Kind, MessageId, State, WrittenAt, NextAttempt, Attempts) VALUES ($1, $2, $3, $4, 'Waiting', $5, $6, 0)
                        ON CONFLICT (Panel, Workstream, Kind) DO NOTHING
                        """,
                        round.Panel.On, workstream, kind.ToString(), Reminder.MessageIdOf(round.Panel.On, workstream, kind, mail.From.Domain), now, now);
            });
    }

    public static bool IsFor(WorkstreamContact contact, string workstream) => string.Equals(contact.Workstream, workstream, StringComparison.OrdinalIgnoreCase);
}
