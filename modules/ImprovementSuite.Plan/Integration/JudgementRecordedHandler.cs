using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Integration;

/// <summary>
/// Makes a reading of a judgement. Its origin is the module's records, so that it is rated before one that was typed or printed; a correction
/// on a later day supersedes it and what was known before stays. Taking the same message again changes nothing.
/// </summary>
internal sealed class JudgementRecordedHandler(PlanDb db, BusinessClock clock) : INotificationHandler<JudgementRecorded>
{
    public async Task Handle(JudgementRecorded recorded, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var known = await db.Judgements.FindAsync([recorded.Judgement], cancel) ?? db.Judgements.Add(new() { Id = recorded.Judgement }).Entity;
        if (recorded.Revision <= known.Revision)
            return;

        if (known.Measure is { } before && (before != recorded.Measure || known.On != recorded.On))
            await TakeBack(before, known.On, known.Revision, cancel);
        if (recorded.Measure is { } measure)
            await db.Take(await ReadingOf(recorded, measure, cancel), cancel);

        (known.Revision, known.Measure, known.On) = (recorded.Revision, recorded.Measure, recorded.On);
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <exception cref="InvalidOperationException">The plan's measure is no judgement: the message waits, and health shows it.</exception>
    private async Task<Reading> ReadingOf(JudgementRecorded recorded, string code, CancellationToken cancel)
    {
        var measure = await db.Measures.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(m => m.Code == code, cancel);
        if (measure is { Kind: not MeasureKind.Judgement })
            throw new InvalidOperationException($"A judgement of {recorded.Judged} names the measure {code}, which the plan does not rate as a judgement.");
        return new()
        {
            Measure = code, PeriodKind = measure is null ? PeriodKind.AsAt : RatedReading.RatedPeriod(measure.RatedOn), From = recorded.On, To = recorded.On,
            Origin = Origin.Recalculated, KnownOn = clock.Today, Unit = Contracts.Unit.Count, Grade = recorded.Grade, DataAsAt = recorded.RecordedAt, Revision = recorded.Revision,
            Note = $"{recorded.Judged}, judged under {recorded.Framework}",
        };
    }

    // Superseded and not deleted: a panel may have seen it.
    private Task TakeBack(string measure, DateOnly on, long revision, CancellationToken cancel) => db.Readings
        .Where(r => r.Current && r.Measure == measure && r.To == on && r.Grade != null && r.Origin == Origin.Recalculated && r.Revision == revision)
        .ExecuteUpdateAsync(reading => reading.SetProperty(r => r.Current, false), cancel);
}
