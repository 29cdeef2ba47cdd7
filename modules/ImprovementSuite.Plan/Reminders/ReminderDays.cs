using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Extensions.Configuration;

namespace ImprovementSuite.Plan.Reminders;

/// <summary>When reminders go out, in working days around the day on which updates are due.</summary>
internal sealed record ReminderSettings(int FirstBefore, int EscalateAfter)
{
    private const int Most = 20;

    /// <summary>Reads <c>Reminders:FirstBefore</c> and <c>Reminders:EscalateAfter</c>; 3 working days each where they are not set.</summary>
    /// <exception cref="CannotStartException">A setting is no such number.</exception>
    public static ReminderSettings Read(IConfiguration configuration)
    {
        return new(Days("FirstBefore", 1), Days("EscalateAfter", 2));

        int Days(string name, int least) => configuration[$"Reminders:{name}"] is not { Length: > 0 } typed ? 3
            : int.TryParse(typed, out var days) && days >= least && days <= Most ? days
            : throw new CannotStartException($"Reminders:{name} is a number of working days from {least} to {Most}, and \"{typed}\" is none.");
    }
}

/// <summary>The days of a round's three reminders.</summary>
internal sealed record ReminderDays(DateOnly First, DateOnly Second, DateOnly Escalation)
{
    public static ReminderDays Of(Panel panel, WorkingDayCalendar calendar, ReminderSettings settings) => new(
        calendar.Before(panel.UpdatesDue, settings.FirstBefore), calendar.Add(panel.UpdatesDue, 1), calendar.Add(panel.UpdatesDue, settings.EscalateAfter));

    public DateOnly Of(ReminderKind kind) => kind switch { ReminderKind.First => First, ReminderKind.Second => Second, _ => Escalation };

    /// <summary>
    /// What is to be said on <paramref name="day"/>: the latest whose day has come. One that was missed is not sent beside the next, so
    /// that a suite that was off for a week writes once and not three times. Null before the first.
    /// </summary>
    public ReminderKind? On(DateOnly day) =>
        day >= Escalation ? ReminderKind.Escalation : day >= Second ? ReminderKind.Second : day >= First ? ReminderKind.First : null;
}
