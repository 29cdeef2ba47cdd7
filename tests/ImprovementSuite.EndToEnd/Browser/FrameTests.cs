using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>What surrounds every page: signing in and out, menu, refusals, headers.</summary>
[Collection(BrowserCollection.Name)]
public sealed class FrameTests(Chromium chromium, DemoHost demo)
{
    [Fact]
    public async Task Whoever_is_not_signed_in_is_asked_to_and_then_gets_where_they_wanted()
    {
        await using var context = await chromium.Open(demo.Address);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/?from=letter");
        await page.GetByRole(AriaRole.Button, new() { Name = "Analyst" }).ClickAsync();

        Assert.Equal("/?from=letter", new Uri(page.Url).PathAndQuery);
        await Assertions.Expect(page.GetByRole(AriaRole.Banner)).ToContainTextAsync("Analyst");
    }

    [Fact]
    public async Task Signing_in_never_leads_to_another_host()
    {
        await using var context = await chromium.Open(demo.Address);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/sign-in?returnUrl=%2F%2Fexample.com%2F");
        await page.GetByRole(AriaRole.Button, new() { Name = "Analyst" }).ClickAsync();

        Assert.Equal(demo.Address + "/", page.Url);
    }

    [Fact]
    public async Task Signing_out_closes_the_door()
    {
        await using var context = await chromium.Open(demo.Address);
        var watched = await WatchedPage.In(context);
        await watched.SignIn("Panel member");

        await watched.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await watched.Page.GotoAsync("/");

        Assert.Equal("/sign-in", new Uri(watched.Page.Url).AbsolutePath);
        watched.HasNoFault();
    }

    [Fact]
    public async Task The_menu_of_a_phone_opens_without_script()
    {
        await using var context = await chromium.Open(demo.Address, Widths.Phone, script: false);
        var watched = await WatchedPage.In(context);
        await watched.SignIn("Performance manager");
        var home = watched.Page.GetByRole(AriaRole.Navigation, new() { Name = "Menu" }).GetByRole(AriaRole.Link, new() { Name = "Home" });

        Assert.False(await home.IsVisibleAsync());
        await watched.Page.GetByText("Menu", new() { Exact = true }).ClickAsync();

        Assert.True(await home.IsVisibleAsync());
    }

    [Fact]
    public async Task The_first_stop_of_the_keyboard_leads_past_the_menu()
    {
        await using var context = await chromium.Open(demo.Address);
        var watched = await WatchedPage.In(context);
        await watched.SignIn("Performance manager");

        await watched.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(watched.Page.GetByText("Skip to main content")).ToBeFocusedAsync();
        await watched.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(watched.Page.Locator("#main")).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("/nowhere", 404, "Page not found")]
    [InlineData("/problem/500", 200, "Something went wrong")]
    public async Task What_cannot_be_shown_is_said_in_a_sentence_without_a_barrier(string path, int status, string title)
    {
        await using var context = await chromium.Open(demo.Address);
        var watched = await WatchedPage.In(context);
        await watched.SignIn("Panel member");

        var response = await watched.Page.GotoAsync(path);

        Assert.Equal(status, response!.Status);
        await Assertions.Expect(watched.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        WatchedPage.NothingIsWrong(await watched.Page.Violations());
    }

    [Fact]
    public async Task Everything_that_is_sent_has_the_strict_headers()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(demo.Address) };

        foreach (var path in new[] { "/", "/sign-in", "/nowhere", "/assets/suite.css", "/about/colours" })
        {
            using var response = await client.GetAsync(path);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("default-src 'none'", policy);
            Assert.DoesNotContain("unsafe", policy);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(response.Headers.Contains("Server"), $"{path} tells what serves it");
        }
    }

    [Fact]
    public async Task Cookies_are_out_of_reach_of_scripts_and_other_sites()
    {
        await using var context = await chromium.Open(demo.Address);
        var watched = await WatchedPage.In(context);
        await watched.SignIn("Panel member");

        var cookies = await context.CookiesAsync();

        Assert.NotEmpty(cookies);
        Assert.All(cookies, cookie => Assert.True(cookie is { HttpOnly: true, SameSite: SameSiteAttribute.Lax }, cookie.Name));
    }

    [Fact]
    public async Task A_program_without_a_key_gets_a_status_and_no_page()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(demo.Address) };

        using var response = await client.GetAsync("/");

        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
