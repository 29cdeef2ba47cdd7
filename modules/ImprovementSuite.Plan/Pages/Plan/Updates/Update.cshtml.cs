using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Updates;

/// <summary>What a line's lead tells the panel, and in which colour. The lead writes; whoever runs the panel accepts or asks again; others read what is in.</summary>
internal sealed class UpdateModel(PlanDb db, PlanSnapshots snapshots, IAuthorizationService authorization, BusinessClock clock) : PageModel
{
    public PlanSnapshot Plan { get; private set; } = null!;
    public UpdateRound Round { get; private set; } = null!;
    public RoundLine Line { get; private set; } = null!;
    public PlanRow Row { get; private set; } = null!;
    public Panel Panel => Round.Panel;
    public LineUpdate? Update => Line.Update;

    /// <summary>What the lead said for an earlier panel, the newest first.</summary>
    public IReadOnlyList<LineUpdate> Earlier { get; private set; } = [];

    /// <summary>What has changed since the last panel.</summary>
    public SinceLastPanel Since { get; private set; } = null!;

    public bool RunsPanel { get; private set; }

    /// <summary>The signed-in person answers for this line.</summary>
    public bool Leads { get; private set; }

    public DateOnly Today => clock.Today;
    public bool CanWrite => Leads && Round.IsOpen && Update is not { IsIn: true };

    /// <summary>A draft is between its lead and whoever runs the panel.</summary>
    public bool MayRead => Update is not null && (Update.IsIn || Leads || RunsPanel);

    public bool CanDecide => RunsPanel && !Leads && Round.IsOpen && Update is { IsIn: true };
    public bool CanAccept => CanDecide && Update is { State: UpdateState.Submitted } && Update.AuthorId != Actor.Of(User).Id;

    [BindProperty]
    public UpdateForm Form { get; set; } = new();

    /// <summary>What the performance manager asks where an update is returned.</summary>
    [BindProperty]
    public string? Question { get; set; }

    /// <summary>Where somebody else has saved meanwhile: the fields in which the two differ.</summary>
    public IReadOnlyList<ClashingField> Clash { get; private set; } = [];

    /// <summary>What was typed and cannot be saved any more, because the update is in or its round is closed.</summary>
    public UpdateWords? Unsaved { get; private set; }

    public async Task<IActionResult> OnGetAsync(string panel, string reference, CancellationToken cancel)
    {
        if (!await Read(panel, reference, cancel))
            return NotFound();
        Form = UpdateForm.Of(Update);
        return Page();
    }

    /// <summary>Saves what the lead has written so far, and submits it where that was asked for and nothing is wrong.</summary>
    public async Task<IActionResult> OnPostAsync(string panel, string reference, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Read(panel, reference, cancel))
            return NotFound();
        if (!Leads)
            return Forbid();
        // The button was pressed twice.
        if (Update is { State: UpdateState.Submitted } && Form.Submit && Form.Words == Update.Words)
            return Redirect(RoundWords.Address(Panel, Line));
        if (!CanWrite)
        {
            Unsaved = Form.Words;
            ModelState.AddModelError("", Update is { IsIn: true } ? $"{Update.AuthorName} has submitted this update meanwhile. What you wrote stands below and is not saved" : "The papers for this panel have gone out. What you wrote stands below and is not saved");
            return Page();
        }
        Clash = Form.Clashes(Update);
        if (Clash.Any(field => field.Kept is null))
            return ShowBoth();

        var words = Form.Settled(Update);
        Clash = [];
        foreach (var fault in UpdateCheck.OfDraft(words))
            ModelState.AddModelError(fault.Field, fault.Says);
        if (!ModelState.IsValid)
            return Page();
        var update = await Draft(words, cancel);
        foreach (var fault in Form.Submit ? UpdateCheck.ForSubmission(words, Line.Rating, Plan) : [])
            ModelState.AddModelError(fault.Field, fault.Says);
        if (Form.Submit && ModelState.IsValid)
            Submit(update);
        await Commit(transaction, cancel);
        if (ModelState.IsValid)
            return Redirect(RoundWords.Address(Panel, Line));

