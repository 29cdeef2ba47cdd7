using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>Managers in post: who is expected to audit, and whom the suite recognises when they sign in.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class ManagersModel(SocialCareDb db, BusinessClock clock) : PageModel
{
    public DateOnly Today => clock.Today;

    public IReadOnlyList<ManagerInPost> InPost { get; private set; } = [];

    public IReadOnlyList<ManagerInPost> Left { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var all = await db.Managers.AsNoTracking().Include(manager => manager.Team).OrderBy(manager => manager.Role).ThenBy(manager => manager.Locality).ThenBy(manager => manager.Team!.Code).ToListAsync(cancel);
        (InPost, Left) = ([.. all.Where(m => m.Until is null || m.Until >= clock.Today)], [.. all.Where(m => m.Until < clock.Today)]);
    }
}
