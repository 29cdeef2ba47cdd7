using System.Net;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare;

/// <summary>Whose records a person sees: a team manager those of the own team, nobody those of a restricted case but who is named for it.</summary>
public sealed class WhoSeesRecords : IAsyncLifetime
{
    private const string List = "/social-care/records/NI59?from=2010-04-01&to=2010-08-20";

    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await _suite.CaseFeed.SubmitBatchAsync(
            Cases.Batch(
                1, Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"), Cases.Referral("R2", "2010-08-02", "Central 2", child: "C2"),
                Cases.Initial("A2", "R2", "2010-08-13", team: "Central 2", child: "C2"), Cases.Referral("R3", "2010-08-03", "Central 2", child: "C3"),
                Cases.Initial("A3", "R3", "2010-08-05", team: "Central 2", child: "C3"),
                new CaseRecord { Key = Cases.Key("C3", 1), Child = new Child { BornOn = "2004-02-29", Restricted = true } }),
            await _suite.Key());
        _suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare").Run();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task A_team_manager_sees_the_records_of_the_own_team_alone()
    {
        using var manager = await SignIn(_suite, "demo-team-manager");

        var page = await manager.Page(List);
        var other = await manager.Page($"{List}&scope=team&code=North%201");
        var csv = await manager.Text($"{List}&handler=Csv");

        Assert.Equal("1 April to 20 August 2010, Central 2: 1 of 2 initial assessments were finished in time.", Words(page.QuerySelector(".suite-sentence")));
        Assert.DoesNotContain("A1", page.Body!.TextContent);
        Assert.Empty(other.QuerySelectorAll("tbody tr"));
        Assert.DoesNotContain("A1", csv);
        Assert.Contains("A2", csv);
    }

    [Fact]
    public async Task A_restricted_case_counts_and_shows_nothing_of_itself()
    {
        using var analyst = await SignIn(_suite, "demo-analyst");

        var page = await analyst.Page(List);
        var csv = await analyst.Text($"{List}&handler=Csv");

        Assert.Equal("1 April to 20 August 2010, the whole authority: 2 of 3 initial assessments were finished in time.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal("Restricted case Not shown Not shown Not shown Not shown Not shown Yes", Words(page.QuerySelectorAll("tbody tr").Single(row => Words(row).StartsWith("Restricted"))));
        Assert.DoesNotContain("A3", page.Body!.TextContent);
        Assert.Contains("\"Restricted case\",\"\",\"\",,,,yes", csv);
        Assert.DoesNotContain("A3", csv);
    }

    private string Shown(string reference) => _suite.Services.GetRequiredService<Pseudonyms>().Of(reference);

    [Fact]
    public async Task Whoever_is_named_opens_it_until_the_name_is_removed()
    {
        using var manager = await SignIn(_suite, "demo-practice-improvement-manager");
        using var analyst = await SignIn(_suite, "demo-analyst");
        var form = await manager.Page("/social-care/restricted");
        Assert.Equal("1 case is restricted; 1 has nobody who may open it here.", Words(form.QuerySelector(".suite-sentence")));

        var refused = await manager.Send(form, "form.suite-prose button", ("Child", "C3"), ("PersonId", ""), ("Why", ""));
        Assert.Equal(
            ["Enter the name of the person, or the e-mail address with which they sign in", "Say why this person needs to open the case"], refused.QuerySelectorAll(".govuk-error-summary__list a").Select(Words));
        var unknown = await manager.Send(form, "form.suite-prose button", ("Child", "C3"), ("PersonId", "demo-analist"), ("Why", "Audit of 20 August"));
        Assert.StartsWith("Nobody can sign in as “demo-analist”", Words(unknown.QuerySelector(".govuk-error-summary__list a")));
        var named = await manager.Send(form, "form.suite-prose button", ("Child", "C3"), ("PersonId", "demo-analyst"), ("Why", "Audit of 20 August"));
        Assert.Contains(Shown("A3"), (await analyst.Page(List)).Body!.TextContent);
        Assert.DoesNotContain("A3", (await manager.Page(List)).Body!.TextContent);

        var again = await manager.Send(named, "form.suite-prose button", ("Child", "C3"), ("PersonId", "demo-analyst"), ("Why", "Twice"));
        Assert.Contains("Analyst is named for this case already", Words(again.QuerySelector(".govuk-error-summary")));
        await manager.Send(named, "form[action*=Remove] button");
        Assert.DoesNotContain(Shown("A3"), (await analyst.Page(List)).Body!.TextContent);

        using var scope = _suite.Services.CreateScope();
        var log = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Contains(log, entry => entry is { Action: "named a reader of a restricted case", Subject: var subject, After: "demo-analyst", Why: "Audit of 20 August" } && subject == Shown("C3"));
        Assert.Contains(log, entry => entry is { Action: "removed a reader of a restricted case", Subject: var subject, Before: "demo-analyst" } && subject == Shown("C3"));
        Assert.Null(ChangeEntry.FirstBroken(log));
    }

    [Theory]
    [InlineData("demo-analyst")]
    [InlineData("demo-team-manager")]
    [InlineData("demo-administrator")]
    public async Task Who_may_open_a_restricted_case_is_not_everybody_s_to_say(string person)
    {
        using var visitor = await SignIn(_suite, person);

        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status("/social-care/restricted"));
    }
}