        // What was written is a draft now, so that nobody loses it on the way to mending it.
        await Read(panel, reference, cancel);
        Form.Version = update.Version;
        return Page();
    }

    public Task<IActionResult> OnPostAcceptAsync(string panel, string reference, CancellationToken cancel) => Decide(panel, reference, Accept, cancel);

    public Task<IActionResult> OnPostReturnAsync(string panel, string reference, CancellationToken cancel) => Decide(panel, reference, Return, cancel);

    /// <summary>Somebody else has saved: nothing is, until this person has seen both texts and chosen.</summary>
    private PageResult ShowBoth()
    {
        foreach (var field in Clash.Where(field => field.Kept is null))
            ModelState.AddModelError(field.Name, $"{field.Label}: {Update!.AuthorName} has saved something else meanwhile. Choose which to keep");
        (Form.Version, Form.Clashing) = (Update!.Version, [.. Clash.Select(field => field.Name)]);
        return Page();
    }

    /// <summary>Keeps the draft. What it says is between its lead and the performance manager, so that the change log says only how far it is.</summary>
    private async Task<LineUpdate> Draft(UpdateWords words, CancellationToken cancel)
    {
        var update = await db.Updates.SingleOrDefaultAsync(u => u.Panel == Panel.On && u.Line == Line.Line.Ref, cancel);
        if (update is null)
            db.Add(update = new LineUpdate { Panel = Panel.On, Line = Line.Line.Ref });
        var before = Words.HowFar(update.Words);
        update.Write(words, Actor.Of(User), clock.Now);
        db.Record(Actor.Of(User), "saved a draft of an update", Subject, before, Words.HowFar(words));
        return update;
    }

    private void Submit(LineUpdate update)
    {
        // A reason that was typed for another colour is no reason for this one.
        if (Ratings.LineRating.DifferenceOf(Line.Rating.Computed, update.Declared) == Ratings.Difference.None)
            update.Write(update.Words with { Reason = null }, Actor.Of(User), clock.Now);
        update.Submit(Actor.Of(User), clock.Now);
        db.Record(Actor.Of(User), "submitted an update", Subject, after: Words.InFull(update.Words), why: update.Reason);
    }

    private async Task<string?> Accept(LineUpdate update, CancellationToken cancel)
    {
        if (!CanAccept)
            return Leads || update.AuthorId == Actor.Of(User).Id ? "Nobody accepts an update of their own line: ask somebody else who runs the panel" : "It is not submitted any more, so that there is nothing to accept";
        var line = await db.Lines.SingleAsync(l => l.Ref == update.Line, cancel);
        var before = Words.Declared(line.Declared, line.DeclaredDirection);
        update.Accept(line, Actor.Of(User), clock.Now);
        db.Record(Actor.Of(User), "accepted an update", Subject, before, Words.Declared(line.Declared, line.DeclaredDirection), line.DeclaredReason);
        return null;
    }

    private Task<string?> Return(LineUpdate update, CancellationToken cancel)
    {
        if (TypedText.Clean(Question) is not { } question)
            return Task.FromResult<string?>("Say what you ask of the lead");
        if (TypedText.Length(question) is > LineUpdate.Longest and var length)
            return Task.FromResult<string?>($"The question has {Say.Number(length)} characters: shorten it to {Say.Number(LineUpdate.Longest)}");
        if (!CanDecide)
            return Task.FromResult<string?>("It is with its lead already, so that there is nothing to return");
        var before = RoundWords.State(Line.State);
        update.Return(question);
        db.Record(Actor.Of(User), "returned an update", Subject, before, RoundWords.State(RoundState.Returned), question);
        return Task.FromResult<string?>(null);
    }

    private async Task<IActionResult> Decide(string panel, string reference, Func<LineUpdate, CancellationToken, Task<string?>> decision, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await Read(panel, reference, cancel))
            return NotFound();
        if (!RunsPanel)
            return Forbid();
        var update = await db.Updates.SingleOrDefaultAsync(u => u.Panel == Panel.On && u.Line == reference, cancel);
        var wrong = update is null ? "There is no update yet"
            : !Round.IsOpen ? "The papers for this panel have gone out, so that its updates stay as they are"
            : update.Version != Form.Version ? "It has changed since you opened this page: read it again before you decide"
            : await decision(update, cancel);
        if (wrong is not null)
        {
            ModelState.AddModelError(nameof(Question), wrong);
            Form.Version = update?.Version;
            return Page();
        }
        await Commit(transaction, cancel);
        return Redirect(RoundWords.Address(Panel, Line));
    }

    private async Task Commit(Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, CancellationToken cancel)
    {
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private string Subject => $"{InWords.Ref(Line.Line.Ref)}, panel of {Say.Date(Panel.On)}";

    private async Task<bool> Read(string address, string reference, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { } plan || IndexModel.PanelOf(plan, address) is not { } panel)
            return false;
        Plan = plan;
        var ofLine = await db.Updates.AsNoTracking().Where(update => update.Line == reference).ToListAsync(cancel);
        // The round that is open stands in the snapshot; of this line the database has the latest word.
        var ofRound = panel.On == plan.OpenPanel?.On ? plan.Content.Updates : await db.Updates.AsNoTracking().Where(update => update.Panel == panel.On).ToListAsync(cancel);
        Round = new(plan, panel, [.. ofRound.Where(update => update.Line != reference), .. ofLine]);
        if (Round.Lines.FirstOrDefault(line => line.Line.Ref == reference) is not { } line)
            return false;
        (Line, Row) = (line, new PlanRow(line.Rating, plan));
        Earlier = [.. ofLine.Where(update => update.Panel < panel.On && update.IsIn).OrderByDescending(update => update.Panel)];
        var pack = plan.LastPanel is { } last ? await db.Packs.AsNoTracking().SingleOrDefaultAsync(p => p.Panel == last.On, cancel) : null;
        Since = SinceLastPanel.Of(line.Rating, plan, pack?.Content);
        RunsPanel = (await authorization.AuthorizeAsync(User, Tasks.RunPanel)).Succeeded;
        Leads = line.Line.IsLedBy(User) && (await authorization.AuthorizeAsync(User, Tasks.WriteUpdates)).Succeeded;
        return true;
    }
}
