using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Ui;
using Xunit;

namespace ImprovementSuite.Tests.Platform.Ui;

public class SayTests
{
    private static readonly DateOnly Day = new(2010, 8, 20);

    [Fact]
    public void Dates_are_said_as_GOV_UK_says_them()
    {
        Assert.Equal("20 August 2010", Say.Date(Day));
        Assert.Equal("20 Aug 2010", Say.ShortDate(Day));
        Assert.Equal("Friday 20 August 2010", Say.LongDate(Day));
        Assert.Equal("Fri 20 Aug", Say.Weekday(Day));
        Assert.Equal("1 Sep 2010", Say.ShortDate(new DateOnly(2010, 9, 1)));
    }

    [Fact]
    public void Dates_do_not_follow_the_language_of_the_machine()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.Equal("20 August 2010", Say.Date(Day));
            Assert.Equal("80.11%", Say.Percent(80.1136m));
            Assert.Equal("1,232 assessments", Say.Count("assessment", 1232));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_range_names_the_year_once_where_it_is_one()
    {
        Assert.Equal("1 April to 20 August 2010", Say.Range(new DateOnly(2010, 4, 1), Day));
        Assert.Equal("1 April 2009 to 20 August 2010", Say.Range(new DateOnly(2009, 4, 1), Day));
        Assert.Equal("20 August 2010", Say.Range(Day, Day));
    }

    [Theory]
    [InlineData(6, 2, "6:02am")]
    [InlineData(0, 5, "12:05am")]
    [InlineData(12, 0, "12:00pm")]
    [InlineData(17, 30, "5:30pm")]
    public void Times_are_of_twelve_hours(int hour, int minute, string said) =>
        Assert.Equal(said, Say.Time(new DateTime(2010, 8, 20, hour, minute, 0)));

    [Fact]
    public void People_and_things_are_counted()
    {
        Assert.Equal("1 assessment", Say.Count("assessment", 1));
        Assert.Equal("0 assessments", Say.Count("assessment", 0));
        Assert.Equal("2 vacancies", Say.Count("vacancy", 2, "vacancies"));
        Assert.Equal("987 of 1,232", Say.Of(987, 1232));
    }

    [Fact]
    public void Percentages_keep_what_was_published()
    {
        Assert.Equal("80.11%", Say.Percent(Figure.Rate(987, 1232).Value!.Value));
        Assert.Equal("64%", Say.Percent(64m));
        Assert.Equal("73.4%", Say.Percent(73.40m));
        Assert.Equal("75.0%", Say.PercentInTable(75m));
    }

    [Fact]
    public void Money_is_whole_pounds()
    {
        Assert.Equal("£467,459", Say.Money(467_459.40m));
        Assert.Equal("−£78,609", Say.Money(-78_609m));
    }

    [Fact]
    public void Lists_end_with_and()
    {
        Assert.Equal("3.5, 5.3 and 5.4", Say.List(["3.5", "5.3", "5.4"]));
        Assert.Equal("3.5", Say.List(["3.5"]));
        Assert.Equal("", Say.List([]));
    }

    [Fact]
    public void A_figure_is_said_in_its_unit()
    {
        Assert.Equal("80.11%", Say.Figure(Figure.Rate(987, 1232)));
        Assert.Equal("213", Say.Figure(Figure.Of(213)));
        Assert.Equal("12.5", Say.Figure(Figure.Of(1250, Unit.HundredthsOfPost)));
        Assert.Equal("£467,459", Say.Figure(Figure.Of(46_745_900, Unit.Pence)));
        Assert.Equal("64%", Say.Figure(Figure.AsStated(64)));
        Assert.Equal("Nothing due", Say.Figure(Figure.Rate(0, 0)));
    }

    [Fact]
    public void The_counts_behind_a_rate_are_said_or_said_to_be_missing()
    {
        Assert.Equal("987 of 1,232", Say.Counts(Figure.Rate(987, 1232)));
        Assert.Equal("counts not published", Say.Counts(Figure.AsStated(64)));
        Assert.Null(Say.Counts(Figure.Of(213)));
    }

    [Fact]
    public void Rates_of_posts_are_told_in_posts()
    {
        var vacant = ImprovementSuite.Contracts.Figure.RateOfPosts(18_80, 86_00);
        Assert.Equal(("21.86%", "18.8 of 86"), (Say.Figure(vacant), Say.Counts(vacant)));
        Assert.Equal((18.8m, 86m, 8.6m), (vacant.Counted, vacant.OutOf, vacant.CountedAt(10)));

        var caseload = ImprovementSuite.Contracts.Figure.PerPost(321, 21_10);
        Assert.Equal(("15.21", "321 for 21.1 full-time posts"), (Say.Figure(caseload), Say.Counts(caseload)));
        Assert.Equal((321m, 21.1m, 316.5m), (caseload.Counted, caseload.OutOf, caseload.CountedAt(15)));
        Assert.Equal("Nothing due", Say.Figure(ImprovementSuite.Contracts.Figure.PerPost(0, 0)));
    }
}
