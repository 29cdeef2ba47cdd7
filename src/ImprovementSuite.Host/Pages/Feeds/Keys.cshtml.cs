using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>Who may send: keys are issued, shown once, replaced and revoked.</summary>
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

    /// <summary>The key's last day.</summary>
    [BindProperty, Required(ErrorMessage = "Give the last day on which the key is taken")]
    public string? LastDay { get; set; }

    /// <summary>The secret of the key that was just issued; it is not shown again.</summary>
    public string? Secret { get; private set; }

    public DateOnly Today => clock.Today;

    /// <summary>Senders with a key that is taken today.</summary>
    public int Senders => Keys.Where(key => key.IsLive(Today)).DistinctBy(key => key.Name).Count();

    public static string Title(FeedKey key, DateOnly today) => key switch
    {
        { RevokedAt: { } revoked } => $"Revoked {Say.DateAndTime(BusinessClock.Local(revoked))}",
        _ when !key.IsLive(today) => "Ended",
        _ => "In use",
    };

    /// <summary>The sender's newest key is the one that can be replaced.</summary>
    public bool IsNewest(FeedKey key) => Keys.All(other => other.Name != key.Name || other.Turn <= key.Turn);

    public Task OnGetAsync()
    {
        LastDay = EnglishDay.Write(FeedKey.UsualLastDay(Today));
        return Read();
    }

    public async Task OnPostIssueAsync()
    {
        var lastDay = KeyDay.Read(ModelState, nameof(LastDay), LastDay, Today, FeedKey.LatestLastDay(Today));
        if (Feed is not null && Feeds.All(f => f.Name != Feed))
            ModelState.AddModelError(nameof(Feed), "Choose a feed from the list");
        if (Name is not null && await db.FeedKeys.AnyAsync(k => k.Name == Name.Trim()))
            ModelState.AddModelError(nameof(Name), $"There is a key of the name \"{Name.Trim()}\" already: replace it, or choose another name");
        if (ModelState.IsValid)
        {
            var sources = Sources!.Split([',', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Secret = await db.IssueFeedKey(Name!.Trim(), Feed!, sources, Actor.Of(User), clock.Now, lastDay, HttpContext.RequestAborted);
            ModelState.Clear();
            (Name, Feed, Sources, LastDay) = (null, null, null, EnglishDay.Write(FeedKey.UsualLastDay(Today)));
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
            db.Record(Actor.Of(User), "revoked a feed key", key.Name, before: $"last day {Say.Date(key.EndsOn)}", after: "revoked");
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        return RedirectToPage();
    }

    private async Task Read() => Keys =
    [
        .. (await db.FeedKeys.AsNoTracking().ToListAsync(HttpContext.RequestAborted))
            .OrderBy(key => !key.IsLive(Today)).ThenBy(key => key.Name, StringComparer.OrdinalIgnoreCase).ThenByDescending(key => key.Turn),
    ];
}
