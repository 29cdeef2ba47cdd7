using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Writes a plan as a file in JSON from which it can be read again without a difference.</summary>
internal static class PlanFileWriter
{
    // People open the file in an editor: a pound sign stays one. It is sent as a file and never stands inside a page.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(PlanFile plan, Stream json)
    {
        using var writer = new Utf8JsonWriter(json, Readable);
        writer.WriteStartObject();
        Fields(writer, PlanFields.Of(plan));
        WritePanels(writer, plan);
        List(writer, "measures", plan.Measures, measure =>
        {
            Fields(writer, PlanFields.Of(measure));
            List(writer, "baselines", measure.Baselines, baseline => Fields(writer, PlanFields.Of(baseline)));
            List(writer, "stages", measure.Stages, stage => Fields(writer, PlanFields.Of(stage)));
            List(writer, "comparators", measure.Comparators, comparator => Fields(writer, PlanFields.Of(comparator)));
            List(writer, "readings", [.. plan.Readings.Where(reading => reading.Measure == measure.Code)], reading => Fields(writer, PlanFields.Of(reading, measure, plan.Updated)));
        });
        List(writer, "lines", plan.Lines, line => WriteLine(writer, line));
        List(writer, "freezes", [.. plan.Frozen.GroupBy(frozen => frozen.Panel)], freeze =>
        {
            Field(writer, "panel", freeze.Key);
            List(writer, "readings", [.. freeze], frozen => Fields(writer, PlanFields.Of(frozen)));
        });
        List(writer, "papers", plan.Papers, paper => Fields(writer, PlanFields.Of(paper)));
        Field(writer, "achievements", plan.Achievements);
        if (plan.Notice is { } notice)
            Object(writer, "notice", () =>
            {
                Fields(writer, PlanFields.Of(notice));
                List(writer, "conditions", notice.Conditions, condition =>
                {
                    Fields(writer, PlanFields.Of(condition));
                    List(writer, "tests", condition.Tests, test => WriteTest(writer, test));
                });
            });
        writer.WriteEndObject();
    }

    private static void WritePanels(Utf8JsonWriter writer, PlanFile plan)
    {
        if (plan.Panels.Count == 0)
            return;
        writer.WriteStartArray("panels");
        foreach (var on in plan.Panels)
        {
            if (plan.Rounds.FirstOrDefault(round => round.On == on) is not { } round)
            {
                writer.WriteStringValue(Day(on));
                continue;
            }
            writer.WriteStartObject();
            Fields(writer, PlanFields.Of(round));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteLine(Utf8JsonWriter writer, Line line)
    {
        Fields(writer, PlanFields.Of(line));
        List(writer, "leads", line.Leads, lead => Fields(writer, PlanFields.Of(lead)));
        if (PlanFields.Declared(line) is var declared && declared.Any(field => field.Value is not null))
            Object(writer, "declared", () => Fields(writer, declared));
        List(writer, "milestones", line.Milestones, milestone => Fields(writer, PlanFields.Of(milestone)));
    }

    private static void WriteTest(Utf8JsonWriter writer, ConditionTest test)
    {
        Fields(writer, PlanFields.Of(test));
        if (test.Accepted is { } accepted)
            Object(writer, "accepted", () => Fields(writer, PlanFields.Of(accepted)));
    }

    private static void Object(Utf8JsonWriter writer, string name, Action write)
    {
        writer.WriteStartObject(name);
        write();
        writer.WriteEndObject();
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(item);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void Fields(Utf8JsonWriter writer, IEnumerable<(string Field, object? Value)> fields)
    {
        foreach (var (field, value) in fields)
            Field(writer, field, value);
    }

    private static void Field(Utf8JsonWriter writer, string field, object? value)
    {
        switch (value)
        {
            case null or IReadOnlyList<string> { Count: 0 }:
                break;
            case bool flag:
                writer.WriteBoolean(field, flag);
                break;
            case string text:
                writer.WriteString(field, text);
                break;
            case DateOnly day:
                writer.WriteString(field, Day(day));
                break;
            case decimal number:
                // As it came in and as it is stored a number may have noughts at its end: 65 and 65.0 are written alike.
                writer.WritePropertyName(field);
                writer.WriteRawValue(number.ToString("0.############################", CultureInfo.InvariantCulture));
                break;
            case long number:
                writer.WriteNumber(field, number);
                break;
            case Enum choice:
                writer.WriteString(field, JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()));
                break;
            case IReadOnlyList<string> texts:
                writer.WriteStartArray(field);
                foreach (var text in texts)
                    writer.WriteStringValue(text);
                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"A plan file has no values of type {value.GetType().Name}.");
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
