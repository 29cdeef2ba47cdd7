using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>On which days things happen: the rhythm of the week, holidays, the push at a month's end, good and bad days.</summary>
internal sealed class SampleDays(Random random)
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    /// <summary>So many days of a span on which something is received, drawn by how busy each is.</summary>
    public List<DateOnly> ToReceive(DateOnly from, DateOnly to, int count) => Draw(from, to, count, Receives);

    /// <summary>So many working days of a span on which something is finished.</summary>
    public List<DateOnly> ToFinish(DateOnly from, DateOnly to, int count) => Draw(from, to, count, day => Finishes(day, to));

    /// <summary>The working day that lies so many working days before a day.</summary>
    public static DateOnly Before(DateOnly day, int workingDays)
    {
        while (workingDays > 0)
            if (Calendar.IsWorkingDay(day = day.AddDays(-1)))
                workingDays--;
        return day;
    }

    /// <summary>The day when it is a working day, else the next one.</summary>
    public static DateOnly AtWork(DateOnly day) => Calendar.IsWorkingDay(day) ? day : Calendar.Add(day, 1);

    private List<DateOnly> Draw(DateOnly from, DateOnly to, int count, Func<DateOnly, double> weigh)
    {
        var days = Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).ToArray();
        var weights = Array.ConvertAll(days, day => weigh(day) * (0.8 + 0.4 * random.NextDouble()));
        return [.. Enumerable.Range(0, count).Select(_ => random.Pick(days, weights)).Order()];
    }

    private static double Receives(DateOnly day) => day switch
    {
        { DayOfWeek: DayOfWeek.Saturday } => 0.06,
        { DayOfWeek: DayOfWeek.Sunday } => 0.04,
        _ when !Calendar.IsWorkingDay(day) => 0.05,
        { Month: 12, Day: > 23 } => 0.4,
        { DayOfWeek: DayOfWeek.Monday } => 1.2,
        { DayOfWeek: DayOfWeek.Friday } => 1.1,
        _ => 1,
    };

    private static double Finishes(DateOnly day, DateOnly last) => day switch
    {
        _ when !Calendar.IsWorkingDay(day) => 0,
        { Month: 12, Day: > 23 } => 0.5,
        _ when Calendar.Between(day, last) < 3 => 1.3,
        { DayOfWeek: DayOfWeek.Monday } => 0.8,
        { DayOfWeek: DayOfWeek.Friday } => 1.2,
        _ => 1,
    };
}
