using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;
using Xunit;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Ratings;

public sealed class DirectionOfTravelTests
{
    private static readonly DateOnly July = new(2010, 7, 13);

    private static Travel? From(Measure measure, Reading reading, decimal then, decimal? expectedThen = null, DateOnly? seenOn = null) => DirectionOfTravel.Of(
        measure, reading, new SeenByPanel(seenOn ?? July, new() { Measure = "M", Stored = StoredFigure.Of(Figure.AsStated(then)), Expected = expectedThen }), Today, PlanStart, RatingSettings.Usual);

    [Theory]
    [InlineData(80.5, Direction.Level)]
    [InlineData(79.5, Direction.Level)]
    [InlineData(80.51, Direction.Improving)]
    [InlineData(79.49, Direction.Worsening)]
    public void A_rate_is_level_within_half_a_point(double now, Direction direction) =>
        Assert.Equal(direction, From(Measure(), Percent((decimal)now), 80)!.Direction);

    [Theory]
    [InlineData(101, Direction.Level)]
    [InlineData(102, Direction.Worsening)]
    [InlineData(98, Direction.Improving)]
    public void Anything_else_is_level_within_one_percent_and_low_is_good_turns_it_round(int now, Direction direction) =>
        Assert.Equal(direction, From(Measure(MeasureKind.Count, Polarity.LowIsGood, Unit.Count), Reading(Figure.Of(now)), 100)!.Direction);

    [Fact]
    public void A_sum_grows_by_itself_so_its_share_of_what_was_expected_is_compared()
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(3650, PlanEnd, unit: Unit.Count)]);

        // 1,420 expected on 20 August: 1,065 is three quarters of it; 900 of 1,000 was more.
        var travel = From(measure, Reading(Figure.Of(1065)), 900, expectedThen: 1000)!;

        Assert.Equal((Direction.Worsening, 165m), (travel.Direction, travel.Change!.Value));
    }

    [Theory]
    [InlineData(62.63, 79.74, Direction.Improving)]
    [InlineData(80, 84, Direction.Worsening)]
    [InlineData(84, 80, Direction.Improving)]
    public void Mid_range_rising_while_on_watch_is_worsening(double then, double now, Direction direction) =>
        Assert.Equal(direction, From(Measure(polarity: Polarity.MidRangeIsGood, stages: [Stage(65, PlanEnd)], comparators: [69.2m, 63.8m]), Percent((decimal)now), (decimal)then)!.Direction);

    [Fact]
    public void Mid_range_rising_over_the_upper_edge_is_worsening() =>
        Assert.Equal(Direction.Worsening, From(Measure(polarity: Polarity.MidRangeIsGood, stages: [Stage(65, PlanEnd, upper: 79)]), Percent(82), 78)!.Direction);

    [Fact]
    public void The_first_reading_of_a_new_plan_year_has_no_arrow() =>
        Assert.Null(From(Measure(), Percent(80), 70, seenOn: new(2010, 3, 10)));

    [Fact]
    public void Never_seen_by_a_panel_it_is_compared_with_the_latest_baseline()
    {
        var travel = DirectionOfTravel.Of(Measure(baselines: [Baseline(60, new(2009, 3, 31)), Baseline(70, new(2010, 3, 31))]), Percent(69), null, Today, PlanStart, RatingSettings.Usual)!;

        Assert.Equal(new Travel(Direction.Worsening, -1, SinceBaseline: true), travel);
    }

    [Fact]
    public void With_nothing_to_compare_there_is_no_arrow() => Assert.Null(DirectionOfTravel.Of(Measure(), Percent(69), null, Today, PlanStart, RatingSettings.Usual));
}
