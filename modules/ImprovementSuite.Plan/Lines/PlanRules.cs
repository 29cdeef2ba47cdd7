using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Lines;

/// <summary>What cannot stand in a plan, said where it is.</summary>
/// <param name="At">The line, measure, stage... that it is about: the very object that was handed in, so that a file or a form finds its place.</param>
/// <param name="Field">One of that object's properties; a figure's is "Value".</param>
/// <param name="Sentence">What is wrong and what to do, without a full stop: it stands beside a field, or after a place in a file.</param>
internal sealed record PlanProblem(object At, string Field, string Sentence);

/// <summary>What holds in every plan, whether it is typed on a page or comes from a file. Whether a field is filled at all is for those who read it.</summary>
internal static class PlanRules
{
    public const string Value = "Value";

    /// <param name="plan">What the problems are about.</param>
    public static IEnumerable<PlanProblem> OfPlan(object plan, DateOnly start, DateOnly end, IReadOnlyCollection<Line> lines)
    {
        if (end <= start)
            yield return new(plan, nameof(LoadedPlan.End), $"The plan year ends on {Say.Date(end)}, which is not after its start, {Say.Date(start)}");
        if (lines.Count == 0)
            yield return new(plan, "Lines", "A plan has at least one line");
        foreach (var line in Repeated(lines, line => line.Ref))
            yield return new(line, nameof(Line.Ref), $"There are two lines {line.Ref}: give each its own reference");
    }

    /// <param name="codes">The measures of the plan.</param>
    public static IEnumerable<PlanProblem> OfLine(Line line, IReadOnlyCollection<string> codes)
    {
        foreach (var code in line.Measures.Where(code => !codes.Contains(code)))
            yield return new(line, nameof(Line.Measures), $"{code} is not a measure of the plan: add it to the measures, or correct the code");
        foreach (var code in Repeated(line.Measures, code => code))
            yield return new(line, nameof(Line.Measures), $"{code} is named twice: once is enough");
    }

    public static IEnumerable<PlanProblem> OfMeasure(Measure measure) =>
    [
        .. OfKind(measure),
        .. measure.Baselines.SelectMany(baseline => OfBaseline(baseline, measure)),
        .. measure.Stages.SelectMany(stage => OfStage(stage, measure)),
        .. OfOrder(measure),
        .. measure.Comparators.SelectMany(comparator => OfComparator(comparator, measure)),
    ];

    public static IEnumerable<PlanProblem> OfMeasures(IReadOnlyCollection<Measure> measures) =>
    [
        .. Repeated(measures, measure => measure.Code).Select(measure => new PlanProblem(measure, nameof(Measure.Code), $"There are two measures {measure.Code}: give each its own code")),
        .. measures.SelectMany(OfMeasure),
    ];

    /// <param name="today">The day on which it is typed, or became known: nothing is read before it has happened.</param>
    public static IEnumerable<PlanProblem> OfReading(Reading reading, Measure measure, DateOnly today)
    {
        if (reading.From > reading.To)
            yield return new(reading, nameof(Reading.From), $"The first day, {Say.Date(reading.From)}, is after the last, {Say.Date(reading.To)}");
        if (reading.To > today)
            yield return new(reading, nameof(Reading.To), $"{Say.Date(reading.To)} is after {Say.Date(today)}, when the reading became known: give a day that has passed");
        if (reading.Figure is { } figure)
        {
            if (measure.Kind == MeasureKind.Judgement)
                yield return new(reading, Value, "A judgement is read as a grade, not as a figure");
            foreach (var problem in OfFigure(reading, figure, measure))
                yield return problem;
        }
        if (OfGrade(reading, reading.Grade, measure) is { } grade)
            yield return grade;
    }

    /// <summary>One reading of one origin stands for the same days of the same part of the authority.</summary>
    public static IEnumerable<PlanProblem> OfReadings(IReadOnlyCollection<Reading> readings) => readings
        .GroupBy(r => (r.Measure, r.ScopeKind, r.Code, r.Within, r.PeriodKind, r.From, r.To, r.Round, r.Origin)).SelectMany(same => same.Skip(1))
        .Select(reading => new PlanProblem(reading, nameof(Reading.To), $"{reading.Measure} has two readings of {(reading.From <= reading.To ? Say.Range(reading.From, reading.To) : Say.Date(reading.To))}: one is enough"));

    private static IEnumerable<PlanProblem> OfKind(Measure measure)
    {
        if (measure.Kind == MeasureKind.Rate && measure.Unit != Unit.Percent)
            yield return new(measure, nameof(Measure.Unit), "A rate is in percent: choose percent, or another kind of measure");
        if (measure.Kind == MeasureKind.Judgement && measure.Scale.Count < 2)
            yield return new(measure, nameof(Measure.Scale), "A judgement needs its grades, at least two, worst first");
        foreach (var grade in Repeated(measure.Scale, grade => grade))
            yield return new(measure, nameof(Measure.Scale), $"The grade \"{grade}\" is named twice");
    }

    private static IEnumerable<PlanProblem> OfBaseline(Baseline baseline, Measure measure)
    {
        foreach (var problem in OfFigure(baseline, baseline.Figure, measure))
            yield return problem;
        if (OfGrade(baseline, baseline.Grade, measure) is { } grade)
            yield return grade;
    }

