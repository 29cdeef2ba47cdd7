using MediatR;

namespace ImprovementSuite.Contracts.Inspections;

/// <summary>
/// A recommendation has passed its original date without being met. Sent again when what it says changes; the higher
/// <paramref name="Revision"/> of a recommendation wins over any earlier <see cref="RecommendationOverdue"/> or <see cref="RecommendationMet"/>.
/// </summary>
/// <param name="Recommendation">The sending module's identifier of the recommendation.</param>
/// <param name="Number">Its number in its report: "3".</param>
/// <param name="Source">What recommended it: "Fostering inspection, 2010". Its text stays with the module, for it may speak of people.</param>
/// <param name="OriginallyDue">The original date, which no revised one replaces.</param>
/// <param name="Measures">The measures that count it; the plan lines that name one of them are those that it concerns.</param>
/// <param name="Path">The module's page of it.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
public sealed record RecommendationOverdue(
    string Recommendation, string Number, string Source, DateOnly OriginallyDue, IReadOnlyList<string> Measures, string Path, long Revision) : INotification;
