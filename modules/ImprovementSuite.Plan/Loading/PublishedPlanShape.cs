using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ImprovementSuite.Plan.Loading;

/// <summary>
/// The shape that a published action plan is typed up in: the cells of the printed table word for word beside the figures that were read out
/// of them, a line's measures inside the line. It is turned into the suite's own shape, which <see cref="PlanFileReader"/> then checks.
/// </summary>
internal static class PublishedPlanShape
{
    private const int LongestName = 80;

    /// <summary>Grades, worst first. A judgement of a published plan names its grades and not their order.</summary>
    private static readonly string[][] Scales =
    [
        ["inadequate", "satisfactory", "good", "outstanding"],
        ["inadequate", "adequate", "good", "outstanding"],
        ["inadequate", "requires improvement", "good", "outstanding"],
        ["poorly", "adequately", "well", "excellently"],
        ["not in line", "in line", "better"],
    ];

    public static bool Is(JsonElement root) => root.ValueKind == JsonValueKind.Object && root.TryGetProperty("planYear", out _);

    public static JsonObject Translated(JsonElement root)
    {
        var plan = JsonObject.Create(root)!;
        var lines = Objects(plan["lines"]).ToList();
        var measures = lines.SelectMany(line => Objects(line["measures"])).Where(measure => Text(measure["code"]) is not null).DistinctBy(measure => Text(measure["code"])).ToList();
        var start = plan["planYear"]?["start"];
        return Kept(
            ("title", plan["title"] ?? "Improvement plan"), ("authority", plan["authority"]), ("updated", plan["dateOfUpdate"]), ("start", start), ("end", plan["planYear"]?["end"]),
            ("panels", plan["panels"] is JsonObject panels ? panels["named"] : plan["panels"]),
            ("measures", List(measures.Select(measure => Measure(measure, start)))),
            ("lines", List(lines.Select(Line))),
            ("freezes", List(measures
                .SelectMany(measure => Objects(measure["readings"]).Where(reading => reading["reportedTo"] is not null).Select(reading => (Panel: Text(reading["reportedTo"]), Seen: Kept([("measure", measure["code"]), .. Figure(reading)]))))
                .GroupBy(seen => seen.Panel)
                .Select(freeze => Kept(("panel", freeze.Key), ("readings", List(freeze.Select(seen => seen.Seen))))))),
            ("achievements", plan["achievements"]));
    }

    private static JsonObject Line(JsonObject line)
    {
        var (printed, measures) = (line["printed"] as JsonObject, Objects(line["measures"]).ToList());
        var action = Text(printed?["action"]) ?? Text(line["action"]);
        return Kept(
            ("ref", line["ref"]), ("theme", line["theme"]), ("name", Text(line["name"]) ?? (measures.Count == 1 ? Text(measures[0]["title"]) : null) ?? Short(action)),
            ("objective", Text(printed?["objective"])), ("action", action), ("baseline", Text(printed?["baseline"])), ("targets", Text(printed?["targets"])),
            ("targetDate", Text(printed?["targetDate"])), ("commentary", Text(printed?["commentary"])), ("leads", line["leads"]), ("workstreams", line["workstreams"]),
            ("declared", line["declared"] is JsonObject declared ? Kept(("colour", declared["colour"]), ("arrow", declared["arrow"]), ("reason", declared["reason"])) : null),
            ("measures", List(measures.Select(measure => measure["code"]))),
            ("milestones", List(Objects(line["milestones"]).Select(milestone => Kept(
                ("title", milestone["title"]), ("by", milestone["by"]), ("dateInferred", milestone["byInferred"] ?? milestone["dateInferred"]),
                ("progress", milestone["progress"]), ("done", milestone["done"]), ("evidence", milestone["evidence"]))))));
    }

