using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Teams;

/// <summary>A restructure is typed in Workforce; its own figures and SocialCare's teams follow.</summary>
public sealed class TeamsRestructuredTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        _lead = await SignIn(_suite, "demo-hr-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_merger_moves_figures_here_and_teams_in_social_care()
    {
        var page = await Restructure(["Central 1, Central", "North 1, North"], "Assessment", "Central");
        await _suite.Quiet();

        Assert.Equal("2 teams stand in 2 localities; for 2 another carries on.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal((2_00, 5_00), OfTeam("VACANCY-SOCIAL-WORKERS", "Assessment"));
        Assert.Equal(["Central 1, Central: Assessment, Central", "North 1, North: Assessment, Central"], await Followed());
        Assert.Equal(2, Log("followed which team carries on, as the Workforce module said"));
    }

    [Fact]
    public async Task A_move_to_another_locality_is_another_team_of_the_same_name()
    {
        await Restructure(["South 1, South"], "South 1", "West");
        await _suite.Quiet();

        Assert.Equal(["South 1, South: South 1, West"], await Followed());
        Assert.Equal((0, 1_00), Read(_suite, connection => connection.Query(
            "SELECT Numerator, Denominator FROM measure_value WHERE Measure = 'VACANCY-TEAM-MANAGERS' AND PeriodKind = 3 AND \"To\" = $1 AND ScopeKind = 1 AND ScopeCode = 'West'",
            row => (row.GetInt64(0), row.GetInt64(1)), RunningSuite.Today).Single()));
    }

    [Fact]
    public async Task The_same_message_again_changes_nothing_and_undoing_is_followed()
    {
        var outbox = _suite.Services.GetRequiredService<ModuleDatabase<WorkforceDb>>();
        var kept = new KeptMessages(outbox);
        var page = await Restructure(["Central 1, Central", "North 1, North"], "Assessment", "Central");
        await _suite.Quiet();
        var message = Assert.Single(kept.Of<TeamsRestructured>());
        outbox.Write(connection => OutgoingMessage.Write(connection, message, DateTime.UnixEpoch));
        await _suite.Quiet();
        Assert.Equal(2, Log("followed which team carries on, as the Workforce module said"));

        var undo = await _lead.Page("/workforce/teams/undo/1");
        Assert.Equal("Since 16 August 2010, Central 1, Central and North 1, North became Assessment, Central. Undone, these 2 teams stand for themselves again, here and in social care.", Words(undo.QuerySelector(".suite-sentence")));
        page = await _lead.Send(undo, "main form button", ("Why", "The decision was called in"));
        await _suite.Quiet();

        Assert.Contains("became Assessment, Central; undone by Human resources lead, Workforce: The decision was called in", Words(page.QuerySelector("main")));
        Assert.Empty(page.QuerySelectorAll("main a[href*=undo]"));
        Assert.Empty(await Followed());
        Assert.Equal((1_60, 2_60), OfTeam("VACANCY-SOCIAL-WORKERS", "Central 1"));
    }

    [Fact]
    public async Task Undoing_asks_why_and_whoever_comes_second_finds_it_undone()
    {
        await Restructure(["Central 1, Central"], "Assessment", "Central");
        var (mine, theirs) = (await _lead.Page("/workforce/teams/undo/1"), await _lead.Page("/workforce/teams/undo/1"));

        var page = await _lead.Send(mine, "main form button", ("Why", " "));
        Assert.Contains("Say why it is undone: it is kept in the change log", Words(page.QuerySelector(".govuk-error-summary")));
        await _lead.Send(page, "main form button", ("Why", "Called in"));
        page = await _lead.Send(theirs, "main form button", ("Why", "Mine"));

        Assert.Equal("Teams and localities", Words(page.QuerySelector("h1")));
        Assert.Equal("Called in", Read(_suite, connection => connection.Scalar<string>("SELECT UndoneWhy FROM restructure")));
        Assert.Equal("Called in", Read(_suite, connection => connection.Scalar<string>("SELECT Why FROM change_log WHERE Action = 'undid a restructure of teams'")));
    }

    [Fact]
    public async Task A_new_team_is_there_before_any_record_names_it()
    {
        var page = await Restructure([], "Duty", "Central");

        Assert.Contains("Duty", page.QuerySelectorAll("tbody th").Select(Words));
    }

    [Theory]
    [InlineData("Central 1, Central", "Central 1", "Central", "cannot carry on for itself")]
    [InlineData("", "Central 1", "Central", "Central 1, Central is there already")]
    [InlineData("Central 1, Central", "", "Central", "Give the team that carries on")]
    public async Task What_cannot_be_is_said(string old, string team, string locality, string sentence)
    {
        var page = await Restructure(old.Length == 0 ? [] : [old], team, locality);

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal("Cabinet, 2 August 2010", page.QuerySelector("input[name=Why]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_ring_of_successors_is_refused()
    {
        await Restructure(["Central 1, Central"], "North 1", "North");

        var page = await Restructure(["North 1, North"], "Central 1", "Central");

        Assert.Contains("Central 1, Central is already carried on by North 1, North: undo that first", Words(page.QuerySelector(".govuk-error-summary")));
    }

    private async Task<IHtmlDocument> Restructure(string[] old, string team, string locality)
    {
        var form = await _lead.Page("/workforce/teams");
        var ids = form.QuerySelectorAll<IHtmlInputElement>("input[name=Old]").Where(box => old.Contains(Words(box.ParentElement!))).Select(box => ("Old", box.Value));
        return await _lead.Send(form, "main form:has(input[name=Why]) button", [.. ids, ("NewTeam", team), ("NewLocality", locality), ("On", "16 August 2010"), ("Why", "Cabinet, 2 August 2010")]);
    }

    private (long, long) OfTeam(string measure, string team) => Read(_suite, connection => connection.Query(
        "SELECT Numerator, Denominator FROM measure_value WHERE Measure = $1 AND PeriodKind = 3 AND \"To\" = $2 AND ScopeKind = 2 AND ScopeCode = $3",
        row => (row.GetInt64(0), row.GetInt64(1)), measure, RunningSuite.Today, team).Single());

    private async Task<List<string>> Followed()
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        var teams = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Teams.ToListAsync();
        return [.. teams.Where(team => team.SuccessorId is not null).Select(team => $"{team.Name}: {teams.Single(other => other.Id == team.SuccessorId).Name}").Order(StringComparer.Ordinal)];
    }

    private int Log(string action)
    {
        using var scope = _suite.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.Count(entry => entry.Action == action);
    }
}
