using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Lines;

/// <summary>A field of something in the plan, in words that a person can compare.</summary>
internal sealed record Fact(string Field, string? Text);

/// <summary>A field that two states of the same thing differ in.</summary>
internal sealed record ChangedFact(string Field, string? Before, string? After);

/// <summary>The parts of the plan as fields in words: what the change log keeps of an edit, and what two savers or two plans are compared by.</summary>
internal static class Facts
{
    public static IReadOnlyList<Fact> Of(LoadedPlan plan) =>
    [
        new("Title", plan.Title), new("Authority", plan.Authority), new("First day", Say.Date(plan.Start)), new("Last day", Say.Date(plan.End)),
        new("Achievements", Lines(plan.Achievements)),
    ];

    public static IReadOnlyList<Fact> Of(Line line) =>
    [
        new("Theme", line.Theme), new("Name", line.Name), new("Objective", line.Objective), new("Action", line.Action), new("Baseline", line.BaselineText),
        new("Targets", line.TargetText), new("Target date", line.TargetDateText), new("Commentary", line.Commentary),
        new("Leads", Lines(line.Leads.Select(lead => lead.ToString()))), new("Workstreams", Lines(line.Workstreams)), new("Measures", Lines(line.Measures)),
        new("Declared", line.Declared == Colour.None ? null : line.Declared.ToString()), new("Lead's direction", line.DeclaredDirection?.ToString()),
        new("Reason for the colour", line.DeclaredReason),
    ];

    public static IReadOnlyList<Fact> Of(Milestone milestone) =>
    [
        new("Milestone", milestone.Title), new("Due", Day(milestone.By, milestone.DateInferred)), new("Progress", milestone.Progress),
        new("Done", milestone.Done ? "Yes" : "No"), new("Evidence", milestone.Evidence),
    ];

    public static IReadOnlyList<Fact> Of(Measure measure) =>
    [
        new("Title", measure.Title), new("Kind", Words(measure.Kind)), new("Unit", Words(measure.Unit)), new("Better is", Words(measure.Polarity)),
        new("Frequency", Words(measure.Frequency)), new("Rated on", Words(measure.RatedOn)), new("One of what is counted", measure.Thing),
        new("Several of them", measure.Things), new("Caution", measure.Caution), new("Grades, worst first", Lines(measure.Scale)),
    ];

    public static IReadOnlyList<Fact> Of(Baseline baseline, Measure measure) =>
    [
        new("Label", baseline.Label), new("Date", Day(baseline.On, baseline.DateInferred)), new("Figure", Figure(baseline.Stored, measure)), new("Grade", baseline.Grade),
        new("Comparable", baseline.Comparable ? "Yes" : "No"), new("Note", baseline.Note),
    ];

    public static IReadOnlyList<Fact> Of(Stage stage, Measure measure) =>
    [
        new("By", Day(stage.By, stage.DateInferred)), new("Target", Figure(stage.Stored, measure)), new("Upper edge", stage.Upper is { } upper ? Say.Number(upper) : null),
        new("Grade", stage.Grade), new("From", Day(stage.From, false)), new("Applies throughout", stage.Standing ? "Yes" : "No"), new("Round", stage.Round), new("Note", stage.Note),
    ];

    public static IReadOnlyList<Fact> Of(Comparator comparator, Measure measure) =>
    [
        new("Who", comparator.Who), new("Period", comparator.Period), new("Figure", Figure(comparator.Stored, measure)), new("Note", comparator.Note),
    ];

    /// <summary>The fields that differ, in their order.</summary>
    public static IReadOnlyList<ChangedFact> Changed(IReadOnlyList<Fact> before, IReadOnlyList<Fact> after) =>
        [.. before.Zip(after).Where(pair => pair.First.Text != pair.Second.Text).Select(pair => new ChangedFact(pair.First.Field, pair.First.Text, pair.Second.Text))];

    /// <summary>Fields as the change log keeps them: one a line, empty ones left out.</summary>
    public static string Text(IEnumerable<(string Field, string? Text)> facts) =>
        string.Join('\n', facts.Where(fact => !string.IsNullOrEmpty(fact.Text)).Select(fact => $"{fact.Field}: {fact.Text!.Replace("\n", "; ")}"));

    /// <summary>All that is known of a thing that is added or removed.</summary>
    public static string Text(IEnumerable<Fact> facts) => Text(facts.Select(fact => (fact.Field, fact.Text)));

    public static string Words(MeasureKind kind) => kind switch
    {
        MeasureKind.Rate => "Rate: so many of so many",
        MeasureKind.Count => "Stock on a day",
        MeasureKind.Cumulative => "Adds up over its span",
        MeasureKind.Round => "Once a round",
        MeasureKind.Scheduled => "Things produced on due dates",
        _ => "Judgement: a grade on a scale",
    };

    public static string Words(Unit unit) => unit switch
    {
        Unit.Percent => "Percent",
        Unit.Count => "Whole things or people",
        Unit.HundredthsOfPost => "Full-time posts",
        _ => "Pounds",
    };

    public static string Words(Polarity polarity) => polarity switch
    {
        Polarity.HighIsGood => "Higher",
        Polarity.LowIsGood => "Lower",
        _ => "In the middle",
    };

    public static string Words(RatedOn ratedOn) => ratedOn switch
    {
        RatedOn.YearToDate => "Year to date",
        RatedOn.Month => "Latest full month",
        RatedOn.AsAt => "A day",
        RatedOn.Round => "A round",
        _ => "A span of its own",
    };

    public static string Words(Frequency frequency) => frequency.ToString();

    private static string? Lines(IEnumerable<string> items) => string.Join('\n', items) is { Length: > 0 } text ? text : null;

    private static string? Day(DateOnly? day, bool inferred) => day is { } date ? Say.Date(date) + (inferred ? " (inferred)" : "") : null;

    private static string? Figure(StoredFigure? stored, Measure measure) => stored switch
    {
        null => null,
        { Figure: { Denominator: not null } figure } => Say.Counts(figure),
        { Figure.Value: { } value } => Pages.Plan.InWords.Value(measure, value),
        _ => "Nothing due",
    };
}
