using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Meetings;

/// <summary>
/// Freezes a meeting: what its panel is shown is kept word for word, with the heads of all change logs, and the modules are told. All of it
/// happens or none.
/// </summary>
internal sealed class PanelFreeze(PlanDb db, PlanSnapshots snapshots, IEnumerable<ModuleDatabase> databases, BusinessClock clock)
{
    /// <returns>Null, or the sentence that says why nothing was frozen.</returns>
    public async Task<string?> Freeze(DateOnly on, Actor actor, CancellationToken cancel = default)
    {
        // The write lock comes first: nothing changes between being read and being kept.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var panel = await db.Panels.AsSplitQuery().SingleAsync(panel => panel.On == on, cancel);
        var plan = (await snapshots.Current(cancel))!;
        if (WhyNot(panel, plan) is { } reason)
            return reason;

        var papers = await db.Papers.AsNoTracking().Where(paper => paper.Panel == on).OrderBy(paper => paper.Id).ToListAsync(cancel);
        var pack = FrozenPack.Of(Pack(plan, on, papers, clock.Now, actor.Name) with { ChainHeads = ChainHead.Of(databases) });
        var readings = plan.Measures.Values.Select(measure => FrozenReading.Of(measure, plan.Day)).ToList();
        panel.Freeze(readings, plan.Lines.Select(FrozenLine.Of), plan.Day, actor, clock.Now);
        db.Add(pack);
        db.Record(actor, "froze the panel meeting", Say.Date(on), after: $"{Say.Count("line", plan.Lines.Count)} and {Say.Count("measure", readings.Count)} with the figures of {Say.Date(plan.Day)}; pack {pack.Hash}");
        db.Publish(new PanelReportFrozen(on, plan.Day, [.. readings.Select(reading => reading.Measure)]));
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return null;
    }

    /// <summary>A meeting's pack from the plan as it stands.</summary>
    public static PackContent Pack(PlanSnapshot plan, DateOnly on, IReadOnlyList<Paper> papers, DateTime? frozenAt = null, string? frozenBy = null) => PackFrom.Snapshot(
        plan, on,
        [.. papers.Select(paper => new PackPaper(paper.Line, paper.Title, paper.Owner, paper.ReceivedOn, paper.Addendum))],
        [.. Minutes.Of(plan, on).Select(decision => new PackDecision(decision.Panel, decision.Line, decision.Ruling, decision.Minute, decision.Owner, decision.By, decision.Answer))],
        [.. (plan.FrozenBefore(on) is { } last ? Restatement.Of(last, plan.Content) : []).Select(restated => restated.InPack)],
        frozenAt, frozenBy);

    /// <summary>Why a meeting cannot be frozen; null where it can.</summary>
    public static string? WhyNot(Panel panel, PlanSnapshot plan) => panel switch
    {
        { HasPack: true } => $"The meeting of {Say.Date(panel.On)} is frozen already: {panel.FrozenBy} froze it on {Say.DateAndTime(BusinessClock.Local(panel.FrozenAt!.Value))}. A freeze is made once and stays.",
        { IsFrozen: true } => $"What the panel of {Say.Date(panel.On)} is known to have seen is kept already. Nothing can be added to it.",
        _ when panel.On < plan.Day => $"The meeting of {Say.Date(panel.On)} has passed. What it saw was not frozen, and the figures of today are not what it saw.",
        _ when plan.OpenPanel is { } open && open.On != panel.On => $"The meeting of {Say.Date(open.On)} comes first. Freeze that one before this.",
        _ => null,
    };
}
