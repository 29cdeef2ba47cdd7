using System.Globalization;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading.Importing;

/// <summary>
/// Every part of a plan in words that a person can compare, before and after. Nothing is rounded: two parts with the same words are the same.
/// </summary>
internal static class PlanWords
{
    public static IReadOnlyList<(string Field, string? Words)> Of(PlanFile plan) => Told(
    [
        ("Title", plan.Title), ("Authority", plan.Authority), ("Updated", Say.Date(plan.Updated)), ("Plan year", Say.Range(plan.Start, plan.End)),
        .. plan.Achievements.Select((text, i) => ($"Achievement {i + 1}", (string?)text)),
    ]);

    public static IReadOnlyList<(string Field, string? Words)> Of(Line line) => Told(
    [
        ("Theme", line.Theme), ("Name", line.Name), ("Objective", line.Objective), ("Action", line.Action), ("Baseline", line.BaselineText), ("Targets", line.TargetText),
        ("Target date", line.TargetDateText), ("Commentary", line.Commentary), ("Leads", Listed(line.Leads.Select(lead => lead.ToString()))),
        ("Workstreams", Listed(line.Workstreams)), ("Declared colour", line.Declared == Colour.None ? null : line.Declared.ToString()),
        ("Declared direction", line.DeclaredDirection?.ToString()), ("Reason", line.DeclaredReason), ("Measures", Listed(line.Measures)),
        .. line.Milestones.Select(milestone => ($"Milestone: {milestone.Title}", (string?)Of(milestone))),
    ]);

    public static string Of(Milestone milestone) => Parts(
        milestone.By is { } by ? $"due {Dated(by, milestone.DateInferred)}" : milestone.DateInferred ? "no date (date inferred)" : "no date", milestone.Done ? "done" : null,
        Named("progress", milestone.Progress), Named("evidence", milestone.Evidence));

    public static IReadOnlyList<(string Field, string? Words)> Of(Measure measure) => Told(
    [
        ("Title", measure.Title), ("Kind", Plain(measure.Kind)), ("Unit", PlanRules.InWords(measure.Unit)), ("Polarity", Plain(measure.Polarity)),
        ("Frequency", Plain(measure.Frequency)), ("Rated on", Plain(measure.RatedOn)), ("One of what is counted", measure.Thing), ("Several of them", measure.Things),
        ("Caution", measure.Caution), ("Scale", Listed(measure.Scale)), .. OfBaselines(measure), .. OfStages(measure), .. OfComparators(measure),
    ]);

    public static IEnumerable<(string Field, string? Words)> OfBaselines(Measure measure) => measure.Baselines.Select(baseline => ($"Baseline: {baseline.Label}", (string?)Parts(
        Figure(baseline.Stored), baseline.Grade, baseline.On is { } on ? $"on {Dated(on, baseline.DateInferred)}" : baseline.DateInferred ? "(date inferred)" : null,
        baseline.Comparable ? null : "not comparable", Named("note", baseline.Note))));

    public static IEnumerable<(string Field, string? Words)> OfStages(Measure measure) => measure.Stages.Select(stage => (
        stage.By is { } by ? $"Stage by {Say.Date(by)}" : stage.Round is { } round ? $"Stage of {round}" : "Stage to be agreed",
        (string?)Parts(
            stage.Upper is { } upper ? $"{Figure(stage.Stored)} to {Value(upper, measure.Unit)}" : Figure(stage.Stored), stage.Grade, stage.Standing ? "throughout" : null,
            stage.DateInferred ? "date inferred" : null, stage.From is { } from ? $"added up from {Say.Date(from)}" : null, Named("round", stage.Round), Named("note", stage.Note))));

    public static IEnumerable<(string Field, string? Words)> OfComparators(Measure measure) => measure.Comparators.Select(comparator =>
        ($"Comparator: {comparator.Who}, {comparator.Period}", (string?)Parts(Figure(comparator.Stored), Named("note", comparator.Note))));

    /// <summary>A reading without the day on which it became known: the same figure told again is no news.</summary>
    public static (string Field, string? Words) Of(Reading reading)
    {
        var of = reading.ScopeKind == ScopeKind.Authority ? "" : $", {Plain(reading.ScopeKind)} {reading.Code}{(reading.Within.Length > 0 ? $" in {reading.Within}" : "")}";
        return (
            $"Reading {Plain(reading.PeriodKind)}, {Say.Range(reading.From, reading.To)}{(reading.Round.Length > 0 ? $", {reading.Round}" : "")}{of}, {Plain(reading.Origin)}",
            Parts(Figure(reading.Figure is { } figure ? StoredFigure.Of(figure) : null), reading.Grade, Named("note", reading.Note)));
    }

    public static IReadOnlyList<(string Field, string? Words)> Of(Panel panel) => Told(
    [
        ("Updates due", Say.Date(panel.UpdatesDue)), ("Papers go out", Say.Date(panel.DispatchOn)), ("Figures frozen on", panel.FrozenOn is { } on ? Say.Date(on) : null),
        .. panel.Frozen.Select(frozen => ($"Saw {frozen.Measure}", (string?)Parts(Figure(frozen.Stored), frozen.Grade, Plain(frozen.Colour)))),
    ]);

    /// <summary>Fields that say something; of two with one name the second is told apart.</summary>
    private static List<(string Field, string? Words)> Told(IEnumerable<(string Field, string? Words)> fields)
    {
        var times = new Dictionary<string, int>();
        return [.. fields.Where(field => field.Words is not null).Select(field =>
            (times[field.Field] = times.GetValueOrDefault(field.Field) + 1) is > 1 and var time ? ($"{field.Field} ({time})", field.Words) : field)];
    }

    private static string? Figure(StoredFigure? stored) => stored switch
    {
        null => null,
        { Numerator: { } numerator, Denominator: { } denominator } => $"{Say.Of(numerator, denominator)}{(stored.Figure.Value is { } rate ? $" ({Say.Percent(rate)})" : "")}",
        _ => Value(stored.Figure.Value!.Value, stored.Unit),
    };

    private static string Value(decimal value, Unit unit)
    {
        var exact = value.ToString("#,0.############", CultureInfo.InvariantCulture);
        return unit switch { Unit.Percent => exact + "%", Unit.Pence => value == decimal.Truncate(value) ? $"£{exact}" : "£" + value.ToString("#,0.00", CultureInfo.InvariantCulture), _ => exact };
    }

    private static string Dated(DateOnly day, bool inferred) => Say.Date(day) + (inferred ? " (date inferred)" : "");

    private static string? Named(string name, string? text) => text is null ? null : $"{name}: {text}";

    private static string Parts(params IEnumerable<string?> parts) => parts.OfType<string>().ToList() is { Count: > 0 } some ? string.Join("; ", some) : "nothing yet";

    private static string? Listed(IReadOnlyCollection<string> texts) => texts.Count == 0 ? null : string.Join("; ", texts);

    private static string? Listed(IEnumerable<string> texts) => Listed([.. texts]);

    private static string Plain<T>(T value) where T : struct, Enum => FilePart.Token(value).Replace('-', ' ');
}
