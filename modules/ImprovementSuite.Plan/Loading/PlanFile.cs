using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading;

/// <summary>A plan as it stands in a file, checked and ready to be loaded.</summary>
/// <param name="Updated">The day that its published readings became known.</param>
internal sealed record PlanFile(
    string Title, string Authority, DateOnly Updated, DateOnly Start, DateOnly End, IReadOnlyList<DateOnly> Panels, IReadOnlyList<Measure> Measures,
    IReadOnlyList<Reading> Readings, IReadOnlyList<Line> Lines, IReadOnlyList<FrozenByPanel> Frozen, IReadOnlyList<string> Achievements)
{
    /// <summary>Null where the file says nothing of a notice.</summary>
    public CurrentNotice? Notice { get; init; }
}

/// <summary>A reading that a panel is known to have seen.</summary>
internal sealed record FrozenByPanel(DateOnly Panel, string Measure, StoredFigure Stored);
