using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Packs;

/// <summary>Every meeting with the pack that it was given, or that it would be given today.</summary>
internal sealed class PacksModel(PlanDb db, PlanSnapshots snapshots) : PageModel
{
    /// <summary>Latest first.</summary>
    public IReadOnlyList<MeetingPack> Meetings { get; private set; } = [];

    /// <summary>A plan so long that its packs are written in the background.</summary>
    public bool IsLong { get; private set; }

    public async Task OnGet(CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan)
            return;
        var packs = await db.Packs.AsNoTracking().ToDictionaryAsync(pack => pack.Panel, cancel);
        IsLong = plan.Lines.Count > PackPress.LinesAtOnce;
        Meetings = [.. plan.Content.Panels.OrderByDescending(panel => panel.On).Select(panel => new MeetingPack(panel, packs.GetValueOrDefault(panel.On), plan.Day))];
    }
}

/// <summary>A meeting and its pack.</summary>
internal sealed class MeetingPack(Panel panel, FrozenPack? frozen, DateOnly today)
{
    public DateOnly On => panel.On;
    public bool IsFrozen => frozen is { IsWhole: true };
    public bool IsPreview => frozen is null && PackShelf.CanPreview(panel, today);
    public bool CanBeTaken => IsFrozen || IsPreview;

    public string State => panel switch
    {
        _ when frozen is { IsWhole: false } => "Altered since it was frozen",
        _ when frozen is not null => "Frozen",
        { IsFrozen: true } => "No pack",
        _ when IsPreview => "Preview",
        _ => "No pack",
    };

    public string Says => panel switch
    {
        _ when frozen is { IsWhole: false } => "What is stored is not what was frozen, so it is not given out. Tell whoever looks after the service.",
        { FrozenAt: { } at } when frozen is not null => $"Frozen by {panel.FrozenBy} on {At(BusinessClock.Local(at))}. It is whole: {frozen.Hash[..12]}.",
        _ when frozen is not null => $"It is whole: {frozen.Hash[..12]}.",
        { IsFrozen: true } => $"Only {Say.Count("reading", panel.Frozen.Count)} that this meeting saw {(panel.Frozen.Count == 1 ? "is" : "are")} known, and no pack was kept.",
        _ when IsPreview => "The plan as it stands now. It is frozen when the papers go out.",
        _ => "Nothing was frozen for this meeting.",
    };

    private static string At(DateTime local) => $"{Say.Date(DateOnly.FromDateTime(local))}, {Say.Time(local)}";
}
