using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Tests.Plan.Notice;
using Xunit;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Ratings;

/// <summary>What is needed beside the present rate, on 20 August 2010.</summary>
public sealed class NeedTests
{
    [Fact]
    public void A_rate_has_the_last_three_full_months_together()
    {
        Reading[] readings = [Reading(Figure.Rate(987, 1232)), NoticeSample.Month(5, 181, 229), NoticeSample.Month(6, 176, 214), NoticeSample.Month(7, 261, 324), NoticeSample.Month(8, 191, 241)];

        var present = PresentRate.Of(Measure(), readings, readings[0], Today);

        Assert.Equal((Figure.Rate(618, 767), new DateOnly(2010, 5, 1), new DateOnly(2010, 7, 31)), (present.Share!, present.From!.Value, present.To!.Value));
    }

    [Theory]
    [InlineData("", "no full month has been read")]
    [InlineData("7", "only one month has been read")]
    [InlineData("6 7", "only two months have been read")]
    [InlineData("4 5 7", "a month is missing among the last three")]
    public void Where_the_months_are_not_all_known_it_says_so(string months, string why)
    {
        var readings = months.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(month => NoticeSample.Month(int.Parse(month), 1, 2)).ToList();

        Assert.Equal(why, PresentRate.Of(Measure(), readings, null, Today).Unknown);
    }

    [Fact]
    public void A_sum_has_its_months_else_two_readings_else_all_since_its_first_day()
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(600, PlanEnd, unit: Unit.Count)]);
        var now = Reading(Figure.Of(213));
        Reading[] months = [.. new[] { 5, 6, 7 }.Select(month => NoticeSample.Month(new DateOnly(2010, month, 1), Figure.Of(46)))];

        Assert.Equal(10.5m, PresentRate.Of(measure, [now], now, Today).PerWeek);
        // 213 less 113 on 21 June: 100 in 60 days.
        Assert.Equal(11.67m, Math.Round(PresentRate.Of(measure, [now, Reading(Figure.Of(113), new(2010, 6, 21))], now, Today).PerWeek!.Value, 2));
        // 138 in the 92 days of May to July.
        Assert.Equal(10.5m, PresentRate.Of(measure, [now, .. months, Reading(Figure.Of(113), new(2010, 6, 21))], now, Today).PerWeek);
    }

    [Fact]
    public void A_stock_has_its_change_and_with_one_reading_none()
    {
        var measure = Measure(MeasureKind.Count, unit: Unit.Count, ratedOn: RatedOn.AsAt, stages: [Stage(156, PlanEnd, unit: Unit.Count)]);
        var now = NoticeSample.On(Today, Figure.Of(139));

        Assert.Equal("only one reading", PresentRate.Of(measure, [now], now, Today).Unknown);
        Assert.Equal(0.5m, PresentRate.Of(measure, [NoticeSample.On(new(2010, 7, 23), Figure.Of(137)), now], now, Today).PerWeek);
        // A year ago is better than nothing, and three months are better than a year.
        Assert.Equal(0.5m, PresentRate.Of(measure, [NoticeSample.On(new(2009, 8, 20), Figure.Of(1)), NoticeSample.On(new(2010, 7, 23), Figure.Of(137)), now], now, Today).PerWeek);
    }

    [Theory]
    [InlineData("2010-05-31:2 2010-06-30:4 2010-07-31:5", "No. The best month was June 2010: 2 a month more")]
    [InlineData("2010-05-31:1 2010-06-30:7 2010-07-31:5", "Yes. The best month was June 2010: 1.4 a week more")]
    [InlineData("2010-06-30:5 2010-07-31:5", "No. The best month was July 2010: no change")]
    // August is not over.
    [InlineData("2010-07-31:0", "No full month is known")]
    public void A_stock_that_must_rise_is_told_by_how_much_it_rose_in_its_best_month(string readings, string words)
    {
        var measure = Measure(ratedOn: RatedOn.AsAt, stages: [Stage(100, new(2010, 9, 30))]);
        Reading[] all = [.. readings.Split(' ').Select(part => part.Split(':')).Select(part => NoticeSample.On(DateOnly.Parse(part[0]), Figure.Rate(long.Parse(part[1]), 9))), NoticeSample.On(Today, Figure.Rate(5, 9))];
        var rating = MeasureRating.Of(measure, all, null, Today, PlanStart, RatingSettings.Usual);

        // 4 more in 41 days are 3 a month.
        Assert.Equal(words, NeedWords.Ever(Assert.Single(Need.Of(rating, all, Today)), Plan2010.Snapshot));
    }

    [Theory]
    [InlineData("NI59", 2)]
    [InlineData("NI60", 0)]
    [InlineData("1.4", 1)]
    [InlineData("2.1", 2)]
    [InlineData("5.1", 0)]
    [InlineData("5.2", 2)]
    [InlineData("5.3", 2)]
    [InlineData("5.4", 0)]
    public void Only_what_is_short_of_a_stage_ahead_is_needed(string line, int rows)
    {
        Assert.Equal(rows, Plan2010.Snapshot.ShortOfStage.FirstOrDefault(need => need.Line.Line.Ref == line)?.Measures.Count ?? 0);
    }

    [Fact]
    public void A_line_whose_milestones_are_open_is_short_of_them()
    {
        var need = Plan2010.Snapshot.ShortOfStage.Single(line => line.Line.Line.Ref == "1.3");

        Assert.Empty(need.Measures);
        Assert.Equal("Project plan for the remaining processes commenced", Assert.Single(need.Milestones).Title);
    }

    [Fact]
    public void After_the_last_date_a_short_measure_is_late()
    {
        var measure = Measure(stages: [Stage(90, new(2010, 7, 31))]);
        var rating = MeasureRating.Of(measure, [Reading(Figure.Rate(80, 100))], null, Today, PlanStart, RatingSettings.Usual);

        var need = Assert.Single(Need.Of(rating, [Reading(Figure.Rate(80, 100))], Today));

        Assert.True(need.IsLate(Today));
        Assert.Equal(10, need.Gap!.Things);
    }

    [Theory]
    [InlineData(46, false)]
    [InlineData(60, true)]
    public void It_says_whether_any_month_reached_the_pace_of_a_sum(int best, bool reached)
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(600, PlanEnd, unit: Unit.Count)]);
        Reading[] readings = [Reading(Figure.Of(213)), NoticeSample.Month(new DateOnly(2010, 6, 1), Figure.Of(best))];
        var rating = MeasureRating.Of(measure, readings, null, Today, PlanStart, RatingSettings.Usual);

        // 387 in 223 days are 12.1 a week, or 52 in June.
        Assert.Equal(reached, Assert.Single(Need.Of(rating, readings, Today)).EverReached);
    }
}
