using MediatR;

namespace ImprovementSuite.Contracts.Inspections;

/// <summary>A recommendation that was overdue is so no more: its owner has said, with evidence, that it is complete, or it was withdrawn, or is counted with another. Whether it is met in figures is decided by
/// whoever validates it. Where it is reopened, or found not to be complete, <see cref="RecommendationOverdue"/> is sent again.</summary>
/// <param name="Recommendation">The sending module's identifier of the recommendation.</param>
/// <param name="Revision">Counts up in the sending module; never reused. The higher one wins, whichever message carries it.</param>
public sealed record RecommendationMet(string Recommendation, long Revision) : INotification;
