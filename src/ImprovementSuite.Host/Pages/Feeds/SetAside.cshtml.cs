using System.ComponentModel.DataAnnotations;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>A rejected record that never comes right leaves the list of those to correct, with a reason; or comes back to it.</summary>
[Authorize(Tasks.ManageFeeds)]
internal sealed class SetAsideModel(IEnumerable<Feed> feeds, IEnumerable<MigratedDatabase> databases, IServiceProvider services, BusinessClock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Feed { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Source { get; set; } = "";

    /// <summary>Empty where the record did not say what it is.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty, StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    /// <summary>All that is wrong with the record; nothing where it has come right meanwhile.</summary>
    public IReadOnlyList<FeedRejection> Problems { get; private set; } = [];

    /// <summary>"Referral R2".</summary>
    public string Record => Type is { Length: > 0 } type ? $"{char.ToUpperInvariant(type[0])}{type[1..]} {Id}" : $"Record {Id}";

    public static string Address(Feed feed, RejectionRow row) => QueryHelpers.AddQueryString(
        "/feeds/rejected/set-aside", new Dictionary<string, string?> { ["feed"] = feed.Database.Name, ["source"] = row.Source, ["type"] = row.RecordType, ["id"] = row.RecordId });

    public async Task<IActionResult> OnGetAsync()
    {
        if (Database() is not { } db)
            return NotFound();
        Problems = await Read(db);
        return Problems.Count > 0 ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostAsideAsync() => Change("set aside a rejected record", problems =>
    {
        if (string.IsNullOrWhiteSpace(Why))
            ModelState.AddModelError(nameof(Why), "Say why it will never come right");
        if (problems[0].SetAsideAt is not null)
            ModelState.AddModelError("", $"{problems[0].SetAsideBy} has set it aside meanwhile: {problems[0].SetAsideWhy}");
        if (!ModelState.IsValid)
            return null;
        foreach (var problem in problems)
            problem.SetAside(Actor.Of(User), clock.Now, Why!.Trim());
        return ("to be corrected", "set aside");
    });

    public Task<IActionResult> OnPostBackAsync() => Change("put a rejected record back", problems =>
    {
        if (problems[0].SetAsideAt is null)
            ModelState.AddModelError("", "Somebody has put it back meanwhile");
        if (!ModelState.IsValid)
            return null;
        var before = $"set aside by {problems[0].SetAsideBy}: {problems[0].SetAsideWhy}";
        foreach (var problem in problems)
            problem.PutBack();
        return (before, "to be corrected");
    });

    private async Task<IActionResult> Change(string action, Func<IReadOnlyList<FeedRejection>, (string Before, string After)?> change)
    {
        if (Database() is not { } db)
            return NotFound();
        Problems = await Read(db);
        if (Problems.Count == 0)
            return Page();
        if (change(Problems) is not var (before, after))
            return Page();
        db.Record(Actor.Of(User), action, $"{Record} of {Source}", $"{before}\n{string.Join('\n', Problems.Select(p => p.Sentence))}", after, Why?.Trim());
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            Problems = await Read(db);
            ModelState.AddModelError("", "The record has come again meanwhile. Look again at what is wrong with it, and save if yours is still right.");
            return Page();
        }
        return RedirectToPage("Rejected");
    }

    private ModuleDb? Database() => feeds.FirstOrDefault(f => f.Database.Name == Feed) is { } feed
        ? (ModuleDb)services.GetRequiredService(databases.First(d => d.Database == feed.Database).Context)
        : null;

    private Task<List<FeedRejection>> Read(ModuleDb db) => db.Set<FeedRejection>()
        .Where(r => r.CorrectedAt == null && r.RecordType == (Type ?? "") && r.RecordId == Id && db.Set<FeedSource>().Any(s => s.Id == r.SourceId && s.Name == Source))
        .OrderBy(r => r.Id).ToListAsync(HttpContext.RequestAborted);
}
