using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Extensions.Configuration;

namespace ImprovementSuite.Inspections.Reminders;

/// <summary>When reminders go out, in working days around the day on which a recommendation is due.</summary>
internal sealed record ReminderSettings(int Before, int EscalateAfter)
{
    private const int Most = 60;

    /// <summary>Reads <c>RecommendationReminders:Before</c> and <c>RecommendationReminders:EscalateAfter</c>; 10 working days each where they are not set.</summary>
    /// <exception cref="CannotStartException">A setting is no such number.</exception>
    public static ReminderSettings Read(IConfiguration configuration)
    {
        return new(Days("Before", 1), Days("EscalateAfter", 2));

        int Days(string name, int least) => configuration[$"RecommendationReminders:{name}"] is not { Length: > 0 } typed ? 10
            : int.TryParse(typed, out var days) && days >= least && days <= Most ? days
            : throw new CannotStartException($"RecommendationReminders:{name} is a number of working days from {least} to {Most}, and \"{typed}\" is none.");
    }
}

/// <summary>The days of the three reminders of a day on which something is due.</summary>
internal sealed record ReminderDays(DateOnly DueOn, DateOnly Before, DateOnly After, DateOnly Escalation, DateOnly Last)
{
    /// <summary>So many working days late an escalation is still news. A ledger that is brought in today writes to nobody about last year.</summary>
    public const int StillNews = 5;

    public static ReminderDays Of(DateOnly due, WorkingDayCalendar calendar, ReminderSettings settings) => new(
        due, calendar.Before(due, settings.Before), calendar.Add(due, 1), calendar.Add(due, settings.EscalateAfter), calendar.Add(due, settings.EscalateAfter + StillNews));

    /// <summary>
    /// What is to be said on <paramref name="day"/>: the latest whose day has come. One that was missed is not sent beside the next, so that a suite that was
    /// off for a week writes once and not three times. Null before the first, and when it is too late for any.
    /// </summary>
    public ReminderKind? On(DateOnly day) =>
        day > Last ? null : day >= Escalation ? ReminderKind.Escalation : day >= After ? ReminderKind.After : day >= Before && day <= DueOn ? ReminderKind.Before : null;
}
