using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.WorkInProgress;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>A limit that no longer holds is taken out, with a reason; the one before it then holds on.</summary>
[Authorize(Tasks.ChangeDefinitions)]
internal sealed class RemoveLimitModel(SocialCareDb db, ModuleDatabase<SocialCareDb> database, Doorbell doorbell) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why, such as the decision and its date"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    /// <summary>The measure's title.</summary>
    public string Title { get; private set; } = "";

    public TimeLimit Limit { get; private set; } = null!;

    /// <summary>The limit that holds in its place: the one before it, or the next where it is the first.</summary>
    public TimeLimit Instead { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id) => await Read(id) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(int id)
    {
        if (await Read(id) is not { } before)
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        db.TimeLimits.Remove(Limit);
        db.Record(Actor.Of(User), "removed a time limit", Limit.Measure, TimeLimits.InLog(before), TimeLimits.InLog(before.Where(l => l != Limit)), Why!.Trim());
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else has removed it at this moment, and said why.
            return RedirectToPage("Limits");
        }
        doorbell.Ring(SocialCareModule.Name);
        return RedirectToPage("Limits");
    }

    /// <summary>The limits of the measure; null where there is no such limit, or no other that could hold in its place.</summary>
    private async Task<IReadOnlyList<TimeLimit>?> Read(int id)
    {
        if (await db.TimeLimits.FirstOrDefaultAsync(l => l.Id == id) is not { } limit)
            return null;
        var all = await db.TimeLimits.Where(l => l.Measure == limit.Measure).OrderBy(l => l.From).ToListAsync();
        if (all.Count < 2)
            return null;
        (Limit, Instead) = (limit, all.LastOrDefault(l => l.From < limit.From) ?? all[1]);
        Title = database.Read(SocialCareCounting.Read).Measures.Select(m => m.Definition).FirstOrDefault(d => d.Code == limit.Measure)?.Title ?? WorkKind.DecisionTitle;
        return all;
    }
}
