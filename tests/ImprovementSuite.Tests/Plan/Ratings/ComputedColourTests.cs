using CsCheck;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;
using Xunit;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Ratings;

public sealed class ComputedColourTests
{
    private static Computed Rate(Measure measure, Reading? reading, DateOnly? day = null) => ComputedColour.Of(measure, reading, day ?? Today, PlanStart, RatingSettings.Usual);

    [Fact]
    public void Without_reading_or_target_or_where_nothing_was_due_there_is_no_colour()
    {
        var measure = Measure(stages: [Stage(80, PlanEnd)]);

        Assert.Equal(new Computed(Colour.None, Ground.NoReading), Rate(measure, null));
        Assert.Equal(new Computed(Colour.None, Ground.NothingDue), Rate(measure, Reading(Figure.Rate(0, 0))));
        Assert.Equal(new Computed(Colour.None, Ground.NoTarget), Rate(Measure(), Percent(50)));
    }

    [Fact]
    public void Under_ten_is_few_and_has_no_colour_below_the_authority()
    {
        var measure = Measure(stages: [Stage(80, PlanEnd)]);

        Assert.Equal(Ground.Few, Rate(measure, Reading(Figure.Rate(9, 9), scope: ScopeKind.Team)).Ground);
        Assert.Equal(Ground.Met, Rate(measure, Reading(Figure.Rate(10, 10), scope: ScopeKind.Team)).Ground);
        Assert.Equal(Ground.Met, Rate(measure, Reading(Figure.Rate(9, 9))).Ground);
    }

    [Theory]
    [InlineData(69.99, Colour.Red)]
    [InlineData(70, Colour.Amber)]
    [InlineData(79.99, Colour.Amber)]
    [InlineData(80, Colour.Green)]
    public void Short_of_expectation_a_quarter_of_the_way_from_the_baseline_is_amber(double reading, Colour colour)
    {
        // From 66.67 to 80: a quarter of the way is 70.
        var measure = Measure(stages: [Stage(80, PlanEnd, standing: true)], baselines: [Baseline(100m * 2 / 3, new(2010, 3, 31))]);

        Assert.Equal(colour, Rate(measure, Percent((decimal)reading)).Colour);
    }

    [Theory]
    [InlineData(25.01, Colour.Red)]
    [InlineData(25, Colour.Amber)]
    [InlineData(20, Colour.Green)]
    public void Low_is_good_without_baseline_is_amber_up_to_125_percent(double reading, Colour colour) =>
        Assert.Equal(colour, Rate(Measure(polarity: Polarity.LowIsGood, stages: [Stage(20, PlanEnd)]), Percent((decimal)reading)).Colour);

    [Fact]
    public void Where_none_is_expected_any_is_red() =>
        Assert.Equal(Colour.Red, Rate(Measure(MeasureKind.Count, Polarity.LowIsGood, Unit.Count, stages: [Stage(0, PlanEnd, unit: Unit.Count)]), Reading(Figure.Of(1))).Colour);

    [Fact]
    public void A_baseline_at_or_past_expectation_is_as_none()
    {
        var measure = Measure(stages: [Stage(80, PlanEnd, standing: true)], baselines: [Baseline(80, new(2010, 3, 31))]);

        Assert.Equal(new Computed(Colour.Amber, Ground.NearExpected), Rate(measure, Percent(60)));
        Assert.Equal(new Computed(Colour.Red, Ground.FarFromExpected), Rate(measure, Percent(59.9m)));
    }

    [Fact]
    public void Short_after_the_last_stages_date_is_red_however_near()
    {
        var measure = Measure(stages: [Stage(80, PlanEnd)], baselines: [Baseline(20, new(2010, 3, 31))]);

        Assert.Equal(Colour.Amber, Rate(measure, Percent(79.9m, PlanEnd), PlanEnd).Colour);
        Assert.Equal(new Computed(Colour.Red, Ground.LastStagePassed), Rate(measure, Percent(79.9m, PlanEnd), PlanEnd.AddDays(1)));
    }

    [Fact]
    public void A_sums_baseline_is_first_brought_to_the_same_day()
    {
        // On 20 August 142 of 365 days: expected 1,420 of 3,650, the year before gave 2,840 by then.
        var measure = Measure(MeasureKind.Cumulative, Polarity.LowIsGood, Unit.Count, stages: [Stage(3650, PlanEnd, unit: Unit.Count)], baselines: [Baseline(7300, new(2010, 3, 31), unit: Unit.Count)]);

        Assert.Equal(Ground.Progress, Rate(measure, Reading(Figure.Of(2485))).Ground);
        Assert.Equal(Ground.TooLittleProgress, Rate(measure, Reading(Figure.Of(2486))).Ground);
    }

