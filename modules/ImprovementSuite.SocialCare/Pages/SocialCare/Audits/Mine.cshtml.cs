using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>The audits that were given to the person who is signed in, and no others.</summary>
[Authorize(Tasks.AuditFiles)]
internal sealed class MineModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, Pseudonyms pseudonyms) : PageModel
{
    private const int LatestDone = 50;

    public DateOnly Today => clock.Today;

    /// <summary>The posts by which the person is recognised.</summary>
    public IReadOnlyList<ManagerInPost> Posts { get; private set; } = [];

    public IReadOnlyList<CaseAudit> Open { get; private set; } = [];

    public IReadOnlyList<CaseAudit> Done { get; private set; } = [];

    /// <summary>Those whose case is restricted and not open to this person.</summary>
    public ClosedAudits Closed { get; private set; } = ClosedAudits.None;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var actor = Actor.Of(User);
        Posts = await db.Managers.AsNoTracking().Where(post => post.SignIn == actor.Id).ToListAsync(cancel);
        var ids = Posts.Select(post => post.Id).ToList();
        var mine = db.Audits.AsNoTracking().Include(a => a.For).Where(a => ids.Contains(a.AuditorId));
        Open = await mine.Where(a => a.ReceivedAt == null && a.WithdrawnWhy == null).OrderBy(a => a.DueOn).ThenBy(a => a.Id).ToListAsync(cancel);
        Done = await mine.Where(a => a.ReceivedAt != null).OrderByDescending(a => a.ReceivedAt).Take(LatestDone).ToListAsync(cancel);
        if (Open.Count + Done.Count == 0)
            return;
        Closed = database.Read(connection => ClosedAudits.To(connection, actor.Id));
        db.Record(actor, "viewed audit files", "Audits given to me", after: Closed.InLog(Open.Concat(Done), pseudonyms));
        await db.SaveChangesAsync(cancel);
    }
}
