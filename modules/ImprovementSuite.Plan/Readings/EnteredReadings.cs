using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Readings;

/// <summary>What keeping a draft would change.</summary>
/// <param name="Replaces">The entered reading of the same days whose place it takes.</param>
/// <param name="Beside">The reading of another origin that it stands beside: the counted one before others.</param>
/// <param name="WillBeRated">False where a module counts the measure: then its figures are rated.</param>
internal sealed record ReadingChange(ReadingDraft Draft, Reading? Replaces, Reading? Beside, bool WillBeRated)
{
    /// <summary>It says what is kept already.</summary>
    public bool ChangesNothing => Replaces is not null && Draft.Says(Replaces);
}

/// <summary>Readings that people type or bring in. They replace each other, with the older one kept; one that a module counted they only stand beside.</summary>
internal sealed class EnteredReadings(PlanDb db, BusinessClock clock)
{
    /// <summary>What each draft would change, with one query.</summary>
    public async Task<IReadOnlyList<ReadingChange>> Compare(IReadOnlyList<ReadingDraft> drafts, CancellationToken cancel)
    {
        if (drafts.Count == 0)
            return [];
        var codes = drafts.Select(draft => draft.Measure.Code).Distinct().ToList();
        var (first, last) = (drafts.Min(draft => draft.Period.To), drafts.Max(draft => draft.Period.To));
        var known = await db.Readings.Where(r => r.Current && codes.Contains(r.Measure) && r.To >= first && r.To <= last).ToListAsync(cancel);
        var counted = await db.Readings.Where(r => r.Current && codes.Contains(r.Measure) && r.Origin == Origin.Recalculated).Select(r => new { r.Measure, r.ScopeKind, r.PeriodKind }).Distinct().ToListAsync(cancel);
        var same = known.ToLookup(ReadingKey.Of);
        return [.. drafts.Select(draft => new ReadingChange(
            draft,
            same[draft.Key].Where(reading => reading.IsEntered).MaxBy(reading => reading.Id),
            same[draft.Key].Where(reading => !reading.IsEntered).OrderByDescending(reading => reading.IsRecalculated).FirstOrDefault(),
            draft.Period.Kind == RatedReading.RatedPeriod(draft.Measure.RatedOn) && !counted.Any(c => c.Measure == draft.Measure.Code && c.ScopeKind == draft.Scope.Kind && c.PeriodKind == draft.Period.Kind)))];
    }

    /// <summary>Keeps what changes something, as part of the caller's transaction.</summary>
    /// <returns>How many readings were kept.</returns>
    public async Task<int> Keep(IReadOnlyList<ReadingChange> changes, Origin origin, Actor actor, string? file, CancellationToken cancel)
    {
        var kept = changes.Where(change => !change.ChangesNothing).ToList();
        foreach (var replaced in kept.Select(change => change.Replaces).OfType<Reading>())
            replaced.Supersede(actor, clock.Now);
        // Before the new ones are there, or for a moment two readings would be the current one.
        await db.SaveChangesAsync(cancel);
        db.AddRange(kept.Select(change => change.Draft.Enter(origin, actor, clock.Now, clock.Today, file)));
        return kept.Count;
    }
}
