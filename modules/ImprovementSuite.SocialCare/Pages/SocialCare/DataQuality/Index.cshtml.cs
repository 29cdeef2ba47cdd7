using Hangfire;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.DataQuality;

/// <summary>How many records fail which rule, and in which team.</summary>
[Authorize(Tasks.ReadFigures)]
internal sealed class IndexModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, IBackgroundJobClient jobs, IAuthorizationService authorization) : PageModel
{
    public QualityFigures Figures { get; private set; } = null!;

    public DateOnly Today => clock.Today;

    /// <summary>When the rules were last asked, in London.</summary>
    public DateTime? At => Figures.At is { } at ? BusinessClock.Local(at) : null;

    public void OnGet() => Figures = database.Read(connection => QualityFigures.Read(connection, clock.Today));

    public async Task<IActionResult> OnPostCheckAsync()
    {
        if (!(await authorization.AuthorizeAsync(User, Tasks.ChangeDefinitions)).Succeeded)
            return Forbid();
        db.Record(Actor.Of(User), "had the data checked", "Social care");
        await db.SaveChangesAsync(HttpContext.RequestAborted);
        jobs.Enqueue<QualityWork>(work => work.Run());
        TempData["Checking"] = true;
        return RedirectToPage();
    }
}
