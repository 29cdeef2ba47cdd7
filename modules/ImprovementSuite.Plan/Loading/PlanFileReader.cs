using System.Text.Json;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads a plan file (its shape is in the module's README) and refuses one that is not right in every part.</summary>
internal static class PlanFileReader
{
    /// <exception cref="PlanFileException">What is wrong, and where.</exception>
    public static PlanFile Read(Stream json)
    {
        using var document = Parse(json);
        var plan = new JsonPart(document.RootElement, "The plan").Checked();
        var updated = plan.Day("updated");
        var measures = new List<Measure>();
        var readings = new List<Reading>();
        foreach (var part in plan.Parts("measures", (item, number) => $"Measure {JsonPart.Peek(item, "code") ?? $"number {number}"}"))
        {
            var measure = MeasureReader.Read(part);
            if (measures.Any(m => m.Code == measure.Code))
                throw part.Wrong("code", "stands twice in the plan");
            measures.Add(measure);
            readings.AddRange(MeasureReader.Readings(part, measure, updated));
            part.NothingElse();
        }

        var file = new PlanFile(
            plan.Text("title"), plan.Text("authority"), updated, plan.Day("start"), plan.Day("end"), plan.Days("panels"), measures, readings,
            [.. plan.Parts("lines", (item, number) => $"Line {JsonPart.Peek(item, "ref") ?? $"number {number}"}").Select((part, i) => ReadLine(part, i, measures))],
            [.. plan.Parts("freezes", "freeze").SelectMany(part => ReadFreeze(part, measures))],
            plan.Texts("achievements"))
        {
            Papers = PaperReader.Read(plan),
        };
        plan.NothingElse();

        if (file.Lines.Count == 0)
            throw plan.Wrong("lines", "is empty: a plan has at least one line");
        if (file.Lines.CountBy(line => line.Ref).FirstOrDefault(r => r.Value > 1).Key is { } twice)
            throw new PlanFileException($"Line {twice}: \"ref\" stands twice in the plan.");
        if (file.End <= file.Start)
            throw plan.Wrong("end", "must lie after \"start\"");
        if (file.Frozen.FirstOrDefault(f => !file.Panels.Contains(f.Panel)) is { } freeze)
            throw plan.Wrong("freezes", $"has one for {freeze.Panel:yyyy-MM-dd}, which \"panels\" does not name");
        PaperReader.Check(file);
        return file;
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
        };
        part.NothingElse();
        return milestone;
    }

    private static List<FrozenByPanel> ReadFreeze(JsonPart part, List<Measure> measures)
    {
        var panel = part.Day("panel");
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
