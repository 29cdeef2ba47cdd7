using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;

namespace ImprovementSuite.Tests.Schools.Support;

public sealed class ForecastBookTests
{
    private long _id;

    [Fact]
    public void The_last_forecast_before_the_tests_are_over_is_compared_with_the_most_settled_result()
    {
        var floor = Books.Of([Books.School(1)], [Books.Result(1, 2010, 60_00, ResultStatus.Provisional), Books.Result(1, 2010, 61_00)]);
        var book = new ForecastBook(floor,
            [By("A", 2010, 50_00, "2010-01-10"), By("A", 2010, 64_00, "2010-05-31"), By("B", 2010, 62_00, "2010-02-01"), By("B", 2010, 61_00, "2010-06-01"), Target(2010, 70_00, "2009-09-30")]);

        var row = Assert.Single(book.Of(2010));

        Assert.Equal((64_00, 70_00, 61_00, 3_00, false), (row.Forecast!.Percent, row.Target!.Percent, row.Result!.Value, row.Difference!.Value, row.CameLate));
        Assert.Equal([("A", 3m), ("B", 1m)], book.ByPerson().Select(one => (one.By, one.Accuracy.MeanError)));
    }

    [Fact]
    public void One_that_was_made_after_the_tests_is_shown_and_not_judged()
    {
        var book = new ForecastBook(Books.Of([Books.School(1)], [Books.Result(1, 2010, 60_00)]), [By("A", 2010, 60_00, "2010-06-01")]);

        var row = Assert.Single(book.Of(2010));

        Assert.Equal((true, null), (row.CameLate, row.Difference));
        Assert.Empty(book.ByPerson());
        Assert.Empty(book.BySchool());
    }

    [Fact]
    public void A_person_is_judged_from_five_forecasts_on_and_five_points_are_near()
    {
        var schools = Enumerable.Range(1, 5).Select(urn => Books.School(urn)).ToList();
        var floor = Books.Of(schools, [.. schools.Select(school => Books.Result(school.Urn, 2010, 60_00))]);
        SchoolForecast[] made = [By("A", 2010, 65_00, urn: 1), By("a", 2010, 65_01, urn: 2), By("A", 2010, 55_00, urn: 3), By("A", 2010, 60_00, urn: 4)];

        var four = Assert.Single(new ForecastBook(floor, made).ByPerson()).Accuracy;
        var five = Assert.Single(new ForecastBook(floor, [.. made, By("A", 2010, 50_00, urn: 5)]).ByPerson()).Accuracy;

        Assert.Equal(("Too few to judge", 3, 2, 1), (four.Words, four.Within, four.TooHigh, four.TooLow));
        Assert.Equal(("5 points off", 5, 3, 2, 2), (five.Words, five.Count, five.Within, five.TooHigh, five.TooLow));
    }

    [Fact]
    public void What_was_expected_of_a_school_is_compared_with_the_one_that_carried_on_for_it()
    {
        var floor = Books.Of([Books.School(1, carriesOnAs: 2), Books.School(2)], [Books.Result(2, 2010, 60_00), Books.Result(1, 2009, 58_00)]);
        var book = new ForecastBook(floor, [By("A", 2010, 62_00), By("A", 2009, 50_00, "2009-03-01")]);

        var (school, years, accuracy) = Assert.Single(book.BySchool());

        Assert.Equal((2, 5m), (school.Urn, accuracy.MeanError));
        Assert.Equal([(2010, 2_00), (2009, -8_00)], years.Select(one => (one.Year, one.Difference!.Value)));
        Assert.Equal(["2 points too high", "8 points too low"], years.Select(one => Accuracy.InWords(one.Difference!.Value)));
    }

    private SchoolForecast By(string by, int year, int percent, string madeOn = "2010-03-01", int urn = 1) => new(++_id, urn, year, ForecastKind.Forecast, percent, DateOnly.Parse(madeOn), by);

    private SchoolForecast Target(int year, int percent, string madeOn) => new(++_id, 1, year, ForecastKind.Target, percent, DateOnly.Parse(madeOn), "The governors");
}
