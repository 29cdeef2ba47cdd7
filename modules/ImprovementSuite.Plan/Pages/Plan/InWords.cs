using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Pages.Plan;

/// <summary>Ratings in the words of the plan's pages.</summary>
internal static class InWords
{
    /// <summary>In the order of every page: what needs attention first.</summary>
    public static readonly IReadOnlyList<Colour> Colours = Enum.GetValues<Colour>();

    /// <summary>A colour inside a sentence: "red".</summary>
    public static string Name(Colour colour, string none) => colour == Colour.None ? none : colour.ToString().ToLowerInvariant();

    /// <summary>"1 red, 8 amber, 3 green and 17 with no colour yet".</summary>
    public static string Counts(ColourCounts counts, string none = "no colour yet") => Say.List(CountsOf(counts, none));

    /// <summary>"3 lines: 1 amber, 2 green".</summary>
    public static string LinesAndCounts(int lines, ColourCounts counts) => $"{Say.Count("line", lines)}: {string.Join(", ", CountsOf(counts, "no colour yet"))}";

    /// <summary>"NI 59" for NI59; other references stand as they are.</summary>
    public static string Ref(string reference) => reference.StartsWith("NI", StringComparison.Ordinal) && reference.Length > 2 && char.IsDigit(reference[2]) ? $"NI {reference[2..]}" : reference;

    /// <summary>A value in the measure's unit: "83.32%", "233.42", "£546,069".</summary>
    public static string Value(Measure measure, decimal value) => measure.Unit switch
    {
        Unit.Percent => Say.Percent(value),
        Unit.Pence => Say.Money(value),
        _ => Say.Number(value),
    };

    /// <summary>The reading itself: a figure, or a grade.</summary>
    public static string Reading(Reading reading) => reading.Figure is { } figure ? Say.Figure(figure) : Capital(reading.Grade!);

    /// <summary>A reading as a panel saw it.</summary>
    public static string Seen(FrozenReading seen) => seen switch
    {
        { Grade: { } grade } => Capital(grade),
        { Stored.Figure: { } figure } => Say.Figure(figure),
        _ => "No reading",
    };

    /// <summary>What stands under a reading: its counts, what it counts, or since when it adds up.</summary>
    public static string? Under(Measure measure, Reading reading) => reading switch
    {
        { Grade: not null } or { Figure.NothingDue: true } => null,
        { Unit: Unit.Percent or Unit.PercentOfPosts or Unit.PerPost, Figure: { } figure } => Say.Counts(figure),
        _ when measure.Kind == MeasureKind.Cumulative => $"since {Since(reading)}",
        _ => ThingsOf(measure, reading),
    };

    /// <summary>What a reading's number is of: "reports", and "report" of one.</summary>
    public static string ThingsOf(Measure measure, Reading reading) => reading.Value == 1 ? measure.Thing : measure.Things;

    /// <summary>"40 more assessments on time", "2 schools fewer", "£78,609 under", "7 above", "26 points short".</summary>
    public static string Gap(Measure measure, Distance distance, string? more = null)
    {
        var (low, size) = (measure.Polarity == Polarity.LowIsGood, Math.Abs(distance.Value));
        if (distance.Value == 0)
            return "as expected";
        if (measure.Unit == Unit.Pence)
            return $"{Say.Money(distance.Things ?? size)} {(distance.Value > 0 ? "over" : "under")}";
        if (distance.Things is not { } things)
            return measure.Unit == Unit.Percent
                ? $"{Points(size)} {(distance.Short ? low ? "too high" : "short" : distance.Value > 0 ? "above" : "below")}"
                : $"{Say.Number(size)} {(distance.Value > 0 ? "above" : "below")}";
        if (!distance.Short)
            return things == 0 ? "as expected" : $"{Say.Number(things)} {(distance.Value > 0 ? "above" : "below")}";
        if (distance.Value > 0)
            return $"{Things(measure, things)} fewer";
        return more is null ? $"{Say.Number(things)} more {(things == 1 ? measure.Thing : measure.Things)}" : $"{Say.Number(things)} {more}";
    }

    /// <summary>"3 schools", "1 school".</summary>
    public static string Things(Measure measure, long number) => Say.Count(measure.Thing, number, measure.Things);

    /// <summary>"0.05 points", "1 point".</summary>
    public static string Points(decimal points) => $"{Say.Number(Math.Round(points, 2))} {(Math.Round(points, 2) == 1 ? "point" : "points")}";

