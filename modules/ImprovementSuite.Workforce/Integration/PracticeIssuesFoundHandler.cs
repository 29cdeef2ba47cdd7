using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Learning;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Integration;

/// <summary>Keeps the module's own copy of what audits found in a month. The higher revision wins, so taking a message again, or late, changes nothing.</summary>
internal sealed class PracticeIssuesFoundHandler(WorkforceDb db) : INotificationHandler<PracticeIssuesFound>
{
    public async Task Handle(PracticeIssuesFound found, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var month = await db.Set<NeedsMonth>().FindAsync([found.Month], cancel) ?? db.Add(new NeedsMonth { Month = found.Month }).Entity;
        if (month.Revision >= found.Revision)
            return;
        month.Revision = found.Revision;
        await db.Set<LearningNeed>().Where(need => need.Month == found.Month).ExecuteDeleteAsync(cancel);
        db.AddRange(found.Issues.Select(count => LearningNeed.Of(found.Month, count)));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
