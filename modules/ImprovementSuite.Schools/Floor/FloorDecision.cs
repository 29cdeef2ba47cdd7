using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Floor;

/// <summary>Where a school stands against the floor standard of a year.</summary>
internal enum FloorOutcome
{
    /// <summary>At or above it.</summary>
    Above = 1,
    Below,

    /// <summary>Its figures were not published, or not all that decide: never below.</summary>
    NoResult,

    /// <summary>Too few pupils for the standard.</summary>
    TooFew,

    /// <summary>No standard holds for it: the year has none, or it is a special school.</summary>
    NoStandard,
}

/// <summary>The decision, and the sentence that explains it with its numbers.</summary>
/// <param name="Outcome">Where the school stands.</param>
/// <param name="Sentence">"52% is under 65%, and maths -5.4 is under -5."</param>
/// <param name="Points">Attainment less the standard, in hundredths of a point; null where there is no attainment or no standard of it.</param>
/// <param name="Pupils">How many more pupils at the standard would have met the attainment, or, below 0, how many could have been fewer; null without a cohort.</param>
internal sealed record FloorDecision(FloorOutcome Outcome, string Sentence, int? Points = null, int? Pupils = null)
{
    /// <summary>Decides one school's results of one year. Pure.</summary>
    /// <param name="standard">Of the year; null where none is known.</param>
    /// <param name="result">What is known of the school; null where nothing is.</param>
    /// <param name="judgements">The school's grades up to the round's day, newest first; only <see cref="FloorKind.Grades"/> asks for them.</param>
    public static FloorDecision Of(FloorStandard? standard, Ks2Result? result, IReadOnlyList<Grading>? judgements = null)
    {
        if (standard is null || standard.Kind == FloorKind.None)
            return new(FloorOutcome.NoStandard, "There is no floor standard for this year.");
        if (standard.Kind == FloorKind.Grades)
            return OfGrades(judgements ?? []);
        if (result is null)
            return new(FloorOutcome.NoResult, "No result.");
        if (result.Special)
            return new(FloorOutcome.NoStandard, "A special school: the floor standard is for mainstream schools.");
        if (standard.SmallestCohort is { } smallest && result.Cohort < smallest)
            return new(FloorOutcome.TooFew, $"{Say.Count("pupil", result.Cohort.Value)}: the standard leaves out schools with under {smallest}.");

        var attainment = result.Attainment(standard.Attainment!.Value);
        if (attainment is not { } reached)
            return new(FloorOutcome.NoResult, result.Figures.WhyNot(standard.Attainment.Value) is { } code && FigureText.Codes.TryGetValue(code, out var why)
                ? $"No result: {standard.Attainment.Value.Words()} is {code}, {why}."
                : $"No result: {standard.Attainment.Value.Words()} was not published.");
        var floor = standard.Percent!.Value;
        var (points, pupils) = (reached - floor, result.PupilsShort(standard.Attainment.Value, floor));
        if (reached >= floor)
            return new(FloorOutcome.Above, $"{Percent(reached)} is {(reached == floor ? "just" : "over")} {Percent(floor)}.", points, pupils);
        var under = $"{Percent(reached)} is under {Percent(floor)}";
        return standard.Kind switch
        {
            FloorKind.AttainmentAndScores => OfScores(standard, result, under, points, pupils),
            FloorKind.AttainmentAndMedians => OfMedians(standard, result, under, points, pupils),
            _ => new(FloorOutcome.Below, under + ".", points, pupils),
        };
    }

