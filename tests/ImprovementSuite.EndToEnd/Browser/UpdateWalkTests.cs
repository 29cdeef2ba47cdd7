using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>A month's update from the lead to the plan, in a demo of its own, because it changes what others read.</summary>
[Collection(BrowserCollection.Name)]
public sealed class UpdateWalkTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DemoHost _demo = new();

    public Task InitializeAsync() => _demo.InitializeAsync();

    public Task DisposeAsync() => _demo.DisposeAsync();

    [Fact]
    public async Task A_lead_writes_mends_and_submits_the_manager_accepts_and_the_plan_shows_it()
    {
        await using var leads = await chromium.Open(_demo.Address);
        var lead = await WatchedPage.In(leads);
        await lead.SignIn("Workstream lead, Workforce");
        await OpenUpdate(lead.Page);
        var reason = lead.Page.GetByRole(AriaRole.Textbox, new() { Name = "Why amber, when the figures say red?" });

        await lead.Page.GetByLabel("What changed since 13 July?").FillAsync("The review at the end of July showed 64%.");
        await lead.Page.GetByLabel("Why?", new() { Exact = true }).FillAsync("Reviews are under-recorded.");
        await lead.Page.GetByLabel("What next?").FillAsync("A sample is audited by 10 September.");
        await lead.Page.GetByLabel("Red as computed").CheckAsync();
        await Assertions.Expect(lead.Page.Locator("#Reason")).ToBeHiddenAsync();
        await lead.Page.GetByLabel("Amber kinder than computed").CheckAsync();
        await Assertions.Expect(reason).ToBeVisibleAsync();
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Submit to the performance manager" }).ClickAsync();

        var error = lead.Page.GetByRole(AriaRole.Link, new() { Name = "Give the reason for amber. The figures say red: 64% against a baseline of 81%" });
        await Assertions.Expect(error).ToBeVisibleAsync();
        await Assertions.Expect(lead.Page.GetByLabel("What next?")).ToHaveValueAsync("A sample is audited by 10 September.");
        WatchedPage.NothingIsWrong(await lead.Page.Violations());
        await error.ClickAsync();
        await Assertions.Expect(reason).ToBeFocusedAsync();
        await reason.FillAsync("The audit will show by how much 64% is too low.");
        await lead.Page.GetByRole(AriaRole.Button, new() { Name = "Submit to the performance manager" }).ClickAsync();
        await Assertions.Expect(lead.Page.Locator(".update-state")).ToContainTextAsync("Submitted today at");

        await using var managers = await chromium.Open(_demo.Address, Widths.Phone);
        var manager = await WatchedPage.In(managers);
        await manager.SignIn("Performance manager");
        await manager.Page.GotoAsync("/plan/updates");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = "1 update to accept or to return" }).ClickAsync();
        await manager.Page.Locator("main table a[href$='/3.5']").First.ClickAsync();
        WatchedPage.NothingIsWrong(await manager.Page.Violations());
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = "Accept the update" }).ClickAsync();
        await Assertions.Expect(manager.Page.Locator(".update-state")).ToContainTextAsync("Accepted today at");

        await using var members = await chromium.Open(_demo.Address);
        var member = await WatchedPage.In(members);
        await member.SignIn("Panel member");
        await member.Page.GotoAsync("/plan/line/3.5");
        await Assertions.Expect(member.Page.GetByRole(AriaRole.Main)).ToContainTextAsync("The audit will show by how much 64% is too low.");
        WatchedPage.NothingIsWrong(await member.Page.Violations());

        WatchedPage.NothingIsWrong(lead.Faults.Concat(manager.Faults).Concat(member.Faults));
    }

    [Fact]
    public async Task Without_script_the_reason_is_open_and_the_update_can_be_submitted_by_keys_alone()
    {
        await using var leads = await chromium.Open(_demo.Address, Widths.Phone, script: false);
        var lead = await WatchedPage.In(leads);
        await lead.SignIn("Workstream lead, Workforce");
        await lead.Page.GotoAsync("/plan/updates/2010-09-29/5.4");

        await Assertions.Expect(lead.Page.GetByLabel("Reason, if your colour differs")).ToBeVisibleAsync();
        await Write("What changed since 13 July?", "Spend fell.");
        await Write("Why?", "Fewer agency staff.");
        await Write("What next?", "Two posts are filled in October.");
        // Tab comes to one of the choices, the arrows go from there to the others.
        for (var pressed = 0; pressed < 100 && await lead.Page.Locator("input[type=radio]:focus").CountAsync() == 0; pressed++)
            await lead.Page.Keyboard.PressAsync("Tab");
        await lead.Page.Keyboard.PressAsync("Space");
        for (var pressed = 0; pressed < 10 && !await lead.Page.GetByLabel("Green as computed").IsCheckedAsync(); pressed++)
            await lead.Page.Keyboard.PressAsync("ArrowDown");
        await lead.Page.TabTo(lead.Page.GetByRole(AriaRole.Button, new() { Name = "Submit to the performance manager" }));
        await lead.Page.Keyboard.PressAsync("Space");

        await Assertions.Expect(lead.Page.Locator(".update-state")).ToContainTextAsync("Submitted today at");
        lead.HasNoFault();

        async Task Write(string label, string words)
        {
            await lead.Page.TabTo(lead.Page.GetByLabel(label, new() { Exact = true }));
            await lead.Page.Keyboard.PressAsync("Control+A");
            await lead.Page.Keyboard.TypeAsync(words);
        }
    }

    /// <summary>By the links that a person follows.</summary>
    private static async Task OpenUpdate(IPage page)
    {
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Sections" }).GetByRole(AriaRole.Link, new() { Name = "Plan" }).ClickAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Plan" }).GetByRole(AriaRole.Link, new() { Name = "Updates" }).ClickAsync();
        await page.Locator("main table a[href$='/3.5']").First.ClickAsync();
    }
}
