using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Every meeting of the panel, the next one first.</summary>
internal sealed class MeetingsModel(PlanDb db, PlanSnapshots snapshots) : PageModel
{
    /// <summary>Null where no plan is loaded.</summary>
    public PlanSnapshot? Plan { get; private set; }

    public IReadOnlyList<MeetingRow> ToCome { get; private set; } = [];
    public IReadOnlyList<MeetingRow> Past { get; private set; } = [];

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        Plan = plan;
        var papers = (await db.Papers.AsNoTracking().Select(paper => new { paper.Panel, Received = paper.ReceivedOn != null }).ToListAsync(cancel)).ToLookup(paper => paper.Panel, paper => paper.Received);
        var rows = plan.Content.Panels.Select(panel => new MeetingRow(
            panel, papers[panel.On].Count(), papers[panel.On].Count(received => received), plan.Content.Decisions.Count(decision => decision.Panel == panel.On))).ToList();
        ToCome = [.. rows.Where(row => row.Panel.On >= plan.Day)];
        Past = [.. rows.Where(row => row.Panel.On < plan.Day).Reverse()];
    }

    /// <summary>What is known of what it saw.</summary>
    public static string Seen(Panel panel) => panel switch
    {
        { HasPack: true } => $"Frozen on {Say.Date(panel.FrozenOn!.Value)}",
        { IsFrozen: true } => $"Only {Say.Count("reading", panel.Frozen.Count)} known",
        _ => "Not known",
    };
}

/// <summary>A meeting with what is attached to it.</summary>
internal sealed record MeetingRow(Panel Panel, int Promised, int Received, int Decisions);
