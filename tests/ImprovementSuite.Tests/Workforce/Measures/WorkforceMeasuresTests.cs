using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Measures;

/// <summary>What the measures of posts, spend, carers and appraisals come to, counted by hand.</summary>
public sealed class WorkforceMeasuresTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Theory]
    [InlineData("VACANCY-SOCIAL-WORKERS", 2_00, 5_00)]
    [InlineData("VACANCY-SOCIAL-WORKERS-UNCOVERED", 60, 5_00)]
    [InlineData("VACANCY-TEAM-MANAGERS", 1_00, 3_00)]
    [InlineData("VACANCY-TEAM-MANAGERS-UNCOVERED", 0, 3_00)]
    // Agency: S2 1.00, S5 0.40, M2 1.00; employed in posts of social work: 3.00 and 2.00.
    [InlineData("AGENCY-RATE", 2_40, 7_40)]
    public async Task Both_definitions_of_a_vacancy_stand_apart(string measure, long numerator, long denominator)
    {
        await Fill(_suite);

        Assert.Equal((numerator, denominator), Value(_suite, measure, RunningSuite.Today));
    }

    [Fact]
    public async Task A_past_month_ends_as_it_stood_then()
    {
        await Fill(_suite);

        // B was in S2 on 31 March, and Y covered S5 already.
        Assert.Equal((1_00, 5_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", new(2010, 3, 31)));
        // Nobody covered S2 on 5 April; the month ends with cover.
        Assert.Equal((60, 5_00), Value(_suite, "VACANCY-SOCIAL-WORKERS-UNCOVERED", new(2010, 4, 30)));
        Assert.Equal((5_00, 5_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", new(2008, 4, 30)));
    }

    [Fact]
    public async Task Stocks_begin_on_the_first_day_that_is_counted()
    {
        await Send(_suite, [Post("S1", from: "1984-09-01"), Person("S1", "A", from: "1985-01-01", to: "2008-06-30", ended: "left")]);

        Assert.Equal((0, 1_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", new(2008, 4, 30)));
        Assert.Equal((1_00, 1_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", new(2008, 6, 30)) is (0, _) ? Value(_suite, "VACANCY-SOCIAL-WORKERS", new(2008, 7, 31)) : default);
        Assert.Equal(default, Value(_suite, "VACANCY-SOCIAL-WORKERS", new(2008, 3, 31)));
    }

    [Fact]
    public async Task Stocks_of_posts_have_months_and_days_and_no_weeks()
    {
        await Fill(_suite);
        await Send(_suite, [Invoice("1", "2010-07-01", "2010-07-31", "2010-08-10", "100")]);

        Assert.Equal([PeriodKind.Month, PeriodKind.AsAt], Kinds("VACANCY-SOCIAL-WORKERS"));
        Assert.Contains(PeriodKind.Week, Kinds("AGENCY-SPEND"));

        IReadOnlyList<PeriodKind> Kinds(string measure) => Read(_suite, connection => connection.Query(
            "SELECT DISTINCT PeriodKind FROM measure_value WHERE Measure = $1 ORDER BY PeriodKind", row => (PeriodKind)row.GetInt32(0), measure));
    }

    [Fact]
    public async Task A_correction_of_the_past_is_counted_from_its_day()
    {
        await Fill(_suite);

        await Send(_suite, [Person("S2", "B", "1", "2008-09-01", "2009-12-31", "left", version: 2)]);

        Assert.Equal((2_00, 5_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", new(2010, 3, 31)));
        Assert.Equal((2_00, 5_00), Value(_suite, "VACANCY-SOCIAL-WORKERS", RunningSuite.Today));
    }

    [Fact]
    public async Task Spend_of_a_year_that_is_closed_is_charged_to_it()
    {
        await Send(_suite,
        [
            Invoice("1", "2010-02-01", "2010-02-28", "2010-05-10", "100"), Invoice("2", "2010-04-01", "2010-04-30", "2010-06-10", "20.50"),
            Invoice("3", "2010-05-01", "2010-05-31", "2010-07-01", "-3"), Invoice("4", "2010-03-15", "2010-04-15", "2010-05-01", "1"),
        ]);

        Assert.Equal((18_50, 0), Value(_suite, "AGENCY-SPEND", RunningSuite.Today, PeriodKind.YearToDate));
        Assert.Equal((100_00, 0), Value(_suite, "AGENCY-SPEND", new(2010, 3, 31), PeriodKind.YearToDate));
    }

    [Fact]
    public async Task Carers_are_counted_in_stock_and_approvals_whoever_has_left()
    {
        await Send(_suite,
        [
            Household("H1", "2007-01-01", "2008-01-10"), Household("H2", "2008-06-01", "2009-06-30", "2010-05-31", "resigned"), Household("H3", "2009-09-01", "2010-08-20"),
            Household("H4", "2010-01-01"), Household("H5", "2009-01-01", "2009-08-01", more: household => household.Connected = true),
        ]);

        Assert.Equal((2, 0), Value(_suite, "FOSTER-CARERS", new(2010, 5, 31)));
        Assert.Equal((1, 0), Value(_suite, "FOSTER-CARERS", new(2010, 6, 30)));
        Assert.Equal((2, 0), Value(_suite, "FOSTER-CARERS", RunningSuite.Today));
        Assert.Equal((2, 0), Value(_suite, "FOSTER-CARERS-RECRUITED", RunningSuite.Today, PeriodKind.Span));
        Assert.Equal((1, 0), Value(_suite, "FOSTER-CARERS-RECRUITED", new(2010, 7, 31), PeriodKind.Span));
    }

    [Fact]
    public async Task An_appraisal_counts_from_the_day_on_which_it_is_held_to_the_end_of_its_cycle()
    {
        await Send(_suite,
        [
            Appraisal("A", "Central 1", "2010-06-01"), Appraisal("B", "Central 1", "2010-08-20"), Appraisal("C", "North 1"),
            Appraisal("A", "Central 1", "2010-03-31", from: "2009-04-01", to: "2010-03-31", due: "2010-03-31"),
            Appraisal("A", "Central 1", "2010-06-01", kind: "supervision", from: "2010-06-01", to: "2010-06-30", due: "2010-06-30"),
        ]);

        Assert.Equal((1, 1), Value(_suite, "PDR-COMPLETED", new(2010, 3, 31)));
        Assert.Equal((0, 3), Value(_suite, "PDR-COMPLETED", new(2010, 4, 30)));
        Assert.Equal((1, 3), Value(_suite, "PDR-COMPLETED", new(2010, 7, 31)));
        Assert.Equal((2, 3), Value(_suite, "PDR-COMPLETED", RunningSuite.Today));
    }

    [Fact]
    public async Task The_census_gives_the_rates_of_its_year()
    {
        await Send(_suite,
        [
            new() { Key = Key("2010", 1), CensusReturn = new() { Year = 2009, ReferenceOn = "2009-09-30", VacanciesFte = "1.5" } },
            Worker("w1", "1", cases: 18, lost: "5.5"), Worker("w2", "0.5", cases: 9), Worker("w3", "1"), Worker("x1", "1", agency: true, cases: 12), Worker("l1", "0.5", ends: "2009-03-31", lost: "10"),
            Worker("l2", "1", ends: "2008-09-30"),
        ]);

        var day = new DateOnly(2009, 9, 30);
        Assert.Equal((1_50, 4_00), Value(_suite, "CSWW-VACANCY", day, PeriodKind.Round));
        Assert.Equal((1_00, 3_50), Value(_suite, "CSWW-AGENCY", day, PeriodKind.Round));
        Assert.Equal((50, 2_50), Value(_suite, "CSWW-TURNOVER", day, PeriodKind.Round));
        Assert.Equal((39, 2_50), Value(_suite, "CSWW-CASELOAD", day, PeriodKind.Round));
        // 2.5 posts of 253 days are 632.5.
        Assert.Equal((16, 633), Value(_suite, "CSWW-ABSENCE", day, PeriodKind.Round));
    }

    private static ImprovementSuite.Workforce.Feed.V1.WorkforceRecord Worker(string mark, string fte, bool agency = false, int? cases = null, string ends = "", string lost = "")
    {
        var worker = new ImprovementSuite.Workforce.Feed.V1.CensusWorker { Year = 2009, Worker = mark, Fte = fte, Agency = agency, RoleEndsOn = ends, DaysLost = lost };
        if (cases is { } held)
            worker.Cases = held;
        return new() { Key = Key(mark, 1), CensusWorker = worker };
    }
}
