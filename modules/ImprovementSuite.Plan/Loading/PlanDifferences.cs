using System.Text.Json.Nodes;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Loading;

/// <summary>What an import does to a part of the plan.</summary>
internal enum ImportEffect
{
    Added,
    Changed,
    Removed,
}

/// <summary>A line, a measure or the plan itself that a file has otherwise than the stored plan.</summary>
/// <param name="Subject">"Line 1.4", "Measure NI59", "The plan": as the change log calls it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Fields">The fields that differ, in words; of an added or removed part those that are filled.</param>
internal sealed record PlanDifference(ImportEffect Effect, string Subject, string Title, IReadOnlyList<ChangedFact> Fields);

/// <summary>Compares two plans part by part. Whether a part differs is found by what a plan file would say of it; what differs is said in words.</summary>
internal static class PlanDifferences
{
    public static IReadOnlyList<PlanDifference> Between(PlanFile? stored, PlanFile file)
    {
        var differences = new List<PlanDifference>();
        var (before, after) = (stored is null ? [] : FactsOfPlan(stored), FactsOfPlan(file));
        if (stored is null)
            differences.Add(new(ImportEffect.Added, "The plan", file.Title, Filled(after, added: true)));
        else if (Facts.Changed(before, after) is { Count: > 0 } changed)
            differences.Add(new(ImportEffect.Changed, "The plan", file.Title, changed));

        Compare(stored?.Lines ?? [], file.Lines, line => line.Ref, line => $"Line {line.Ref}", line => line.Name, line => Node(line), FactsOfLine, differences);
        Compare(stored?.Measures ?? [], file.Measures, measure => measure.Code, measure => $"Measure {measure.Code}", measure => measure.Title, PlanJson.Of, FactsOfMeasure, differences);
        Compare(
            Readings(stored), Readings(file), of => of.Measure, of => $"Readings of {of.Measure}", of => of.Measure,
            of => new JsonObject { ["readings"] = new JsonArray([.. of.Readings.Select(PlanJson.Of).OrderBy(node => node.ToJsonString(), StringComparer.Ordinal)]) },
            of => [new("Readings", string.Join('\n', of.Readings.Select(reading => Words(reading, file, stored))))], differences);
        return differences;

        // The order of the lines is a fact of each line that moved.
        JsonObject Node(Line line)
        {
            var node = PlanJson.Of(line);
            node["after"] = (file.Lines.Contains(line) ? file.Lines : stored!.Lines).TakeWhile(other => other != line).LastOrDefault()?.Ref;
            return node;
        }

        IReadOnlyList<Fact> FactsOfLine(Line line) =>
        [
            .. Facts.Of(line),
            new("Milestones", Joined(line.Milestones.Select(milestone => Facts.Text(Facts.Of(milestone))))),
            new("Stands after", (file.Lines.Contains(line) ? file.Lines : stored!.Lines).TakeWhile(other => other != line).LastOrDefault()?.Ref),
        ];
    }

    private static IReadOnlyList<Fact> FactsOfMeasure(Measure measure) =>
    [
        .. Facts.Of(measure),
        new("Baselines", Joined(measure.Baselines.Select(baseline => Facts.Text(Facts.Of(baseline, measure))))),
        new("Stages", Joined(measure.Stages.Select(stage => Facts.Text(Facts.Of(stage, measure))))),
        new("Comparators", Joined(measure.Comparators.Select(comparator => Facts.Text(Facts.Of(comparator, measure))))),
    ];

    private static IReadOnlyList<Fact> FactsOfPlan(PlanFile plan) =>
    [
        new("Title", plan.Title), new("Authority", plan.Authority), new("First day", Say.Date(plan.Start)), new("Last day", Say.Date(plan.End)),
        new("Panels", Joined(plan.Panels.Order().Select(Say.Date))), new("Achievements", Joined(plan.Achievements)),
    ];

    private static void Compare<T>(
        IReadOnlyList<T> stored, IReadOnlyList<T> file, Func<T, string> key, Func<T, string> subject, Func<T, string> title, Func<T, JsonObject> node,
        Func<T, IReadOnlyList<Fact>> facts, List<PlanDifference> differences) where T : class
    {
        var known = stored.ToDictionary(key);
        foreach (var part in file)
        {
            if (!known.Remove(key(part), out var before))
                differences.Add(new(ImportEffect.Added, subject(part), title(part), Filled(facts(part), added: true)));
            else if (!JsonNode.DeepEquals(node(before), node(part)))
                differences.Add(new(ImportEffect.Changed, subject(part), title(part), Facts.Changed(facts(before), facts(part)) is { Count: > 0 } changed ? changed : [new("Details", "As stored", "As in the file")]));
        }
        // In the order in which they stand now.
        differences.AddRange(stored.Where(part => known.ContainsKey(key(part))).Select(part => new PlanDifference(ImportEffect.Removed, subject(part), title(part), Filled(facts(part), added: false))));
    }

    private static List<ReadingsOf> Readings(PlanFile? plan) =>
        plan is null ? [] : [.. plan.Readings.GroupBy(reading => reading.Measure).Select(of => new ReadingsOf(of.Key, [.. of.OrderBy(reading => reading.To)]))];

    private static string Words(Reading reading, PlanFile file, PlanFile? stored)
    {
        var measure = file.Measures.Concat(stored?.Measures ?? []).First(measure => measure.Code == reading.Measure);
        return $"{Say.Range(reading.From, reading.To)}: {InWords.Reading(reading)}{(InWords.Under(measure, reading) is { } under ? $" ({under})" : "")}{(reading.Note is { } note ? $", {note}" : "")}";
    }

    private static List<ChangedFact> Filled(IReadOnlyList<Fact> facts, bool added) =>
        [.. facts.Where(fact => !string.IsNullOrEmpty(fact.Text)).Select(fact => added ? new ChangedFact(fact.Field, null, fact.Text) : new ChangedFact(fact.Field, fact.Text, null))];

    private static string? Joined(IEnumerable<string> texts) => string.Join('\n', texts) is { Length: > 0 } joined ? joined : null;

    private sealed record ReadingsOf(string Measure, IReadOnlyList<Reading> Readings);
}
