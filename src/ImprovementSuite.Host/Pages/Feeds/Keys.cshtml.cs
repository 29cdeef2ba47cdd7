using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>Who may send: keys are issued, shown once, and revoked.</summary>
[Authorize(Tasks.ManageFeeds)]
internal sealed class KeysModel(AccountsDb db, IEnumerable<Feed> feeds, BusinessClock clock) : PageModel
{
    public IReadOnlyList<FeedKey> Keys { get; private set; } = [];

    public IReadOnlyList<(string Name, string Title)> Feeds { get; } = 
    [
        .. feeds.Select(f => (f.Database.Name, f.Title)), (PlanModule.Name, "The plan, to read"),
        (PlanModule.MinutesFeed, "The plan with the panel's minutes, to read"), (PlanModule.WritingFeed, "Readings and updates of the plan, to send"),
    ];

    [BindProperty, Required(ErrorMessage = "Give the sender a name"), StringLength(60, ErrorMessage = "The name has 60 characters at most")]
    public string? Name { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose a feed")]
    public string? Feed { get; set; }

    [BindProperty, Required(ErrorMessage = "Give at least one source system"), StringLength(200, ErrorMessage = "The source systems have 200 characters at most")]
    public string? Sources { get; set; }

    /// <summary>The secret of the key that was just issued; it is not shown again.</summary>
    public string? Secret { get; private set; }

    public Task OnGetAsync() => Read();

    public async Task OnPostIssueAsync()
    {
        if (Feed is not null && Feeds.All(f => f.Name != Feed))
            ModelState.AddModelError(nameof(Feed), "Choose a feed from the list");
        if (Name is not null && await db.FeedKeys.AnyAsync(k => k.Name == Name.Trim()))
            ModelState.AddModelError(nameof(Name), $"There is a key of the name \"{Name.Trim()}\" already: choose another name");
        if (ModelState.IsValid)
        {
            var sources = Sources!.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Secret = await db.IssueFeedKey(Name!.Trim(), Feed!, sources, Actor.Of(User), clock.Now, HttpContext.RequestAborted);
            ModelState.Clear();
            (Name, Feed, Sources) = (null, null, null);
        }
        await Read();
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id)
    {
        if (await db.FeedKeys.FindAsync([id], HttpContext.RequestAborted) is not { } key)
            return NotFound();
        if (key.RevokedAt is null)
        {
            key.Revoke(clock.Now);
            db.Record(Actor.Of(User), "revoked a feed key", key.Name, before: "in use", after: "revoked");
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        return RedirectToPage();
    }

    private async Task Read() => Keys = await db.FeedKeys.AsNoTracking().OrderBy(k => k.RevokedAt != null).ThenBy(k => k.Name).ToListAsync();
}