    private static IEnumerable<PlanProblem> OfStage(Stage stage, Measure measure)
    {
        if (stage is { By: null } and ({ Stored: not null } or { Grade: not null }))
            yield return new(stage, nameof(Stage.By), "A target has a date: give the day by which it is to be reached");
        if (stage.From > stage.By)
            yield return new(stage, nameof(Stage.From), $"The span begins on {Say.Date(stage.From.Value)}, after its last day, {Say.Date(stage.By.Value)}");
        foreach (var problem in OfFigure(stage, stage.Stored?.Figure, measure))
            yield return problem;
        if (stage.Stored?.Figure.NothingDue == true)
            yield return new(stage, Value, "0 of 0 is no target: say how many of how many");
        if (stage.Stored is not null && measure.Kind == MeasureKind.Judgement)
            yield return new(stage, Value, "A judgement has a grade as its target, not a figure");
        if (measure.Kind == MeasureKind.Scheduled && stage.Target is { } due && (due < 1 || due != decimal.Truncate(due)))
            yield return new(stage, Value, "A schedule has a whole number of things to be produced, 1 or more");
        if (stage.Upper is not null && stage.Target is null)
            yield return new(stage, nameof(Stage.Upper), "A band has two edges: give the lower one too");
        if (stage.Upper < stage.Target)
            yield return new(stage, nameof(Stage.Upper), $"The band is upside down: its upper edge, {Say.Number(stage.Upper.Value)}, is below its lower edge, {Say.Number(stage.Target.Value)}");
        if (stage.Upper is { } upper && OfShare(measure, upper) is { } wrong)
            yield return new(stage, nameof(Stage.Upper), wrong);
        if (OfGrade(stage, stage.Grade, measure) is { } grade)
            yield return grade;
    }

    private static IEnumerable<PlanProblem> OfOrder(Measure measure)
    {
        Stage? before = null;
        foreach (var stage in measure.Stages.Where(stage => stage.By is not null))
        {
            if (stage.By == before?.By)
                yield return new(stage, nameof(Stage.By), $"Two stages are for {Say.Date(stage.By!.Value)}: each has a date of its own");
            else if (stage.By < before?.By)
                yield return new(stage, nameof(Stage.By), $"{Say.Date(stage.By.Value)} stands after {Say.Date(before.By.Value)}: put the stages in the order of their dates");
            before = stage;
        }
        foreach (var stage in Repeated(measure.Stages.Where(stage => stage.Round is not null), stage => stage.Round!))
            yield return new(stage, nameof(Stage.Round), $"Two stages are for the round \"{stage.Round}\": each round has one");
    }

    private static IEnumerable<PlanProblem> OfComparator(Comparator comparator, Measure measure)
    {
        foreach (var problem in OfFigure(comparator, comparator.Stored.Figure, measure))
            yield return problem;
        if (comparator.Stored.Figure.NothingDue)
            yield return new(comparator, Value, "0 of 0 cannot be compared with: give the figure that others reached");
    }

    private static IEnumerable<PlanProblem> OfFigure(object at, Figure? figure, Measure measure)
    {
        if (figure is null)
            yield break;
        if (figure.Unit != measure.Unit)
            yield return new(at, Value, $"The figure is in {InWords(figure.Unit)} and the measure in {InWords(measure.Unit)}: give it in the measure's unit");
        else if (figure.Value is { } value && OfShare(measure, value) is { } wrong)
            yield return new(at, Value, wrong);
    }

    private static string? OfShare(Measure measure, decimal value) => measure switch
    {
        { Unit: Unit.Percent or Unit.Count or Unit.HundredthsOfPost } when value < 0 => $"{Say.Number(value)} is below 0: nothing is counted below that",
        { Unit: Unit.Percent, MayExceed100: false } when value > 100 => $"{Say.Percent(value)} is over 100%, which a share of a whole cannot be",
        _ => null,
    };

    private static PlanProblem? OfGrade(object at, string? grade, Measure measure) => grade switch
    {
        null => null,
        _ when measure.Kind != MeasureKind.Judgement => new(at, "Grade", "Only a judgement has grades: give a figure"),
        _ when measure.Rank(grade) < 0 => new(at, "Grade", $"\"{grade}\" is not on the measure's scale: {string.Join(", ", measure.Scale)}"),
        _ => null,
    };

    /// <summary>What a measure of the plan may be in.</summary>
    public static IReadOnlyList<Unit> Units { get; } = [Unit.Percent, Unit.Count, Unit.HundredthsOfPost, Unit.Pence];

    /// <summary>What the plan reads a figure in that a module counts: a rate of posts is in percent like any rate, and things for each post are a number.</summary>
    public static Unit UnitOf(Unit counted) => counted switch
    {
        Unit.PercentOfPosts => Unit.Percent,
        Unit.PerPost => Unit.Count,
        _ => counted,
    };

    /// <summary>The unit as a plan file writes it.</summary>
    public static string InWords(Unit unit) => unit switch
    {
        Unit.Percent => "percent",
        Unit.Count => "count",
        Unit.HundredthsOfPost => "posts",
        _ => "pounds",
    };

    /// <summary>The second and later ones of each key.</summary>
    private static IEnumerable<T> Repeated<T>(IEnumerable<T> all, Func<T, string> key) => all.GroupBy(key).SelectMany(same => same.Skip(1));
}
