using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>What axe finds against WCAG 2.2 A and AA.</summary>
/// <remarks>The pages have no frames, so axe runs in the page at once: its own runner opens another page for each run, which takes several times longer.</remarks>
public static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    public static async Task<IReadOnlyList<string>> Violations(this IPage page)
    {
        if (await page.EvaluateAsync<bool>("typeof axe === 'undefined'"))
            await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(
            """
            async () => {
              const result = await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] });
              return result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html}`));
            }
            """);
        return [.. found.Select(fault => $"{page.Url} at {page.ViewportSize!.Width} px: {fault}")];
    }
}
