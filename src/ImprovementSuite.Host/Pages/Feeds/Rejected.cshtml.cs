using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>Every record that was rejected and not yet corrected, with the reason.</summary>
[Authorize(Tasks.ReadFeeds)]
internal sealed class RejectedModel(IEnumerable<Feed> feeds) : PageModel
{
    public const int PageSize = 50;

    /// <summary>1, 2, 3... The name "page" is a route value of Razor Pages itself.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<(Feed Feed, long Total, IReadOnlyList<RejectionRow> Rows)> Feeds { get; private set; } = [];

    public long Total => Feeds.Sum(f => f.Total);

    public bool HasNext => Feeds.Any(f => f.Total > (long)Number * PageSize);

    public void OnGet()
    {
        Number = Math.Clamp(Number, 1, 1_000_000);
        Feeds = [.. feeds.Select(feed =>
        {
            var (total, rows) = FeedReader.Rejections(feed, (Number - 1) * PageSize, PageSize);
            return (feed, total, rows);
        })];
    }
}
