using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>One draw: its seed and pool, what each team had in it, what the rules took out for each auditor, and whether a repeat gives the same files.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class DrawModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, AuditDraws draws) : PageModel
{
    public AuditDraw Draw { get; private set; } = null!;

    public IReadOnlyList<CaseAudit> Audits { get; private set; } = [];

    /// <summary>What the same seed gives on the pool as it stands now; null where it was not asked for.</summary>
    public DrawResult? Again { get; private set; }

    public bool SamePool => Again?.Fingerprint == Draw.Fingerprint;

    /// <summary>Files that the repeat gives as well, to whomever.</summary>
    public int SameFiles => Again?.Files.Count(drawn => Audits.Any(a => a.FileType == drawn.File.Type && a.FileRow == drawn.File.Row)) ?? 0;

    /// <summary>Those whose case is restricted and not open to this person.</summary>
    public ClosedAudits Closed { get; private set; } = ClosedAudits.None;

    public async Task<IActionResult> OnGetAsync(int id, bool repeat, CancellationToken cancel)
    {
        if (await db.Set<AuditDraw>().AsNoTracking().Include(d => d.Strata).Include(d => d.Shares).ThenInclude(s => s.Auditor).SingleOrDefaultAsync(d => d.Id == id, cancel) is not { } draw)
            return NotFound();
        Draw = draw;
        Audits = await db.Audits.AsNoTracking().Include(a => a.Auditor).Where(a => a.DrawId == id).OrderBy(a => a.Id).ToListAsync(cancel);
        Closed = database.Read(connection => ClosedAudits.To(connection, Actor.Of(User).Id));
        if (repeat)
            Again = await draws.Repeat(draw, cancel);
        db.Record(Actor.Of(User), "viewed audit files", $"Draw {id}", after: $"{Audits.Count(a => !Closed.Has(a.Id))} references");
        await db.SaveChangesAsync(cancel);
        return Page();
    }
}
