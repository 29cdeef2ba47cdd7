using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Plan.Data;
using MediatR;

namespace ImprovementSuite.Plan.Integration;

/// <summary>Knows which recommendations are overdue, for the lines that they concern.</summary>
internal sealed class RecommendationHandler(PlanDb db) : INotificationHandler<RecommendationOverdue>, INotificationHandler<RecommendationMet>
{
    public Task Handle(RecommendationOverdue overdue, CancellationToken cancel) => Take(overdue.Recommendation, known => known.Take(overdue), cancel);

    public Task Handle(RecommendationMet met, CancellationToken cancel) => Take(met.Recommendation, known => known.Take(met), cancel);

    private async Task Take(string id, Func<KnownRecommendation, bool> take, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await db.Recommendations.FindAsync([id], cancel) ?? db.Recommendations.Add(new() { Id = id }).Entity;
        if (!take(known))
            return;
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
