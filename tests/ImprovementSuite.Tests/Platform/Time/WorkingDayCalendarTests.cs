using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Tests.Platform.Time;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    /// <summary>Awkward starts: before Easter, on Good Friday, before a bank holiday, at New Year, before two jubilees, before a coronation, on a Saturday.</summary>
    [Theory]
    [InlineData("2010-03-31", "2010-04-01", "2010-04-13", "2010-04-16", "2010-05-24", "2010-06-08")]
    [InlineData("2010-04-02", "2010-04-06", "2010-04-14", "2010-04-19", "2010-05-25", "2010-06-09")]
    [InlineData("2010-05-27", "2010-05-28", "2010-06-08", "2010-06-11", "2010-07-16", "2010-07-30")]
    [InlineData("2010-08-27", "2010-08-31", "2010-09-08", "2010-09-13", "2010-10-18", "2010-11-01")]
    [InlineData("2010-12-31", "2011-01-04", "2011-01-12", "2011-01-17", "2011-02-21", "2011-03-07")]
    [InlineData("2012-05-31", "2012-06-01", "2012-06-13", "2012-06-18", "2012-07-23", "2012-08-06")]
    [InlineData("2022-05-31", "2022-06-01", "2022-06-13", "2022-06-16", "2022-07-21", "2022-08-04")]
    [InlineData("2023-05-05", "2023-05-09", "2023-05-17", "2023-05-22", "2023-06-27", "2023-07-11")]
    [InlineData("2025-08-23", "2025-08-26", "2025-09-03", "2025-09-08", "2025-10-13", "2025-10-27")]
    public void Working_days_after_a_start_that_counts_0(string start, string one, string seven, string ten, string thirtyFive, string fortyFive)
    {
        foreach (var (days, expected) in new[] { (1, one), (7, seven), (10, ten), (35, thirtyFive), (45, fortyFive) })
        {
            Assert.Equal(DateOnly.Parse(expected), Calendar.Add(DateOnly.Parse(start), days));
            Assert.Equal(days, Calendar.Between(DateOnly.Parse(start), DateOnly.Parse(expected)));
        }
    }

    [Fact]
    public void The_same_day_is_0_and_a_weekend_adds_nothing()
    {
        Assert.Equal(0, Calendar.Between(new(2010, 8, 20), new(2010, 8, 20)));
        Assert.Equal(0, Calendar.Between(new(2010, 8, 20), new(2010, 8, 22)));
        Assert.Equal(1, Calendar.Between(new(2010, 8, 20), new(2010, 8, 23)));
    }

    [Fact]
    public void A_day_outside_its_years_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.Ordinal(new(1989, 12, 31)));
}
