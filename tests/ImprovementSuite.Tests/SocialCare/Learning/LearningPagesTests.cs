using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.Learning;

/// <summary>Practice issues and learning as people read and type them, on 20 August 2010.</summary>
public sealed class LearningPagesTests : IAsyncLifetime
{
    private const string Page = "/social-care/learning";
    private const string Issue = "/social-care/learning/issue/16";
    private const string Form = "/social-care/learning/typed";

    private RunningSuite _suite = null!;
    private Visitor _moderator = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _moderator = await SignIn(_suite, "demo-practice-improvement-manager");
        using var scope = _suite.Services.CreateScope();
        var audits = new AuditsDone(scope.ServiceProvider.GetRequiredService<SocialCareDb>(), _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>());
        await audits.Of("Central 2", new(2010, 6, 1), 12, 6);
        await audits.Of("Central 2", new(2010, 7, 1), 15, 3);
        await audits.Of("North 1", new(2010, 6, 1), 10, 2);
        await audits.Of("North 1", new(2010, 7, 1), 4, 1, AuditsDone.Chronology);
    }

    public async Task DisposeAsync()
    {
        _moderator.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_page_begins_with_the_issue_found_most_and_counts_it_by_locality_and_team()
    {
        using var member = await SignIn(_suite, "demo-panel-member");

        var page = await member.Page(Page);
        Assert.Equal("In 41 audits since 1 April 2010, “The child was not seen alone” was the issue found most: in 11.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal("The child was not seen alone 11 of 41 9 of 27 2 of 14", Words(page.QuerySelector("main tbody tr")));

        var central = await member.Page($"{Page}?place=locality/Central");
        Assert.StartsWith("In 27 audits in Central since 1 April 2010,", Words(central.QuerySelector(".suite-sentence")));
        Assert.Equal("The child was not seen alone 9 of 27 9 of 27", Words(central.QuerySelector("main tbody tr")));
        Assert.Equal("No audit of no further action decisions has been completed since 1 April 2010.", Words((await member.Page($"{Page}?audits=nfa")).QuerySelector(".suite-sentence")));
        Assert.Equal(HttpStatusCode.NotFound, await member.Status($"{Page}?place=locality/Atlantis"));
    }

    [Fact]
    public async Task Learning_that_was_typed_stands_on_the_trend_of_its_issue_with_before_and_after()
    {
        await TypeIn();

        var list = await _moderator.Page(Page);
        Assert.Contains("Voice of the child 14 Jun 2010 Central 2 11 The child was not seen alone Typed by Practice improvement manager on 20 August 2010", list.QuerySelectorAll("tbody tr").Select(Words).Last());
        var page = await _moderator.Page(Issue);
        Assert.Contains("Learning: Voice of the child, 14 June, Central 2, 11 people", page.QuerySelectorAll(".chart-and-table tr").Select(Words));
        Assert.Contains("Voice of the child, 14 Jun", page.QuerySelector("[data-chart] script")!.TextContent);
        Assert.Equal(
            ["Teams that had it 6 of 12 3 of 15 Fell from 6 of 12 to 3 of 15, 50.0% to 20.0%", "Central 2 6 of 12 3 of 15 Fell from 6 of 12 to 3 of 15, 50.0% to 20.0%", "1 team that had not 2 of 10 0 of 4 Too few to judge"],
            page.QuerySelectorAll("#learning-1 tbody tr").Select(Words));
        Assert.Equal(("typed learning", null), await Last());
    }

    [Fact]
    public async Task Wrong_input_says_what_to_do_and_loses_nothing()
    {
        var page = await _moderator.Send(await _moderator.Page(Form), "main form button", ("LearningTitle", " "), ("On", "31 June 2010"), ("People", "some"), ("Issues", "16"));

        Assert.Equal(
            [
                "Say what the learning was, such as Voice of the child", "“31 June 2010” is not a day: write it as 14 June 2010", "How many people came is a number from 1 to 10,000",
                "Choose the teams or localities that had it",
            ],
            page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words));
        Assert.Equal(("31 June 2010", "some", true), (
            page.QuerySelector<IHtmlInputElement>("#On")!.Value, page.QuerySelector<IHtmlInputElement>("#People")!.Value, page.QuerySelector<IHtmlInputElement>("#issue-16")!.IsChecked));
        var late = await _moderator.Send(page, "main form button", ("On", "21 August 2010"));
        Assert.Contains("The day is still to come: type the learning once it has been delivered", Words(late.QuerySelector(".govuk-error-summary")));
    }

    [Fact]
    public async Task A_correction_needs_a_reason_and_the_second_of_two_sees_the_first()
    {
        await TypeIn();
        var (one, other) = (await _moderator.Page($"{Form}/1"), await _moderator.Page($"{Form}/1"));

        var refused = await _moderator.Send(one, "main form button", ("People", "12"));
        Assert.Contains("Say why it is corrected", Words(refused.QuerySelector(".govuk-error-summary")));
        await _moderator.Send(one, "main form button", ("People", "12"), ("Why", "The register says 12"));
        Assert.Equal(("corrected learning", "The register says 12"), await Last());

        var second = await _moderator.Send(other, "main form button", ("People", "13"), ("Why", "I counted 13"));
        Assert.Contains("Nothing of yours is lost", Words(second.QuerySelector(".govuk-error-summary")));
        Assert.Equal("People 12 13", Words(second.QuerySelector("table tbody tr")));
        await _moderator.Send(second, "main form button");
        Assert.Contains("Central 2 13", Words((await _moderator.Page(Page)).QuerySelectorAll("tbody tr").Last()));
    }

    [Fact]
    public async Task It_is_removed_with_a_reason()
    {
        await TypeIn();

        var refused = await _moderator.Send(await _moderator.Page($"{Page}/remove/1"), "main form button");
        Assert.Contains("Say why", Words(refused.QuerySelector(".govuk-error-summary")));
        var page = await _moderator.Send(refused, "main form button", ("Why", "It was cancelled"));

        Assert.StartsWith("No learning is recorded.", Words(page.QuerySelector("h2 + .suite-prose")));
        Assert.Equal(("removed learning", "It was cancelled"), await Last());
    }

    [Fact]
    public async Task What_came_from_workforce_says_so_and_is_corrected_there()
    {
        using (var scope = _suite.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(new LearningDelivered("L1", "Using the chronology", ["17"], new(2010, 7, 14), [Scope.Locality("North")], 24, 1));

        var row = (await _moderator.Page(Page)).QuerySelectorAll("tbody tr").Last();

        Assert.Equal("Using the chronology 14 Jul 2010 All of North 24 Chronology missing or not used From the Workforce module", Words(row));
        Assert.Equal(HttpStatusCode.NotFound, await _moderator.Status($"{Form}/1"));
        Assert.Equal(HttpStatusCode.NotFound, await _moderator.Status($"{Page}/remove/1"));
    }

    [Fact]
    public async Task Counts_are_for_all_who_read_figures_and_typing_is_for_moderators()
    {
        await TypeIn();
        using var manager = await SignIn(_suite, "demo-team-manager");

        Assert.Empty((await manager.Page(Page)).QuerySelectorAll("a[href*='/typed'], a[href*='/remove']"));
        Assert.Equal(HttpStatusCode.OK, await manager.Status(Issue));
        foreach (var path in new[] { Form, $"{Form}/1", $"{Page}/remove/1" })
            Assert.Equal(HttpStatusCode.Forbidden, await manager.Status(path));
        // No reference of a file, no auditor.
        Assert.DoesNotContain("Marsden", (await manager.Page(Issue)).Body!.TextContent);
    }

    private async Task TypeIn() => await _moderator.Send(await _moderator.Page(Form), "main form button",
        ("LearningTitle", "Voice of the child"), ("On", "14 June 2010"), ("People", "11"), ("Issues", "16"), ("Teams", "team/Central/Central 2"));

    private async Task<(string Action, string? Why)> Last()
    {
        using var scope = _suite.Services.CreateScope();
        var log = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Null(ChangeEntry.FirstBroken(log));
        return (log[^1].Action, log[^1].Why);
    }
}
