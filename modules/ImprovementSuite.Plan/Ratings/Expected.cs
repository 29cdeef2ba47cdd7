using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;

namespace ImprovementSuite.Plan.Ratings;

/// <summary>What the plan expects of a measure on a day, in percent, whole things, posts or pounds.</summary>
internal static class Expected
{
    /// <summary>The figure expected on <paramref name="day"/>; null where no target has been agreed for it.</summary>
    /// <param name="reading">The reading it is for: what adds up is expected as at the reading's last day, a round by the reading's own stage.</param>
    public static decimal? On(Measure measure, DateOnly day, DateOnly planStart, Reading? reading = null) => measure.Kind switch
    {
        MeasureKind.Rate or MeasureKind.Count => OnTheLine(measure, day, planStart),
        MeasureKind.Cumulative => ProRata(measure, LastDayCounted(reading, day)),
        MeasureKind.Round => RoundStage(measure, day, reading)?.Target,
        MeasureKind.Scheduled => DatesPassed(measure, day),
        _ => null,
    };

    /// <summary>The points that the line is drawn through, oldest first; empty for kinds that have no line and for a standing target.</summary>
    public static IReadOnlyList<(DateOnly On, decimal Value)> Points(Measure measure)
    {
        if (measure.Kind is not (MeasureKind.Rate or MeasureKind.Count))
            return [];
        var stages = Dated(measure).Where(stage => !stage.Standing).Select(stage => (On: stage.By!.Value, Value: stage.Target!.Value)).OrderBy(point => point.On).ToList();
        if (stages.Count > 0 && Start(measure, stages[0].On) is { } start)
            stages.Insert(0, start);
        return stages;
    }

    /// <summary>The last stage that counts for <paramref name="day"/>: after its date a short reading is red.</summary>
    public static Stage? LastStage(Measure measure, DateOnly day, Reading? reading) => measure.Kind switch
    {
        MeasureKind.Cumulative or MeasureKind.Scheduled => SpanStage(measure, LastDayCounted(reading, day)),
        MeasureKind.Round => RoundStage(measure, day, reading),
        MeasureKind.Judgement => measure.Stages.Where(stage => stage.By is not null && stage.Grade is not null).MaxBy(stage => stage.By),
        _ => Dated(measure).MaxBy(stage => stage.By),
    };

    /// <summary>Upper edge of the band on <paramref name="day"/>; null where none is set. Only mid-range measures have a ceiling.</summary>
    public static decimal? UpperEdge(Measure measure, DateOnly day) =>
        measure.Polarity == Polarity.MidRangeIsGood ? NextOrLast(Dated(measure), day)?.Upper : null;

    /// <summary>The next stage to come, or the last where all have passed.</summary>
    public static Stage? NextStage(Measure measure, DateOnly day) => NextOrLast(measure.Stages.Where(stage => stage.By is not null), day);

    /// <summary>Share of a cumulative target's span that has passed, both ends counted; null where no target's span holds the day.</summary>
    public static decimal? ShareOfSpan(Measure measure, DateOnly day) => SpanStage(measure, day) is { } stage ? Share(stage, day) : null;

    /// <summary>What adds up is compared as at the last day that it counts.</summary>
    public static DateOnly LastDayCounted(Reading? reading, DateOnly day) => reading is not null && reading.To < day ? reading.To : day;

    private static decimal? OnTheLine(Measure measure, DateOnly day, DateOnly planStart)
    {
        if (Dated(measure).FirstOrDefault(stage => stage.Standing) is { } standing)
            return day >= planStart ? standing.Target : null;

        var points = Points(measure);
        if (points.Count == 0)
            return null;
        if (day <= points[0].On)
            return points[0].Value;
        for (var i = 1; i < points.Count; i++)
            if (day <= points[i].On)
                return points[i - 1].Value + (points[i].Value - points[i - 1].Value) * (day.DayNumber - points[i - 1].On.DayNumber) / (points[i].On.DayNumber - points[i - 1].On.DayNumber);
        return points[^1].Value;
    }

    private static decimal? ProRata(Measure measure, DateOnly day) =>
        SpanStage(measure, day) is { Target: { } target } stage ? target * Share(stage, day) : null;

    /// <summary>How many of the due dates, spread evenly over the span at month ends, lie before the day: a thing due today is not late.</summary>
    private static decimal? DatesPassed(Measure measure, DateOnly day)
    {
        if (SpanStage(measure, day) is not { Target: { } target, By: { } by } stage)
            return null;
        var from = SpanStart(stage);
        var months = ((by.Year - from.Year) * 12) + by.Month - from.Month + 1;
        return Enumerable.Range(1, (int)target).Count(due => from.AddMonths((int)(months * due / target)).AddDays(-1) < day);
    }

    /// <summary>A round that a module counts has no name: its stage is the first that is due on its day or later.</summary>
    private static Stage? RoundStage(Measure measure, DateOnly day, Reading? reading) =>
        reading is { Round.Length: > 0 } ? measure.Stages.FirstOrDefault(stage => stage.Round == reading.Round) : NextOrLast(Dated(measure), reading?.To ?? day);

    private static Stage? SpanStage(Measure measure, DateOnly day) => Dated(measure).FirstOrDefault(stage => SpanStart(stage) <= day && day <= stage.By);

    private static decimal Share(Stage stage, DateOnly day)
    {
        var from = SpanStart(stage).DayNumber;
        return (day.DayNumber - from + 1m) / (stage.By!.Value.DayNumber - from + 1);
    }

    /// <summary>A span is the plan year of its last day unless it is stated.</summary>
    private static DateOnly SpanStart(Stage stage) => stage.From ?? Period.YearToDate(stage.By!.Value).From;

    private static (DateOnly, decimal)? Start(Measure measure, DateOnly firstStage) =>
        measure.Baselines.Where(b => b.Comparable && b.On < firstStage && b.Figure?.Value is not null).MaxBy(b => b.On) is { } start
            ? (start.On!.Value, start.Figure!.Value!.Value)
            : null;

    private static Stage? NextOrLast(IEnumerable<Stage> stages, DateOnly day)
    {
        var dated = stages.OrderBy(stage => stage.By).ToList();
        return dated.FirstOrDefault(stage => stage.By >= day) ?? dated.LastOrDefault();
    }

    private static IEnumerable<Stage> Dated(Measure measure) => measure.Stages.Where(stage => stage.By is not null && stage.Target is not null);
}
