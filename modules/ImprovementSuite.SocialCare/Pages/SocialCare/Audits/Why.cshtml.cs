using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>Why this file: the seed, the pool, the teams in it, and what the rules took out for its auditor.</summary>
[Authorize(Tasks.AuditFiles)]
internal sealed class WhyModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    public CaseAudit Audit { get; private set; } = null!;

    public AuditDraw Draw { get; private set; } = null!;

    /// <summary>What was drawn for the post, and what the rules took out.</summary>
    public DrawShare Share { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (await db.Audits.AsNoTracking().Include(a => a.Auditor).SingleOrDefaultAsync(a => a.Id == id && a.DrawId != null, cancel) is not { } audit)
            return NotFound();
        if (audit.Auditor.SignIn != Actor.Of(User).Id && !(await authorization.AuthorizeAsync(User, Tasks.ModerateAudits)).Succeeded)
            return Forbid();
        if (database.Read(connection => ClosedAudits.To(connection, Actor.Of(User).Id)).Has(id))
            return Redirect($"/social-care/audits/file/{id}");
        Audit = audit;
        Draw = await db.Set<AuditDraw>().AsNoTracking().Include(d => d.Strata).Include(d => d.Shares).ThenInclude(s => s.Auditor).SingleAsync(d => d.Id == audit.DrawId, cancel);
        Share = Draw.Shares.Single(share => share.AuditorId == (audit.ForId ?? audit.AuditorId));
        db.Record(Actor.Of(User), "viewed an audit file", $"{audit.InLog(pseudonyms)}, why it was drawn");
        await db.SaveChangesAsync(cancel);
        return Page();
    }
}
