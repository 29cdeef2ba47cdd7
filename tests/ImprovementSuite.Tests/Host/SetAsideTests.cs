using System.Net;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host;

/// <summary>A rejected record that never comes right, from the feed to the page and back.</summary>
public sealed class SetAsideTests : IAsyncLifetime
{
    private static readonly CaseRecord Wrong = Cases.Referral("R/1 a", "2010-02-30", child: new string('C', 65));

    private RunningSuite _suite = null!;
    private Visitor _administrator = null!;
    private long _sequence;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _administrator = await SignIn(_suite, "demo-administrator");
        await Send(Wrong, Cases.Referral("R2", "never"));
    }

    public async Task DisposeAsync()
    {
        _administrator.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task It_leaves_the_list_with_a_reason_and_stays_findable_with_who_and_when()
    {
        var form = await Form();
        Assert.StartsWith($"2 things are wrong with referral {Pseudonym("R/1 a")} of case-system, which came on 20 Aug 2010", Words(form.QuerySelector(".suite-sentence")));
        await _administrator.Send(form, "form[action*=Aside] button", ("Why", "Closed in the old system"));

        Assert.Equal(Shown("R2"), await Listed("/feeds/rejected"));
        var aside = await _administrator.Page("/feeds/rejected?aside=true");
        Assert.StartsWith("2 things were set aside with a reason", Words(aside.QuerySelector(".suite-sentence")));
        Assert.Contains("Administrator, 20 Aug 2010, 9:00am Closed in the old system", Words(aside.QuerySelector("tbody tr")));
        Assert.Equal("1", Words((await _administrator.Page("/feeds")).QuerySelector("tbody td:last-child")));
        var entry = (await ChangeLog())[^1];
        Assert.Equal(
            ("demo-administrator", "set aside a rejected record", $"Referral {Pseudonym("R/1 a")} of case-system", "set aside", "Closed in the old system"),
            (entry.ActorId, entry.Action, entry.Subject, entry.After, entry.Why));
        Assert.Contains("which is no day of the calendar", entry.Before);
    }

    [Fact]
    public async Task Without_a_reason_nothing_is_set_aside()
    {
        var page = await _administrator.Send(await Form(), "form[action*=Aside] button", ("Why", " "));

        Assert.Equal("Error: Say why it will never come right", Words(page.QuerySelector("#Why-error")));
        Assert.Equal(Shown("R2", "R/1 a", "R/1 a"), await Listed("/feeds/rejected"));
    }

    [Fact]
    public async Task Sent_again_as_it_is_it_stays_aside_and_in_another_version_it_is_to_be_corrected()
    {
        await SetAside();

        await Send(Wrong);
        Assert.Equal(Shown("R/1 a", "R/1 a"), await Listed("/feeds/rejected?aside=true"));

        var tried = Wrong.Clone();
        (tried.Key.Version, tried.Referral.Child) = (2, "C1");
        await Send(tried);
        Assert.Equal(Shown("R/1 a", "R2"), await Listed("/feeds/rejected"));
        Assert.Empty(await Listed("/feeds/rejected?aside=true"));
    }

    [Fact]
    public async Task A_corrected_version_settles_it_as_always()
    {
        await SetAside();

        await Send(Cases.Referral("R/1 a", "2010-08-02", version: 2));

        Assert.Empty(await Listed("/feeds/rejected?aside=true"));
        Assert.Equal(Shown("R2"), await Listed("/feeds/rejected"));
    }

    [Fact]
    public async Task It_can_be_put_back()
    {
        await SetAside();

        await _administrator.Send(await Form("/feeds/rejected?aside=true"), "form[action*=Back] button");

        Assert.Equal(Shown("R2", "R/1 a", "R/1 a"), await Listed("/feeds/rejected"));
        Assert.StartsWith("set aside by Administrator: Closed in the old system", (await ChangeLog())[^1].Before);
    }

    [Fact]
    public async Task The_second_of_two_is_told_what_the_first_did_and_what_came_meanwhile()
    {
        var (mine, theirs) = (await Form(), await Form());
        await _administrator.Send(theirs, "form[action*=Aside] button", ("Why", "Theirs"));

        var told = await _administrator.Send(mine, "form[action*=Aside] button", ("Why", "Mine"));
        Assert.Equal("Administrator has set it aside meanwhile: Theirs", Words(told.QuerySelector(".govuk-error-summary__list")));

        await Send(Cases.Referral("R/1 a", "2010-08-02", version: 2));
        var settled = await _administrator.Send(mine, "form[action*=Aside] button", ("Why", "Mine"));
        Assert.Equal($"Referral {Pseudonym("R/1 a")} of case-system has come right meanwhile: there is nothing to change.", Words(settled.QuerySelector(".suite-sentence")));
        Assert.Single(await ChangeLog());
    }

    [Fact]
    public async Task Whoever_does_not_manage_feeds_reads_the_list_without_the_link()
    {
        using var analyst = await SignIn(_suite, "demo-analyst");

        Assert.Empty((await analyst.Page("/feeds/rejected")).QuerySelectorAll("a[href*=set-aside]"));
        Assert.Equal(HttpStatusCode.Forbidden, await analyst.Status("/feeds/rejected/set-aside?feed=socialcare&problem=1"));
        Assert.Equal(HttpStatusCode.NotFound, await _administrator.Status("/feeds/rejected/set-aside?feed=socialcare&problem=99"));
    }

    private async Task SetAside() => await _administrator.Send(await Form(), "form[action*=Aside] button", ("Why", "Closed in the old system"));

    /// <summary>Whoever manages feeds is shown pseudonyms.</summary>
    private string Pseudonym(string reference) => _suite.Services.GetRequiredService<Pseudonyms>().Of(reference);

    private IEnumerable<string> Shown(params IEnumerable<string> references) => references.Select(Pseudonym);

    /// <summary>The form of one of the records.</summary>
    private async Task<IHtmlDocument> Form(string list = "/feeds/rejected") =>
        await _administrator.Page((await _administrator.Page(list)).QuerySelectorAll("tbody tr").First(row => Words(row).StartsWith(Pseudonym("R/1 a"))).QuerySelector("a")!.GetAttribute("href")!);

    private async Task<IEnumerable<string>> Listed(string path) => (await _administrator.Page(path)).QuerySelectorAll("tbody th").Select(Words);

    private async Task Send(params IEnumerable<CaseRecord> records) =>
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(++_sequence, records), await _suite.Key());

    private async Task<List<ChangeEntry>> ChangeLog()
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync();
    }
}
