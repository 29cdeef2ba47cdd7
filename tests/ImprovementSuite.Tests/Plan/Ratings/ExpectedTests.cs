using CsCheck;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Ratings;
using Xunit;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Ratings;

public sealed class ExpectedTests
{
    private static readonly DateOnly October = new(2010, 10, 31);

    [Fact]
    public void The_line_starts_at_the_latest_comparable_baseline_strictly_before_the_first_stage()
    {
        var measure = Measure(
            stages: [Stage(80, October), Stage(90, PlanEnd)],
            baselines: [Baseline(10, new(2009, 12, 31)), Baseline(60, PlanStart), Baseline(99, new(2010, 5, 1), comparable: false), Baseline(75, October), Baseline(5)]);

        Assert.Equal([(PlanStart, 60m), (October, 80m), (PlanEnd, 90m)], Expected.Points(measure));
    }

    [Fact]
    public void Before_its_first_point_and_after_its_last_the_line_is_level()
    {
        var measure = Measure(stages: [Stage(80, October), Stage(90, PlanEnd)], baselines: [Baseline(60, PlanStart)]);

        Assert.Equal(60m, Expected.On(measure, new(2010, 1, 1), PlanStart));
        Assert.Equal(90m, Expected.On(measure, new(2012, 1, 1), PlanStart));
    }

    [Fact]
    public void Between_points_expectation_never_leaves_them_and_is_straight() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[2, 400], Gen.Int[0, 400]).Sample((from, to, days, at) =>
    {
        var end = PlanStart.AddDays(days);
        var measure = Measure(stages: [Stage(from, PlanStart), Stage(to, end)]);
        var day = Math.Min(at, days);

        var expected = Expected.On(measure, PlanStart.AddDays(day), PlanStart)!.Value;

        Assert.InRange(expected, Math.Min(from, to), Math.Max(from, to));
        Assert.Equal(from + ((decimal)(to - from) * day / days), expected, 10);
    });

    [Fact]
    public void A_standing_target_applies_unchanged_from_the_plans_start()
    {
        var measure = Measure(stages: [Stage(100, new(2010, 11, 30), standing: true)], baselines: [Baseline(40, new(2009, 3, 31))]);

        Assert.Null(Expected.On(measure, PlanStart.AddDays(-1), PlanStart));
        Assert.Equal(100m, Expected.On(measure, PlanStart, PlanStart));
        Assert.Equal(100m, Expected.On(measure, PlanEnd, PlanStart));
    }

    [Theory]
    [InlineData("2010-04-01", 1)]
    [InlineData("2010-08-20", 142)]
    [InlineData("2011-03-31", 365)]
    public void What_adds_up_is_expected_by_days_with_both_ends_counted(string day, int days)
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(3650, PlanEnd, from: PlanStart, unit: Unit.Count)]);

        Assert.Equal(days * 10m, Expected.On(measure, DateOnly.Parse(day), PlanStart)!.Value, 6);
    }

    [Fact]
    public void What_adds_up_is_expected_as_at_the_last_day_that_was_counted()
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(3650, PlanEnd, unit: Unit.Count)]);

        Assert.Equal(300m, Expected.On(measure, Today, PlanStart, Reading(Figure.Of(1), new(2010, 4, 30)))!.Value, 6);
    }

    [Fact]
    public void A_sum_has_no_target_outside_its_span()
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(600, PlanEnd, from: PlanStart, unit: Unit.Count)]);

        Assert.Null(Expected.On(measure, PlanEnd.AddDays(1), PlanStart));
    }

    [Fact]
    public void A_round_is_held_against_its_own_stage_with_no_line_between_rounds()
    {
        var measure = Measure(MeasureKind.Round, Polarity.LowIsGood, Unit.Count, RatedOn.Round,
            [Stage(8, new(2010, 12, 31), round: "2010", unit: Unit.Count), Stage(0, new(2011, 12, 31), round: "2011", unit: Unit.Count)]);

        Assert.Equal(8m, Expected.On(measure, new(2011, 8, 20), PlanStart, Reading(Figure.Of(10), ratedOn: RatedOn.Round, round: "2010")));
        Assert.Equal(0m, Expected.On(measure, Today, PlanStart, Reading(Figure.Of(10), ratedOn: RatedOn.Round, round: "2011")));
        Assert.Null(Expected.On(measure, Today, PlanStart, Reading(Figure.Of(10), ratedOn: RatedOn.Round, round: "2009")));
    }

    [Theory]
    [InlineData(12, "2010-08-20", 4)]
    [InlineData(12, "2010-08-31", 4)]
    [InlineData(12, "2010-09-01", 5)]
    [InlineData(4, "2010-08-20", 1)]
    [InlineData(4, "2010-10-01", 2)]
    public void Of_things_to_be_produced_those_are_expected_whose_date_has_passed(int aYear, string day, int expected)
    {
        var measure = Measure(MeasureKind.Scheduled, unit: Unit.Count, stages: [Stage(aYear, PlanEnd, from: PlanStart, unit: Unit.Count)]);

        Assert.Equal(expected, Expected.On(measure, DateOnly.Parse(day), PlanStart));
    }

    [Fact]
    public void Nothing_is_expected_where_no_target_is_agreed() =>
        Assert.Null(Expected.On(Measure(stages: [new() { Note = "TBC" }]), Today, PlanStart));
}
