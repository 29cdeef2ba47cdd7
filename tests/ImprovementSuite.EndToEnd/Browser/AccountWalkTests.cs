using ImprovementSuite.Tests.Support;
using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>An account in a real browser: a passkey is added and used, a colleague let in, by keyboard and phone as well as by mouse.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AccountWalkTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_added_and_opens_the_account_without_a_password()
    {
        await using var host = new HostProcess();
        var said = await host.UntilItSays(FirstAdministrator.Link());
        // A passkey belongs to a name, and a number is none.
        await using var context = await chromium.Open($"http://localhost:{said.Groups["port"]}");
        var watched = await WatchedPage.In(context);
        var page = watched.Page;
        var barriers = new List<string>();
        var key = await FirstAdministrator.Make(page, said.Groups["path"].Value);
        var devices = await context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });

        await page.GotoAsync("/account/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say what you call it");
        await page.GetByLabel("What you call it").FillAsync("Work laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "Work laptop" })).ToBeVisibleAsync();
        barriers.AddRange(await page.Violations());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        barriers.AddRange(await page.Violations());

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("A. Adam");
        await page.GotoAsync("/account/sign-ins");
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "This one" })).ToContainTextAsync("passkey");
        barriers.AddRange(await page.Violations());

        // The other way still opens.
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByLabel("E-mail address").FillAsync(FirstAdministrator.Email);
        await page.GetByLabel("Password").FillAsync(FirstAdministrator.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByLabel("Code").FillAsync(AuthenticatorApp.Code(key));
        barriers.AddRange(await page.Violations());
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("A. Adam");
        WatchedPage.NothingIsWrong(watched.Faults.Concat(barriers));
    }
}
