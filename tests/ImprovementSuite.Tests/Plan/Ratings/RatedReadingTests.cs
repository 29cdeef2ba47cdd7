using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using Xunit;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Ratings;

public sealed class RatedReadingTests
{
    [Fact]
    public void The_latest_of_the_rated_period_is_rated()
    {
        Reading[] readings = [Percent(1, new(2010, 7, 31)), Percent(2, Today), Percent(3, Today.AddDays(1)), Reading(Figure.AsStated(4), ratedOn: RatedOn.Month)];

        Assert.Equal(2m, RatedReading.Choose(Measure(), readings, Today)!.Value);
    }

    [Fact]
    public void A_month_is_rated_once_it_is_over()
    {
        var august = Reading(Figure.Rate(1, 1), new(2010, 8, 31), RatedOn.Month);

        Assert.Null(RatedReading.Choose(Measure(ratedOn: RatedOn.Month), [august], new(2010, 8, 31)));
        Assert.Same(august, RatedReading.Choose(Measure(ratedOn: RatedOn.Month), [august], new(2010, 9, 1)));
    }

    [Fact]
    public void A_published_figure_does_not_take_the_place_of_a_counted_one()
    {
        var (counted, published) = (Reading(Figure.Rate(4, 5), Today.AddDays(-1), origin: Origin.Recalculated), Percent(99));

        Assert.Same(counted, RatedReading.Choose(Measure(), [published, counted], Today));
    }

    [Fact]
    public void A_teams_figure_is_not_the_authoritys() => Assert.Null(RatedReading.Choose(Measure(), [Reading(Figure.Rate(1, 1), scope: ScopeKind.Team)], Today));

    [Theory]
    [InlineData(Frequency.Monthly, 62, false)]
    [InlineData(Frequency.Monthly, 63, true)]
    [InlineData(Frequency.Daily, 33, true)]
    [InlineData(Frequency.Quarterly, 123, false)]
    [InlineData(Frequency.Yearly, 397, false)]
    public void A_reading_is_stale_when_older_than_its_frequency_and_31_days(Frequency frequency, int age, bool stale) =>
        Assert.Equal(stale, MeasureRating.IsStale(frequency, Today.AddDays(-age), Today, RatingSettings.Usual));
}
