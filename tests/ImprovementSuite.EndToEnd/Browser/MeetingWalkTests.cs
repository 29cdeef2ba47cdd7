using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>The performance manager takes a meeting to its freeze, in a demo of its own because it changes what others would read.</summary>
[Collection(BrowserCollection.Name)]
public sealed class MeetingWalkTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DemoHost _demo = new();

    public Task InitializeAsync() => _demo.InitializeAsync();

    public Task DisposeAsync() => _demo.DisposeAsync();

    [Fact]
    public async Task The_performance_manager_rules_on_a_challenge_freezes_and_sees_both_views()
    {
        await using var context = await chromium.Open(_demo.Address);
        var watched = await WatchedPage.In(context);
        var page = watched.Page;
        var barriers = new List<string>();
        await watched.SignIn("Performance manager");

        await page.GotoAsync("/plan");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Plan", Exact = true }).GetByRole(AriaRole.Link, new() { Name = "Panel meetings" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Wednesday 29 September 2010" }).ClickAsync();
        await Look();

        var card = page.Locator("#line-5\\.4");
        await card.GetByLabel("Accept the reason").CheckAsync();
        await card.GetByLabel("Minute", new() { Exact = true }).FillAsync("Invoices come late; the figure is kinder than the spending.");
        await card.GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();
        await Assertions.Expect(card).ToContainTextAsync("Accepted by the panel");
        await Assertions.Expect(card.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Look();

        // A ruling without a ground is refused beside its field, and nothing chosen is lost.
        await page.Locator("#line-5\\.3").GetByLabel("Do not accept it").CheckAsync();
        await page.Locator("#line-5\\.3").GetByRole(AriaRole.Button, new() { Name = "Save the decision" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Write what is to be minuted");
        await Assertions.Expect(page.GetByLabel("Do not accept it")).ToBeCheckedAsync();
        await Look();
        await page.GetByLabel("Minute", new() { Exact = true }).FillAsync("Nine carers short is not green.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the ruling" }).ClickAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Freeze the meeting" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("4 papers are not received");
        await Look();
        await page.GetByRole(AriaRole.Button, new() { Name = "Freeze the meeting" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Frozen" })).ToContainTextAsync("Performance manager froze this meeting");
        await Assertions.Expect(page.GetByRole(AriaRole.Main).Locator("form")).ToHaveCountAsync(0);
        await Look();
        await page.GetByRole(AriaRole.Link, new() { Name = "As we now know it was" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("as we now know it was") })).ToBeVisibleAsync();
        await Look();
        await page.GetByRole(AriaRole.Link, new() { Name = "As the panel saw it" }).ClickAsync();
        await Assertions.Expect(page.Locator("[aria-labelledby=plan] tbody tr")).ToHaveCountAsync(29);

        WatchedPage.NothingIsWrong(watched.Faults.Concat(barriers));

        async Task Look()
        {
            foreach (var width in new[] { Widths.Phone, Widths.Desk })
            {
                await page.SetViewportSizeAsync(width, 900);
                if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
                    barriers.Add($"{page.Url} is {wide} px wide on a screen of {width} px");
                barriers.AddRange(await page.Violations());
            }
        }
    }
}
