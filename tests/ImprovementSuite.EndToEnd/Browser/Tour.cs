using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>
/// Follows a person's links from the home page. Of pages that differ in a number or code alone, such as the lines of the plan, it visits two:
/// they are one page with other figures.
/// </summary>
public static partial class Tour
{
    private const int OfEachKind = 2;

    public static async Task Walk(this IPage page, Func<string, Task> look)
    {
        var (waiting, seen, visits) = (new Queue<string>(["/"]), new HashSet<string>(["/"]), new Dictionary<string, int>());
        while (waiting.TryDequeue(out var path))
        {
            var kind = Kind(path);
            var visited = visits[kind] = visits.GetValueOrDefault(kind) + 1;
            if (visited > OfEachKind)
                continue;

            var response = await page.GotoAsync(path);
            if (response?.Headers.GetValueOrDefault("content-type")?.StartsWith("text/html", StringComparison.Ordinal) != true)
                continue;
            await look(path);
            foreach (var link in await Links(page))
                if (seen.Add(link))
                    waiting.Enqueue(link);
        }
    }

    // Pages of this host, without the fragment. Downloads are tested where they are made, and the pages of the background jobs are Hangfire's own.
    private static async Task<IEnumerable<string>> Links(IPage page)
    {
        var here = new Uri(page.Url);
        var links = await page.Locator("a[href]:not([download])").EvaluateAllAsync<string[]>("links => links.map(link => link.href)");
        return links.Select(link => new Uri(link)).Where(link => link.Authority == here.Authority).Select(link => link.PathAndQuery)
            .Where(path => !path.StartsWith("/hangfire", StringComparison.Ordinal)).Distinct();
    }

    /// <summary>The path without what differs in pages of one kind. What the query says is another view of the same page.</summary>
    public static string Kind(string path) => CodeSegment().Replace(path.Split('?')[0], "/*");

    [GeneratedRegex(@"/[^/]*[\dA-Z][^/]*")]
    private static partial Regex CodeSegment();
}
