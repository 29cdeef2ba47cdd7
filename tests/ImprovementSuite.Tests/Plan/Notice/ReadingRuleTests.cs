using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;
using Xunit;
using static ImprovementSuite.Tests.Plan.Notice.MonthsRuleTests;
using static ImprovementSuite.Tests.Plan.Notice.NoticeSample;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Notice;

public sealed class ReadingRuleTests
{
    private static readonly ConditionTest AtMost10 = new(TestKind.Reading) { Measure = "M", Value = 10 };
    private static readonly Measure Vacancies = Measure(polarity: Polarity.LowIsGood, ratedOn: RatedOn.AsAt);

    /// <summary>Vacancies at the end of May, June and July 2010, in percent of 100 posts.</summary>
    [Theory]
    [InlineData("30 25 20", "by 2010-09-30", 10)]
    [InlineData("20 20 20", "not", 10)]
    [InlineData("10 15 20", "not", 10)]
    [InlineData("- - 20", "only one reading", 10)]
    [InlineData("- - -", "nothing has been read yet", null)]
    public void A_stock_goes_on_as_it_went_in_the_last_three_months(string months, string outlook, int? fewer)
    {
        var result = TestRule.Of(AtMost10, Facts(Vacancies, Ends(months)));

        Assert.False(result.Met);
        Assert.Equal(outlook, Said(result.Outlook));
        Assert.Equal(fewer, (int?)(result.Missing as Missing.Value)?.Gap.Things);
    }

    [Theory]
    [InlineData("9 8 7", "2010-05-31")]
    [InlineData("9 11 7", "2010-07-31")]
    [InlineData("12 10 7", "2010-06-30")]
    public void It_is_met_since_the_first_reading_of_an_unbroken_run(string months, string since)
    {
        var result = TestRule.Of(AtMost10, Facts(Vacancies, Ends(months)));

        Assert.True(result.Met);
        Assert.Equal(DateOnly.Parse(since), result.Since);
    }

    [Fact]
    public void A_stale_reading_decides_nothing()
    {
        var result = TestRule.Of(AtMost10, Facts(Vacancies, [On(new(2010, 5, 31), Figure.Rate(1, 100))]));

        Assert.False(result.Met);
        Assert.IsType<Missing.FreshReading>(result.Missing);
    }

    [Fact]
    public void A_day_to_come_is_not_decided_before_it()
    {
        var october = AtMost10 with { On = new(2010, 10, 31) };
        Reading[] readings = [On(new(2010, 7, 31), Figure.Rate(5, 100)), On(new(2010, 10, 30), Figure.Rate(9, 100)), On(new(2010, 11, 5), Figure.Rate(50, 100))];

        var before = TestRule.Of(october, Facts(Vacancies, readings));
        var after = TestRule.Of(october, Facts(Vacancies, readings, new(2010, 11, 10)));

        Assert.Equal((false, "by 2010-10-31"), (before.Met, Said(before.Outlook)));
        Assert.IsType<Missing.DayToCome>(before.Missing);
        Assert.True(after.Met);
    }

    [Fact]
    public void After_its_day_a_short_reading_has_nothing_to_come()
    {
        var result = TestRule.Of(AtMost10 with { On = new(2010, 7, 31) }, Facts(Vacancies, Ends("30 25 20")));

        Assert.Equal("its day has passed", Said(result.Outlook));
    }

    [Fact]
    public void A_sum_is_there_when_its_present_rate_takes_it_there_within_its_span()
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(600, PlanEnd, unit: Unit.Count)]);
        var test = new ConditionTest(TestKind.Reading) { Measure = "M", Value = 300 };

        // 213 in 142 days are 1.5 a day: 276.5 at the end of September, 321 at the end of October.
        Assert.Equal("by 2010-10-31", Said(TestRule.Of(test, Facts(measure, [Reading(Figure.Of(213))])).Outlook));
        Assert.Equal("not", Said(TestRule.Of(test with { Value = 600 }, Facts(measure, [Reading(Figure.Of(213))])).Outlook));
    }

    [Fact]
    public void The_year_so_far_is_carried_on_at_the_last_three_months()
    {
        Reading[] readings = [Reading(Figure.Rate(700, 1000), new(2010, 7, 31)), Month(5, 90, 100), Month(6, 90, 100), Month(7, 90, 100)];

        // At 100 a month and 90%: 790 of 1,100 after one month is 71.8%, 880 of 1,200 after two is 73.3%.
        Assert.Equal("by 2010-09-30", Said(TestRule.Of(new ConditionTest(TestKind.Reading) { Measure = "M", Value = 72 }, Facts(Measure(), readings)).Outlook));
        Assert.Equal("not", Said(TestRule.Of(new ConditionTest(TestKind.Reading) { Measure = "M", Value = 95 }, Facts(Measure(), readings)).Outlook));
    }

    [Fact]
    public void Of_0_of_0_nothing_can_be_said()
    {
        var result = TestRule.Of(new ConditionTest(TestKind.Reading) { Measure = "M", Value = 100 }, Facts(Measure(ratedOn: RatedOn.AsAt), [On(Today, Figure.Rate(0, 0))]));

        Assert.Equal(new Missing.AnyReading(NothingDue: true), result.Missing);
    }

    [Theory]
    [InlineData("good", true)]
    [InlineData("outstanding", true)]
    [InlineData("satisfactory", false)]
    public void A_judgement_is_held_against_its_scale(string grade, bool met)
    {
        var measure = Measure(MeasureKind.Judgement, ratedOn: RatedOn.AsAt, unit: Unit.Count, scale: ["inadequate", "satisfactory", "good", "outstanding"]);
        var reading = new Reading { Measure = "M", PeriodKind = PeriodKind.AsAt, From = Today, To = Today, Origin = Origin.Typed, KnownOn = Today, Grade = grade };

        var result = TestRule.Of(new ConditionTest(TestKind.Reading) { Measure = "M", Grade = "good" }, Facts(measure, [reading]));

        Assert.Equal(met, result.Met);
        Assert.Equal(met ? null : "a judgement comes with its inspection", Said(result.Outlook));
    }

    [Fact]
    public void A_round_stands_until_the_next_one()
    {
        var measure = Measure(MeasureKind.Round, Polarity.LowIsGood, Unit.Count, RatedOn.Round, stages: [Stage(8, new(2009, 12, 31), round: "2009 results", unit: Unit.Count)]);
        var reading = new Reading { Measure = "M", PeriodKind = PeriodKind.Round, From = new(2009, 12, 31), To = new(2009, 12, 31), Round = "2009 results", Origin = Origin.Published, KnownOn = Today, Numerator = 0, Unit = Unit.Count };

        Assert.True(TestRule.Of(new ConditionTest(TestKind.Reading) { Measure = "M", Value = 0 }, Facts(measure, [reading], new(2010, 12, 30))).Met);
    }

    private static IEnumerable<Reading> Ends(string months) => months.Split(' ').Select((percent, i) => (percent, month: 5 + i)).Where(m => m.percent != "-")
        .Select(m => On(Period.Month(new(2010, m.month, 1)).To, Figure.Rate(int.Parse(m.percent), 100)));
}
