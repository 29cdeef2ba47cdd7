using System.Net;
using ImprovementSuite.Host.Pages.ChangeLog;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host;

/// <summary>Who changed what, over real edits in two databases; and what the page says of a log that somebody changed behind the suite's back.</summary>
public sealed class ChangeLogPageTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await _suite.Key();
        await Change("added a time limit", "NI59", "7 working days from 2008-04-01", "7 working days from 2008-04-01; 10 working days from 2010-10-01", "Cabinet of 1 July", "demo-analyst");
        await Change("said which team carries on", "West 1, West", "stands for itself", "West 2, West", "Fieldwork review", "demo-performance-manager");
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Every_database_is_merged_newest_first_with_who_what_before_after_and_why()
    {
        Assert.Equal("4 entries by 4 people or senders are kept. Every entry is as it was written.", Words((await Page()).QuerySelector(".suite-sentence")));
        var page = await Page("/change-log?kind=Change");

        var rows = page.QuerySelectorAll(".change-log tbody tr").Select(Words).ToList();
        Assert.Equal(3, rows.Count);
        Assert.StartsWith("20 Aug 2010, 9:00am Social care, entry 2 demo-performance-manager Said which team carries on: West 1, West stands for itself West 2, West Fieldwork review", rows[0]);
        Assert.Contains("Social care, entry 1 demo-analyst Added a time limit: NI59 7 working days from 2008-04-01 7 working days from 2008-04-01 10 working days from 2010-10-01 Cabinet of 1 July", rows[1]);
        Assert.Contains("People and feed keys, entry 1 ImprovementSuite Issued a feed key:", rows[2]);
        // What is new beside what stayed stands out; where nothing stayed, nothing does.
        Assert.Empty(page.QuerySelectorAll(".change-log tbody tr:nth-child(1) li strong"));
        Assert.Equal(["10 working days from 2010-10-01"], page.QuerySelectorAll(".change-log tbody tr:nth-child(2) li strong").Select(Words));
    }

    [Theory]
    [InlineData("who=demo-analyst", "added a time limit")]
    [InlineData("what=TIME+limit", "added a time limit")]
    [InlineData("what=west+1", "said which team carries on")]
    [InlineData("part=accounts&kind=Change", "issued a feed key")]
    [InlineData("part=socialcare&what=team&from=20+August+2010&to=20/8/2010", "said which team carries on")]
    public async Task The_address_filters(string query, string action)
    {
        var page = await Page($"/change-log?{query}");

        Assert.Equal("1 of 4 entries matches. Every entry is as it was written.", Words(page.QuerySelector(".suite-sentence")));
        Assert.StartsWith(action, Words(page.QuerySelector(".change-log tbody td:nth-of-type(2)")), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("from=21+August+2010")]
    [InlineData("to=2010-08-19")]
    [InlineData("who=nobody")]
    public async Task What_matches_nothing_says_so(string query) =>
        Assert.Contains("No entry matches. Clear the filters.", (await Page($"/change-log?{query}")).QuerySelector("main")!.TextContent);

    [Fact]
    public async Task A_day_that_is_none_is_said_beside_its_field_and_stays_there()
    {
        var page = await Page("/change-log?from=31+June+2010&to=1+May+2010");

        Assert.Equal("Error: Give a day, such as 1 October 2010", Words(page.QuerySelector("#From-error")));
        Assert.Equal("31 June 2010", page.QuerySelector("#From")!.GetAttribute("value"));
        Assert.NotNull((await Page("/change-log?from=2+May+2010&to=1+May+2010")).QuerySelector("#To-error"));
    }

    [Fact]
    public async Task Fifty_stand_on_a_page_and_the_filter_is_kept_on_the_next()
    {
        for (var i = 1; i <= 60; i++)
            await Change("tried", $"thing {i}", null, $"{i}", null, "demo-analyst");

        var first = await Page("/change-log?who=demo-analyst");
        var second = await Page(first.QuerySelector(".suite-links a")!.GetAttribute("href")!);

        Assert.Equal(50, first.QuerySelectorAll(".change-log tbody tr").Length);
        Assert.Contains("Tried: thing 60", Words(first.QuerySelector(".change-log tbody tr")));
        Assert.Equal("51 to 61 of 61, newest first. Where before and after are partly the same, what differs is bold.", Words(second.QuerySelector(".change-log + .suite-note")));
        Assert.Contains("Tried: thing 10", Words(second.QuerySelector(".change-log tbody tr")));
    }

    [Theory]
    [InlineData("UPDATE change_log SET After = '20 working days' WHERE Sequence = 1", "Entry 1 was changed after it was written.")]
    [InlineData("DELETE FROM change_log WHERE Sequence = 1", "Entry 1 is missing.")]
    [InlineData("UPDATE change_log SET Sequence = 5 WHERE Sequence = 2", "Entries 2 to 4 are missing.")]
    public async Task A_log_that_was_changed_behind_the_suites_back_is_said_in_words(string fault, string sentence)
    {
        _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Write(connection => connection.Execute(fault));

        var page = await Page();

        Assert.EndsWith("Not every entry is as it was written.", Words(page.QuerySelector(".suite-sentence")));
        Assert.StartsWith($"Social care: {sentence}", Words(page.QuerySelector(".govuk-inset-text")));
        Assert.Equal(["Yes", "Yes", "Yes", "Yes", "Yes", $"No. {sentence}"], page.QuerySelectorAll("table:not(.change-log) tbody tr td:last-child").Select(Words).Order().Reverse());
    }

    [Fact]
    public void An_entry_that_was_changed_with_its_fingerprint_does_not_lead_to_the_next()
    {
        var first = Entry(1, "7 working days", "");
        var second = Entry(2, "10 working days", first.Hash);

        Assert.Null(ChangeEntry.FirstBroken([first, second]));
        var chain = new ChangeChain();
        foreach (var entry in new[] { Entry(1, "20 working days", ""), second })
            chain.Follow(entry);

        Assert.Equal((2, "Entry 2 does not follow entry 1: one of the two was changed after it was written."), (chain.Count, chain.Fault!.Sentence));

        static ChangeEntry Entry(long sequence, string after, string previous)
        {
            var hash = Stored("").ComputeHash();
            return Stored(hash);

            ChangeEntry Stored(string hash) =>
                ChangeEntry.Stored(sequence, new DateTime(2010, 8, 20, 8, 0, 0, DateTimeKind.Utc), "a", "Analyst", "added a time limit", "NI59", null, after, null, previous, hash);
        }
    }

    [Fact]
    public async Task It_is_for_administrators_and_performance_managers_and_stands_in_their_menu()
    {
        foreach (var person in new[] { "demo-administrator", "demo-performance-manager" })
        {
            using var reader = await SignIn(_suite, person);
            Assert.NotNull((await reader.Page("/")).QuerySelector("nav a[href='/change-log']"));
        }
        using var analyst = await SignIn(_suite, "demo-analyst");
        Assert.Null((await analyst.Page("/")).QuerySelector("nav a[href='/change-log']"));
        Assert.Equal(HttpStatusCode.Forbidden, await analyst.Status("/change-log"));
    }

    [Fact]
    public void Before_and_after_are_laid_out_part_by_part()
    {
        Assert.Equal(["Working days: 7", "Start day counts: no"], Parts("""{ "WorkingDays": 7, "startDayCounts": false }"""));
        Assert.Equal(["Lead: Director", "Colour: amber"], Parts("Lead: Director\nColour: amber"));
        Assert.Equal(["{ not json"], Parts("{ not json"));
        Assert.Empty(Parts(null));

        static IEnumerable<string> Parts(string? text) => ChangeText.Parts(text, null).Select(part => part.Words);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Page(string path = "/change-log")
    {
        using var visitor = await SignIn(_suite, "demo-administrator");
        return await visitor.Page(path);
    }

    private async Task Change(string action, string subject, string? before, string? after, string? why, string person)
    {
        using var scope = _suite.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        db.Record(new Actor(person, person), action, subject, before, after, why);
        await db.SaveChangesAsync();
    }
}
