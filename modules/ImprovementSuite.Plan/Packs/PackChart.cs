using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>A measure's trend beside what the plan expected, day by day. It is drawn where there are two readings or more.</summary>
/// <param name="Points">Oldest first. On a day that was not read the reading is null.</param>
/// <param name="Says">What it shows, for whoever does not see it.</param>
internal sealed record PackChart(string Title, Unit Unit, IReadOnlyList<PackChartPoint> Points, string Says)
{
    public static IReadOnlyList<PackChart> Of(PackContent pack) =>
        [.. PackTables.MeasuresOf(pack).Where(each => each.Measure.Trend.Count > 1).Select(each => Of(each.Measure, each.Lines))];

    /// <summary>The figure as a cell of Excel or a chart's axis holds it: a percentage is a fraction.</summary>
    public static decimal Plain(Unit unit, decimal value) => unit == Unit.Percent ? value / 100 : value;

    private static PackChart Of(PackMeasure measure, string lines)
    {
        var readings = measure.Trend.ToDictionary(point => point.Day, point => point.Value);
        var days = measure.Trend.Concat(measure.TrendExpected).Select(point => point.Day).Distinct().Order();
        var points = days.Select(day => new PackChartPoint(day, readings.TryGetValue(day, out var value) ? value : null, ExpectedOn(measure.TrendExpected, day))).ToList();
        var (first, last) = (measure.Trend[0], measure.Trend[^1]);
        var expected = points[^1].Expected is { } then ? $" On that day the plan expected {PackWords.Value(measure.Unit, then)}." : "";
        return new($"{lines}: {measure.Title}", measure.Unit, points,
            $"From {PackWords.Value(measure.Unit, first.Value)} on {Say.Date(first.Day)} to {PackWords.Value(measure.Unit, last.Value)} on {Say.Date(last.Day)}.{expected}");
    }

    // Between its points what is expected is a straight line.
    private static decimal? ExpectedOn(IReadOnlyList<PackPoint> expected, DateOnly day)
    {
        if (expected.Count == 0 || day < expected[0].Day || day > expected[^1].Day)
            return null;
        var after = expected.First(point => point.Day >= day);
        if (after.Day == day)
            return after.Value;
        var before = expected.Last(point => point.Day < day);
        return before.Value + (after.Value - before.Value) * (day.DayNumber - before.Day.DayNumber) / (after.Day.DayNumber - before.Day.DayNumber);
    }
}

internal sealed record PackChartPoint(DateOnly Day, decimal? Reading, decimal? Expected);
