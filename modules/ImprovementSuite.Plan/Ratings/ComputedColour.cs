using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>Why a colour is what it is.</summary>
internal enum Ground
{
    NoReading,
    NothingDue,
    NoTarget,
    Few,
    Met,
    LastStagePassed,
    Progress,
    TooLittleProgress,
    NearExpected,
    FarFromExpected,
    BetterThanBaseline,
    NotYetDue,

    /// <summary>Judged on a scale that is not the target's: the two cannot be compared.</summary>
    OtherScale,
}

/// <summary>A measure's colour by the rules, with its ground.</summary>
/// <param name="Watch">Green, but so far above every comparator that thresholds should be checked.</param>
internal readonly record struct Computed(Colour Colour, Ground Ground, bool Watch = false);

/// <summary>The colour that the figures give a measure. Whoever declares another must give a reason.</summary>
internal static class ComputedColour
{
    public static Computed Of(Measure measure, Reading? reading, DateOnly day, DateOnly planStart, RatingSettings settings)
    {
        if (measure.Kind == MeasureKind.Judgement)
            return OfJudgement(measure, reading, day);
        if (reading?.Figure is not { } figure)
            return new(Colour.None, Ground.NoReading);
        if (figure.Value is not { } value)
            return new(Colour.None, Ground.NothingDue);
        if (figure.OutOf < settings.Few && reading.ScopeKind != ScopeKind.Authority)
            return new(Colour.None, Ground.Few);
        if (Expected.On(measure, day, planStart, reading) is not { } expected)
            return new(Colour.None, Ground.NoTarget);

        var upper = Expected.UpperEdge(measure, day);
        if (!Distance.Between(figure, expected, measure.Polarity, upper)!.Short)
            return new(Colour.Green, Ground.Met, IsOnWatch(measure, value, upper, settings));
        if (day > Expected.LastStage(measure, day, reading)?.By)
            return new(Colour.Red, Ground.LastStagePassed);

        var tooHigh = measure.Polarity == Polarity.MidRangeIsGood && value > upper;
        return Short(value, tooHigh ? upper!.Value : expected, Baseline(measure, reading, day), lowIsGood: tooHigh || measure.Polarity == Polarity.LowIsGood, settings);
    }

    /// <summary>Mid-range without an upper edge: well above all comparators, it may be thresholds that have slipped and not practice that has improved.</summary>
    public static bool IsOnWatch(Measure measure, decimal value, decimal? upper, RatingSettings settings) =>
        measure.Polarity == Polarity.MidRangeIsGood && upper is null && measure.Comparators.Count > 0
        && measure.Comparators.All(comparator => value > comparator.Value + settings.WatchPoints);

    /// <summary>The latest comparable baseline known on the day; what adds up is pro-rated to the reading's last day.</summary>
    public static decimal? Baseline(Measure measure, Reading reading, DateOnly day)
    {
        var baseline = LatestBaseline(measure, day)?.Figure?.Value;
        return measure.Kind == MeasureKind.Cumulative ? baseline * Expected.ShareOfSpan(measure, Expected.LastDayCounted(reading, day)) : baseline;
    }

    /// <summary>The latest comparable baseline dated on or before the day; one without date only where none has one.</summary>
    public static Baseline? LatestBaseline(Measure measure, DateOnly day)
    {
        var comparable = measure.Baselines.Where(b => b.Comparable && (b.Figure?.Value is not null || b.Grade is not null)).ToList();
        return comparable.Where(b => b.On <= day).MaxBy(b => b.On) ?? comparable.LastOrDefault(b => b.On is null);
    }

    private static Computed Short(decimal value, decimal expected, decimal? baseline, bool lowIsGood, RatingSettings settings)
    {
        if (baseline is { } start && (lowIsGood ? start > expected : start < expected))
            // Rounded, so that a division's last digit does not decide.
            return Math.Round((value - start) / (expected - start), 9) >= settings.AmberProgress
                ? new(Colour.Amber, Ground.Progress)
                : new(Colour.Red, Ground.TooLittleProgress);

        var near = lowIsGood ? value <= expected * (1 + settings.AmberReach) : value >= expected * (1 - settings.AmberReach);
        return near ? new(Colour.Amber, Ground.NearExpected) : new(Colour.Red, Ground.FarFromExpected);
    }

    private static Computed OfJudgement(Measure measure, Reading? reading, DateOnly day)
    {
        if (Expected.LastStage(measure, day, reading) is not { } stage)
            return new(Colour.None, Ground.NoTarget);
        var rank = measure.Rank(reading?.Grade);
        if (rank < 0 && reading?.Grade is not null)
            return new(Colour.None, Ground.OtherScale);
        if (rank >= 0 && rank >= measure.Rank(stage.Grade))
            return new(Colour.Green, Ground.Met);
        if (day > stage.By)
            return new(Colour.Red, Ground.LastStagePassed);
        return rank > measure.Rank(LatestBaseline(measure, day)?.Grade)
            ? new(Colour.Amber, Ground.BetterThanBaseline)
            : new(Colour.None, Ground.NotYetDue);
    }
}
