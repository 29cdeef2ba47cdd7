using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Writes a plan in the shape that <see cref="PlanFileReader"/> reads: reading it again gives the same plan. Empty fields are left out.</summary>
internal static class PlanJson
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Text(PlanFile plan) => Of(plan).ToJsonString(Readable);

    public static JsonObject Of(PlanFile plan) => Part(
        ("title", plan.Title), ("authority", plan.Authority), ("updated", Day(plan.Updated)), ("start", Day(plan.Start)), ("end", Day(plan.End)),
        ("panels", List(plan.Panels, day => Day(day))),
        ("measures", List(plan.Measures, measure => Of(measure, plan.Readings.Where(reading => reading.Measure == measure.Code)))),
        ("lines", List(plan.Lines, Of)),
        ("freezes", List(plan.Frozen.GroupBy(frozen => frozen.Panel), freeze => Part(
            ("panel", Day(freeze.Key)),
            ("readings", List(freeze, seen => Part([("measure", seen.Measure), .. Figure(seen.Stored)])))))),
        ("achievements", List(plan.Achievements, text => text)));

    public static JsonObject Of(Line line) => Part(
        ("ref", line.Ref), ("theme", line.Theme), ("name", line.Name), ("objective", line.Objective), ("action", line.Action),
        ("baseline", line.BaselineText), ("targets", line.TargetText), ("targetDate", line.TargetDateText), ("commentary", line.Commentary),
        ("leads", List(line.Leads, lead => Part(("name", lead.Name), ("organisation", lead.Organisation)))),
        ("workstreams", List(line.Workstreams, text => text)),
        ("declared", Declared(line)),
        ("measures", List(line.Measures, code => code)),
        ("milestones", List(line.Milestones, Of)));

    public static JsonObject Of(Milestone milestone) => Part(
        ("title", milestone.Title), ("by", Day(milestone.By)), ("dateInferred", Flag(milestone.DateInferred)), ("progress", milestone.Progress),
        ("done", Flag(milestone.Done)), ("evidence", milestone.Evidence));

    /// <summary>A measure without its readings, which are no part of how it is rated.</summary>
    public static JsonObject Of(Measure measure) => Of(measure, []);

    private static JsonObject Of(Measure measure, IEnumerable<Reading> readings) => Part(
        ("code", measure.Code), ("title", measure.Title), ("kind", Choice(measure.Kind)), ("unit", Unit(measure.Unit)), ("polarity", Choice(measure.Polarity)),
        ("frequency", Choice(measure.Frequency)), ("ratedOn", Choice(measure.RatedOn)), ("thing", measure.Thing), ("things", measure.Things),
        ("caution", measure.Caution), ("scale", List(measure.Scale, grade => grade)),
        ("baselines", List(measure.Baselines, Of)), ("stages", List(measure.Stages, Of)), ("comparators", List(measure.Comparators, Of)),
        ("readings", List(readings, Of)));

    public static JsonObject Of(Baseline baseline) => Part(
        [("label", baseline.Label), .. Figure(baseline.Stored), ("grade", baseline.Grade), ("on", Day(baseline.On)), ("dateInferred", Flag(baseline.DateInferred)),
        ("comparable", baseline.Comparable ? null : JsonValue.Create(false)), ("note", baseline.Note)]);

    public static JsonObject Of(Stage stage) => Part(
        [("by", Day(stage.By)), .. Figure(stage.Stored), ("grade", stage.Grade), ("from", Day(stage.From)), ("standing", Flag(stage.Standing)), ("upper", stage.Upper),
        ("round", stage.Round), ("dateInferred", Flag(stage.DateInferred)), ("note", stage.Note)]);

    public static JsonObject Of(Comparator comparator) => Part(
        [("who", comparator.Who), ("period", comparator.Period), .. Figure(comparator.Stored), ("note", comparator.Note)]);

    public static JsonObject Of(Reading reading) => Part(
        [("to", Day(reading.To)), ("from", reading.From == reading.To ? null : Day(reading.From)), .. Figure(reading.Figure is { } figure ? StoredFigure.Of(figure) : null),
        ("grade", reading.Grade), ("round", reading.Round.Length == 0 ? null : reading.Round), ("note", reading.Note)]);

    private static JsonNode? Declared(Line line) => line.Declared == Colour.None && line.DeclaredDirection is null && line.DeclaredReason is null ? null : Part(
        ("colour", line.Declared == Colour.None ? null : Choice(line.Declared)), ("arrow", line.DeclaredDirection is { } arrow ? Choice(arrow) : null), ("reason", line.DeclaredReason));

    private static IEnumerable<(string, JsonNode?)> Figure(StoredFigure? stored) => stored is { Denominator: { } denominator }
        ? [("numerator", stored.Numerator), ("denominator", denominator)]
        : [("value", stored?.Figure.Value is { } value ? JsonValue.Create(value / 1.000000000000000000000000000000m) : null)];

    private static JsonNode Unit(Unit unit) => unit switch
    {
        Contracts.Unit.Percent => "percent",
        Contracts.Unit.Count => "count",
        Contracts.Unit.HundredthsOfPost => "posts",
        _ => "pounds",
    };

    private static JsonNode Choice<T>(T value) where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static JsonNode? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd");

    private static JsonNode? Flag(bool flag) => flag ? JsonValue.Create(true) : null;

    private static JsonArray? List<T>(IEnumerable<T> items, Func<T, JsonNode?> node) => items.Select(node).ToArray() is { Length: > 0 } nodes ? new JsonArray(nodes) : null;

    private static JsonObject Part(params IEnumerable<(string Field, JsonNode? Value)> fields) =>
        new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Field, field.Value)));
}
