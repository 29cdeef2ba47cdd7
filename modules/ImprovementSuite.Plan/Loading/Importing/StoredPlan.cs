using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Loading.Importing;

/// <summary>The plan as it stands, in the form of a file: what an export writes, and what a file to be imported is compared with.</summary>
internal static class StoredPlan
{
    /// <summary>Null where no plan is loaded.</summary>
    public static async Task<PlanFile?> Read(PlanDb db, CancellationToken cancel)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } plan)
            return null;
        var lines = await db.Lines.AsNoTracking().AsSplitQuery().IgnoreAutoIncludes()
            .Include(line => line.Milestones.OrderBy(milestone => milestone.Id)).OrderBy(line => line.Order).ToListAsync(cancel);
        var measures = await db.Measures.AsNoTracking().AsSplitQuery().IgnoreAutoIncludes()
            .Include(measure => measure.Baselines.OrderBy(baseline => EF.Property<int>(baseline, "Id")))
            .Include(measure => measure.Stages.OrderBy(stage => EF.Property<int>(stage, "Id")))
            .Include(measure => measure.Comparators.OrderBy(comparator => EF.Property<int>(comparator, "Id")))
            .ToListAsync(cancel);
        var readings = await db.Readings.AsNoTracking().Where(reading => reading.Current && reading.Origin != Origin.Recalculated)
            .OrderBy(reading => reading.To).ThenBy(reading => reading.From).ThenBy(reading => reading.Id).ToListAsync(cancel);
        var panels = await db.Panels.AsNoTracking().AsSplitQuery().IgnoreAutoIncludes()
            .Include(panel => panel.Frozen.OrderBy(frozen => EF.Property<int>(frozen, "Id"))).OrderBy(panel => panel.On).ToListAsync(cancel);

        // In the order in which the lines name them.
        var places = lines.SelectMany(line => line.Measures).Distinct().Index().ToDictionary(code => code.Item, code => code.Index);
        measures = [.. measures.OrderBy(measure => places.GetValueOrDefault(measure.Code, int.MaxValue)).ThenBy(measure => measure.Code, StringComparer.Ordinal)];
        var codes = measures.Select(measure => measure.Code).ToHashSet();
        return new(
            plan.Title, plan.Authority, plan.Updated, plan.Start, plan.End, [.. panels.Select(panel => panel.On)], measures,
            [.. readings.Where(reading => codes.Contains(reading.Measure))], lines,
            [.. panels.SelectMany(panel => panel.Frozen.Where(frozen => codes.Contains(frozen.Measure)).Select(frozen => new FrozenByPanel(panel.On, frozen.Measure, frozen.Stored) { Kept = frozen }))],
            plan.Achievements)
        {
            Rounds = [.. panels.Select(Days).OfType<PanelDays>()],
            Notice = await db.Notices.AsNoTracking().Include(notice => notice.Conditions.OrderBy(condition => condition.Order)).SingleOrDefaultAsync(cancel),
            Papers = await db.Papers.AsNoTracking().Where(paper => paper.ReceivedOn == null).OrderBy(paper => paper.Panel).ThenBy(paper => paper.Id).ToListAsync(cancel),
        };
    }

    /// <summary>What the calendar would not give.</summary>
    private static PanelDays? Days(Panel panel)
    {
        var usual = Panel.For(panel.On, WorkingDayCalendar.EnglandAndWales);
        var days = new PanelDays(
            panel.On, panel.UpdatesDue == usual.UpdatesDue ? null : panel.UpdatesDue, panel.DispatchOn == usual.DispatchOn ? null : panel.DispatchOn,
            panel.FrozenOn == panel.On && panel.Frozen.Count > 0 ? null : panel.FrozenOn);
        return days is { UpdatesDue: null, DispatchOn: null, FrozenOn: null } ? null : days;
    }
}
