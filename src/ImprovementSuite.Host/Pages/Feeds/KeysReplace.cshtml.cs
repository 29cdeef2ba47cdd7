using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>A sender gets another secret while the one before goes on for a while, so that it need not stop.</summary>
[Authorize(Tasks.ManageFeeds)]
internal sealed class KeysReplaceModel(AccountsDb db, BusinessClock clock) : PageModel
{
    private const int UsualDays = 7;

    [BindProperty(SupportsGet = true)]
    public int Id { get; set; }

    /// <summary>The last day of the key that is replaced.</summary>
    [BindProperty, Required(ErrorMessage = "Give the last day of the present key")]
    public string? Until { get; set; }

    /// <summary>The last day of the new key.</summary>
    [BindProperty, Required(ErrorMessage = "Give the last day of the new key")]
    public string? LastDay { get; set; }

    public FeedKey Key { get; private set; } = null!;

    /// <summary>The secret of the new key; it is not shown again.</summary>
    public string? Secret { get; private set; }

    /// <summary>Whether the present key is taken today: one that has ended is replaced all the same, and has nothing to go on.</summary>
    public bool IsLive { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await Read())
            return NotFound();
        var usual = clock.Today.AddDays(UsualDays);
        Until = EnglishDay.Write(usual < Key.EndsOn ? usual : Key.EndsOn);
        LastDay = EnglishDay.Write(FeedKey.UsualLastDay(clock.Today));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await Read())
            return NotFound();
        if (!IsLive)
            ModelState.Remove(nameof(Until));
        var until = IsLive ? KeyDay.Read(ModelState, nameof(Until), Until, clock.Today, Key.EndsOn) : Key.EndsOn;
        var lastDay = KeyDay.Read(ModelState, nameof(LastDay), LastDay, clock.Today, FeedKey.LatestLastDay(clock.Today));
        if (!ModelState.IsValid)
            return Page();
        try
        {
            Secret = await db.ReplaceFeedKey(Key, until!.Value, lastDay!.Value, Actor.Of(User), clock.Now, HttpContext.RequestAborted);
        }
        catch (DbUpdateException)
        {
            ModelState.AddModelError("", "Somebody has replaced or revoked this key meanwhile. Look at the list of keys again");
        }
        return Page();
    }

    /// <summary>Only a sender's newest key that was not revoked can be replaced.</summary>
    private async Task<bool> Read()
    {
        if (await db.FeedKeys.FindAsync([Id], HttpContext.RequestAborted) is not { RevokedAt: null } key
            || await db.FeedKeys.AnyAsync(other => other.Name == key.Name && other.Turn > key.Turn, HttpContext.RequestAborted))
            return false;
        (Key, IsLive) = (key, key.IsLive(clock.Today));
        return true;
    }
}
