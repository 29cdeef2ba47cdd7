using MediatR;

namespace ImprovementSuite.Contracts.Plan;

/// <summary>
/// What a panel is shown has been frozen. A module that counts one of these measures keeps its figures of that day up from now on, so that
/// what late records change in them is known.
/// </summary>
/// <param name="Panel">The day of the meeting.</param>
/// <param name="FiguresOn">The business day that the frozen figures are of.</param>
/// <param name="Measures">Codes of the measures that were frozen.</param>
public sealed record PanelReportFrozen(DateOnly Panel, DateOnly FiguresOn, IReadOnlyList<string> Measures) : INotification;
