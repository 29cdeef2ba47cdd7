using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>How far a meeting has come.</summary>
internal enum MeetingState
{
    /// <summary>Another meeting comes first.</summary>
    Later,

    /// <summary>Its round is open: the agenda follows the plan.</summary>
    Open,

    /// <summary>What it was shown is kept word for word.</summary>
    Frozen,

    /// <summary>A report says of some figures that it saw them.</summary>
    Reported,

    /// <summary>It has passed, and what it saw is not known.</summary>
    NotKnown,
}

/// <summary>The meeting: its agenda while the round is open, what the panel saw afterwards, and its minutes and papers throughout.</summary>
internal sealed class MeetingModel(PlanDb db, PlanSnapshots snapshots, PlanReplay replay, IEnumerable<ModuleDatabase> databases, IAuthorizationService authorization) : MeetingPage(snapshots)
{
    /// <summary>"now" for what is known now of the frozen day; anything else is what the panel saw.</summary>
    [BindProperty(SupportsGet = true, Name = "view")]
    public string? View { get; set; }

    public bool AsNowKnown => View == "now";
    public bool MayRun { get; private set; }
    public MeetingState State { get; private set; }
    public IReadOnlyList<AgendaItem> Items { get; private set; } = [];
    public IReadOnlyDictionary<string, ChallengeCard> Cards { get; private set; } = new Dictionary<string, ChallengeCard>();
    public IReadOnlyList<Decision> Minuted { get; private set; } = [];
    public IReadOnlyList<Decision> CarriedOver { get; private set; } = [];
    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    /// <summary>The freeze that restated figures are compared with; null where there is none.</summary>
    public Panel? ComparedWith { get; private set; }

    public IReadOnlyList<PackRestatement> Restated { get; private set; } = [];
    public PackContent? Pack { get; private set; }
    public string? PackHash { get; private set; }

    /// <summary>What is wrong with what was frozen: it was altered, or the end of a change log was cut off. Null where all is as it was.</summary>
    public string? Tampered { get; private set; }

    public IReadOnlyList<ReplayedLine> Replayed { get; private set; } = [];

    public int UpdatesIn => Plan.Content.Updates.Count(update => update.Panel == Panel.On && update.State != UpdateState.Draft);
    public int Undecided => Cards.Values.Count(card => card.Ruling is null);

    public async Task<IActionResult> OnGet(string day, CancellationToken cancel)
    {
        if (!await Find(day, cancel))
            return NotFound();
        MayRun = (await authorization.AuthorizeAsync(User, Tasks.RunPanel)).Succeeded;
        State = StateOf();
        var minutes = Minutes.Of(Plan, Panel.On);
        (Minuted, CarriedOver) = ([.. minutes.Where(decision => decision.Panel == Panel.On)], [.. minutes.Where(decision => decision.Panel != Panel.On)]);
        Papers = await db.Papers.AsNoTracking().Where(paper => paper.Panel == Panel.On).OrderBy(paper => paper.Id).ToListAsync(cancel);
        ComparedWith = Panel.Frozen.Count > 0 ? Panel : State == MeetingState.Open ? Plan.FrozenBefore(Panel.On) : null;
        Restated = ComparedWith is null ? [] : [.. Restatement.Of(ComparedWith, Plan.Content).Select(restated => restated.InPack)];
        if (State == MeetingState.Open)
            ReadAgenda();
        if (State == MeetingState.Frozen)
            await ReadPack(cancel);
        if (AsNowKnown && Panel.FrozenOn is { } frozenOn && await replay.On(frozenOn, Knowledge.Now, cancel) is { } now)
            Replayed = Pack is null ? ReplayedLine.Of(Panel, now) : ReplayedLine.Of(Pack, now);
        return Page();
    }

    private MeetingState StateOf() => Panel switch
    {
        { HasPack: true } => MeetingState.Frozen,
        { IsFrozen: true } => MeetingState.Reported,
        _ when Panel == Plan.OpenPanel => MeetingState.Open,
        _ => Panel.On < Plan.Day ? MeetingState.NotKnown : MeetingState.Later,
    };

    private void ReadAgenda()
    {
        Items = Agenda.Of(Plan, Panel.On);
        Cards = PlanSheet.Of(Plan).Rows.Where(row => Agenda.IsChallenged(row.Rating, Plan, Panel.On)).ToDictionary(row => row.Line.Ref, row => ChallengeCard.Of(row, Plan, Panel.On));
    }

    private async Task ReadPack(CancellationToken cancel)
    {
        var frozen = await db.Packs.AsNoTracking().SingleAsync(pack => pack.Panel == Panel.On, cancel);
        (Pack, PackHash) = (frozen.Content, frozen.Hash);
        Cards = ChallengeCard.Of(Pack, Plan, Panel.On).ToDictionary(card => card.Ref);
        var cutOff = Pack.ChainHeads.Where(head => !head.StillStands(databases)).Select(head => head.Database).ToList();
        Tampered = frozen switch
        {
            { IsWhole: false } => "This is not what was frozen: the text that was kept has been altered since.",
            _ when cutOff.Count > 0 => $"Entries of the change log of {InWords.List(cutOff)} that stood there at the freeze are there no longer.",
            _ => null,
        };
    }
}
