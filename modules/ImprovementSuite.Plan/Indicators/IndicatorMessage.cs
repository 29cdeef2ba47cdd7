using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Plan.Indicators;

/// <summary>What is told of a measure. A pure function of its rating.</summary>
internal static class IndicatorMessage
{
    public static IndicatorRead Of(MeasureRating rating, long revision)
    {
        var (measure, figure) = (rating.Measure, rating.Reading?.Figure);
        return new(
            measure.Code, measure.Title, IsNational(measure.Code), measure.Unit, measure.Polarity, figure, figure is null ? null : rating.Reading!.To,
            Latest(measure, IsOfNeighbours), Latest(measure, IsOfEngland), revision);
    }

    public static IndicatorRead Removed(string measure, long revision) =>
        new(measure, "", IsNational(measure), default, default, null, null, null, null, revision, Removed: true);

    /// <summary>NI and the number, as the national indicator set of 2008 numbers them.</summary>
    public static bool IsNational(string code) =>
        code.StartsWith("NI", StringComparison.OrdinalIgnoreCase) && code.AsSpan(2).Trim() is { IsEmpty: false } number && !number.ContainsAnyExceptInRange('0', '9');

    /// <summary>Periods are written as years, "2009/10", and sort as such; of two of one period the later written.</summary>
    private static decimal? Latest(Measure measure, Func<Comparator, bool> whose) =>
        measure.Comparators.Where(whose).OrderBy(comparator => comparator.Period, StringComparer.Ordinal).ThenBy(comparator => comparator.Id).LastOrDefault()?.Stored.Figure.Value;

    private static bool IsOfNeighbours(Comparator comparator) => comparator.Who.Contains("neighbour", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfEngland(Comparator comparator) =>
        comparator.Who.StartsWith("England", StringComparison.OrdinalIgnoreCase) || comparator.Who.StartsWith("national", StringComparison.OrdinalIgnoreCase);
}
