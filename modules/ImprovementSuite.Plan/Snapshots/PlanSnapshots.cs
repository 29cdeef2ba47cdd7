using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Plan.Snapshots;

/// <summary>
/// The snapshot of now. A request asks for the plan's revision, one row; only when it or the day has changed is the plan read and rated anew,
/// with the same few queries however many lines it has.
/// </summary>
internal sealed class PlanSnapshots(PlanRevisions revisions, IServiceScopeFactory scopes, BusinessClock clock)
{
    private readonly SemaphoreSlim _reading = new(1);

    private Kept? _kept;

    /// <summary>The plan as it stands; null where none is loaded.</summary>
    public async ValueTask<PlanSnapshot?> Current(CancellationToken cancel = default)
    {
        var (revision, day) = (revisions.Latest(), clock.Today);
        if (_kept is { } kept && kept.Revision == revision && kept.Day == day)
            return kept.Snapshot;

        await _reading.WaitAsync(cancel);
        try
        {
            // Asked for again: whoever held the lock may have read it meanwhile, and a write since is better seen now than next time.
            revision = revisions.Latest();
            if (_kept is { } fresh && fresh.Revision == revision && fresh.Day == day)
                return fresh.Snapshot;
            var snapshot = await Read(revision, day, cancel);
            _kept = new(revision, day, snapshot);
            return snapshot;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<PlanSnapshot?> Read(long revision, DateOnly day, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } plan)
            return null;

        var definitions = (await db.Definitions.AsNoTracking().ToListAsync(cancel)).ToDictionary(known => known.Code, known => known.Definition);
        var measures = (await db.Measures.AsNoTracking().AsSplitQuery().ToListAsync(cancel)).ToDictionary(measure => measure.Code);
        foreach (var definition in definitions.Values)
            measures.TryAdd(definition.Code, OutsideThePlan(definition));

        var content = new PlanContent(
            plan,
            await db.Lines.AsNoTracking().AsSplitQuery().OrderBy(line => line.Order).ToListAsync(cancel),
            measures,
            (await db.Readings.AsNoTracking().Where(r => r.Current && r.ScopeKind == ScopeKind.Authority && r.PeriodKind != PeriodKind.Week).ToListAsync(cancel))
                .ToLookup(reading => reading.Measure),
            await db.Panels.AsNoTracking().AsSplitQuery().OrderBy(panel => panel.On).ToListAsync(cancel),
            definitions)
        {
            Updates = await db.Updates.AsNoTracking().Where(update => db.Panels.Any(panel => panel.On == update.Panel && panel.FrozenOn == null)).ToListAsync(cancel),
            Notice = await db.Notices.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(cancel),
            Overdue = await db.Recommendations.AsNoTracking().Where(known => known.IsOverdue).OrderBy(known => known.OriginallyDue).ThenBy(known => known.Id).ToListAsync(cancel),
            Decisions = await db.Decisions.AsNoTracking().OrderBy(decision => decision.Id).ToListAsync(cancel),
        };
        return new PlanSnapshot(content, day, revision);
    }

    /// <summary>A measure that a module counts and no line of the plan names: it has readings and nothing is asked of it.</summary>
    private static Measure OutsideThePlan(MeasureDefinition definition) => new()
    {
        Code = definition.Code, Title = definition.Title, Kind = definition.Kind, Unit = PlanRules.UnitOf(definition.Unit), Polarity = definition.Polarity,
        Frequency = definition.Frequency, RatedOn = definition.RatedOn, Thing = "", Things = "",
    };

    private sealed record Kept(long Revision, DateOnly Day, PlanSnapshot? Snapshot);
}
