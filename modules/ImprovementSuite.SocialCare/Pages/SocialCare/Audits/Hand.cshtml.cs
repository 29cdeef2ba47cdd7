using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>A moderator gives an open audit to another auditor or withdraws it, and has one that is in audited again.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class HandModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, Pseudonyms pseudonyms) : PageModel
{
    private const int LongestReason = 500;

    public CaseAudit Audit { get; private set; } = null!;

    public IReadOnlyList<ManagerInPost> Auditors { get; private set; } = [];

    /// <summary>Those whose case is restricted and not open to this person.</summary>
    public ClosedAudits Closed { get; private set; } = ClosedAudits.None;

    [BindProperty]
    public int AuditorId { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? WithdrawWhy { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await Refused(id, cancel) is { } refused)
            return refused;
        Version = Audit.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostHandAsync(int id, CancellationToken cancel)
    {
        if (await Refused(id, cancel) is { } refused)
            return refused;
        Reason(Why, nameof(Why));
        if (await Chosen(cancel) is not ({ } auditor, { } file, { } independence))
            return Page();
        var before = Audit.Auditor.Name;
        if (Audit.HandTo(auditor, file, independence) is { } why)
            ModelState.AddModelError(nameof(AuditorId), why);
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Audit, Version);
        db.Record(Actor.Of(User), "handed an audit over", Audit.InLog(pseudonyms), before, auditor.Name, Why!.Trim());
        return await Save(cancel);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(int id, CancellationToken cancel)
    {
        if (await Refused(id, cancel) is { } refused)
            return refused;
        Reason(WithdrawWhy, nameof(WithdrawWhy));
        if (ModelState.IsValid && Audit.Withdraw(WithdrawWhy!.Trim()) is { } why)
            ModelState.AddModelError(nameof(WithdrawWhy), why);
        if (!ModelState.IsValid)
            return Page();
        db.Expect(Audit, Version);
        db.Record(Actor.Of(User), "withdrew an audit", Audit.InLog(pseudonyms), why: WithdrawWhy!.Trim());
        return await Save(cancel);
    }

    public async Task<IActionResult> OnPostAgainAsync(int id, CancellationToken cancel)
    {
        if (await Refused(id, cancel) is { } refused)
            return refused;
        if (await Chosen(cancel) is not ({ } auditor, { } file, { } independence))
            return Page();
        var (again, why) = Audit.Again(AuditPurpose.ReAudit, file, auditor, independence, clock.Today);
        if (again is null)
        {
            ModelState.AddModelError(nameof(AuditorId), why!);
            return Page();
        }
        db.Add(again);
        db.Record(Actor.Of(User), "had a file audited again", Audit.InLog(pseudonyms), after: auditor.Name);
        return await Save(cancel);
    }

    private void Reason(string? why, string field)
    {
        if (string.IsNullOrWhiteSpace(why))
            ModelState.AddModelError(field, "Say why: it is kept in the change log");
        else if (why.Length > LongestReason)
            ModelState.AddModelError(field, $"The reason has {LongestReason} characters at most; this one has {why.Length}");
    }

    private async Task<(ManagerInPost?, PoolFile?, Independence?)> Chosen(CancellationToken cancel)
    {
        if (Auditors.FirstOrDefault(post => post.Id == AuditorId) is not { } auditor)
        {
            ModelState.AddModelError(nameof(AuditorId), "Choose an auditor from the list");
            return default;
        }
        var file = await AuditedFile.Of(db, database, Audit.FileType, Audit.FileRow, [auditor], clock.Today, cancel);
        if (file.File is null)
            ModelState.AddModelError(nameof(AuditorId), "The record of this file has been withdrawn from the case system: withdraw the audit, and another can be drawn");
        return (auditor, file.File, file.Independence[auditor.Id]);
    }

    private async Task<IActionResult> Save(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Redirect($"/social-care/audits/file/{Audit.Id}");
        }
        catch (DbUpdateConcurrencyException)
        {
            var id = Audit.Id;
            db.ChangeTracker.Clear();
            await Refused(id, cancel);
            (Version, _) = (Audit.Version, ModelState.Remove(nameof(Version)));
            ModelState.AddModelError("", $"This audit has changed while you were deciding: {Audit.Auditor.Name} has it now{(Audit.ReceivedAt is null ? "" : " and has sent it in")}. Nothing was saved. Look again, and save if yours is still right.");
            return Page();
        }
    }

    private async Task<IActionResult?> Refused(int id, CancellationToken cancel)
    {
        if (await db.Audits.Include(a => a.Auditor).Include(a => a.Earlier).ThenInclude(a => a!.Auditor).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } audit)
            return NotFound();
        if (await Blind.Is(db, id, Actor.Of(User).Id, cancel))
            return Forbid();
        Audit = audit;
        Closed = database.Read(connection => ClosedAudits.To(connection, Actor.Of(User).Id));
        Auditors = [.. (await db.Managers.Include(m => m.Team).ToListAsync(cancel)).Where(m => m.InPostOn(clock.Today)).OrderBy(m => m.Name, StringComparer.Ordinal)];
        return null;
    }
}
