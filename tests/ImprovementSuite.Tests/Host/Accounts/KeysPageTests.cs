using Grpc.Core;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.Accounts;

/// <summary>An administrator issues, replaces and revokes keys, and is told which end soon.</summary>
public sealed class KeysPageTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _administrator = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _administrator = await SignIn(_suite, "demo-administrator");
    }

    public async Task DisposeAsync()
    {
        _administrator.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_key_is_shown_once_with_twelve_months_where_nothing_else_is_chosen()
    {
        var issued = await Issue("Case system");

        Assert.Matches("^feed_[A-Za-z0-9_-]{43}$", Words(issued.QuerySelector("code")));
        var page = await _administrator.Page("/feeds/keys");
        Assert.Null(page.QuerySelector("code"));
        Assert.StartsWith("Case system socialcare case-system 20 Aug 2010, 9:00am Never 20 Aug 2011 In use Replace", Words(page.QuerySelector("tbody tr")));
    }

    [Fact]
    public async Task Both_keys_of_a_sender_are_taken_until_the_one_before_is_revoked()
    {
        var old = Words((await Issue("Case system")).QuerySelector("code"));
        var form = await _administrator.Page((await _administrator.Page("/feeds/keys")).QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal(("27 August 2010", "20 August 2011"), (form.QuerySelector("#Until")!.GetAttribute("value"), form.QuerySelector("#LastDay")!.GetAttribute("value")));

        var replaced = await _administrator.Send(form, "main form button");
        var next = Words(replaced.QuerySelector("code"));

        Assert.Contains("The key before it is taken until 27 August 2010.", Words(replaced.QuerySelector("main")));
        Assert.Equal((true, true), (await IsTaken(old), await IsTaken(next)));
        var list = await _administrator.Page("/feeds/keys");
        Assert.Equal("One sender has a key.", Words(list.QuerySelector(".suite-sentence")));
        // Only the newest can be replaced again.
        Assert.Single(list.QuerySelectorAll("tbody a"));

        await _administrator.Send(list, "tbody tr:last-child form[action*=Revoke] button");
        Assert.Equal((false, true), (await IsTaken(old), await IsTaken(next)));

        var log = (await _administrator.Page("/change-log?part=accounts&kind=Change")).QuerySelectorAll(".change-log tbody tr").Select(Words).ToList();
        Assert.Equal(3, log.Count);
        Assert.Contains("Revoked a feed key: Case system last day 27 August 2010 revoked", log[0]);
        Assert.Contains("Replaced a feed key: Case system last day 20 August 2011 last day 27 August 2010 the new key's 20 August 2011", log[1]);
        Assert.Contains("Issued a feed key: Case system", log[2]);
        Assert.All(log, entry => Assert.DoesNotContain("feed_", entry));
    }

    [Theory]
    [InlineData("19 August 2010", "Error: Give a day from 20 August 2010 to 20 August 2012")]
    [InlineData("21 August 2012", "Error: Give a day from 20 August 2010 to 20 August 2012")]
    [InlineData("31 June 2011", "Error: Give a day, such as 1 October 2010")]
    [InlineData("", "Error: Give the last day on which the key is taken")]
    public async Task A_last_day_that_cannot_be_is_said_beside_its_field(string typed, string error)
    {
        var page = await Issue("Case system", ("LastDay", typed));

        Assert.Equal(error, Words(page.QuerySelector("#LastDay-error")));
        Assert.Null(page.QuerySelector("code"));
    }

    [Fact]
    public async Task The_key_before_cannot_go_on_longer_than_it_would_have()
    {
        await Issue("Case system", ("LastDay", "22 August 2010"));
        var form = await _administrator.Page((await _administrator.Page("/feeds/keys")).QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal("22 August 2010", form.QuerySelector("#Until")!.GetAttribute("value"));

        var page = await _administrator.Send(form, "main form button", ("Until", "23 August 2010"));

        Assert.Equal("Error: Give a day from 20 August 2010 to 22 August 2010", Words(page.QuerySelector("#Until-error")));
    }

    [Fact]
    public async Task A_revoked_key_cannot_be_replaced()
    {
        await Issue("Case system");
        var list = await _administrator.Page("/feeds/keys");
        var replace = list.QuerySelector("tbody a")!.GetAttribute("href")!;
        await _administrator.Send(list, "form[action*=Revoke] button");

        Assert.Equal(System.Net.HttpStatusCode.NotFound, await _administrator.Status(replace));
    }

    [Fact]
    public async Task A_key_that_ends_within_thirty_days_waits_for_administrators()
    {
        await Add("Ends in 31 days", 31);
        Assert.Empty(await ToDo("demo-administrator"));

        await Add("Case system", 30);
        Assert.Equal(["Replace the feed key of Case system 19 Sep"], await ToDo("demo-administrator"));
        Assert.Empty(await ToDo("demo-analyst"));

        await Add("HR system", -2);
        Assert.Equal(["Replace 2 feed keys 2 days late"], await ToDo("demo-administrator"));

        await Scoped(async db => await db.ReplaceFeedKey(
            await db.FeedKeys.SingleAsync(key => key.Name == "HR system"), RunningSuite.Today, RunningSuite.Today.AddMonths(12), Actor.Suite, Clock.Now));
        Assert.Equal(["Replace the feed key of Case system 19 Sep"], await ToDo("demo-administrator"));
    }

    private BusinessClock Clock => _suite.Services.GetRequiredService<BusinessClock>();

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> Issue(string name, params (string, string)[] more) => await _administrator.Send(
        await _administrator.Page("/feeds/keys"), "form[action*=Issue] button", [("Name", name), ("Feed", "socialcare"), ("Sources", "case-system"), .. more]);

    private async Task<bool> IsTaken(string secret)
    {
        try
        {
            await _suite.CaseFeed.GetCheckpointAsync(new CheckpointRequest { Stream = "s" }, RunningSuite.Bearer(secret));
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unauthenticated)
        {
            return false;
        }
    }

    private Task Add(string name, int days) => Scoped(db => db.IssueFeedKey(name, "socialcare", ["case-system"], Actor.Suite, Clock.Now, RunningSuite.Today.AddDays(days)));

    private async Task Scoped(Func<AccountsDb, Task> work)
    {
        using var scope = _suite.Services.CreateScope();
        await work(scope.ServiceProvider.GetRequiredService<AccountsDb>());
    }

    private async Task<List<string>> ToDo(string person)
    {
        using var visitor = await SignIn(_suite, person);
        return [.. (await visitor.Page("/")).QuerySelectorAll(".home__beside .card:first-child .task-rows li").Select(Words)];
    }
}
