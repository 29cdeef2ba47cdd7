namespace ImprovementSuite.SocialCare.Measures;

/// <summary>Calendar arithmetic on days that are stored as day numbers, as SQL.</summary>
internal static class SqlDay
{
    /// <summary>The Julian day of day number 0, at midnight.</summary>
    private const string Zero = "1721425.5";

    /// <summary>The same day so many months later, or the last of that month where it has no such day: 30 November and 3 months is 28 or 29 February.</summary>
    public static string MonthsAfter(string day, int months) => Number($"date({day} + {Zero}, '+{months} months', 'floor')");

    /// <summary>The last day of the month.</summary>
    public static string MonthEnd(string day) => Number($"date({day} + {Zero}, 'start of month', '+1 month', '-1 day')");

    /// <summary>"05-30": the month and the day in it.</summary>
    public static string MonthAndDay(string day) => $"strftime('%m-%d', {day} + {Zero})";

    /// <summary>The first day by which so many working days have passed since another: day 0 does not count. Weeks of holidays are allowed for.</summary>
    public static string WorkingDaysAfter(string day, string ordinal, int days) =>
        $"(SELECT MIN(wd.Day) FROM working_day wd WHERE wd.Day BETWEEN {day} + {days} AND {day} + {2 * days + 20} AND wd.Ordinal = {ordinal} + {days})";

    private static string Number(string date) => $"CAST(julianday({date}) - {Zero} AS INTEGER)";
}