    private static JsonObject Measure(JsonObject measure, JsonNode? start)
    {
        var (unit, thing, things) = Unit(Text(measure["unit"]));
        var (round, judgement) = (Text(measure["ratedOn"]) == "round", Text(measure["kind"]) == "judgement");
        var (baselines, stages) = (Objects(measure["baselines"]).ToList(), Objects(measure["stages"]).ToList());
        return Kept(
            ("code", measure["code"]), ("title", measure["title"]), ("kind", round && !judgement ? "round" : measure["kind"]), ("unit", unit), ("polarity", measure["polarity"]),
            ("frequency", measure["frequency"] ?? (round ? "yearly" : Text(measure["ratedOn"]) == "span" ? "quarterly" : "monthly")), ("ratedOn", measure["ratedOn"]),
            ("thing", measure["thing"] ?? thing), ("things", measure["things"] ?? things), ("caution", measure["caution"]),
            ("scale", judgement ? measure["scale"] ?? Scale([.. baselines, .. stages, .. Objects(measure["readings"])]) : null),
            ("baselines", List(baselines.Where(baseline => baseline["comparator"] is null).Select(baseline => Kept(
                [("label", baseline["label"]), ("on", baseline["date"]), ("dateInferred", baseline["dateInferred"]), ("comparable", baseline["comparable"]), .. Figure(baseline), ("grade", baseline["grade"]), ("note", baseline["note"])])))),
            ("stages", List(stages.Select(Stage))),
            ("comparators", List([.. Objects(measure["comparators"]).Select(other => Kept([("who", Who(Text(other["who"]))), ("period", other["period"]), .. Figure(other), ("note", other["note"])])),
                .. baselines.Where(baseline => baseline["comparator"] is not null).Select(other => Kept([("who", other["label"]), ("period", Text(other["date"])?[..4] ?? "not dated"), .. Figure(other)]))])),
            ("readings", List(Objects(measure["readings"]).Where(reading => reading["reportedTo"] is null).Select(reading => Reading(reading, measure, start)))));
    }

    private static JsonObject Stage(JsonObject stage)
    {
        var notes = new[] { "note", "basis", "status", "schedule", "bandName" }.Select(field => Text(stage[field])).OfType<string>().ToList();
        return Kept(
            [("by", stage["by"]), ("dateInferred", stage["byInferred"] ?? stage["dateInferred"]), ("from", stage["start"] ?? stage["from"]), ("standing", stage["standing"]), ("round", stage["round"]),
            .. Figure(stage), ("upper", stage["bandUpper"] ?? stage["upper"]), ("grade", stage["grade"]), ("note", notes.Count == 0 ? null : string.Join("; ", notes))]);
    }

    private static JsonObject Reading(JsonObject reading, JsonObject measure, JsonNode? start)
    {
        var (from, to) = (reading["from"], reading["asAt"] ?? reading["to"]);
        if (Text(reading["period"]) is { } month && DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first))
            (from, to) = (Day(first), Day(first.AddMonths(1).AddDays(-1)));
        if (from is null && Text(measure["ratedOn"]) == "year-to-date")
            from = start;
        var notes = new[] { "note", "status" }.Select(field => Text(reading[field])).OfType<string>().ToList();
        return Kept([("to", to), ("from", from), .. Figure(reading), ("grade", reading["grade"]), ("round", reading["round"]), ("note", notes.Count == 0 ? null : string.Join("; ", notes))]);
    }

    /// <summary>Counts where both are given: then the value beside them is theirs and is worked out.</summary>
    private static IEnumerable<(string, JsonNode?)> Figure(JsonObject part) => part["numerator"] is not null && part["denominator"] is not null
        ? [("numerator", part["numerator"]), ("denominator", part["denominator"])]
        : [("value", part["value"])];

    private static (string Unit, string Thing, string Things) Unit(string? unit) => unit switch
    {
        "gbp" or "pounds" => ("pounds", "pound", "pounds"),
        "percent" => ("percent", "case", "cases"),
        "posts" => ("posts", "post", "posts"),
        null or "count" or "judgement" => ("count", "thing", "things"),
        // The plan's own word for what is counted: carers, schools.
        _ => ("count", unit.EndsWith('s') ? unit[..^1] : unit, unit),
    };

    private static JsonNode? Scale(IReadOnlyList<JsonObject> graded)
    {
        var grades = graded.Select(part => Text(part["grade"])).OfType<string>().Distinct().ToList();
        return List((Scales.FirstOrDefault(scale => grades.All(scale.Contains)) ?? [.. grades]).Select(grade => (JsonNode?)grade));
    }

    private static string? Who(string? who) => who switch { "national" => "England", null => null, _ => who.Replace('-', ' ') };

    private static string? Short(string? text) =>
        text is null || text.Length <= LongestName ? text : text[..(text.LastIndexOf(' ', LongestName) is > 0 and var space ? space : LongestName)] + "…";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static IEnumerable<JsonObject> Objects(JsonNode? list) => list is JsonArray array ? array.OfType<JsonObject>() : [];

    private static JsonArray? List(IEnumerable<JsonNode?> items) => items.OfType<JsonNode>().Select(item => item.Parent is null ? item : item.DeepClone()).ToArray() is { Length: > 0 } nodes ? new JsonArray(nodes) : null;

    private static JsonObject Kept(params IEnumerable<(string Field, JsonNode? Value)> fields) =>
        new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create<string, JsonNode?>(field.Field, field.Value!.Parent is null ? field.Value : field.Value.DeepClone())));
}
