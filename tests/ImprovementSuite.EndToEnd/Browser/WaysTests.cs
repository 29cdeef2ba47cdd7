using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>The main paths by keyboard alone, at 400%, with wider spacing, in the person's own colours and without script.</summary>
[Collection(BrowserCollection.Name)]
public sealed class WaysTests(Chromium chromium, DemoHost demo)
{
    public static TheoryData<string> People => [.. MainPaths.Of.Keys];

    [Theory]
    [MemberData(nameof(People))]
    public async Task The_keyboard_reaches_all_in_order_and_is_seen(string person)
    {
        await using var context = await chromium.Open(demo.Address);
        var watched = await WatchedPage.In(context);
        await watched.SignIn(person);
        var faults = new List<string>();

        foreach (var path in MainPaths.Of[person])
        {
            await watched.Page.GotoAsync(path);
            faults.AddRange(await watched.Page.KeyboardFaults(forced: false, back: true));
        }

        WatchedPage.NothingIsWrong(watched.Faults.Concat(faults));
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task At_400_percent_in_own_colours_all_is_there_and_the_keyboard_is_seen(string person)
    {
        await using var context = await chromium.OpenZoomed(demo.Address);
        var watched = await WatchedPage.In(context);
        await watched.SignIn(person);
        var faults = new List<string>();

        foreach (var path in MainPaths.Of[person])
        {
            await watched.Page.GotoAsync(path);
            faults.AddRange(await watched.Page.LostColours());
            faults.AddRange(await watched.Page.KeyboardFaults(forced: true));
            await watched.Page.SpaceOut();
            faults.AddRange(await watched.Page.RunsOff());
            // Some pictures are only on a desk.
            await watched.Page.SetViewportSizeAsync(Widths.Desk, 1024);
            faults.AddRange(await watched.Page.LostColours());
            await watched.Page.SetViewportSizeAsync(Widths.Zoomed, 256);
        }

        WatchedPage.NothingIsWrong(watched.Faults.Concat(faults));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_signing_in_to_a_line_and_to_the_records_behind_a_figure_by_keys_alone(bool script)
    {
        await using var context = await chromium.Open(demo.Address, Widths.Desk, script);
        var watched = await WatchedPage.In(context);
        var page = watched.Page;

        await page.GotoAsync("/sign-in");
        await Go(page.GetByRole(AriaRole.Button, new() { Name = "Analyst", Exact = true }));
        await Go(Section("Plan"));
        await page.TabTo(page.GetByLabel("Colour", new() { Exact = true }));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.TabTo(page.GetByLabel("Only where colours differ"));
        await page.Keyboard.PressAsync("Space");
        await Go(page.GetByRole(AriaRole.Button, new() { Name = "Apply filters" }));
        await Assertions.Expect(page.GetByLabel("Only where colours differ")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Colour", new() { Exact = true })).ToHaveValueAsync("computed-red");
        var line = page.Locator(".plan-table a[href^='/plan/line/']").First;
        var title = await line.InnerTextAsync();
        await Go(line);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(title);

        await Go(Section("Social care"));
        await Go(page.Locator("main a[href='/social-care/records/NI59']"));
        await Assertions.Expect(page.Locator("main tbody tr").First).ToBeVisibleAsync();
        watched.HasNoFault();

        ILocator Section(string name) => page.GetByRole(AriaRole.Navigation, new() { Name = "Sections" }).GetByRole(AriaRole.Link, new() { Name = name, Exact = true });

        async Task Go(ILocator there)
        {
            await page.TabTo(there);
            var from = page.Url;
            await page.Keyboard.PressAsync("Enter");
            // Asked again and again: to be told of a navigation, one must listen before it comes.
            await Assertions.Expect(page).Not.ToHaveURLAsync(from, new() { Timeout = 30_000 });
            await page.WaitForLoadStateAsync();
        }
    }

    [Fact]
    public async Task An_account_is_made_and_opened_at_400_percent_without_script()
    {
        await using var host = new HostProcess();
        var said = await host.UntilItSays(FirstAdministrator.Link());
        var address = $"http://127.0.0.1:{said.Groups["port"]}";
        await using var context = await chromium.OpenZoomed(address, script: false);
        var watched = await WatchedPage.In(context);
        var page = watched.Page;
        var faults = new List<string>();

        await FirstAdministrator.Make(page, said.Groups["path"].Value);
        foreach (var path in new[] { "/account", "/account/password", "/account/second-factor", "/account/passkeys", "/account/sign-ins", "/people", $"/people/person?id={FirstAdministrator.Email}", "/feeds/keys" })
        {
            await page.GotoAsync(path);
            faults.AddRange(await page.RunsOff());
            faults.AddRange(await page.KeyboardFaults(forced: true));
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        faults.AddRange(await page.RunsOff());
        await page.TabTo(page.GetByLabel("E-mail address"));
        await page.Keyboard.TypeAsync(FirstAdministrator.Email);
        await page.TabTo(page.GetByLabel("Password"));
        await page.Keyboard.TypeAsync(FirstAdministrator.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Code")).ToBeVisibleAsync();
        faults.AddRange(await page.RunsOff());

        WatchedPage.NothingIsWrong(watched.Faults.Concat(faults));
    }
}
