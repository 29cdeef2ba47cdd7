using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>A real suite on an empty data folder: the start link is the only way in.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FirstStartTests(Chromium chromium)
{
    [Fact]
    public async Task The_start_link_opens_once_and_every_page_of_an_empty_suite_can_be_read()
    {
        await using var host = new HostProcess();
        var said = await host.UntilItSays(FirstAdministrator.Link());
        var address = $"http://127.0.0.1:{said.Groups["port"]}";
        var link = said.Groups["path"].Value;

        await using var context = await chromium.Open(address);
        var watched = await WatchedPage.In(context);
        await FirstAdministrator.Make(watched.Page, link);
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Banner)).ToContainTextAsync("A. Adam");
        var barriers = new List<string>();
        await watched.Page.Walk(async _ => barriers.AddRange(await watched.Page.Violations()));
        WatchedPage.NothingIsWrong(watched.Faults.Concat(barriers));

        await using var another = await chromium.Open(address);
        var late = await another.NewPageAsync();
        Assert.Equal(403, (await late.GotoAsync(link))!.Status);
        await late.GotoAsync("/");
        Assert.Equal("/sign-in", new Uri(late.Url).AbsolutePath);
        await Assertions.Expect(late.GetByLabel("Password")).ToBeVisibleAsync();
    }
}
