using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;

namespace ImprovementSuite.Tests.Schools.Support;

/// <summary>The edges of each reason why a school is at risk, on 20 August 2010.</summary>
public sealed class SchoolRiskTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);

    [Theory]
    [InlineData("2009-08-20", null)]
    [InlineData("2009-08-21", "New head since 21 August 2009")]
    [InlineData("2010-08-20", "New head since 20 August 2010")]
    [InlineData("2010-09-01", "A new head starts on 1 September 2010")]
    [InlineData(null, null)]
    public void A_head_is_new_until_twelve_months_have_passed(string? since, string? sentence) => Assert.Equal(sentence, SchoolRisk.NewHead(Day(since), 12, Today));

    [Theory]
    [InlineData("2006-11-20", null, "Last inspected on 20 November 2006: the next is due by 20 November 2010")]
    [InlineData("2006-11-21", null, null)]
    [InlineData("2006-08-20", null, "Last inspected on 20 August 2006: the next is due by 20 August 2010")]
    [InlineData("2006-08-19", null, "Last inspected on 19 August 2006: the next was due by 19 August 2010")]
    [InlineData(null, null, null)]
    [InlineData(null, "2011-02-20", "An inspection is expected on 20 February 2011")]
    [InlineData("2009-01-10", "2011-02-21", null)]
    [InlineData("2006-01-10", "2011-02-21", "Last inspected on 10 January 2006: the next was due by 10 January 2010")]
    [InlineData("2006-01-10", "2010-08-20", "An inspection is expected on 20 August 2010")]
    [InlineData("2006-01-10", "2010-07-01", "An inspection was expected on 1 July 2010")]
    [InlineData("2010-07-01", "2010-07-01", null)]
    [InlineData("2010-07-02", "2010-07-01", null)]
    public void An_inspection_is_due_by_the_last_one_or_by_what_the_council_expects(string? last, string? expected, string? sentence) =>
        Assert.Equal(sentence, SchoolRisk.Inspection(Day(last), Day(expected), 48, Today));

    [Theory]
    [InlineData(2011, 59_99, "A. Jones expects 59.99% in 2011, under the floor of 60%")]
    [InlineData(2011, 60_00, null)]
    [InlineData(2020, 10_00, null)]
    public void A_forecast_is_held_against_the_floor_of_its_own_year(int year, int percent, string? sentence) =>
        Assert.Equal(sentence, SchoolRisk.Forecast(Book(), Expects(percent, year)));

    [Fact]
    public void A_school_has_all_its_reasons_those_by_results_first()
    {
        var school = Books.School(1, headSince: new(2010, 1, 1), inspectedOn: new(2006, 5, 1));
        var book = Book([school], Books.Result(1, 2008, 65_00), Books.Result(1, 2009, 60_00), Books.Result(1, 2010, 58_00));

        var risks = SchoolRisk.Of(book, school, book.Decide(1, 2010), 2010, Expects(50_00), Today);

        Assert.Equal([RiskReason.Results, RiskReason.Results, RiskReason.Forecast, RiskReason.NewHead, RiskReason.Inspection], risks.Select(risk => risk.Reason));
        Assert.Equal(["3 points over the floor", "Fell two years running, from 65% to 58%"], risks.Take(2).Select(risk => risk.Sentence));
    }

    [Fact]
    public void A_school_below_is_not_at_risk_and_one_that_has_closed_is_by_its_results_alone()
    {
        var below = Books.School(1, headSince: new(2010, 1, 1));
        var closed = Books.School(2, headSince: new(2010, 1, 1), inspectedOn: new(2006, 5, 1)) with { Status = "Closed", ClosedOn = new(2010, 7, 31) };
        var book = Book([below, closed], Books.Result(1, 2010, 54_00), Books.Result(2, 2010, 55_00));

        Assert.Empty(SchoolRisk.Of(book, below, book.Decide(1, 2010), 2010, Expects(50_00), Today));
        Assert.Equal(["Just at the floor"], SchoolRisk.Of(book, closed, book.Decide(2, 2010), 2010, Expects(50_00), Today).Select(risk => risk.Sentence));
    }

    [Fact]
    public void What_Inspections_has_published_goes_before_an_older_day_of_the_register()
    {
        var school = Books.School(1, inspectedOn: new(2006, 5, 1));
        var book = Books.Of([school], [], grades: [(1, new Grading("Good", new(2010, 3, 3)))]);

        Assert.Empty(SchoolRisk.Of(book, school, null, 2010, null, Today));
    }

    private static FloorBook Book(IReadOnlyList<OwnSchool>? schools = null, params IReadOnlyList<Ks2Result> results) => Books.Of(schools ?? [], results);

    private static SchoolForecast Expects(int percent, int year = 2011) => new(1, 1, year, ForecastKind.Forecast, percent, new(2010, 8, 1), "A. Jones");

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day);
}

/// <summary>Floor books of a few schools, without a database: 55% to 2010, 60% to 2018, then no floor.</summary>
internal static class Books
{
    public static FloorBook Of(IReadOnlyList<OwnSchool> schools, IReadOnlyList<Ks2Result> results, params IEnumerable<(int Urn, Grading Grading)> grades)
    {
        var settings = new SchoolSettings();
        settings.Set("372", "Rotherham", "", 5_00, 12, 48);
        return new(settings, [Standard(1996, 55_00), Standard(2011, 60_00), Standard(2019, null)], schools, results, [], grades.ToLookup(one => one.Urn, one => one.Grading));
    }

    public static OwnSchool School(int urn, DateOnly? headSince = null, DateOnly? inspectedOn = null, int? carriesOnAs = null) =>
        new(urn, $"School {urn}", "Primary", "Central", "Open", null, "", [], carriesOnAs ?? urn, "Community school", null, headSince, null, "", inspectedOn);

    public static Ks2Result Result(int urn, int year, int attainment, ResultStatus status = ResultStatus.Final)
    {
        var figures = new int?[Ks2FigureWords.All.Count];
        figures[(int)Ks2Result.StandardOf(year)] = attainment;
        return new(urn, year, status, 20, null, false, new(figures, ""));
    }

    private static FloorStandard Standard(int from, int? percent)
    {
        var standard = new FloorStandard { FromYear = from };
        standard.Set(percent is null ? FloorKind.None : FloorKind.Attainment, percent is null ? null : Ks2Figure.Level4EnglishMaths, percent, null, null, null, null, null, false, "");
        return standard;
    }
}
