using System.Net;
using AngleSharp.Dom;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Sample;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Appraisals;

/// <summary>Twelve staff of three teams, counted by hand; then the sample, pinned to what was published.</summary>
public sealed class AppraisalPagesTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await RunningSuite.Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Held_and_overdue_are_counted_by_team_as_at_a_day()
    {
        await Send(_suite,
            Appraisal("A", "Central 1", "2010-05-04"), Appraisal("B", "Central 1", "2010-08-20"), Appraisal("C", "Central 1", due: "2010-08-19"),
            Appraisal("D", "North 1", due: "2010-08-20"), Appraisal("E", "North 1", "2010-07-31"), Appraisal("F", "North 1", from: "2009-04-01", to: "2010-03-31", due: "2010-03-31"));
        using var reader = await SignIn(_suite, "demo-panel-member");

        var page = await reader.Page("/workforce/appraisals");

        Assert.Equal("3 of 5 staff (60%) had received a PDR by 20 August 2010, as it is recorded. For 1 the last day had passed without one.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["Central 3 2 66.7% 1", "Central 1 3 2 66.7% 1", "North 2 1 50.0% 0", "North 1 2 1 50.0% 0"],
            page.QuerySelectorAll("table.data-table--blocks tbody tr").Select(Words));
        Assert.Equal(["31 Jul 2010 2 5 40.0%", "31 Mar 2010 0 1 0.0%"], page.QuerySelectorAll(".data-table--dense tbody tr").Select(Words).Where(row => row.StartsWith("31 Jul", StringComparison.Ordinal) || row.StartsWith("31 Mar", StringComparison.Ordinal)));
        Assert.Contains("2 of 5 staff (40%)", Words((await reader.Page("/workforce/appraisals?on=31+July+2010")).QuerySelector(".suite-sentence")));
        Assert.Contains("\"Central\",\"Central 1\",\"2010-08-20\",3,2,66.7,1", await reader.Text("/workforce/appraisals?handler=Csv"));
    }

    [Fact]
    public async Task The_page_counts_what_the_measure_counts()
    {
        await Send(_suite, SampleAppraisals.All);

        Assert.Equal((128, 200), Value(_suite, "PDR-COMPLETED", new(2010, 7, 31), ImprovementSuite.Contracts.PeriodKind.Month));
        using var reader = await SignIn(_suite, "demo-panel-member");
        Assert.StartsWith("128 of 200 staff (64%) had received a PDR by 31 July 2010", Words((await reader.Page("/workforce/appraisals?on=31+July+2010")).QuerySelector(".suite-sentence")));
        Assert.StartsWith("162 of 200 staff (81%)", Words((await reader.Page("/workforce/appraisals?on=31+March+2010")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task A_sample_says_what_may_be_held_and_never_changes_the_figure()
    {
        await Send(_suite, SampleAppraisals.All);
        using var lead = await SignIn(_suite, "demo-hr-lead");
        var form = await lead.Page("/workforce/appraisals/sample");

        var wrong = await lead.Send(form, "main form button", ("On", "31 July 2010"), ("LookedAt", "40"), ("Held", "41"), ("By", "J. Marsh"));
        Assert.Contains("41 is more than the 40 that were looked at", Words(wrong.QuerySelector(".govuk-error-summary")));
        Assert.Equal("J. Marsh", wrong.QuerySelector("input[name=By]")!.GetAttribute("value"));

        var page = await lead.Send(wrong, "main form button", ("Held", "9"));
        Assert.Contains(
            "Of 40 looked at without a recorded PDR on 31 July 2010, 9 had been held and were not recorded; if that holds for all, about 72 in 100 had had one, and with a sample of this size it may be anything from 68 to 78.",
            Words(page.QuerySelector("main")));
        Count(_suite);
        Assert.Equal((128, 200), Value(_suite, "PDR-COMPLETED", RunningSuite.Today));
    }

    [Fact]
    public async Task The_second_to_correct_a_sample_is_shown_the_first()
    {
        await Edit(_suite, db => SampleAppraisals.Load(db, Actor.Suite));
        using var lead = await SignIn(_suite, "demo-hr-lead");
        var (one, other) = (await lead.Page("/workforce/appraisals/sample/1"), await lead.Page("/workforce/appraisals/sample/1"));
        await lead.Send(one, "main form button", ("Held", "10"));

        var second = await lead.Send(other, "main form button", ("Held", "12"));

        Assert.Equal(["Held 10 12"], second.QuerySelectorAll("main table tbody tr").Select(Words));
        await lead.Send(second, "main form button", ("Held", "12"));
        Assert.Contains("12 had been held", Words((await lead.Page("/workforce/appraisals")).QuerySelector("main")));
    }

    [Fact]
    public async Task Who_is_overdue_is_seen_by_the_workforce_lead_alone_and_each_view_is_kept()
    {
        await Send(_suite, Appraisal("C", "Central 1", due: "2010-08-13"), Appraisal("=D", "North 1", due: "2010-08-01"));
        using var lead = await SignIn(_suite, "demo-hr-lead");
        using var reader = await SignIn(_suite, "demo-performance-manager");

        var page = await lead.Page("/workforce/appraisals/overdue");

        Assert.Equal(["=D North 1, North 1 Aug 2010 19", "C Central 1, Central 13 Aug 2010 7"], page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("\"'=D\"", await lead.Text("/workforce/appraisals/overdue?handler=Csv"));
        Assert.Equal(["viewed who is overdue: 2 people", "downloaded who is overdue: 2 people"], Read(_suite, connection => connection.Query(
            "SELECT Action, After FROM change_log WHERE Subject = 'PDR, 2010-08-20' ORDER BY Sequence", row => $"{row.GetString(0)}: {row.GetString(1)}")));
        Assert.NotEqual(HttpStatusCode.OK, await reader.Status("/workforce/appraisals/overdue"));
        Assert.DoesNotContain("overdue?", (await reader.Page("/workforce/appraisals")).QuerySelector("main")!.InnerHtml);
    }

    [Theory]
    [InlineData("/workforce/appraisals?on=soon", "“soon” is not a day")]
    [InlineData("/workforce/appraisals?on=1+September+2010", "1 September 2010 is still to come")]
    public async Task A_day_that_is_none_is_said(string address, string sentence)
    {
        using var reader = await SignIn(_suite, "demo-panel-member");

        Assert.Contains(sentence, Words((await reader.Page(address)).QuerySelector(".govuk-error-summary")));
    }
}
