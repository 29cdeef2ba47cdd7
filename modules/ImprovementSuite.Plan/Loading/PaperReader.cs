using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;

namespace ImprovementSuite.Plan.Loading;

/// <summary>Reads a paper of a plan file: what is promised to which panel.</summary>
internal sealed class PaperReader(IReadOnlyList<DateOnly> panels, IReadOnlyList<Line> lines)
{
    public Paper Read(FilePart part)
    {
        var paper = new Paper { Panel = part.Day("panel"), Line = part.TextOrNull("line"), Title = part.Text("title"), Owner = part.Text("owner"), Note = part.TextOrNull("note") };
        if (paper.Panel != default && !panels.Contains(paper.Panel))
            part.Refuse("panel", "is not the day of one of the plan's panels");
        if (paper.Line is { } line && lines.All(known => known.Ref != line))
            part.Refuse("line", $"is {line}, which is not a line of the plan");
        return paper;
    }
}
