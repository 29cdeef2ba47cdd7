using System.Net;
using System.Text;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.PersonalData;

public sealed class RetentionTests : CasesOfLongAgo
{
    private static readonly DateOnly May2003 = new(2003, 5, 1);

    [Fact]
    public async Task A_look_says_what_would_go_and_changes_nothing()
    {
        var page = await Lead.Page("/personal-data/socialcare/assessment?try=6");

        // The case that came again and the open one are whole while any of them is recent.
        Assert.Contains("By 6 years: 1 of 2, those whose time ran out before 20 August 2004.", Words(page.QuerySelector("main")));
        Assert.Equal(["2003", "1"], page.QuerySelectorAll("tbody tr > *").Select(Words));
        Assert.Null(page.QuerySelector(".govuk-button--warning"));
        Assert.Equal(["A-ended-in-2003", "A-first"], References("assessment"));
        Assert.Contains("By 8 years: 0 of 2", Words((await Lead.Page("/personal-data/socialcare/assessment?try=8")).QuerySelector("main")));
    }

    [Fact]
    public async Task What_is_past_its_time_goes_with_its_child_and_the_figures_stay()
    {
        var (timeliness, referrals) = (Value("NI59", May2003), Value("NI68", May2003));
        Assert.Equal(((1, 2), (2, 3)), (timeliness, referrals));

        // A referral stays while an assessment hangs on it.
        await Rule("referral", 6);
        Assert.Contains("By 6 years: 0 of 4", Words((await Lead.Page("/personal-data/socialcare/referral")).QuerySelector("main")));
        await Rule("assessment", 6);
        await Remove("assessment");
        await Remove("referral");

        Assert.Equal(["A-first"], References("assessment"));
        Assert.Equal(["R-first", "R-open", "R-second"], References("referral"));
        Assert.Empty(References("child"));
        Recalculator.Run(everything: true);
        Assert.Equal((timeliness, referrals), (Value("NI59", May2003), Value("NI68", May2003)));

        // And the list behind the figure says why it is shorter.
        using var analyst = await SignIn(Suite, "demo-analyst");
        Assert.Contains("Records of cases that ended before 20 August 2004 have been removed", Words((await analyst.Page("/social-care/records/NI59?from=2003-05-01&to=2003-05-31")).QuerySelector("main")));
    }

    [Fact]
    public async Task A_correction_of_a_time_that_was_removed_changes_no_figure_and_later_days_are_counted_as_always()
    {
        var before = Value("NI59", May2003);
        await Rule("assessment", 6);
        await Remove("assessment");

        await Send(Cases.Initial("A-first", "R-first", "2003-05-08", version: 2, child: Again), Cases.Initial("A-second", "R-second", "2010-08-05", child: Again));
        await Suite.Quiet();

        Assert.Equal(before, Value("NI59", May2003));
        Assert.Equal((1, 1), Value("NI59", new(2010, 8, 1)));
        Assert.Equal(0, Recalculator.Waiting());
    }

    [Fact]
    public async Task Nothing_of_what_was_removed_is_left_in_the_file()
    {
        Assert.True(Holds(Ended) && Holds(Again));
        foreach (var type in new[] { "assessment", "referral" })
        {
            await Rule(type, 6);
            await Remove(type);
        }

        Assert.True(Holds(Again));
        Assert.False(Holds(Ended), "The reference can still be read in the database file.");
        Assert.False(Holds("A-ended-in-2003"));
    }

    [Fact]
    public async Task A_removal_that_was_stopped_in_the_middle_goes_on_at_the_next_start()
    {
        await Rule("assessment", 6);
        Database.Write(connection => connection.Execute(
            "INSERT INTO retention_run (Type, Before, Expected, Removed, \"By\", Why, AskedAt, StartedAt) VALUES ('assessment', $1, 1, 0, 'somebody', 'stopped', 0, 0)", new DateOnly(2004, 8, 20)));
        Assert.Contains("0 of 1, under way", Words((await Lead.Page("/personal-data/socialcare/assessment")).QuerySelector("main")));

        // As every start does.
        Suite.Services.StartSweep();
        await Done();

        Assert.Equal(["A-first"], References("assessment"));
        Assert.DoesNotContain("under way", Words((await Lead.Page("/personal-data/socialcare/assessment")).QuerySelector("main")));
    }

