using System.Collections.Frozen;
using System.Globalization;

namespace ImprovementSuite.Platform.Time;

/// <summary>
/// Working days of England and Wales: not Saturdays, Sundays or bank holidays. The start day counts 0, so a thing done on the same day took
/// 0 working days, and one begun on a day off has its first working day afterwards as day 1. Bank holidays are known for
/// <see cref="KnownFrom"/> to <see cref="KnownTo"/>; outside those years only weekends are left out.
/// </summary>
public sealed class WorkingDayCalendar
{
    /// <summary>The first day that can be counted: 1 January 1990.</summary>
    public static readonly DateOnly First = new(1990, 1, 1);

    /// <summary>The last day that can be counted: 31 December 2049.</summary>
    public static readonly DateOnly Last = new(2049, 12, 31);

    private readonly FrozenSet<DateOnly> _holidays;

    /// <summary>Working days from <see cref="First"/> up to and including each day; the difference of two is the number between.</summary>
    private readonly int[] _ordinals;

    /// <summary>A calendar of these bank holidays. <paramref name="version"/> changes whenever they do; measures are then counted anew.</summary>
    public WorkingDayCalendar(IEnumerable<DateOnly> holidays, string version)
    {
        _holidays = holidays.ToFrozenSet();
        if (_holidays.Count == 0)
            throw new ArgumentException("A working-day calendar needs its bank holidays.", nameof(holidays));
        Version = version;
        KnownFrom = new DateOnly(_holidays.Min().Year, 1, 1);
        KnownTo = new DateOnly(_holidays.Max().Year, 12, 31);
        _ordinals = new int[Last.DayNumber - First.DayNumber + 1];
        var ordinal = 0;
        for (var i = 0; i < _ordinals.Length; i++)
            _ordinals[i] = IsWorkingDay(First.AddDays(i)) ? ++ordinal : ordinal;
    }

    /// <summary>The calendar that ships with the code: England and Wales, 2007 to 2028.</summary>
    public static WorkingDayCalendar EnglandAndWales { get; } = Shipped();

    /// <summary>Names the data; a stored figure that was counted with another version is counted anew.</summary>
    public string Version { get; }

    /// <summary>The first day for which bank holidays are known.</summary>
    public DateOnly KnownFrom { get; }

    /// <summary>The last day for which bank holidays are known.</summary>
    public DateOnly KnownTo { get; }

    /// <summary>Whether work is done on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.Contains(day);

    /// <summary>Working days from <paramref name="start"/>, which counts 0, to <paramref name="end"/>. Negative where the end lies before the start.</summary>
    public int Between(DateOnly start, DateOnly end) => Ordinal(end) - Ordinal(start);

    /// <summary>The day that lies <paramref name="workingDays"/> (0 or more) working days after <paramref name="start"/>, which counts 0.</summary>
    public DateOnly Add(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = start;
        while (workingDays > 0)
            if (IsWorkingDay(day = day.AddDays(1)))
                workingDays--;
        return day;
    }

    /// <summary>The day that lies <paramref name="workingDays"/> (0 or more) working days before <paramref name="end"/>, which counts 0.</summary>
    public DateOnly Before(DateOnly end, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var day = end;
        while (workingDays > 0)
            if (IsWorkingDay(day = day.AddDays(-1)))
                workingDays--;
        return day;
    }

    /// <summary>How many working days lie from <see cref="First"/> up to and including <paramref name="day"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside 1990 to 2049.</exception>
    public int Ordinal(DateOnly day) =>
        day >= First && day <= Last
            ? _ordinals[day.DayNumber - First.DayNumber]
            : throw new ArgumentOutOfRangeException(nameof(day), day, "Working days are counted from 1990 to 2049.");

    private static WorkingDayCalendar Shipped()
    {
        using var stream = typeof(WorkingDayCalendar).Assembly.GetManifestResourceStream("bank-holidays.csv")!;
        using var reader = new StreamReader(stream);
        var days = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Skip(1)
            .Select(line => DateOnly.ParseExact(line[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new WorkingDayCalendar(days, "england-and-wales-2007-2028");
    }
}
