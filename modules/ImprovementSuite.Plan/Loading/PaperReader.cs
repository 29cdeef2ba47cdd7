using ImprovementSuite.Plan.Meetings;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads the papers of a plan file: what is promised to which panel.</summary>
internal static class PaperReader
{
    public static IReadOnlyList<Paper> Read(JsonPart plan) => [.. plan.Parts("papers", (item, number) => $"Paper {JsonPart.Peek(item, "title") ?? $"number {number}"}").Select(ReadPaper)];

    /// <exception cref="PlanFileException">A paper is promised to a panel, or about a line, that the plan does not have.</exception>
    public static void Check(PlanFile file)
    {
        foreach (var paper in file.Papers)
        {
            if (!file.Panels.Contains(paper.Panel))
                throw new PlanFileException($"Paper {paper.Title}: \"panel\" is {paper.Panel:yyyy-MM-dd}, which \"panels\" does not name.");
            if (paper.Line is { } line && file.Lines.All(l => l.Ref != line))
                throw new PlanFileException($"Paper {paper.Title}: \"line\" is {line}, which the plan does not have.");
        }
    }

    private static Paper ReadPaper(JsonPart part)
    {
        var paper = new Paper { Panel = part.Day("panel"), Line = part.TextOrNull("line"), Title = part.Text("title"), Owner = part.Text("owner"), Note = part.TextOrNull("note") };
        part.NothingElse();
        return paper;
    }
}
