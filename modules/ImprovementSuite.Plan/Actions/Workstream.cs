using ImprovementSuite.Plan.Integration;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;

namespace ImprovementSuite.Plan.Actions;

/// <summary>The lines of one workstream. A line may be of several.</summary>
internal sealed record Workstream(string Name, IReadOnlyList<LineRating> Lines)
{
    public ColourCounts Computed { get; } = ColourCounts.Of(Lines.Select(line => line.Computed));
    public ColourCounts Declared { get; } = ColourCounts.Of(Lines.Select(line => line.Line.Declared));
    public string Path => $"/plan/workstreams/{Uri.EscapeDataString(Name)}";

    /// <summary>The overdue recommendations that its lines' measures count.</summary>
    public IReadOnlyList<KnownRecommendation> Overdue(PlanSnapshot plan) => [.. Lines.SelectMany(line => plan.OverdueOn(line.Line)).DistinctBy(known => known.Id)];

    /// <summary>Every workstream that a line names, by name. One name is the same however its letters are written.</summary>
    public static IReadOnlyList<Workstream> All(PlanSnapshot plan) =>
    [
        .. plan.Lines.SelectMany(line => line.Line.Workstreams.Select(name => (name, line))).GroupBy(pair => pair.name, pair => pair.line, StringComparer.OrdinalIgnoreCase)
            .OrderBy(workstream => workstream.Key, StringComparer.OrdinalIgnoreCase).Select(workstream => new Workstream(workstream.Key, [.. workstream])),
    ];

    /// <summary>The lines of any of these workstreams, in the plan's order: a lead's own lines.</summary>
    public static IReadOnlyList<LineRating> LinesOf(PlanSnapshot plan, IReadOnlyList<string> workstreams) =>
        [.. plan.Lines.Where(line => line.Line.Workstreams.Any(name => workstreams.Contains(name, StringComparer.OrdinalIgnoreCase)))];
}
