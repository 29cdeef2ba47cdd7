using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;
using Xunit;
using static ImprovementSuite.Tests.Plan.Notice.NoticeSample;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Notice;

/// <summary>Months in a row, each by its own figure; the day is 20 August 2010 and months are those of 2010.</summary>
public sealed class MonthsRuleTests
{
    private static readonly ConditionTest Three = new(TestKind.MonthsInARow) { Measure = "M", Months = 3, Value = 80 };

    /// <summary>Percentages from April on; "-" was not read, "0" had nothing due.</summary>
    [Theory]
    [InlineData("70 81 82 83", true, "2010-07-31", null, null)]
    [InlineData("90 81 82 83", true, "2010-06-30", null, null)]
    [InlineData("81 82 83 79", false, null, 3, "by 2010-10-31")]
    [InlineData("70 79 81 83", false, null, 1, "by 2010-08-31")]
    [InlineData("90 90 - 83", false, null, 2, "the last three full months are not all known")]
    [InlineData("90 90 0 83", true, "2010-07-31", null, null)]
    [InlineData("60 60 60 81", false, null, 2, "not")]
    [InlineData("- - - -", false, null, null, "no full month has been read")]
    [InlineData("- - 81 83", false, null, 1, "the last three full months are not all known")]
    [InlineData("90 90 90 -", true, "2010-06-30", null, null)]
    public void A_row_is_counted_back_from_the_last_full_month(string months, bool met, string? since, int? more, string? outlook)
    {
        var readings = months.Split(' ').Select((percent, i) => (percent, month: 4 + i)).Where(m => m.percent != "-")
            .Select(m => m.percent == "0" ? Month(m.month, 0, 0) : Month(m.month, int.Parse(m.percent), 100));

        var result = TestRule.Of(Three, Facts(Measure(), readings));

        Assert.Equal((met, since is null ? (DateOnly?)null : DateOnly.Parse(since)), (result.Met, result.Since));
        Assert.Equal(more, (result.Missing as Missing.MoreMonths)?.More);
        Assert.Equal(outlook, Said(result.Outlook));
    }

    [Fact]
    public void The_year_so_far_decides_nothing()
    {
        Reading[] readings = [Reading(Figure.Rate(99, 100)), Month(5, 79, 100), Month(6, 79, 100), Month(7, 79, 100)];

        Assert.False(TestRule.Of(Three, Facts(Measure(), readings)).Met);
    }

    [Fact]
    public void The_running_month_does_not_count_but_says_what_it_lacks()
    {
        Reading[] readings = [Month(5, 81, 100), Month(6, 81, 100), Month(7, 70, 100), Month(8, 160, 241)];

        var missing = Assert.IsType<Missing.MoreMonths>(TestRule.Of(Three, Facts(Measure(), readings)).Missing);

        Assert.Equal((3, true, 33L), (missing.More, missing.NextRuns, missing.Next!.Gap!.Things!.Value));
        Assert.Equal(new DateOnly(2010, 8, 1), missing.Next.Month.From);
    }

    [Fact]
    public void Where_no_month_runs_the_last_one_says_by_how_much_it_fell_short()
    {
        Reading[] readings = [Month(5, 81, 100), Month(6, 81, 100), Month(7, 52, 68)];

        var missing = Assert.IsType<Missing.MoreMonths>(TestRule.Of(Three with { Value = 100 }, Facts(Measure(), readings)).Missing);

        Assert.Equal((false, 16L), (missing.NextRuns, missing.Next!.Gap!.Things!.Value));
    }

    [Fact]
    public void A_month_is_full_only_once_it_is_over()
    {
        Reading[] readings = [Month(6, 90, 100), Month(7, 90, 100), Month(8, 90, 100)];

        Assert.False(TestRule.Of(Three, Facts(Measure(), readings, new(2010, 8, 31))).Met);
        Assert.True(TestRule.Of(Three, Facts(Measure(), readings, new(2010, 9, 1))).Met);
    }

    [Fact]
    public void Months_that_are_no_longer_read_do_not_stand_for_ever()
    {
        Reading[] readings = [Month(4, 90, 100), Month(5, 90, 100), Month(6, 90, 100)];

        Assert.True(TestRule.Of(Three, Facts(Measure(), readings, new(2010, 8, 31))).Met);
        Assert.Equal(new Missing.FreshMonth(new(2010, 6, 1)), TestRule.Of(Three, Facts(Measure(), readings, new(2010, 9, 1))).Missing);
    }

    [Fact]
    public void Without_a_value_each_month_is_held_against_what_the_plan_expected_of_it()
    {
        // 80 at the end of March, 85 at the end of October: 81.4 at the end of May, 82.1 of June, 82.9 of July.
        var measure = Measure(stages: [Stage(80, new(2010, 3, 31)), Stage(85, new(2010, 10, 31))]);
        Reading[] readings = [Month(5, 82, 100), Month(6, 82, 100), Month(7, 83, 100)];

        var result = TestRule.Of(Three with { Value = null }, Facts(measure, readings));

        Assert.Equal([true, false, true], result.Months.Select(month => month.Met));
        Assert.Equal([81.43m, 82.13m, 82.85m], result.Months.Select(month => Math.Round(month.Target!.Value, 2)));
        // 82.33% in the last three months is under what August and all later months expect.
        Assert.Equal("not", Said(result.Outlook));
    }

    [Fact]
    public void Of_a_sum_a_month_has_its_own_part()
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(365, PlanEnd, unit: Unit.Count)]);
        Reading[] readings = [Month(new DateOnly(2010, 4, 1), Figure.Of(30)), Month(new DateOnly(2010, 5, 1), Figure.Of(30)), Month(new DateOnly(2010, 6, 1), Figure.Of(31)), Month(new DateOnly(2010, 7, 1), Figure.Of(31))];

        var result = TestRule.Of(Three with { Value = null }, Facts(measure, readings));

        Assert.Equal([(30m, true), (31m, false), (30m, true), (31m, true)], result.Months.Select(month => (Math.Round(month.Target!.Value, 6), month.Met)));
        Assert.Equal(1, Assert.IsType<Missing.MoreMonths>(result.Missing).More);
    }

    [Fact]
    public void Low_is_good_turns_it_round()
    {
        Reading[] readings = [Month(5, 9, 100), Month(6, 10, 100), Month(7, 10, 100)];

        Assert.True(TestRule.Of(Three with { Value = 10 }, Facts(Measure(polarity: Polarity.LowIsGood), readings)).Met);
        Assert.False(TestRule.Of(Three with { Value = 9.5m }, Facts(Measure(polarity: Polarity.LowIsGood), readings)).Met);
    }

    [Fact]
    public void A_counted_month_comes_before_a_typed_one()
    {
        Reading[] readings = [Month(5, 90, 100), Month(6, 90, 100), Month(7, 70, 100), Month(7, 99, 100, origin: Origin.Typed)];

        Assert.False(TestRule.Of(Three, Facts(Measure(), readings)).Met);
    }

    internal static string? Said(Outlook outlook) => outlook.Kind switch
    {
        OutlookKind.Met => null,
        OutlookKind.By => $"by {outlook.By:yyyy-MM-dd}",
        OutlookKind.NotAtPresentRate => "not",
        _ => outlook.Why,
    };
}
