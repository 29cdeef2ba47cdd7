namespace ImprovementSuite.Contracts;

/// <summary>What a period is, and so how its figures may be compared.</summary>
public enum PeriodKind
{
    /// <summary>A calendar month, from its first to its last day.</summary>
    Month,

    /// <summary>An ISO 8601 week, Monday to Sunday.</summary>
    Week,

    /// <summary>From 1 April to the last day counted, both included.</summary>
    YearToDate,

    /// <summary>A stock counted on one day: From equals To.</summary>
    AsAt,

    /// <summary>Any other run of days, both ends included.</summary>
    Span,

    /// <summary>A results round, such as the tests or the survey of one year.</summary>
    Round,
}

/// <summary>The days that a figure is of. Both ends are included.</summary>
public readonly record struct Period(PeriodKind Kind, DateOnly From, DateOnly To)
{
    /// <summary>The calendar month that <paramref name="day"/> lies in.</summary>
    public static Period Month(DateOnly day) =>
        new(PeriodKind.Month, new DateOnly(day.Year, day.Month, 1), new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)));

    /// <summary>The ISO week, Monday to Sunday, that <paramref name="day"/> lies in.</summary>
    public static Period Week(DateOnly day)
    {
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new(PeriodKind.Week, monday, monday.AddDays(6));
    }

    /// <summary>From the 1 April on or before <paramref name="lastDayCounted"/> to that day.</summary>
    public static Period YearToDate(DateOnly lastDayCounted) =>
        new(PeriodKind.YearToDate, new DateOnly(lastDayCounted.Month >= 4 ? lastDayCounted.Year : lastDayCounted.Year - 1, 4, 1), lastDayCounted);

    /// <summary>A stock on one day.</summary>
    public static Period AsAt(DateOnly day) => new(PeriodKind.AsAt, day, day);

    /// <summary>A round of results, by the day that stands for it.</summary>
    public static Period Round(DateOnly day) => new(PeriodKind.Round, day, day);

    /// <summary>Whether <paramref name="day"/> lies in this period.</summary>
    public bool Contains(DateOnly day) => From <= day && day <= To;
}
