using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>What axe finds against WCAG 2.2 A and AA.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"] },
    };

    public static async Task<IReadOnlyList<string>> Violations(this IPage page)
    {
        var result = await page.RunAxe(Rules);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{page.Url} at {page.ViewportSize!.Width} px: {rule.Id}: {rule.Help}: {node.Html}"))];
    }
}
