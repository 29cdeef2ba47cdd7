using System.Text;
using System.Text.Json;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads a plan file in JSON (its two shapes are in the module's README) and refuses one that is not right in every part.</summary>
internal static class PlanFileReader
{
    private const int MostValues = 1_000_000;

    /// <exception cref="PlanFileException">All that is wrong, and where.</exception>
    public static PlanFile Read(Stream json)
    {
        using var document = Parse(json);
        var problems = new FileProblems();
        var plan = new JsonPart(document.RootElement, "The plan", problems).Checked();
        try
        {
            return ActionPlanReader.Knows(plan) ? new ActionPlanReader(plan, problems).Read() : ReadOwn(plan, problems);
        }
        catch (PlanFileException one)
        {
            // What stopped the reading is told with what was found before it.
            problems.Add(one.Problems);
            problems.ThrowIfAny();
            throw;
        }
    }

    private static PlanFile ReadOwn(JsonPart plan, FileProblems problems)
    {
        var places = new FilePlaces(plan, problems);
        var updated = plan.Day("updated");
        var measures = new List<Measure>();
        var readings = new List<Reading>();
        foreach (var part in plan.Parts("measures", (item, number) => $"Measure {JsonPart.Peek(item, "code") ?? $"number {number}"}"))
        {
            var measure = places.At(part, PlanParts.Measure(part));
            measures.Add(measure);
            measure.Baselines.AddRange(Read(part, "baselines", "baseline", baseline => PlanParts.Baseline(baseline, measure.Unit)));
            measure.Stages.AddRange(Read(part, "stages", "stage", stage => PlanParts.Stage(stage, measure.Unit)));
            measure.Comparators.AddRange(Read(part, "comparators", "comparator", comparator => PlanParts.Comparator(comparator, measure.Unit)));
            readings.AddRange(Read(part, "readings", "reading", reading => PlanParts.Reading(reading, measure, updated)));
            part.NothingElse();
        }

        var (panels, rounds) = ReadPanels(plan);
        var lines = plan.Parts("lines", (item, number) => $"Line {JsonPart.Peek(item, "ref") ?? $"number {number}"}").Select(ReadLine).ToList();
        var frozen = plan.Parts("freezes", "freeze").SelectMany(part => ReadFreeze(part, measures)).ToList();
        var file = new PlanFile(
            plan.Text("title"), plan.Text("authority"), updated, plan.Day("start"), plan.Day("end"), panels, measures, readings, lines, frozen, plan.Texts("achievements"))
        {
            Rounds = rounds,
            Notice = plan.PartOrNull("notice") is { } notice ? new NoticeReader(measures, lines).Read(notice) : null,
            Papers = ReadPapers(plan, new PaperReader(panels, lines)),
        };
        plan.NothingElse();
        return places.Checked(file);

        List<T> Read<T>(JsonPart of, string field, string one, Func<JsonPart, T> read) where T : class => [.. of.Parts(field, one).Select(part =>
        {
            var made = places.At(part, read(part));
            part.NothingElse();
            return made;
        })];

        Line ReadLine(JsonPart part, int order)
        {
            var declared = part.PartOrNull("declared");
            var line = places.At(part, PlanParts.Line(part, declared, order));
            line.Leads = Read(part, "leads", "lead", PlanParts.Lead);
            line.Milestones.AddRange(Read(part, "milestones", "milestone", PlanParts.Milestone));
            declared?.NothingElse();
            part.NothingElse();
            return line;
        }
    }

    private static (List<DateOnly> Panels, List<PanelDays> Rounds) ReadPanels(JsonPart plan)
    {
        var (panels, rounds) = (new List<DateOnly>(), new List<PanelDays>());
        foreach (var (day, more) in plan.DaysOrParts("panels", "panel"))
        {
            if (day is { } on)
                panels.Add(on);
            if (more is null)
                continue;
            var round = PlanParts.Panel(more);
            more.NothingElse();
            panels.Add(round.On);
            rounds.Add(round);
        }
        return (panels, rounds);
    }

    private static List<Paper> ReadPapers(JsonPart plan, PaperReader reader)
    {
        var papers = new List<Paper>();
        foreach (var part in plan.Parts("papers", (item, number) => $"Paper {JsonPart.Peek(item, "title") ?? $"number {number}"}"))
        {
            papers.Add(reader.Read(part));
            part.NothingElse();
        }
        return papers;
    }

    private static List<FrozenByPanel> ReadFreeze(JsonPart part, List<Measure> measures)
    {
        var panel = part.Day("panel");
        var frozen = new List<FrozenByPanel>();
        foreach (var reading in part.Parts("readings", "reading"))
        {
            var code = reading.Name("measure");
            if (measures.FirstOrDefault(measure => measure.Code == code) is { } measure)
            {
                frozen.Add(PlanParts.Frozen(reading, panel, measure));
                reading.NothingElse();
            }
            else
            {
                reading.Refuse("measure", $"names {code}, which is not among the plan's measures");
            }
        }
        part.NothingElse();
        return frozen;
    }

    private static JsonDocument Parse(Stream json)
    {
        using var content = new MemoryStream();
        json.CopyTo(content);
        var text = content.GetBuffer().AsMemory(0, (int)content.Length);
        if (text.Span.StartsWith(Encoding.UTF8.Preamble))
            text = text[Encoding.UTF8.Preamble.Length..];
        try
        {
            // Counted first: as a document each value takes many times its size.
            var reader = new Utf8JsonReader(text.Span);
            for (var values = 0; reader.Read();)
                if (++values > MostValues)
                    throw new PlanFileException($"The file has more than {MostValues:N0} values. A plan needs far fewer: take out what does not belong to it.");
            return JsonDocument.Parse(text);
        }
        catch (JsonException broken)
        {
            throw new PlanFileException($"This is not a JSON file: line {broken.LineNumber + 1}, place {broken.BytePositionInLine + 1} cannot be read.");
        }
    }
}
