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
internal sealed class SetAsideModel(IEnumerable<Feed> feeds, IEnumerable<MigratedDatabase> databases, IServiceProvider services, BusinessClock clock, Pseudonyms pseudonyms, IAuthorizationService authorization) : PageModel
{
    private string _inLog = "";

    [BindProperty(SupportsGet = true)]
    public string Feed { get; set; } = "";

    /// <summary>One of the things wrong with the record.</summary>
    [BindProperty(SupportsGet = true)]
    public long Problem { get; set; }

    [BindProperty, StringLength(500, ErrorMessage = "The reason has 500 characters at most")]
    public string? Why { get; set; }

    /// <summary>All that is wrong with the record; nothing where it has come right meanwhile.</summary>
    public IReadOnlyList<FeedRejection> Problems { get; private set; } = [];

    public string Source { get; private set; } = "";

    /// <summary>"Referral R2", or under its pseudonym.</summary>
    public string Record { get; private set; } = "";

    public static string Address(Feed feed, RejectionRow row) => QueryHelpers.AddQueryString(
        "/feeds/rejected/set-aside", new Dictionary<string, string?> { ["feed"] = feed.Database.Name, ["problem"] = $"{row.Id}" });

    public async Task<IActionResult> OnGetAsync()
    {
        if (Database() is not { } db)
            return NotFound();
        return await Read(db) && Problems.Count > 0 ? Page() : NotFound();
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
        if (Database() is not { } db || !await Read(db))
            return NotFound();
        if (Problems.Count == 0)
            return Page();
        if (change(Problems) is not var (before, after))
            return Page();
        db.Record(Actor.Of(User), action, _inLog, $"{before}\n{string.Join('\n', Problems.Select(p => p.Sentence))}", after, Why?.Trim());
        try
        {
            await db.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            await Read(db);
            ModelState.AddModelError("", "The record has come again meanwhile. Look again at what is wrong with it, and save if yours is still right.");
            return Page();
        }
        return RedirectToPage("Rejected");
    }

    private ModuleDb? Database() => feeds.FirstOrDefault(f => f.Database.Name == Feed) is { } feed
        ? (ModuleDb)services.GetRequiredService(databases.First(d => d.Database == feed.Database).Context)
        : null;

    /// <summary>All that is wrong with the record; none where it has come right meanwhile.</summary>
    /// <returns>Whether there ever was such a record.</returns>
    private async Task<bool> Read(ModuleDb db)
    {
        var cancel = HttpContext.RequestAborted;
        if (await db.Set<FeedRejection>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == Problem, cancel) is not { } of)
            return false;
        Source = (await db.Set<FeedSource>().AsNoTracking().SingleAsync(s => s.Id == of.SourceId, cancel)).Name;
        Record = Named(of, (await pseudonyms.For(User, authorization)).Of);
        _inLog = $"{Named(of, pseudonyms.Of)} of {Source}";
        Problems = await db.Set<FeedRejection>()
            .Where(r => r.CorrectedAt == null && r.SourceId == of.SourceId && r.RecordType == of.RecordType && r.RecordId == of.RecordId).OrderBy(r => r.Id).ToListAsync(cancel);
        return true;
    }

    private static string Named(FeedRejection record, Func<string, string> shown) =>
        $"{(record.RecordType is { Length: > 0 } type ? $"{char.ToUpperInvariant(type[0])}{type[1..]}" : "Record")} {(FeedRejection.IsPlace(record.RecordId) ? record.RecordId : shown(record.RecordId))}";
}
