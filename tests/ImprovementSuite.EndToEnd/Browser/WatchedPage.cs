using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>A page that remembers what went wrong on it: console errors (a refusal by the content security policy is one), failed scripts and requests.</summary>
public sealed class WatchedPage
{
    private readonly List<string> _faults = [];

    private WatchedPage(IPage page)
    {
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _faults.Add($"{page.Url}: console {message.Type}: {message.Text}");
        };
        page.PageError += (_, error) => _faults.Add($"{page.Url}: script error: {error}");
        page.RequestFailed += (_, request) => _faults.Add($"{page.Url}: request failed: {request.Url} {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                _faults.Add($"{page.Url}: {response.Status} {response.Url}");
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Faults => _faults;

    public static async Task<WatchedPage> In(IBrowserContext context) => new(await context.NewPageAsync());

    /// <summary>Chooses a person on the demo's sign-in page.</summary>
    public async Task SignIn(string person)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = person, Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    public void HasNoFault() => NothingIsWrong(_faults);

    /// <summary>Fails with every line: xunit would cut each short.</summary>
    public static void NothingIsWrong(IEnumerable<string> found)
    {
        var wrong = found.Distinct().ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }
}
