using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Notice;

/// <summary>Adds a condition, or changes the words of one; removes it.</summary>
[Authorize(Tasks.EditPlan)]
internal sealed class ConditionEditModel(PlanDb db) : PageModel
{
    /// <summary>Null where a condition is added.</summary>
    public int? Id { get; private set; }

    [BindProperty, Required(ErrorMessage = "Give the condition's text"), StringLength(Condition.Longest, ErrorMessage = "The condition has 2,000 characters at most")]
    public string? Text { get; set; }

    [BindProperty, StringLength(300, ErrorMessage = "Where it is taken from has 300 characters at most")]
    public string? Basis { get; set; }

    [BindProperty, Required(ErrorMessage = "Say why; it is kept in the change log"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>What somebody else has saved meanwhile.</summary>
    public string? Theirs { get; private set; }

    public async Task<IActionResult> OnGet(int? id, CancellationToken cancel)
    {
        Id = id;
        if (id is null)
            return await db.Notices.AnyAsync(cancel) ? Page() : Redirect("/plan/notice/edit");
        if (await Find(id.Value, cancel) is not { } condition)
            return NotFound();
        (Text, Basis, Version) = (condition.Text, condition.Basis, condition.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost(int? id, CancellationToken cancel)
    {
        Id = id;
        if (!ModelState.IsValid)
            return Page();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Notices.SingleOrDefaultAsync(cancel) is not { } notice)
            return Redirect("/plan/notice/edit");
        Condition? condition;
        if (id is null)
        {
            condition = Condition.Of(Text!.Trim(), ReadingCheck.Text(Basis), notice.Conditions.Select(c => c.Order).DefaultIfEmpty(-1).Max() + 1, []);
            notice.Conditions.Add(condition);
            db.Record(Actor.Of(User), "added a condition", "The notice", after: condition.Text, why: Why);
        }
        else
        {
            condition = notice.Conditions.Find(c => c.Id == id);
            if (condition is null)
                return NotFound();
            if (SavedByAnother(condition))
                return Page();
            db.Record(Actor.Of(User), "changed a condition", condition.Text, Said(condition.Text, condition.Basis), Said(Text!.Trim(), ReadingCheck.Text(Basis)), Why);
            (condition.Text, condition.Basis) = (Text!.Trim(), ReadingCheck.Text(Basis));
        }
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect(id is null ? $"/plan/notice/conditions/{condition.Id}/tests" : $"/plan/notice/condition/{id}");
    }

    public async Task<IActionResult> OnPostRemove(int id, CancellationToken cancel)
    {
        Id = id;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await Find(id, cancel) is not { } condition)
            return NotFound();
        (Text, Basis) = (condition.Text, condition.Basis);
        ModelState.Remove(nameof(Text));
        ModelState.Remove(nameof(Basis));
        if (!ModelState.IsValid || SavedByAnother(condition))
            return Page();
        db.Record(Actor.Of(User), "removed a condition", "The notice", Said(condition.Text, condition.Basis), why: Why);
        db.Remove(condition);
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Redirect("/plan/notice");
    }

    private bool SavedByAnother(Condition condition)
    {
        if (condition.Version == Version)
            return false;
        (Theirs, Version) = (Said(condition.Text, condition.Basis), condition.Version);
        ModelState.Remove(nameof(Version));
        ModelState.AddModelError("", "Somebody else has changed this condition meanwhile. Theirs stands below; save again to put yours in its place.");
        return true;
    }

    private Task<Condition?> Find(int id, CancellationToken cancel) => db.Conditions.SingleOrDefaultAsync(condition => condition.Id == id, cancel);

    private static string Said(string text, string? basis) => basis is null ? text : $"{text} ({basis})";
}
