using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Notice;

namespace ImprovementSuite.Plan.Loading;

/// <summary>A plan as it stands in a file, checked and ready to be loaded.</summary>
/// <param name="Updated">The day that its published readings became known.</param>
internal sealed record PlanFile(
    string Title, string Authority, DateOnly Updated, DateOnly Start, DateOnly End, IReadOnlyList<DateOnly> Panels, IReadOnlyList<Measure> Measures,
    IReadOnlyList<Reading> Readings, IReadOnlyList<Line> Lines, IReadOnlyList<FrozenByPanel> Frozen, IReadOnlyList<string> Achievements)
{
    /// <summary>Panels of whose days more is known than the calendar gives.</summary>
    public IReadOnlyList<PanelDays> Rounds { get; init; } = [];

    /// <summary>Null where the file says nothing of a notice. It is taken with a plan that is new; later it is changed on its own pages.</summary>
    public CurrentNotice? Notice { get; init; }

    /// <summary>Papers promised to a panel, none of them received yet. They too are taken with a plan that is new.</summary>
    public IReadOnlyList<Paper> Papers { get; init; } = [];
}

/// <summary>A reading that a panel is known to have seen.</summary>
internal sealed record FrozenByPanel(DateOnly Panel, string Measure, StoredFigure? Stored)
{
    /// <summary>As a freeze kept it, with its colour; null where that is to be worked out.</summary>
    public FrozenReading? Kept { get; init; }
}

/// <summary>The days of a panel's round; null where the calendar gives them.</summary>
/// <param name="FrozenOn">Null where it is not frozen, or where it is only known what it saw.</param>
internal sealed record PanelDays(DateOnly On, DateOnly? UpdatesDue, DateOnly? DispatchOn, DateOnly? FrozenOn);