    [Theory]
    [InlineData(79.2, false)]
    [InlineData(79.21, true)]
    public void Mid_range_without_upper_edge_is_watched_more_than_ten_points_above_every_comparator(double reading, bool watch)
    {
        var measure = Measure(polarity: Polarity.MidRangeIsGood, stages: [Stage(65, PlanEnd)], comparators: [69.2m, 63.8m]);

        Assert.Equal(new Computed(Colour.Green, Ground.Met, watch), Rate(measure, Percent((decimal)reading)));
    }

    [Fact]
    public void Only_mid_range_has_a_ceiling()
    {
        Stage[] band = [Stage(65, PlanEnd, standing: true, upper: 79)];

        Assert.Equal(Colour.Green, Rate(Measure(stages: band), Percent(82)).Colour);
        Assert.Equal(Colour.Amber, Rate(Measure(polarity: Polarity.MidRangeIsGood, stages: band), Percent(82)).Colour);
        Assert.Equal(Colour.Green, Rate(Measure(polarity: Polarity.MidRangeIsGood, stages: band), Percent(79)).Colour);
    }

    [Theory]
    [InlineData("outstanding", "2010-08-20", Colour.Green)]
    [InlineData("good", "2010-08-20", Colour.Green)]
    [InlineData("satisfactory", "2010-08-20", Colour.Amber)]
    [InlineData("inadequate", "2010-08-20", Colour.None)]
    [InlineData(null, "2010-08-20", Colour.None)]
    [InlineData("satisfactory", "2011-04-01", Colour.Red)]
    [InlineData(null, "2011-04-01", Colour.Red)]
    public void A_judgement_is_green_when_met_and_red_after_its_date(string? grade, string day, Colour colour)
    {
        var measure = Measure(
            MeasureKind.Judgement, unit: Unit.Count, scale: ["inadequate", "satisfactory", "good", "outstanding"],
            stages: [new() { By = PlanEnd, Grade = "good" }], baselines: [new() { Label = "baseline", Grade = "inadequate" }]);

        Assert.Equal(colour, Rate(measure, grade is null ? null : Reading(null, grade: grade), DateOnly.Parse(day)).Colour);
    }

    [Fact]
    public void A_better_reading_never_has_a_worse_colour() => Gen.Select(Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 100], Gen.Bool).Sample((target, baseline, a, b, low) =>
    {
        var measure = Measure(polarity: low ? Polarity.LowIsGood : Polarity.HighIsGood, stages: [Stage(target, PlanEnd, standing: true)], baselines: [Baseline(baseline)]);
        var (better, worse) = low ? (Math.Min(a, b), Math.Max(a, b)) : (Math.Max(a, b), Math.Min(a, b));

        Assert.True(Rate(measure, Percent(better)).Colour >= Rate(measure, Percent(worse)).Colour);
    });

    [Fact]
    public void The_distance_in_things_is_just_what_it_takes() => Gen.Select(Gen.Int[1, 5000], Gen.Int[0, 5000], Gen.Int[0, 10000]).Sample((denominator, some, target) =>
    {
        var (numerator, expected) = (some % (denominator + 1), target / 100m);
        var distance = Distance.Between(Figure.Rate(numerator, denominator), expected, Polarity.HighIsGood)!;
        var things = distance.Things!.Value;

        if (distance.Short)
        {
            Assert.True(100m * (numerator + things) >= expected * denominator);
            Assert.True(100m * (numerator + things - 1) < expected * denominator);
        }
        else
        {
            Assert.True(100m * (numerator - things) >= expected * denominator);
            Assert.True(100m * (numerator - things - 1) < expected * denominator);
        }
    });

    [Fact]
    public void A_rate_of_posts_is_short_by_posts_and_not_by_their_hundredths()
    {
        // 30.3 of 86 posts are vacant where 20% were expected: 17.2.
        var distance = Distance.Between(Figure.RateOfPosts(30_30, 86_00), 20, Polarity.LowIsGood)!;

        Assert.Equal((true, 14), (distance.Short, distance.Things));
    }
}