    /// <summary>Sufficient progress in all three subjects rescues a school.</summary>
    private static FloorDecision OfScores(FloorStandard standard, Ks2Result result, string under, int points, int? pupils)
    {
        var known = standard.Parts.Select(part => (Part: part, Score: result.Figures[part.Figure])).Where(one => one.Score is not null).ToList();
        var failing = known.Where(one => one.Score < one.Part.Limit).ToList();
        if (failing.Count == 0 && known.Count < standard.Parts.Count)
            return new(FloorOutcome.NoResult, $"No result: {under}, and {Say.List([.. Missing(standard, result)])} {(Missing(standard, result).Count() == 1 ? "was" : "were")} not published.", points, pupils);
        if (failing.Count == 0)
            return new(FloorOutcome.Above, $"{under}, but progress is enough: {Say.List([.. known.Select(one => $"{one.Part.Subject} {Score(one.Score!.Value)}")])}.", points, pupils);
        if (standard.OneMustBeSignificant && failing is [var only] && known.Count == standard.Parts.Count && result.Figures[only.Part.Figure + 2] is >= 0)
            return new(FloorOutcome.Above, $"{under}, and {only.Part.Subject} {Score(only.Score!.Value)} is under {Score(only.Part.Limit!.Value)}, but not significantly below average.", points, pupils);
        return new(FloorOutcome.Below, $"{under}, and {Say.List([.. failing.Select(one => $"{one.Part.Subject} {Score(one.Score!.Value)} is under {Score(one.Part.Limit!.Value)}")])}.", points, pupils);
    }

    /// <summary>The median's expected progress in any of the subjects rescues a school.</summary>
    private static FloorDecision OfMedians(FloorStandard standard, Ks2Result result, string under, int points, int? pupils)
    {
        var known = standard.Parts.Select(part => (Part: part, Share: result.Figures[part.Figure])).ToList();
        if (known.FirstOrDefault(one => one.Share >= one.Part.Limit) is { Share: { } enough } rescue)
            return new(FloorOutcome.Above, $"{under}, but expected progress in {rescue.Part.Subject} is {Percent(enough)}, not under the median of {Percent(rescue.Part.Limit!.Value)}.", points, pupils);
        if (known.Where(one => one.Part.Limit is null).Select(one => one.Part.Subject).ToList() is { Count: > 0 } without)
            return new(FloorOutcome.NoResult, $"No decision: {under}, and the national median of {Say.List(without)} is not recorded. Give it under Floor standards.", points, pupils);
        if (known.Any(one => one.Share is null))
            return new(FloorOutcome.NoResult, $"No result: {under}, and expected progress in {Say.List([.. known.Where(one => one.Share is null).Select(one => one.Part.Subject)])} was not published.", points, pupils);
        return new(FloorOutcome.Below, $"{under}, and expected progress is under the median: {Say.List([.. known.Select(one => $"{one.Part.Subject} {Percent(one.Share!.Value)} under {Percent(one.Part.Limit!.Value)}")])}.", points, pupils);
    }

    private static FloorDecision OfGrades(IReadOnlyList<Grading> newestFirst) => newestFirst switch
    {
        [] => new(FloorOutcome.NoResult, "No inspection grade is known."),
        [{ IsBelowGood: false } good, ..] => new(FloorOutcome.Above, $"{good.Grade} on {Say.Date(good.On)}."),
        [var only] => new(FloorOutcome.NoResult, $"{only.Grade} on {Say.Date(only.On)}; the grade before is not known."),
        [var latest, { IsBelowGood: true } before, ..] => new(FloorOutcome.Below, $"{latest.Grade} on {Say.Date(latest.On)}, and {before.Grade} before, on {Say.Date(before.On)}."),
        [var latest, var before, ..] => new(FloorOutcome.Above, $"{latest.Grade} on {Say.Date(latest.On)}, but {before.Grade} before, on {Say.Date(before.On)}."),
    };

    private static IEnumerable<string> Missing(FloorStandard standard, Ks2Result result) => standard.Parts.Where(part => result.Figures[part.Figure] is null).Select(part => $"{part.Subject} progress");

    private static string Percent(int hundredths) => Say.Percent(hundredths / 100m);

    private static string Score(int hundredths) => Say.Number(hundredths / 100m);
}

/// <summary>An overall grade of an inspection.</summary>
internal readonly record struct Grading(string Grade, DateOnly On)
{
    private static readonly string[] Good = ["good", "outstanding"];

    /// <summary>Requires improvement, satisfactory, inadequate, special measures or serious weaknesses.</summary>
    public bool IsBelowGood => !Good.Contains(Grade, StringComparer.OrdinalIgnoreCase);
}
