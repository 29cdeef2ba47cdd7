namespace ImprovementSuite.Platform.Time;

/// <summary>
/// Business time: what day it is for the people of the council. It runs with the system's clock, with an offset that is zero except in
/// the demo. Cookies, tokens and Hangfire stay on the system's <see cref="TimeProvider"/>.
/// </summary>
public sealed class BusinessClock(TimeProvider system, TimeSpan offset = default)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Whether business time is the demo's and not the present.</summary>
    public bool IsShifted => offset != default;

    /// <summary>The instant, UTC.</summary>
    public DateTime Now => system.GetUtcNow().UtcDateTime + offset;

    /// <summary>The day in Europe/London.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    /// <summary>An instant as a clock on a wall in London shows it.</summary>
    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);

    /// <summary>The instant of a London wall-clock time, UTC.</summary>
    public static DateTime Utc(DateOnly day, TimeOnly time) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time, DateTimeKind.Unspecified), London);
}
