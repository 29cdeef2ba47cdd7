using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Loading;

/// <summary>The stored plan as a plan file would hold it: all but what modules count, what people wrote in updates, and what meetings decided.</summary>
internal static class StoredPlan
{
    /// <summary>Null where no plan is loaded. With <paramref name="tracked"/> its parts can be changed and saved.</summary>
    public static async Task<PlanFile?> Read(PlanDb db, bool tracked, CancellationToken cancel)
    {
        db.ChangeTracker.QueryTrackingBehavior = tracked ? QueryTrackingBehavior.TrackAll : QueryTrackingBehavior.NoTracking;
        if (await db.Plans.SingleOrDefaultAsync(cancel) is not { } plan)
            return null;
        var panels = await db.Panels.AsSplitQuery().OrderBy(panel => panel.On).ToListAsync(cancel);
        return new PlanFile(
            plan.Title, plan.Authority, plan.Updated, plan.Start, plan.End, [.. panels.Select(panel => panel.On)],
            await db.Measures.AsSplitQuery().OrderBy(measure => measure.Code).ToListAsync(cancel),
            await db.Readings.Where(reading => reading.Current && reading.Origin == Origin.Published && reading.ScopeKind == ScopeKind.Authority)
                .OrderBy(reading => reading.Measure).ThenBy(reading => reading.To).ThenBy(reading => reading.Id).ToListAsync(cancel),
            await db.Lines.AsSplitQuery().OrderBy(line => line.Order).ToListAsync(cancel),
            [.. panels.SelectMany(panel => panel.Frozen.Where(frozen => frozen.Stored is not null).Select(frozen => new FrozenByPanel(panel.On, frozen.Measure, frozen.Stored!)))],
            plan.Achievements);
    }
}
