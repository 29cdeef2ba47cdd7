using System.Text.Json;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads a plan file (its shapes are in the module's README) and refuses one that is not right in every part, with all that is wrong.</summary>
internal static class PlanFileReader
{
    private const int MostErrors = 50;

    /// <exception cref="PlanFileException">What is wrong, and where.</exception>
    public static PlanFile Read(Stream json)
    {
        using var document = Parse(json);
        if (!PublishedPlanShape.Is(document.RootElement))
            return Read(document.RootElement);
        using var translated = JsonSerializer.SerializeToDocument(PublishedPlanShape.Translated(document.RootElement));
        return Read(translated.RootElement);
    }

    /// <summary>Reads a plan in the suite's own shape.</summary>
    public static PlanFile Read(JsonElement root)
    {
        var plan = new JsonPart(root, "The plan").Checked();
        var errors = new List<string>();
        var updated = Try(errors, () => plan.Day("updated"));
        var (measures, readings) = (new List<Measure>(), new List<Reading>());
        foreach (var part in Try(errors, () => plan.Parts("measures", (item, number) => $"Measure {JsonPart.Peek(item, "code") ?? $"number {number}"}").ToList()) ?? [])
            Try(errors, () =>
            {
                var measure = MeasureReader.Read(part, errors);
                if (measures.Any(m => m.Code == measure.Code))
                    throw part.Wrong("code", "stands twice in the plan");
                measures.Add(measure);
                readings.AddRange(MeasureReader.Readings(part, measure, updated));
                part.NothingElse();
                return measure;
            });
        var lines = new List<Line>();
        foreach (var (part, order) in (Try(errors, () => plan.Parts("lines", (item, number) => $"Line {JsonPart.Peek(item, "ref") ?? $"number {number}"}").ToList()) ?? []).Select((part, i) => (part, i)))
            if (Try(errors, () => ReadLine(part, order, measures)) is { } line)
            {
                if (lines.Any(other => other.Ref == line.Ref))
                    errors.Add(part.Wrong("ref", "stands twice in the plan").Message);
                lines.Add(line);
            }
        var (panels, frozen) = (Try(errors, () => plan.Days("panels")) ?? [], new List<FrozenByPanel>());
        foreach (var part in Try(errors, () => plan.Parts("freezes", "freeze").ToList()) ?? [])
            frozen.AddRange(Try(errors, () => ReadFreeze(part, panels, measures)) ?? []);

        var notice = Try(errors, () => plan.PartOrNull("notice") is { } part ? NoticeReader.Read(part, measures, lines) : null);
        var papers = Try(errors, () => PaperReader.Read(plan)) ?? [];
        var file = Try(errors, () => new PlanFile(
            plan.Text("title"), plan.Text("authority"), updated, plan.Day("start"), plan.Day("end"), panels, measures, readings, lines, frozen, plan.Texts("achievements")) { Notice = notice, Papers = papers });
        Try(errors, () =>
        {
            plan.NothingElse();
            if (file is not null)
                PaperReader.Check(file);
            if (file is { Lines.Count: 0 } && errors.Count == 0)
                throw plan.Wrong("lines", "is empty: a plan has at least one line");
            if (file is not null && file.End <= file.Start)
                throw plan.Wrong("end", "must lie after \"start\"");
            return file;
        });
        return errors.Count == 0 ? file! : throw new PlanFileException([.. errors.Distinct().Take(MostErrors), .. errors.Count > MostErrors ? [$"And {errors.Count - MostErrors} more."] : Array.Empty<string>()]);
    }

    /// <summary>One wrong part does not keep the others from being looked at.</summary>
    private static T? Try<T>(List<string> errors, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (PlanFileException wrong)
        {
            errors.AddRange(wrong.Reasons);
            return default;
        }
    }

    private static JsonDocument Parse(Stream json)
    {
        try
        {
            return JsonDocument.Parse(json);
        }
        catch (JsonException broken)
        {
            throw new PlanFileException($"This is not a JSON file: line {broken.LineNumber + 1}, place {broken.BytePositionInLine + 1} cannot be read.");
        }
    }

    private static Line ReadLine(JsonPart part, int order, List<Measure> measures)
    {
        var declared = part.PartOrNull("declared");
        var line = new Line
        {
            Ref = part.Text("ref"),
            Order = order,
            Theme = part.Text("theme"),
            Name = part.Text("name"),
            Objective = part.TextOrNull("objective"),
            Action = part.Text("action"),
            BaselineText = part.TextOrNull("baseline"),
            TargetText = part.TextOrNull("targets"),
            TargetDateText = part.TextOrNull("targetDate"),
            Commentary = part.TextOrNull("commentary"),
            Leads = [.. part.Parts("leads", "lead").Select(lead => { var read = new Lead(lead.Text("name"), lead.TextOrNull("organisation")); lead.NothingElse(); return read; })],
            Workstreams = part.Texts("workstreams"),
            Declared = declared?.ChoiceOrNull<Colour>("colour") ?? Colour.None,
            DeclaredDirection = declared?.ChoiceOrNull<Direction>("arrow"),
            DeclaredReason = declared?.TextOrNull("reason"),
            Measures = part.Texts("measures"),
            Milestones = [.. part.Parts("milestones", "milestone").Select(ReadMilestone)],
        };
        declared?.NothingElse();
        part.NothingElse();
        if (line.Measures.FirstOrDefault(code => measures.All(m => m.Code != code)) is { } unknown)
            throw part.Wrong("measures", $"names {unknown}, which is not among the plan's measures");
        return line;
    }

    private static Milestone ReadMilestone(JsonPart part)
    {
        var milestone = new Milestone
        {
            Title = part.Text("title"),
            By = part.DayOrNull("by"),
            DateInferred = part.Flag("dateInferred"),
            Progress = part.TextOrNull("progress"),
            Done = part.Flag("done"),
            Evidence = part.TextOrNull("evidence"),
        };
        part.NothingElse();
        return milestone;
    }

    private static List<FrozenByPanel> ReadFreeze(JsonPart part, List<DateOnly> panels, List<Measure> measures)
    {
        var panel = part.Day("panel");
        if (!panels.Contains(panel))
            throw part.Wrong("panel", $"is {panel:yyyy-MM-dd}, which \"panels\" does not name");
        var frozen = new List<FrozenByPanel>();
        foreach (var reading in part.Parts("readings", "reading"))
        {
            var code = reading.Text("measure");
            var measure = measures.FirstOrDefault(m => m.Code == code) ?? throw reading.Wrong("measure", $"names {code}, which is not among the plan's measures");
            frozen.Add(new(panel, code, MeasureReader.Figure(reading, measure.Unit) ?? throw reading.Wrong("value", "is missing")));
            reading.NothingElse();
        }
        part.NothingElse();
        return frozen;
    }
}
