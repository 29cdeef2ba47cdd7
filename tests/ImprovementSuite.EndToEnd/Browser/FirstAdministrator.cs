using System.Text.RegularExpressions;
using ImprovementSuite.Tests.Support;
using Microsoft.Playwright;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>What the person does who starts a real suite for the first time.</summary>
internal static partial class FirstAdministrator
{
    public const string Email = "a.adam@example.gov.uk";
    public const string Password = "otter lamp tuesday";

    /// <summary>Where the pages are and the link that makes the first administrator.</summary>
    [GeneratedRegex(@"http://localhost:(?<port>\d+)(?<path>/start\?token=\w+)")]
    public static partial Regex Link();

    /// <summary>Opens the link, fills the form, sets up an authenticator app, and stands on the home page.</summary>
    /// <returns>The app's key.</returns>
    public static async Task<string> Make(IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("Your name").FillAsync("A. Adam");
        await page.GetByLabel("Your e-mail address").FillAsync(Email);
        await page.GetByLabel("Password").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        var key = await page.Locator("main code").InnerTextAsync();
        await page.GetByLabel("Code").FillAsync(AuthenticatorApp.Code(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "Set it up" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();
        return key;
    }
}
