using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>Which days a meeting and its round may have. Each answer is null or the sentence that says what is wrong.</summary>
internal static class MeetingDays
{
    public static string? Wrong(DateOnly meeting, DateOnly today, IEnumerable<Panel> meetings, WorkingDayCalendar calendar)
    {
        if (meeting < today)
            return $"{Say.Date(meeting)} has passed. Give a day from {Say.Date(today)} on";
        if (NotWorked(meeting, calendar) is { } off)
            return off;
        return meetings.Any(panel => panel.On == meeting) ? $"The panel meets on {Say.Date(meeting)} already. Give another day" : null;
    }

    public static string? WrongDispatch(DateOnly dispatch, DateOnly meeting, WorkingDayCalendar calendar) =>
        dispatch > meeting ? $"The papers must go out before the panel meets on {Say.Date(meeting)}" : NotWorked(dispatch, calendar);

    public static string? WrongUpdatesDue(DateOnly due, DateOnly dispatch, WorkingDayCalendar calendar) =>
        due > dispatch ? $"Updates must be due by the day on which the papers go out, {Say.Date(dispatch)}" : NotWorked(due, calendar);

    private static string? NotWorked(DateOnly day, WorkingDayCalendar calendar)
    {
        if (day < WorkingDayCalendar.First || day > WorkingDayCalendar.Last)
            return $"{Say.Date(day)} is outside the calendar, which runs from {WorkingDayCalendar.First.Year} to {WorkingDayCalendar.Last.Year}";
        if (calendar.IsWorkingDay(day))
            return null;
        return day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday
            ? $"{Say.Date(day)} is a {day.DayOfWeek}. Give a working day"
            : $"{Say.Date(day)} is a bank holiday. Give a working day";
    }
}
