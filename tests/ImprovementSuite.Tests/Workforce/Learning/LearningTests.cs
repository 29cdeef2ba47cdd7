using AngleSharp.Html.Dom;
using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Learning;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce;
using ImprovementSuite.Workforce.Sample;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Learning;

/// <summary>What audits find comes from SocialCare's outbox, and what was delivered goes back through the module's own: both by the courier.</summary>
public sealed class LearningTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _lead = await SignIn(_suite, "demo-hr-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Needs_come_from_audits_and_the_largest_stands_first()
    {
        await Found(1, Issue("16", "The child was not seen alone", "Central", "Central 2", 6, 9), Issue("17", "Chronology missing or not used", "North", "North 1", 7, 12), Issue("18", "Risk is described", "North", "North 1", 0, 12));

        var page = await _lead.Page("/workforce/learning");

        Assert.Equal("Audits since 1 June 2010 found practice issues in 2 teams: 2 needs for learning, and for 2 no learning is planned yet.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["Chronology missing or not used North 1, North 7 of 12 audits None planned", "The child was not seen alone Central 2, Central 6 of 9 audits None planned"],
            page.QuerySelectorAll("tbody tr").Select(Words));
    }

    [Fact]
    public async Task A_month_that_comes_again_stands_in_place_of_the_one_before_and_an_old_one_changes_nothing()
    {
        await Found(2, Issue("16", "The child was not seen alone", "Central", "Central 2", 6, 9));
        await Found(2, Issue("16", "The child was not seen alone", "Central", "Central 2", 8, 9));
        await Found(1, Issue("16", "The child was not seen alone", "Central", "Central 2", 3, 9));
        Assert.Equal(["6"], FoundNow());

        await Found(3, Issue("17", "Chronology missing or not used", "Central", "Central 2", 5, 9));
        Assert.Equal(["5"], FoundNow());
    }

    [Fact]
    public async Task A_session_that_is_held_reaches_social_care_is_corrected_there_and_taken_back()
    {
        await Found(1, Issue("16", "The child was not seen alone", "Central", "Central 2", 6, 9));
        var planned = await Enter(("LearningTitle", "Voice of the child"), ("On", "30 August 2010"), ("Issues", "16"), ("Teams", "team Central 2|Central"));
        Assert.Contains("Voice of the child, planned for 30 Aug 2010", Words(planned.QuerySelector("tbody tr")));
        await _suite.Quiet();
        Assert.Empty(InSocialCare());

        await Change(("On", "14 June 2010"), ("Staff", "9"), ("Managers", "2"));
        await _suite.Quiet();
        Assert.Equal(["Voice of the child, 14 June 2010, Central 2, 11 people"], InSocialCare());

        await Change(("Staff", "10"), ("Why", "One had signed on paper"));
        await _suite.Quiet();
        Assert.Equal(["Voice of the child, 14 June 2010, Central 2, 12 people"], InSocialCare());

        await _lead.Send(await _lead.Page("/workforce/learning/session/1"), "button[formaction*=Withdraw]", ("Why", "Entered by mistake"));
        await _suite.Quiet();
        Assert.Empty(InSocialCare());
    }

    [Fact]
    public async Task All_is_told_again_to_whoever_joins_later()
    {
        await Found(1, Issue("16", "The child was not seen alone", "Central", "Central 2", 6, 9));
        await Enter(("LearningTitle", "Voice of the child"), ("On", "14 June 2010"), ("Issues", "16"), ("Teams", "authority"), ("Staff", "9"), ("Managers", "2"));
        await _suite.Quiet();
        await InSocialCareDo("DELETE FROM learning");

        _suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == WorkforceModule.Name).PublishAll();
        await _suite.Quiet();

        Assert.Equal(["Voice of the child, 14 June 2010, every team, 11 people"], InSocialCare());
    }

    [Fact]
    public async Task Training_in_the_sample_is_what_was_published()
    {
        await Edit(_suite, db => SampleLearning.Load(db, Actor.Suite));
        Count(_suite);

        Assert.Equal((519, 89), (SampleLearning.Sessions.Sum(session => session.Staff), SampleLearning.Sessions.Sum(session => session.Managers)));
        Assert.Contains("519 staff and 89 managers have been trained in CAF since 7 April 2010.", Words((await _lead.Page("/workforce/learning")).QuerySelector(".suite-sentence")));
        // The launch in February is none of them.
        Assert.Equal((519 + 89, 0), Value(_suite, "CAF-TRAINED", RunningSuite.Today, PeriodKind.YearToDate));
        Assert.Equal((178 + 31, 0), Value(_suite, "CAF-TRAINED", new(2010, 4, 30), PeriodKind.Month));
    }

    [Fact]
    public async Task What_was_taken_back_is_told_again_to_whoever_missed_it()
    {
        await Found(1, Issue("16", "The child was not seen alone", "Central", "Central 2", 6, 9));
        await Enter(("LearningTitle", "Voice of the child"), ("On", "14 June 2010"), ("Issues", "16"), ("Teams", "authority"), ("Staff", "9"));
        await _suite.Quiet();
        await _lead.Send(await _lead.Page("/workforce/learning/session/1"), "button[formaction*=Withdraw]", ("Why", "Entered by mistake"));
        await _suite.Quiet();
        // As if the message had never come.
        await InSocialCareDo("UPDATE learning SET IsWithdrawn = 0");
        Assert.NotEmpty(InSocialCare());

        _suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == WorkforceModule.Name).PublishAll();
        await _suite.Quiet();

        Assert.Empty(InSocialCare());
    }

    [Theory]
    [InlineData("LearningTitle", "", "Say what the learning is")]
    [InlineData("On", "soon", "“soon” is not a day")]
    [InlineData("On", "30 August 2010", "30 August 2010 is still to come: say how many came once it has been held")]
    [InlineData("Staff", "-3", "“-3” is not a whole number")]
    [InlineData("Staff", "", "Say how many staff came beside the managers")]
    [InlineData("Teams", "", "Choose the teams or localities")]
    public async Task What_is_missing_is_said_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        (string, string)[] right = [("LearningTitle", "Voice of the child"), ("On", "14 June 2010"), ("Teams", "authority"), ("Staff", "9"), ("Managers", "2")];

        var page = await Enter([.. right.Where(value => value.Item1 != field), (field, typed)]);

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal("2", page.QuerySelector("input[name=Managers]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_second_to_change_a_session_is_shown_the_first()
    {
        await Enter(("LearningTitle", "Voice of the child"), ("On", "14 September 2010"), ("Teams", "authority"));
        var (one, other) = (await _lead.Page("/workforce/learning/session/1"), await _lead.Page("/workforce/learning/session/1"));
        await _lead.Send(one, "main form button", ("On", "15 September 2010"));

        var second = await _lead.Send(other, "main form button", ("On", "16 September 2010"));

        Assert.Equal(["Day 15 September 2010 16 September 2010"], second.QuerySelectorAll("main table tbody tr").Select(Words));
    }

    private static PracticeIssueCount Issue(string code, string issue, string locality, string team, long found, long completed) => new(code, issue, locality, team, found, completed);

    /// <summary>Puts what audits found into SocialCare's outbox and lets the courier take it.</summary>
    private async Task Found(long revision, params PracticeIssueCount[] issues)
    {
        _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Write(connection => OutgoingMessage.Write(connection, new PracticeIssuesFound(new(2010, 7, 1), issues, revision), DateTime.UnixEpoch));
        await _suite.Quiet();
    }

    private List<string> FoundNow() => Read(_suite, connection => connection.Query("SELECT Found FROM learning_need", row => row.GetString(0)));

    private async Task<IHtmlDocument> Enter(params (string, string)[] typed) => await _lead.Send(await _lead.Page("/workforce/learning/session"), "main form button", typed);

    private async Task Change(params (string, string)[] typed) => await _lead.Send(await _lead.Page("/workforce/learning/session/1"), "main form button", typed);

    private List<string> InSocialCare()
    {
        using var scope = _suite.Services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<SocialCareDb>().Set<LearningEvent>().Where(learning => !learning.IsWithdrawn).AsEnumerable().Select(learning => learning.What.ToString())];
    }

    private Task InSocialCareDo(string sql)
    {
        _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Write(connection => connection.Execute(sql));
        return Task.CompletedTask;
    }
}
