using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>Records the answer to what a meeting asked, at that meeting or at one that it was carried to.</summary>
[Authorize(Tasks.RunPanel)]
internal sealed class AnswerModel(PlanDb db, PlanSnapshots snapshots, BusinessClock clock) : MeetingPage(snapshots)
{
    public Decision Asked { get; private set; } = null!;

    [BindProperty]
    public string? Answer { get; set; }

    public async Task<IActionResult> OnGet(string day, int id, CancellationToken cancel) => await Read(day, id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPost(string day, int id, CancellationToken cancel)
    {
        if (!await Read(day, id, cancel))
            return NotFound();
        // An answer is given once. The page shows the one that is there beside what was written now.
        if (Asked.AnsweredAt is not null)
            return Page();
        if (string.IsNullOrWhiteSpace(Answer))
            ModelState.AddModelError(nameof(Answer), "Write the answer");
        else if (Answer.Length > MinuteForm.Longest)
            ModelState.AddModelError(nameof(Answer), MinuteForm.TooLong(Answer));
        if (!ModelState.IsValid)
            return Page();

        var actor = Actor.Of(User);
        Asked.AnswerWith(Answer!.Trim(), actor, clock.Now);
        db.Record(actor, "recorded an answer to the panel", DecisionModel.Subject(Asked), DecisionModel.Words(Asked), Asked.Answer);
        await db.Changed(cancel);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await Read(day, id, cancel);
            if (Asked.AnsweredAt is null)
                ModelState.AddModelError("", "The minute was changed while you were writing. Read it again below, and save your answer once more");
            return Page();
        }
        return Redirect($"{Address}#decisions");
    }

    private async Task<bool> Read(string day, int id, CancellationToken cancel)
    {
        if (!await Find(day, cancel) || await db.Decisions.SingleOrDefaultAsync(d => d.Id == id && d.Owner != null && d.Panel <= Panel.On, cancel) is not { } asked)
            return false;
        Asked = asked;
        return true;
    }
}
