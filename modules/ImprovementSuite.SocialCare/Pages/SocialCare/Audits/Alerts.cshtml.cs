using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Audits;

/// <summary>Children who may not be safe, for those who are told: somebody says what was done.</summary>
[Authorize(Tasks.AuditFiles)]
internal sealed class AlertsModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, BusinessClock clock, IAuthorizationService authorization, Pseudonyms pseudonyms) : PageModel
{
    private const int LongestAnswer = 2000;
    private const int LatestAnswered = 20;

    public IReadOnlyList<SafeguardingAlert> Open { get; private set; } = [];

    public IReadOnlyList<SafeguardingAlert> Answered { get; private set; } = [];

    public Dictionary<int, string> Teams { get; private set; } = [];

    /// <summary>Audits whose case is restricted and not open to this person.</summary>
    public ClosedAudits Closed { get; private set; } = ClosedAudits.None;

    /// <summary>What was typed for an alert and could not be saved.</summary>
    public (int Alert, string? Answer)? Typed { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await Read(cancel);
        if (Open.Count + Answered.Count == 0)
            return;
        db.Record(Actor.Of(User), "viewed audit files", "Safeguarding alerts", after: Closed.InLog(Open.Concat(Answered).Select(alert => alert.Audit), pseudonyms));
        await db.SaveChangesAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(int alert, int version, CancellationToken cancel)
    {
        await Read(cancel);
        if (Open.Concat(Answered).Any(a => a.Id == alert && Closed.Has(a.AuditId)))
            return Forbid();
        var answer = Request.Form[$"answer-{alert}"].ToString().Trim();
        if (Open.FirstOrDefault(a => a.Id == alert) is not { } open)
        {
            if (Answered.FirstOrDefault(a => a.Id == alert) is not { } answered)
                return NotFound();
            ModelState.AddModelError("", $"{answered.AnsweredBy} has answered this meanwhile: {answered.Answer}. Yours was not saved: {answer}");
            return Page();
        }
        if (answer.Length == 0)
            ModelState.AddModelError($"answer-{alert}", "Say what was done, by whom and when");
        if (answer.Length > LongestAnswer)
            ModelState.AddModelError($"answer-{alert}", $"The answer has {LongestAnswer} characters at most, and there are {answer.Length}");
        if (!ModelState.IsValid)
        {
            Typed = (alert, answer);
            return Page();
        }
        var actor = Actor.Of(User);
        open.Settle(answer, actor, clock.Now);
        db.Expect(open, version);
        db.Record(actor, "answered a safeguarding alert", open.Audit.InLog(pseudonyms), pseudonyms.Mark(open.What), pseudonyms.Mark(answer));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await Read(cancel);
            Typed = (alert, answer);
            ModelState.AddModelError($"answer-{alert}", "Somebody else has changed this alert while you were writing. Nothing of yours is lost: read it again and save");
            return Page();
        }
        return RedirectToPage();
    }

    private async Task Read(CancellationToken cancel)
    {
        var places = database.Read(SocialCareCounting.Places);
        var me = Actor.Of(User).Id;
        var own = await db.Managers.AsNoTracking().Where(post => post.SignIn == me).ToListAsync(cancel);
        var moderates = (await authorization.AuthorizeAsync(User, Tasks.ModerateAudits)).Succeeded;
        var all = db.Set<SafeguardingAlert>().Include(alert => alert.Audit);
        Open = [.. AuditsToDo.ToldTo(await all.Where(alert => alert.AnsweredAt == null).OrderBy(alert => alert.RaisedAt).ToListAsync(cancel), moderates, own, places, clock.Today)];
        Answered = [.. AuditsToDo.ToldTo(await all.Where(alert => alert.AnsweredAt != null).OrderByDescending(alert => alert.AnsweredAt).Take(LatestAnswered).ToListAsync(cancel), moderates, own, places, clock.Today)];
        Closed = database.Read(connection => ClosedAudits.To(connection, me));
        Teams = Open.Concat(Answered).Select(alert => alert.Audit.TeamId).Distinct().ToDictionary(team => team, team => places.GetValueOrDefault(team).Team is { Length: > 0 } name ? name : "No team recorded");
    }
}
