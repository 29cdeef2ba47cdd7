using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>Every record that was rejected and not yet corrected, with the reason; and those that were set aside.</summary>
[Authorize(Tasks.ReadFeeds)]
internal sealed class RejectedModel(IEnumerable<Feed> feeds, Pseudonyms pseudonyms, IAuthorizationService authorization) : PageModel
{
    public const int PageSize = 50;

    /// <summary>1, 2, 3... The name "page" is a route value of Razor Pages itself.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    /// <summary>What was set aside, in place of what is to be corrected.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Aside { get; set; }

    public IReadOnlyList<(Feed Feed, long Open, long Aside, IReadOnlyList<RejectionRow> Rows)> Feeds { get; private set; } = [];

    public long Open => Feeds.Sum(f => f.Open);

    public long SetAside => Feeds.Sum(f => f.Aside);

    public bool HasNext => Feeds.Any(f => (Aside ? f.Aside : f.Open) > (long)Number * PageSize);

    public References References { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        References = await pseudonyms.For(User, authorization);
        Number = Math.Clamp(Number, 1, 1_000_000);
        Feeds = [.. feeds.Select(feed =>
        {
            var (open, aside) = FeedReader.Counts(feed);
            return (feed, open, aside, FeedReader.Rejections(feed, References, Aside, (Number - 1) * PageSize, PageSize));
        })];
    }

    /// <summary>The address of the same list at another page.</summary>
    public string Address(int number) => Url.Page(null, new { aside = Aside ? (bool?)true : null, number })!;
}
