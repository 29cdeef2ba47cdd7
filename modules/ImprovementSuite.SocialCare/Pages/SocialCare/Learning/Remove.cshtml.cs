using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Platform.People;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.Pages.SocialCare.Learning;

/// <summary>Learning that was typed by mistake goes, with a reason. What stood there stays in the change log.</summary>
[Authorize(Tasks.ModerateAudits)]
internal sealed class RemoveModel(SocialCareDb db) : PageModel
{
    [BindProperty, Required(ErrorMessage = "Say why, such as that it was never delivered"), StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public LearningEvent Learning { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancel)
    {
        if (!await Read(id, cancel))
            return NotFound();
        Version = Learning.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int id, CancellationToken cancel)
    {
        if (!await Read(id, cancel))
            return NotFound();
        if (!ModelState.IsValid)
            return Page();
        db.Remove(Learning);
        db.Expect(Learning, Version);
        db.Record(Actor.Of(User), "removed learning", Learning.Title, before: Learning.What.ToString(), why: Why!.Trim());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            // Somebody else has removed it at this moment, and said why; or has corrected it, and it may stay after all.
            if (!await Read(id, cancel))
                return Redirect("/social-care/learning");
            (Version, _) = (Learning.Version, ModelState.Remove(nameof(Version)));
            ModelState.AddModelError("", $"Somebody else has corrected this learning meanwhile. It now reads: {Learning.What}. Remove it again if it is still wrong");
            return Page();
        }
        return Redirect("/social-care/learning");
    }

    private async Task<bool> Read(int id, CancellationToken cancel)
    {
        if (await db.Set<LearningEvent>().SingleOrDefaultAsync(learning => learning.Id == id && learning.WorkforceId == null, cancel) is not { } learning)
            return false;
        Learning = learning;
        return true;
    }
}