    [Fact]
    public async Task Who_asked_and_why_is_in_the_change_log()
    {
        await Rule("assessment", 6);
        await Remove("assessment");

        var log = (await ChangeLog<SocialCareDb>()).TakeLast(2);
        Assert.Equal(
            [
                ("said how long records are kept", "Social care: assessments", "no rule", "6 years after the last day of the child's case", "Schedule, line 12"),
                ("removed records past their time", "Social care: assessments", "2 records", "1 record with their last day before 20 August 2004 go, 6 years after the last day of the child's case", "Agreed on 1 August"),
            ],
            log.Select(entry => (entry.Action, entry.Subject, entry.Before, entry.After, entry.Why)));
    }

    [Theory]
    [InlineData("six", "Schedule", "Enter whole years from 1 to 100, such as 6")]
    [InlineData("0", "Schedule", "Enter whole years from 1 to 100, such as 6")]
    [InlineData("", "Schedule", "Enter for how many years, such as 6")]
    [InlineData("6", " ", "Say why, such as the line of the council's retention schedule: it is kept in the change log")]
    public async Task What_is_wrong_with_a_rule_is_said_and_nothing_typed_is_lost(string years, string why, string sentence)
    {
        var page = await Lead.Send(await Lead.Page("/personal-data/socialcare/contact"), "form[action*=Rule] button", ("Years", years), ("Why", why));

        Assert.Equal(sentence, Words(page.QuerySelector(".govuk-error-summary__list")));
        Assert.Equal(years, page.QuerySelector("#Years")!.GetAttribute("value") ?? "");
        Assert.Contains("There is no rule", Words(page.QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task The_second_of_two_who_change_a_rule_is_told_what_the_first_said()
    {
        var mine = await Lead.Page("/personal-data/socialcare/contact");
        await Rule("contact", 6);

        var told = await Lead.Send(mine, "form[action*=Rule] button", ("Years", "10"), ("Why", "Mine"));

        Assert.Equal("Somebody has changed this rule meanwhile: it now says 6 years. Save again if yours is still right", Words(told.QuerySelector(".govuk-error-summary__list")));
        await Lead.Send(told, "form[action*=Rule] button");
        Assert.Contains("10 years", Words((await Lead.Page("/personal-data/socialcare/contact")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task What_is_removed_is_what_was_shown()
    {
        await Rule("assessment", 6);
        var shown = await Lead.Page("/personal-data/socialcare/assessment");
        await Send(Cases.Referral("R-third", "2003-01-06", child: "C3"), Cases.Initial("A-third", "R-third", "2003-01-09", child: "C3"));

        var told = await Lead.Send(shown, ".govuk-button--warning", ("RemoveWhy", "Agreed"));

        Assert.Equal("2 would go now, and you were shown 1. Look again, and remove them if that is right", Words(told.QuerySelector(".govuk-error-summary__list")));
        Assert.Equal(3, References("assessment").Count);
    }

    [Fact]
    public async Task The_home_page_asks_for_rules_that_are_missing()
    {
        Assert.Contains("Say how long 21 types of records are kept", Words((await Lead.Page("/")).QuerySelector("main")));
        Assert.Equal(HttpStatusCode.NotFound, await Lead.Status("/personal-data/socialcare/named_reader"));
    }

    private async Task Rule(string type, int years) =>
        await Lead.Send(await Lead.Page($"/personal-data/socialcare/{type}"), "form[action*=Rule] button", ("Years", $"{years}"), ("Why", "Schedule, line 12"));

    private async Task Remove(string type)
    {
        await Lead.Send(await Lead.Page($"/personal-data/socialcare/{type}"), ".govuk-button--warning", ("RemoveWhy", "Agreed on 1 August"));
        await Done();
    }

    private async Task Done()
    {
        for (var left = 600; Database.Read(connection => connection.Scalar<long>("SELECT COUNT(*) FROM retention_run WHERE EndedAt IS NULL")) > 0; left--)
        {
            Assert.True(left > 0, "The removal does not come to an end.");
            await Task.Delay(100);
        }
    }

    /// <summary>Whether a text can be read in the database, its write-ahead log included.</summary>
    private bool Holds(string text) => Directory.EnumerateFiles(Suite.Folder, "socialcare.db*").Any(path =>
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    });
}
