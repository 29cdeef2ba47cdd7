using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Register;
using MediatR;

namespace ImprovementSuite.Schools.Integration;

/// <summary>Keeps the module's own copy of judgements of schools. The higher revision wins, so taking a message again, or late, changes nothing.</summary>
internal sealed class JudgementRecordedHandler(SchoolsDb db, Doorbell doorbell) : INotificationHandler<JudgementRecorded>
{
    public async Task Handle(JudgementRecorded recorded, CancellationToken cancel)
    {
        var known = await db.Judgements.FindAsync([recorded.Judgement], cancel);
        // One that is of no school, and never was, is none of this module's.
        if (known is null && recorded.School is null)
            return;
        known ??= db.Judgements.Add(new SchoolJudgement { Id = recorded.Judgement }).Entity;
        if (!known.Take(recorded))
            return;
        await db.SaveAndCountAnew(cancel);
        doorbell.Ring(SchoolsModule.Name);
    }
}
