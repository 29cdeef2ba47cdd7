using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Workforce.Caseload;
using ImprovementSuite.Workforce.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Integration;

/// <summary>Keeps who holds how many cases. The higher revision wins, so taking a message again, or late, changes nothing.</summary>
internal sealed class CasesHeldHandler(WorkforceDb db) : INotificationHandler<CasesHeld>
{
    public async Task Handle(CasesHeld held, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var day = await db.Set<CasesDay>().SingleOrDefaultAsync(cancel) ?? db.Add(new CasesDay()).Entity;
        if (day.Revision >= held.Revision)
            return;
        (day.On, day.Revision) = (held.On, held.Revision);
        await db.Set<CaseHolder>().ExecuteDeleteAsync(cancel);
        db.AddRange(held.Workers.Select(worker => new CaseHolder { Worker = worker.Worker, Team = worker.Team, Locality = worker.Locality, Cases = worker.Cases }));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
