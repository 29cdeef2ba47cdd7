using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Integration;

/// <summary>Keeps the module's own copy of learning that was delivered. The higher revision wins, so taking a message again, or late, changes nothing.</summary>
internal sealed class LearningHandler(SocialCareDb db) : INotificationHandler<LearningDelivered>, INotificationHandler<LearningWithdrawn>
{
    public Task Handle(LearningDelivered delivered, CancellationToken cancel) => Take(delivered.Learning, known => known.Take(delivered), cancel);

    public Task Handle(LearningWithdrawn withdrawn, CancellationToken cancel) => Take(withdrawn.Learning, known => known.Take(withdrawn), cancel);

    private async Task Take(string id, Func<LearningEvent, bool> take, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await db.Set<LearningEvent>().SingleOrDefaultAsync(learning => learning.WorkforceId == id, cancel) ?? db.Add(LearningEvent.FromWorkforce(id)).Entity;
        if (!take(known))
            return;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
