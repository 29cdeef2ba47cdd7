using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>What a measure needs to reach one stage that lies ahead, beside how it goes at present.</summary>
/// <param name="Gap">How far the reading is from the stage; null for a grade.</param>
/// <param name="Share">The share of what is still to come; for a year-to-date rate with counts and last year's months.</param>
/// <param name="Count">What is missing and that a week; for a sum or a stock.</param>
/// <param name="EverReached">Whether any month so far reached it: of a stock, whether it changed as fast in any; null where no month is known.</param>
/// <param name="Fastest">Of a stock, the full month in which it changed most for the better; null where none is known.</param>
internal sealed record Need(MeasureRating Rating, Stage Stage, Distance? Gap, NeededOfRate? Share, NeededOfCount? Count, PresentRate Present, bool? EverReached, MonthlyChange? Fastest)
{
    public Measure Measure => Rating.Measure;

    /// <summary>A row for each stage ahead that the reading is short of, the nearest first; none where nothing is read or nothing is due.</summary>
    public static IReadOnlyList<Need> Of(MeasureRating rating, IEnumerable<Reading> readings, DateOnly day, DateOnly since = default) =>
        [.. Ahead(rating, readings, day, since).Where(need => need.IsShort)];

    /// <summary>Whether the stage's date has passed.</summary>
    public bool IsLate(DateOnly day) => Stage.By <= day;

    /// <summary>A row for each stage ahead, reached or not; after the last one's date a row for that one.</summary>
    /// <param name="since">The first month that is looked at: what was reached before the plan's time tells little of it.</param>
    public static IReadOnlyList<Need> Ahead(MeasureRating rating, IEnumerable<Reading> readings, DateOnly day, DateOnly since = default)
    {
        var (measure, all) = (rating.Measure, readings.ToList());
        if (rating.Reading is not { } reading || reading is { Grade: null, Value: null })
            return [];
        var months = MonthFigures.Of(all).Where(month => month.From >= since).ToList();
        var shares = NeededFromHere.OfRate(measure, reading, months, day).ToDictionary(need => need.Stage);
        var counts = NeededFromHere.OfCount(measure, reading, day).ToDictionary(need => need.Stage);
        var present = PresentRate.Of(measure, all, reading, day);
        var stages = NeededFromHere.StagesAhead(measure, reading, day).ToList();
        if (stages.Count == 0 && Expected.LastStage(measure, day, reading) is { By: { } by } last && by <= day)
            stages.Add(last);
        return [.. stages.Select(stage =>
        {
            var (share, count) = (shares.GetValueOrDefault(stage), counts.GetValueOrDefault(stage));
            var gap = reading.Figure is { } figure && stage.Target is { } target ? Distance.Between(figure, target, measure.Polarity, stage.Upper) : null;
            var fastest = count is null || measure.Kind == MeasureKind.Cumulative ? null : FastestMonth(measure, RatedReading.Series(measure, reading, all, day), day);
            return new Need(rating, stage, gap, share, count, present, Reached(measure, stage, share, count, months, fastest, day), fastest);
        })];
    }

    /// <summary>What adds up and is to be kept low is short only once it is over what the plan expects of it by now.</summary>
    private bool IsShort => Measure switch
    {
        { Kind: MeasureKind.Judgement } => Measure.Rank(Rating.Reading!.Grade) < Measure.Rank(Stage.Grade),
        { Kind: MeasureKind.Cumulative, Polarity: Polarity.LowIsGood } => Rating.Distance is { Short: true },
        _ => Gap is { Short: true },
    };

    private static bool? Reached(
        Measure measure, Stage stage, NeededOfRate? share, NeededOfCount? count, IReadOnlyList<MonthFigure> months, MonthlyChange? fastest, DateOnly day)
    {
        var best = NeededFromHere.Best(measure, months, day)?.Figure.Value;
        if (share is not null)
            return best is null ? null : share.EverReached;
        if (count is null)
            return measure.Kind == MeasureKind.Rate && best is { } value && stage.Target is { } target ? measure.Polarity == Polarity.LowIsGood ? value <= target : value >= target : null;
        var low = measure.Polarity == Polarity.LowIsGood;
        var paces = measure.Kind == MeasureKind.Cumulative
            ? months.Where(month => month.IsFull(day) && month.Figure.Value is not null).Select(month => month.Figure.Value!.Value * 7 / (month.To.DayNumber - month.From.DayNumber + 1)).ToList()
            : fastest is null ? [] : [fastest.PerWeek];
        return paces.Count == 0 ? null : paces.Any(pace => low ? pace <= count.PerWeek : pace >= count.PerWeek);
    }

    /// <summary>From one month's last reading to the next month's; a month that still runs is not over.</summary>
    private static MonthlyChange? FastestMonth(Measure measure, IReadOnlyList<Reading> series, DateOnly day)
    {
        var ends = series.Where(reading => reading.Value is not null && Period.Month(reading.To).To < day).GroupBy(reading => Period.Month(reading.To).From).Select(month => month.Last()).ToList();
        var changes = ends.Zip(ends.Skip(1)).Select(pair => new MonthlyChange(
            Period.Month(pair.Second.To).From, (pair.Second.Value!.Value - pair.First.Value!.Value) * 7 / (pair.Second.To.DayNumber - pair.First.To.DayNumber)));
        return measure.Polarity == Polarity.LowIsGood ? changes.MinBy(change => change.PerWeek) : changes.MaxBy(change => change.PerWeek);
    }
}

/// <summary>By how much a week a stock changed in a month.</summary>
internal sealed record MonthlyChange(DateOnly Month, decimal PerWeek);

/// <summary>A line that is short of its stage: what its measures need, and which milestones are still to be done.</summary>
internal sealed record LineNeed(LineRating Line, IReadOnlyList<Need> Measures, IReadOnlyList<Milestone> Milestones)
{
    /// <summary>Null where every measure that is read has reached its next stage and every milestone is done.</summary>
    public static LineNeed? Of(LineRating line, ILookup<string, Reading> readings, DateOnly day, DateOnly since = default)
    {
        var measures = line.Measures.SelectMany(rating => Need.Of(rating, readings[rating.Measure.Code], day, since)).ToList();
        var open = line.Line.Milestones.Where(milestone => !milestone.Done).OrderBy(milestone => milestone.By ?? DateOnly.MaxValue).ToList();
        return measures.Count + open.Count == 0 ? null : new(line, measures, open);
    }
}
