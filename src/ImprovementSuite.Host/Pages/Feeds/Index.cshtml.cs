using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>Is the data in: each source of each feed, when it last came, and what became of it.</summary>
[Authorize(Tasks.ReadFeeds)]
internal sealed class IndexModel(IEnumerable<Feed> feeds) : PageModel
{
    public IReadOnlyList<(Feed Feed, IReadOnlyList<SourceRow> Sources)> Feeds { get; } = [.. feeds.Select(feed => (feed, FeedReader.Sources(feed)))];

    public long StillRejected => Feeds.Sum(f => f.Sources.Sum(s => s.StillRejected));
}
