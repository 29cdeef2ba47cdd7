using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Ratings;
using Xunit;
using static ImprovementSuite.Tests.Plan.Ratings.Sample;

namespace ImprovementSuite.Tests.Plan.Ratings;

public sealed class NeededFromHereTests
{
    /// <summary>In time and finished, April 2009 to July 2010.</summary>
    private static readonly (int InTime, int Finished)[] Months =
    [
        (148, 198), (139, 193), (151, 205), (150, 208), (127, 176), (146, 199), (150, 206), (147, 201), (131, 171), (150, 194), (158, 200), (217, 261),
        (178, 224), (181, 229), (176, 214), (261, 324),
    ];

    private static readonly List<MonthFigure> Figures =
        [.. Months.Select((m, i) => new MonthFigure(new DateOnly(2009, 4, 1).AddMonths(i), new DateOnly(2009, 5, 1).AddMonths(i).AddDays(-1), Figure.Rate(m.InTime, m.Finished)))];

    [Fact]
    public void The_share_needed_is_worked_out_at_last_years_volume()
    {
        var measure = Measure(stages: [Stage(80, new(2010, 3, 31)), Stage(85, new(2010, 10, 31)), Stage(87, PlanEnd)]);

        var needed = NeededFromHere.OfRate(measure, Reading(Figure.Rate(987, 1232)), Figures, Today);

        Assert.Equal([(467L, 458L, 98.1m), (1494L, 1385L, 92.7m)], needed.Select(n => (n.StillToCome, n.MustBeMet, Math.Round(n.Share!.Value, 1))));
        Assert.All(needed, n => Assert.False(n.EverReached || n.OutOfReach));
        Assert.Equal(new DateOnly(2010, 3, 1), NeededFromHere.Best(measure, Figures, Today)!.From);
    }

    [Fact]
    public void A_sum_says_how_much_a_week()
    {
        var measure = Measure(MeasureKind.Cumulative, unit: Unit.Count, stages: [Stage(600, PlanEnd, unit: Unit.Count)]);

        var needed = Assert.Single(NeededFromHere.OfCount(measure, Reading(Figure.Of(213)), Today));

        Assert.Equal((387m, 12.15m), (needed.More, Math.Round(needed.PerWeek, 2)));
    }

    [Fact]
    public void Nothing_is_worked_out_without_counts_or_without_last_year()
    {
        var measure = Measure(stages: [Stage(87, PlanEnd)]);

        Assert.Empty(NeededFromHere.OfRate(measure, Percent(80.11m), Figures, Today));
        Assert.Empty(NeededFromHere.OfRate(measure, Reading(Figure.Rate(987, 1232)), Figures[..3], Today));
    }
}
