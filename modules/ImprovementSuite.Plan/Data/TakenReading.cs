using ImprovementSuite.Plan.Lines;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Data;

/// <summary>What became of a reading.</summary>
internal enum Outcome
{
    /// <summary>It is new, or newer than what stood.</summary>
    Accepted,

    /// <summary>Its revision is stored already.</summary>
    Duplicate,

    /// <summary>A higher revision is stored.</summary>
    Stale,
}

/// <summary>What became of a reading, and which one stood before.</summary>
internal readonly record struct TakenReading(Outcome Outcome, Reading? Before);

/// <summary>Takes one reading as <see cref="ReadingStore"/> takes many.</summary>
internal static class TakingReadings
{
    /// <summary>
    /// A higher revision on the day on which the older became known replaces it; on a later day the older one is kept as superseded. The
    /// caller holds the transaction and saves.
    /// </summary>
    public static async Task<TakenReading> Take(this PlanDb db, Reading reading, CancellationToken cancel)
    {
        var standing = db.Readings.Where(r => r.Current && r.Measure == reading.Measure && r.ScopeKind == reading.ScopeKind && r.Code == reading.Code && r.Within == reading.Within
            && r.PeriodKind == reading.PeriodKind && r.From == reading.From && r.To == reading.To && r.Round == reading.Round && r.Origin == reading.Origin);
        var before = await standing.AsNoTracking().SingleOrDefaultAsync(cancel);
        if (before is { } known)
        {
            if (known.Revision >= reading.Revision)
                return new(known.Revision == reading.Revision ? Outcome.Duplicate : Outcome.Stale, before);
            // The same said again is no restatement: it keeps the day on which it became known.
            if (known.Figure == reading.Figure && known.Grade == reading.Grade)
            {
                await standing.ExecuteUpdateAsync(
                    row => row.SetProperty(r => r.Revision, reading.Revision).SetProperty(r => r.DataAsAt, reading.DataAsAt).SetProperty(r => r.Note, reading.Note), cancel);
                return new(Outcome.Accepted, before);
            }
            if (known.KnownOn == reading.KnownOn)
                await standing.ExecuteDeleteAsync(cancel);
            else
                await standing.ExecuteUpdateAsync(row => row.SetProperty(r => r.Current, false), cancel);
        }
        db.Readings.Add(reading);
        return new(Outcome.Accepted, before);
    }
}
