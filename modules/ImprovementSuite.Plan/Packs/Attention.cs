using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Packs;

/// <summary>The agenda by exception: which lines want the panel's time, and under which heading. A line stands once, under the first that fits.</summary>
internal sealed record Attention(string Title, IReadOnlyList<PackLine> Lines)
{
    private static readonly (string Title, Func<PackLine, bool> Fits)[] Headings =
    [
        ("Red, computed or declared", line => line.Computed == Colour.Red || line.Declared == Colour.Red),
        ("Challenges", line => line.Challenged),
        ("Worsening", line => line.Direction == Direction.Worsening || line.DeclaredDirection == Direction.Worsening),
        ("Stale or no figure", line => line.Stale || (line.Computed == Colour.None && line.ComputedWord == PlanRow.NoReading)),
        ("Newly green", line => line.NewlyGreen),
    ];

    public static IReadOnlyList<Attention> Of(PackContent pack)
    {
        var byHeading = pack.Lines.ToLookup(line => Array.FindIndex(Headings, heading => heading.Fits(line)));
        return [.. Headings.Select((heading, place) => new Attention(heading.Title, [.. byHeading[place]]))];
    }
}
