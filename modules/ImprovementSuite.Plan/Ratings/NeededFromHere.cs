using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>What a year-to-date rate needs to reach one stage.</summary>
/// <param name="StillToCome">What is still to come until the stage, at last year's volume.</param>
/// <param name="MustBeMet">How many of those must be (low is good: may at most be) counted. Over <paramref name="StillToCome"/> the stage is out of reach.</param>
/// <param name="EverReached">Whether a full month so far reached that share.</param>
internal sealed record NeededOfRate(Stage Stage, long StillToCome, long MustBeMet, bool EverReached)
{
    public decimal? Share => StillToCome == 0 ? null : 100m * MustBeMet / StillToCome;

    public bool OutOfReach => MustBeMet > StillToCome;
}

/// <summary>What a sum or a stock needs to reach one stage.</summary>
/// <param name="More">What is still missing; for a sum to be kept low, what may still be added.</param>
/// <param name="PerWeek">That, spread over the weeks left.</param>
internal sealed record NeededOfCount(Stage Stage, decimal More, decimal PerWeek);

/// <summary>What is needed from here: can the stages that lie ahead still be reached?</summary>
internal static class NeededFromHere
{
    /// <summary>A row for each stage ahead of a rate that has counts and a full year of months before it; otherwise none.</summary>
    public static IReadOnlyList<NeededOfRate> OfRate(Measure measure, Reading reading, IReadOnlyList<MonthFigure> months, DateOnly day)
    {
        if (measure is not { Kind: MeasureKind.Rate, RatedOn: RatedOn.YearToDate } || reading is not { Numerator: { } done, Denominator: > 0 and var all })
            return [];
        var needed = new List<NeededOfRate>();
        foreach (var stage in StagesAhead(measure, reading, day).Where(stage => stage.Target is not null))
        {
            if (VolumeOfLastYear(months, reading.To.AddDays(1), stage.By!.Value) is not { } toCome)
                continue;
            var wanted = Math.Round((all + toCome) * stage.Target!.Value / 100m, 9);
            var must = (long)(measure.Polarity == Polarity.LowIsGood ? Math.Floor(wanted) : Math.Ceiling(wanted)) - done;
            var row = new NeededOfRate(stage, toCome, Math.Max(must, 0), false);
            needed.Add(row with { EverReached = Best(measure, months, day)?.Figure.Value is { } best && row.Share is { } share && !IsWorse(measure, best, share) });
        }
        return needed;
    }

    /// <summary>A row for each stage ahead of a sum, a stock, or a rate that stands as it is on a day.</summary>
    public static IReadOnlyList<NeededOfCount> OfCount(Measure measure, Reading reading, DateOnly day) =>
        measure is { Kind: MeasureKind.Cumulative or MeasureKind.Count or MeasureKind.Scheduled } or { Kind: MeasureKind.Rate, RatedOn: RatedOn.AsAt } && reading.Value is { } value
            ? [.. StagesAhead(measure, reading, day).Where(stage => stage.Target is not null).Select(stage =>
                new NeededOfCount(stage, stage.Target!.Value - value, (stage.Target.Value - value) * 7 / (stage.By!.Value.DayNumber - reading.To.DayNumber)))]
            : [];

    /// <summary>The best full month; null where there is none.</summary>
    public static MonthFigure? Best(Measure measure, IEnumerable<MonthFigure> months, DateOnly day) => months
        .Where(month => month.To < day && month.Figure.Value is not null)
        .Aggregate((MonthFigure?)null, (best, month) => best is null || IsWorse(measure, best.Figure.Value!.Value, month.Figure.Value!.Value) ? month : best);

    /// <summary>The stages that can still be reached, the nearest first. What a year-to-date rate can still reach lies in the reading's own plan year.</summary>
    public static IEnumerable<Stage> StagesAhead(Measure measure, Reading reading, DateOnly day) => measure.Stages
        .Where(stage => stage.By is not null && (stage.Target is not null || stage.Grade is not null) && stage.By > day && stage.By > reading.To)
        .Where(stage => measure.RatedOn != RatedOn.YearToDate || Period.YearToDate(stage.By!.Value).From == Period.YearToDate(reading.To).From)
        .OrderBy(stage => stage.By);

    /// <summary>The denominators of the same days one year before, a month cut by days; null where a month is missing.</summary>
    private static long? VolumeOfLastYear(IReadOnlyList<MonthFigure> months, DateOnly from, DateOnly to)
    {
        var volume = 0m;
        for (var (start, end) = (from.AddYears(-1), to.AddYears(-1)); start <= end;)
        {
            var month = Period.Month(start);
            if (months.FirstOrDefault(m => m.From == month.From)?.Figure.Denominator is not { } count)
                return null;
            var last = month.To < end ? month.To : end;
            volume += count * (last.DayNumber - start.DayNumber + 1m) / (month.To.DayNumber - month.From.DayNumber + 1);
            start = last.AddDays(1);
        }
        return (long)Math.Round(volume, MidpointRounding.ToZero);
    }

    private static bool IsWorse(Measure measure, decimal value, decimal than) => measure.Polarity == Polarity.LowIsGood ? value > than : value < than;
}
