using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>
/// What is done about records once they came: a rejected one is set aside, another source is to count, a limit goes again, and the change log
/// tells. It is done in a suite of its own, because the demo has one source and nothing rejected, and other tests read its figures.
/// </summary>
[Collection(BrowserCollection.Name)]
public sealed partial class CareOfFeedsTests(Chromium chromium)
{
    private readonly List<string> _wrong = [];

    [Fact]
    public async Task Every_step_is_taken_in_the_browser_without_fault_or_barrier_and_stands_in_the_change_log()
    {
        await using var host = new HostProcess();
        var said = await host.UntilItSays(FirstAdministrator.Link());
        await using var context = await chromium.Open($"http://127.0.0.1:{said.Groups["port"]}");
        var watched = await WatchedPage.In(context);
        var page = watched.Page;
        await FirstAdministrator.Make(page, said.Groups["path"].Value);
        // In a small council one person is both.
        await page.GotoAsync($"/people/person?id={FirstAdministrator.Email}");
        await Look(page);
        await page.GetByLabel("Performance manager").CheckAsync();
        await page.GetByLabel("Why").FillAsync("Does both here");
        await Press(page, "Save", exact: true);
        await RecordsOfTwoSources(page);

        await page.GotoAsync("/feeds/rejected");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = Pseudonym() }).ClickAsync();
        await Press(page, "Set it aside");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why it will never come right");
        await page.GetByLabel("Why will it never come right?").FillAsync("Closed in the old system");
        await Press(page, "Set it aside");
        await page.GetByRole(AriaRole.Link, new() { Name = "Set aside (1)" }).ClickAsync();
        await Look(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = Pseudonym() })).ToContainTextAsync("Closed in the old system");

        await page.GotoAsync("/feeds");
        await page.GetByRole(AriaRole.Link, new() { Name = "Change which source counts" }).ClickAsync();
        await page.GetByLabel("The source that is to count").SelectOptionAsync("cin-census");
        await Press(page, "See what would happen");
        await Assertions.Expect(page.GetByRole(AriaRole.Main)).ToContainTextAsync("1 record would count that does not now, in place of 2 that would no longer count");
        await page.GetByLabel("Why").FillAsync("The census is signed off");
        await Press(page, "Let cin-census count");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = "Referrals" })).ToContainTextAsync("cin-census");

        await page.GotoAsync("/social-care/limits");
        await page.GetByLabel("Working days").FillAsync("10");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("1 October 2010");
        await page.GetByLabel("Why").FillAsync("Cabinet of 1 July");
        await Press(page, "Change the limit");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove the limit of Initial assessments completed in time from 1 October 2010" }).ClickAsync();
        await Press(page, "Remove the limit");
        await page.GetByLabel("Why").FillAsync("Cabinet of 1 August");
        await Press(page, "Remove the limit");

        await page.GetByRole(AriaRole.Link, new() { Name = "Change log" }).ClickAsync();
        await Look(page);
        await Assertions.Expect(page.Locator(".suite-sentence")).ToContainTextAsync("Every entry is as it was written.");
        Assert.Equal(
            ["Removed a time limit:", "Added a time limit:", "Changed the source of record:", "Set aside a rejected record:", "Issued a feed key:",
             "Changed an account:", "Signed in:", "Signed out:", "Set up an authenticator app:", "Signed in:", "Made the first administrator:"],
            await page.Locator(".change-log td[data-label=What] strong").AllTextContentsAsync());
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("some day");
        await Press(page, "Filter", exact: true);
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Give a day, such as 1 October 2010");

        WatchedPage.NothingIsWrong(watched.Faults.Concat(_wrong));
    }

    /// <summary>A key is issued on its page, and two systems send with it: the one two records and a wrong one, the other the same referral alone.</summary>
    private static async Task RecordsOfTwoSources(IPage page)
    {
        await page.GotoAsync("/feeds/keys");
        await page.GetByLabel("Sender").FillAsync("Both systems");
        await page.GetByLabel("Source systems").FillAsync("case-system, cin-census");
        await page.GetByRole(AriaRole.Button, new() { Name = "Issue the key" }).ClickAsync();
        using var sender = new HttpClient { BaseAddress = new Uri(page.Url), DefaultRequestHeaders = { { "Authorization", $"Bearer {await page.Locator("code").TextContentAsync()}" } } };
        await Send("case-system",
            """{ "key": { "recordId": "R1", "version": 1 }, "referral": { "child": "C1", "receivedOn": "2010-08-02", "source": "1A" } }""",
            """{ "key": { "recordId": "A1", "version": 1 }, "assessment": { "child": "C1", "kind": "initial", "referralId": "R1", "completedOn": "2010-08-06" } }""",
            """{ "key": { "recordId": "R2", "version": 1 }, "referral": { "child": "C2", "receivedOn": "2010-02-30", "source": "1A" } }""");
        await Send("cin-census", """{ "key": { "recordId": "R1", "version": 1 }, "referral": { "child": "C1", "receivedOn": "2010-08-02", "source": "1A" } }""");

        async Task Send(string source, params string[] records)
        {
            var body = $$"""{ "header": { "sourceSystem": "{{source}}", "stream": "s", "sequence": 1, "schemaVersion": 1 }, "records": [ {{string.Join(", ", records)}} ] }""";
            using var answer = await sender.PostAsync("/feeds/social-care/v1/batches", new StringContent(body, Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>Whoever manages feeds is not shown the references of the case system.</summary>
    [GeneratedRegex("P(-[0-9A-Z]{4}){3}")]
    private static partial Regex Pseudonym();

    private async Task Press(IPage page, string button, bool exact = false)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = exact }).ClickAsync();
        await Look(page);
    }

    private async Task Look(IPage page)
    {
        // What folds on a phone does so while the page loads.
        await page.WaitForLoadStateAsync();
        foreach (var width in new[] { Widths.Phone, Widths.Desk })
        {
            await page.SetViewportSizeAsync(width, 900);
            if (await page.EvaluateAsync<int>("document.documentElement.scrollWidth") is var wide && wide > width)
                _wrong.Add($"{page.Url} is {wide} px wide on a screen of {width} px");
            _wrong.AddRange(await page.Violations());
        }
    }
}
