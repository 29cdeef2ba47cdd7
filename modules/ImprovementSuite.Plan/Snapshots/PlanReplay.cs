using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Snapshots;

/// <summary>Whose knowledge a day is replayed with.</summary>
internal enum Knowledge
{
    /// <summary>What had become known by that day, since superseded or not.</summary>
    Then,

    /// <summary>What is known now of that day.</summary>
    Now,
}

/// <summary>
/// The plan rated for an earlier day. Its readings are of that day; its lines, targets and milestones are today's, because the plan keeps no
/// earlier ones outside the packs that were frozen.
/// </summary>
internal sealed class PlanReplay(PlanDb db, PlanSnapshots snapshots)
{
    /// <summary>Null where no plan is loaded.</summary>
    public async Task<PlanSnapshot?> On(DateOnly day, Knowledge knowledge, CancellationToken cancel = default)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return null;
        var content = plan.Content.AsAt(day);
        if (knowledge == Knowledge.Then)
        {
            var known = await db.Readings.AsNoTracking()
                .Where(reading => reading.KnownOn <= day && reading.To <= day && reading.ScopeKind == ScopeKind.Authority && reading.PeriodKind != PeriodKind.Week).ToListAsync(cancel);
            content = content with { Readings = NewestOfEach(known).ToLookup(reading => reading.Measure) };
        }
        return new PlanSnapshot(content, day, plan.Revision);
    }

    private static IEnumerable<Reading> NewestOfEach(IEnumerable<Reading> known) => known
        .GroupBy(reading => (reading.Measure, reading.PeriodKind, reading.From, reading.To, reading.Round, reading.Origin))
        .Select(same => same.OrderBy(reading => reading.KnownOn).ThenBy(reading => reading.Id).Last().AsItStood());
}
