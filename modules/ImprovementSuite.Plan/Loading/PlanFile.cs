using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;

namespace ImprovementSuite.Plan.Loading;

/// <summary>A plan as it stands in a file, checked and ready to be loaded.</summary>
/// <param name="Updated">The day that its published readings became known.</param>
internal sealed record PlanFile(
    string Title, string Authority, DateOnly Updated, DateOnly Start, DateOnly End, IReadOnlyList<DateOnly> Panels, IReadOnlyList<Measure> Measures,
    IReadOnlyList<Reading> Readings, IReadOnlyList<Line> Lines, IReadOnlyList<FrozenByPanel> Frozen, IReadOnlyList<string> Achievements)
{
    /// <summary>Papers promised to a panel, none of them received yet.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];
}

/// <summary>A reading that a panel is known to have seen.</summary>
internal sealed record FrozenByPanel(DateOnly Panel, string Measure, StoredFigure Stored);
