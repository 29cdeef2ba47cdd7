using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Packs;

/// <summary>A pack as it can be taken from the shelf.</summary>
/// <param name="Edition">Changes when its content does; what was written of it before is then no longer it.</param>
internal sealed record ShelvedPack(PackContent Content, string Edition)
{
    public bool IsFrozen => Content.FrozenAt is not null;
}

/// <summary>Finds a meeting's pack: what was frozen for it, word for word, or a preview of a meeting still to come.</summary>
internal sealed class PackShelf(PlanDb db, PlanSnapshots snapshots)
{
    /// <summary>Null where the meeting is not known, is over without a freeze, has a freeze without a pack, or its pack was altered since.</summary>
    public async Task<ShelvedPack?> Of(DateOnly panel, CancellationToken cancel)
    {
        if (await db.Packs.AsNoTracking().SingleOrDefaultAsync(pack => pack.Panel == panel, cancel) is { } frozen)
            return frozen.IsWhole ? new(frozen.Content, frozen.Hash) : null;
        if (await snapshots.Current(cancel) is not { } plan || plan.Content.Panels.FirstOrDefault(each => each.On == panel) is not { } meeting || !CanPreview(meeting, plan.Day))
            return null;

        var papers = await db.Papers.AsNoTracking().Where(paper => paper.Panel == panel).OrderBy(paper => paper.Id).ToListAsync(cancel);
        var content = PackFrom.Snapshot(
            plan, panel, [.. papers.Select(paper => new PackPaper(paper.Line, paper.Title, paper.Owner, paper.ReceivedOn, paper.Addendum))],
            [.. plan.Content.Decisions.Where(decision => decision.IsOpen || decision.Panel == panel).Select(decision => new PackDecision(
                decision.Panel, decision.Line, decision.Ruling, decision.Minute, decision.Owner, decision.By, decision.Answer))],
            Restated(plan));
        return new(content, $"preview {plan.Revision} of {plan.Day:yyyy-MM-dd}");
    }

    public static bool CanPreview(Panel panel, DateOnly today) => !panel.IsFrozen && panel.On >= today;

    /// <summary>Figures of the very days that the last panel saw, where they are known otherwise now.</summary>
    private static IReadOnlyList<PackRestatement> Restated(PlanSnapshot plan) => plan.LastPanel is not { } panel ? [] :
    [
        .. from seen in panel.Frozen
           let measure = plan.Measures.GetValueOrDefault(seen.Measure)?.Measure
           where measure is not null && seen.Stored is not null
           let now = plan.Content.Readings[seen.Measure].FirstOrDefault(reading =>
               reading.PeriodKind == seen.PeriodKind && reading.From == seen.From && reading.To == seen.To && reading.Round == seen.Round && reading.Figure is not null)
           where now is not null && Say.Figure(now.Figure!) != Say.Figure(seen.Stored!.Figure)
           select new PackRestatement(panel.On, measure.Code, measure.Title, Say.Period(new Period(seen.PeriodKind, seen.From, seen.To)), Say.Figure(seen.Stored!.Figure), InWords.Reading(now)),
    ];
}
