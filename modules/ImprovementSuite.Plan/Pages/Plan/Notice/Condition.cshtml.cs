using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Plan.Pages.Plan.Notice;

/// <summary>One condition: each of its tests with the months or readings that decide it, and what is accepted as evidence.</summary>
internal sealed class ConditionModel(PlanSnapshots snapshots, PlanDb db, IAuthorizationService authorization, BusinessClock clock) : PageModel
{
    public PlanSnapshot Plan { get; private set; } = null!;
    public ConditionResult Result { get; private set; } = null!;
    public NoticeSays Says { get; private set; } = null!;
    public bool MayEdit { get; private set; }

    /// <summary>The test that evidence is recorded for, counted from 0.</summary>
    [BindProperty]
    public int Place { get; set; }

    [BindProperty, Required(ErrorMessage = "Say what was accepted and where it can be seen"), StringLength(Condition.Longest, ErrorMessage = "The evidence has 2,000 characters at most")]
    public string? Evidence { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Why accepted evidence is taken back.</summary>
    [BindProperty]
    public string? Why { get; set; }

    public async Task<IActionResult> OnGet(int id, CancellationToken cancel) => await Read(id, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAccept(int id, CancellationToken cancel)
    {
        ModelState.Remove(nameof(Why));
        return Change(id, "accepted evidence for a condition", null,
            test => test with { Accepted = new(Evidence!.Trim(), Actor.Of(User).Name, clock.Today) }, cancel);
    }

    public Task<IActionResult> OnPostTakeBack(int id, CancellationToken cancel)
    {
        ModelState.Remove(nameof(Evidence));
        if (ReadingCheck.Text(Why) is null)
            ModelState.AddModelError(nameof(Why), "Say why the evidence is taken back; it is kept in the change log");
        return Change(id, "took accepted evidence back", Why, test => test with { Accepted = null }, cancel);
    }

    private async Task<IActionResult> Change(int id, string action, string? why, Func<ConditionTest, ConditionTest> change, CancellationToken cancel)
    {
        if (!await Read(id, cancel))
            return NotFound();
        if (!MayEdit)
            return Forbid();
        if (Place < 0 || Place >= Result.Tests.Count || Result.Tests[Place].Test.Kind != TestKind.Evidence)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var condition = await db.Conditions.SingleAsync(c => c.Id == id, cancel);
        if (condition.Version != Version)
        {
            ModelState.Remove(nameof(Version));
            Version = condition.Version;
            ModelState.AddModelError("", "Somebody else has changed this condition meanwhile. It stands below as it is now; send again if yours still holds.");
            return Page();
        }
        var before = condition.Tests[Place];
        condition.Replace(Place, change(before));
        db.Record(Actor.Of(User), action, condition.Text, before.Accepted?.Text, condition.Tests[Place].Accepted?.Text, why);
        await db.Changed(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return RedirectToPage();
    }

    private async Task<bool> Read(int id, CancellationToken cancel)
    {
        if (await snapshots.Current(cancel) is not { Notice: { } standing } plan || standing.Conditions.FirstOrDefault(condition => condition.Condition.Id == id) is not { } result)
            return false;
        (Plan, Result, Says) = (plan, result, new(plan));
        if (!Request.HasFormContentType)
            Version = result.Condition.Version;
        MayEdit = (await authorization.AuthorizeAsync(User, Tasks.EditPlan)).Succeeded;
        return true;
    }
}
