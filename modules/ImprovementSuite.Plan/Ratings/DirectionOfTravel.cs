using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>Where performance, not the value, has gone since the panel last saw it.</summary>
/// <param name="Change">Reading minus the earlier one, in the unit; null for a judgement.</param>
/// <param name="SinceBaseline">No panel has seen it yet, so it is compared with the latest baseline.</param>
internal sealed record Travel(Direction Direction, decimal? Change, bool SinceBaseline);

/// <summary>A reading that a panel was shown, and when.</summary>
internal sealed record SeenByPanel(DateOnly On, FrozenReading Reading);

/// <summary>The direction of a measure against the reading last frozen, or against its latest baseline.</summary>
internal static class DirectionOfTravel
{
    /// <summary>Null where there is nothing to compare with, and for the first reading of a new plan year.</summary>
    public static Travel? Of(Measure measure, Reading? reading, SeenByPanel? seen, DateOnly day, DateOnly planStart, RatingSettings settings)
    {
        if (reading is null)
            return null;
        if (measure.Kind == MeasureKind.Judgement)
            return OfGrades(measure, reading, seen, day);
        if (reading.Value is not { } now)
            return null;

        if (seen?.Reading.Value is { } then)
        {
            if (StartsAfresh(measure, reading, seen.On))
                return null;
            return measure.Kind == MeasureKind.Cumulative && seen.Reading.Expected > 0 && Expected.On(measure, day, planStart, reading) is > 0 and var expected
                ? Compare(measure, now / expected, then / seen.Reading.Expected.Value, now - then, false, settings, Expected.UpperEdge(measure, day))
                : Compare(measure, now, then, now - then, false, settings, Expected.UpperEdge(measure, day));
        }
        return ComputedColour.Baseline(measure, reading, day) is { } baseline
            ? Compare(measure, now, baseline, now - baseline, true, settings, Expected.UpperEdge(measure, day))
            : null;
    }

    private static Travel Compare(Measure measure, decimal now, decimal then, decimal change, bool sinceBaseline, RatingSettings settings, decimal? upper)
    {
        var inPoints = measure.Unit == Unit.Percent && measure.Kind is MeasureKind.Rate or MeasureKind.Round;
        var level = Math.Abs(now - then) <= (inPoints ? settings.LevelPoints : settings.LevelShare * Math.Abs(then));
        if (level)
            return new(Direction.Level, change, sinceBaseline);
        var rising = now > then;
        var better = measure.Polarity switch
        {
            Polarity.LowIsGood => !rising,
            // Too high already then, or above the edge now: further up is no improvement, back down is one.
            Polarity.MidRangeIsGood when ComputedColour.IsOnWatch(measure, then, upper, settings) || then > upper || now > upper => !rising,
            _ => rising,
        };
        return new(better ? Direction.Improving : Direction.Worsening, change, sinceBaseline);
    }

    private static Travel? OfGrades(Measure measure, Reading reading, SeenByPanel? seen, DateOnly day)
    {
        var then = measure.Rank(seen?.Reading.Grade ?? ComputedColour.LatestBaseline(measure, day)?.Grade);
        if (then < 0)
            return null;
        var change = measure.Rank(reading.Grade).CompareTo(then);
        return new(change > 0 ? Direction.Improving : change < 0 ? Direction.Worsening : Direction.Level, null, seen?.Reading.Grade is null);
    }

    /// <summary>A year-to-date figure of a new plan year is not compared with the year before.</summary>
    private static bool StartsAfresh(Measure measure, Reading reading, DateOnly seenOn) =>
        measure.RatedOn == RatedOn.YearToDate && Period.YearToDate(seenOn).From != Period.YearToDate(reading.To).From;
}