    /// <summary>A change with its sign: "−0.05 points", "+13".</summary>
    public static string Change(Measure measure, decimal change)
    {
        var sign = change < 0 ? "−" : "+";
        return sign + (measure.Unit == Unit.Percent ? Points(Math.Abs(change)) : Value(measure, Math.Abs(change)));
    }

    /// <summary>Why the colour is what it is, as it follows the colour: "short, but above the baseline".</summary>
    public static string Why(MeasureRating rating) => rating.Computed.Ground switch
    {
        Ground.NoReading => "nothing has been read yet",
        Ground.NothingDue => "nothing was due",
        Ground.NoTarget => "no target agreed for this time",
        Ground.Few => "too few to colour",
        Ground.Met when rating.Computed.Watch => "as expected, and far above all comparators",
        Ground.Met => "as expected or better",
        Ground.LastStagePassed => "short, and the last date has passed",
        Ground.Progress => "short, but better than the baseline",
        Ground.TooLittleProgress => "short, and under a quarter of the way from the baseline",
        Ground.NearExpected => "short, within a quarter of what was expected",
        Ground.FarFromExpected => "short by more than a quarter of what was expected",
        Ground.OtherScale => "judged on another scale than the target's, so the two are not compared",
        Ground.BetterThanBaseline => "not there yet, but better than the baseline",
        _ => "not yet due",
    };

    /// <summary>The word of a line's computed colour; without one it says why there is none.</summary>
    public static string Word(LineRating line) => line switch
    {
        { Computed: not Colour.None } => line.Computed.ToString(),
        { Leading.Computed.Ground: Ground.NothingDue } => "Nothing due",
        { DueMilestone.By: not null } when line.Measures.All(m => m.Reading is null) => "Not yet due",
        { Leading: { } leading } => Word(leading),
        _ => "No reading",
    };

    /// <summary>The word of a measure's computed colour.</summary>
    public static string Word(MeasureRating rating) => rating.Computed switch
    {
        { Colour: not Colour.None } => rating.Colour.ToString(),
        { Ground: Ground.NothingDue } => "Nothing due",
        { Ground: Ground.NoTarget } => "No target",
        { Ground: Ground.NotYetDue } => "Not yet due",
        { Ground: Ground.OtherScale } => "Other scale",
        _ => "No reading",
    };

    /// <summary>The word of a milestone's colour.</summary>
    public static string Word(Colour milestone) => milestone == Colour.None ? "Not yet due" : milestone.ToString();

    /// <summary>Where the two voices differ.</summary>
    public static string? Differs(Difference difference) => difference switch
    {
        Difference.Kinder => "≠ Declared is kinder",
        Difference.Harsher => "≠ Declared is harsher",
        Difference.Unmeasured => "No figure behind it",
        _ => null,
    };

    public static string Origin(Origin origin) => origin switch
    {
        Lines.Origin.Recalculated => "Records",
        _ => origin.ToString(),
    };

    /// <summary>A day of the plan's year without the year.</summary>
    public static string Day(DateOnly day, DateOnly planStart) =>
        Period.YearToDate(day).From == planStart ? Say.ShortDayAndMonth(day) : Say.ShortDate(day);

    /// <summary>What a stage asks: "85%", "3 of 9", "Good", "TBC".</summary>
    public static string Target(Measure measure, Stage stage) => stage switch
    {
        { Grade: { } grade } => Capital(grade),
        { Stored.Figure: { Denominator: not null } figure } => Say.Counts(figure)!,
        { Target: { } target, Upper: { } upper } => $"{Value(measure, target)} to {Value(measure, upper)}",
        { Target: { } target } => Value(measure, target),
        _ => stage.Note ?? "TBC",
    };

    /// <summary>What is expected today; before there is such a figure the next target and its date.</summary>
    public static string ExpectedOrNext(MeasureRating rating, DateOnly day) => rating.Expected is { } expected
        ? Value(rating.Measure, expected)
        : Expected.NextStage(rating.Measure, day) is { } stage ? $"{Target(rating.Measure, stage)} by {Say.ShortDate(stage.By!.Value)}" : "No target yet";

    public static string List(IEnumerable<string> items) => Say.List([.. items]);

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Since(Reading reading) => Say.DayAndMonth(reading.From) + (Period.YearToDate(reading.To).From == reading.From ? "" : $" {reading.From.Year}");

    private static List<string> CountsOf(ColourCounts counts, string none) =>
        [.. Colours.Where(colour => counts.Of(colour) > 0).Select(colour => $"{counts.Of(colour)} {Name(colour, none)}")];
}
