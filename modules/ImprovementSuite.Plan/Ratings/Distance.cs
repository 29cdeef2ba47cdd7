using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>How far a reading is from what is expected.</summary>
/// <param name="Value">Reading minus expected, in percentage points or the unit.</param>
/// <param name="Short">Whether that is on the wrong side.</param>
/// <param name="Things">The same in people or things, never negative: a shortfall rounded up, a surplus down. Null where the counts were not published.</param>
internal sealed record Distance(decimal Value, bool Short, long? Things)
{
    /// <summary>Null where the figure has no value.</summary>
    public static Distance? Between(Figure figure, decimal expected, Polarity polarity, decimal? upperEdge = null)
    {
        if (figure.Value is not { } value)
            return null;
        // Above the band of a mid-range measure the upper edge is what it is measured against.
        var tooHigh = polarity == Polarity.MidRangeIsGood && value > upperEdge;
        var edge = tooHigh ? upperEdge!.Value : expected;
        var isShort = tooHigh || (polarity == Polarity.LowIsGood ? value > edge : value < edge);
        return new(value - edge, isShort, InThings(figure, edge, isShort));
    }

    private static long? InThings(Figure figure, decimal edge, bool isShort)
    {
        if (figure.Stated is not null)
            return null;
        var gap = Math.Abs(figure.CountedAt(edge) is { } at ? figure.Counted!.Value - at : figure.Value!.Value - edge);
        // A division's last digit must not turn 40 into 41.
        gap = Math.Round(gap, 9);
        return (long)(isShort ? Math.Ceiling(gap) : Math.Floor(gap));
    }
}
