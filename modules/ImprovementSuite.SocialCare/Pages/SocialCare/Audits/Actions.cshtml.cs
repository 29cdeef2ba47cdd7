using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>What audits that are in asked for: every action for a moderator, those of own audits for an auditor.</summary>
[Authorize(Tasks.AuditFiles)]
internal sealed class ActionsModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    public const int PageSize = 50;
    private const int LongestText = 1000;

    public DateOnly Today => clock.Today;

    public bool Moderates { get; private set; }

    public int Open { get; private set; }

    public int Overdue { get; private set; }

    public int Done { get; private set; }

    public int ClosedActions { get; private set; }

    public IReadOnlyList<RequiredAction> Actions { get; private set; } = [];

    /// <summary>Audits whose case is restricted and not open to this person.</summary>
    public ClosedAudits Closed { get; private set; } = ClosedAudits.None;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    /// <summary>The one that is being worked on.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Action { get; set; }

    public RequiredAction? Chosen { get; private set; }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? DoneOn { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        if (Action is not null && Chosen is null)
            return NotFound();
        (DoneOn, Evidence, Version) = (EnglishDay.Write(Chosen?.DoneOn ?? clock.Today), Chosen?.Evidence, Chosen?.Version ?? 0);
        if (Actions.Count > 0)
        {
            db.Record(Actor.Of(User), "viewed audit files", "Actions of audits", after: Closed.InLog(Actions.Select(a => a.Audit), pseudonyms));
            await db.SaveChangesAsync(cancel);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostDoneAsync(CancellationToken cancel)
    {
        await Read(cancel);
        if (Chosen is not { } action)
            return NotFound();
        var on = EnglishDay.Read(DoneOn);
        if (on is null || on > clock.Today)
            ModelState.AddModelError(nameof(DoneOn), $"Give the day on which it was done, up to today, such as {Say.Date(clock.Today)}");
        Text(Evidence, nameof(Evidence), "Say what shows that it was done, such as where it stands on the file");
        if (ModelState.IsValid && action.Done(on!.Value, Evidence!.Trim()) is { } refused)
            ModelState.AddModelError(nameof(Evidence), refused);
        return await Save(action, "reported an action as done", Evidence, null, cancel);
    }

    public async Task<IActionResult> OnPostCloseAsync(CancellationToken cancel)
    {
        await Read(cancel);
        if (!Moderates)
            return Forbid();
        if (Chosen is not { } action)
            return NotFound();
        Text(Why, nameof(Why), "Say why it is closed without another audit of the file");
        if (ModelState.IsValid && action.Close(clock.Today, Why!.Trim()) is { } refused)
            ModelState.AddModelError(nameof(Why), refused);
        return await Save(action, "closed an action", null, Why, cancel);
    }

    private void Text(string? typed, string field, string error)
    {
        if (string.IsNullOrWhiteSpace(typed))
            ModelState.AddModelError(field, error);
        else if (typed.Length > LongestText)
            ModelState.AddModelError(field, $"This has {Say.Number(LongestText)} characters at most, and there are {Say.Number(typed.Length)}");
    }

    private async Task<IActionResult> Save(RequiredAction action, string what, string? after, string? why, CancellationToken cancel)
    {
        if (!ModelState.IsValid)
            return Page();
        db.Expect(action, Version);
        db.Record(Actor.Of(User), what, action.Audit.InLog(pseudonyms), pseudonyms.Mark(action.What), after, why);
        try
        {
            await db.SaveChangesAsync(cancel);
            return Redirect("/social-care/audits/actions");
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await Read(cancel);
            (Version, _) = (Chosen!.Version, ModelState.Remove(nameof(Version)));
            ModelState.AddModelError("", $"Somebody else has changed this action while you were writing. It now stands as: {State(Chosen)}. Nothing of yours is lost: save again if it is still right");
            return Page();
        }
    }

    public string State(RequiredAction action) => action switch
    {
        { ClosedById: { } audit, ClosedOn: { } on } => $"Closed on {Say.ShortDate(on)} by audit {audit}",
        { ClosedWhy: { } why, ClosedOn: { } on } => $"Closed on {Say.ShortDate(on)}: {why}",
        { DoneOn: { } on } => $"Done on {Say.ShortDate(on)}: {action.Evidence}",
        { DueOn: { } due } when due < clock.Today => "Overdue",
        _ => "Open",
    };

    private async Task Read(CancellationToken cancel)
    {
        var me = Actor.Of(User).Id;
        Moderates = (await authorization.AuthorizeAsync(User, Tasks.ModerateAudits)).Succeeded;
        var blind = Blind.To(db, me);
        var all = db.Set<RequiredAction>().Include(a => a.Audit).ThenInclude(a => a.Auditor)
            .Where(a => a.Audit.ReceivedOn != null && (a.Audit.Auditor.SignIn == me || Moderates) && !blind.Contains(a.AuditId));
        Closed = database.Read(connection => ClosedAudits.To(connection, me));
        Open = await all.CountAsync(a => a.ClosedOn == null && a.DoneOn == null, cancel);
        Overdue = await all.CountAsync(a => a.ClosedOn == null && a.DoneOn == null && a.DueOn < clock.Today, cancel);
        Done = await all.CountAsync(a => a.ClosedOn == null && a.DoneOn != null, cancel);
        ClosedActions = await all.CountAsync(a => a.ClosedOn != null, cancel);
        Number = Math.Clamp(Number, 1, 1_000_000);
        Actions = await all.OrderBy(a => a.ClosedOn != null).ThenBy(a => a.DoneOn != null).ThenBy(a => a.DueOn).ThenBy(a => a.Id).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        Chosen = Action is null ? null : await all.SingleOrDefaultAsync(a => a.Id == Action, cancel);
        if (Chosen is not null && Closed.Has(Chosen.AuditId))
            Chosen = null;
    }
}
