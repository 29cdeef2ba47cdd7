using MediatR;

namespace ImprovementSuite.Contracts.Inspections;

/// <summary>A recommendation was met, or withdrawn by whoever made it: it is overdue no more. Where it is reopened later, <see cref="RecommendationOverdue"/> is sent again.</summary>
/// <param name="Recommendation">The sending module's identifier of the recommendation.</param>
/// <param name="Revision">Counts up in the sending module; never reused. The higher one wins, whichever message carries it.</param>
public sealed record RecommendationMet(string Recommendation, long Revision) : INotification;
