using System.Net;
using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Frameworks;

public sealed class FrameworkPagesTests : IAsyncLifetime
{
    private static readonly (string, string)[] Local =
    [
        ("NewCode", "local-2010"), ("Title", "Local reviews, from 2010"), ("Grades", "inadequate\r\nsatisfactory\r\ngood"), ("GoodFrom", "good"), ("Areas", ""), ("StartsOn", "1 January 2010"), ("EndsOn", ""),
        ("Source", "Board paper"),
    ];

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        _lead = await SignIn(_suite, "demo-inspection-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_provider_judged_under_two_versions_is_named_and_its_grades_are_not_compared()
    {
        Assert.Contains("3 of 6 versions are in force today.", Words((await _lead.Page("/inspections/frameworks")).QuerySelector(".suite-sentence")));
        await _lead.Send(await _lead.Page("/inspections/frameworks/change"), "main form button", Local);
        await Send(_suite, Report("F2", "FOS-1", "2010-08-02", framework: "local-2010"), Judgement("F2", "good"));

        var page = await _lead.Page("/inspections/frameworks");

        Assert.Equal(["Provider FOS-1 Ofsted inspections of services and settings, 2009 to 2012; Local reviews, from 2010"], page.QuerySelectorAll("#under-two tbody tr").Select(Words));
        Assert.Equal("Judged under two versions: not compared with satisfactory on 12 May 2010", Words((await _lead.Page("/inspections/profile")).QuerySelector("#areas td[data-label='Than before']")));
    }

    [Theory]
    [InlineData("NewCode", "Local 2010", "“Local 2010” is not a code")]
    [InlineData("NewCode", "scr-2008", "scr-2008 is here already")]
    [InlineData("Grades", "good", "Give two grades or more")]
    [InlineData("Grades", "bad\r\ngood\r\nBad", "“bad” is on the scale twice")]
    [InlineData("GoodFrom", "splendid", "one of inadequate, satisfactory and good")]
    [InlineData("EndsOn", "1 January 2009", "The last day is before the first one, 1 January 2010")]
    [InlineData("HasOverall", "false", "It gives no overall grade, so name the areas that it grades")]
    public async Task What_is_wrong_with_a_version_is_said_beside_its_field(string field, string typed, string sentence)
    {
        var page = await _lead.Send(await _lead.Page("/inspections/frameworks/change"), "main form button", [.. Local.Where(value => value.Item1 != field), (field, typed)]);

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal("Board paper", page.QuerySelector("textarea[name=Source]")!.TextContent.Trim());
        Assert.Equal(6, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM framework")));
    }

    [Theory]
    [InlineData("Grades", "inadequate\r\ngood\r\nsatisfactory\r\noutstanding", "its scale does not change")]
    [InlineData("GoodFrom", "satisfactory", "its scale does not change")]
    [InlineData("Areas", "safeguarding", "looked-after-children has been judged by this version")]
    [InlineData("HasOverall", "false", "It gives no overall grade, so name the areas that it grades")]
    [InlineData("StartsOn", "1 June 2009", "An inspection of 5 May 2009 names this version")]
    [InlineData("EndsOn", "1 June 2010", "An inspection of 30 July 2010 names this version")]
    public async Task What_was_judged_by_a_version_keeps_its_scale_areas_and_days(string field, string typed, string sentence)
    {
        await Send(_suite, Report("SAFE", "AUTH", "2010-07-19", "2010-07-30"), Judgement("SAFE", "inadequate", "safeguarding"), Judgement("SAFE", "satisfactory", "looked-after-children"));

        var page = await _lead.Send(await _lead.Page("/inspections/frameworks/change?code=ofsted-2009"), "main form button", (field, typed), ("Why", "Try"));

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
    }

    [Fact]
    public async Task What_it_judged_stays_among_what_it_judges()
    {
        var form = await _lead.Page("/inspections/frameworks/change?code=ofsted-2009");
        Assert.Equal(["Inspection", "MonitoringVisit"], form.QuerySelectorAll("input[name=Reports][checked]").Select(box => box.GetAttribute("value")));
        Assert.Empty(form.QuerySelectorAll("input[name=Providers][checked]"));

        var refused = await _lead.Send(form, "main form button", ("Reports", "PeerReview"), ("Providers", "School"), ("Why", "Try"));
        Assert.Equal(
            ["A report of the kind “Inspection” names this version: tick that kind too", "A report of a provider of the sort “Children's home” names this version: tick that sort too"],
            refused.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Equal(["School"], refused.QuerySelectorAll("input[name=Providers][checked]").Select(box => box.GetAttribute("value")));

        var list = await _lead.Send(form, "main form button", ("Reports", "Inspection"), ("Reports", "PeerReview"), ("Why", "Peers use its grades"));
        Assert.Contains("Inspection and peer review (any provider)", list.QuerySelectorAll("#versions td[data-label=Judges]").Select(Words));
        await Send(_suite, Report("PEER-2", "FOS-1", "2010-06-01", kind: "peer-review"), Judgement("PEER-2", "good"));
    }

    [Fact]
    public async Task Its_title_and_source_may_change_and_the_second_of_two_sees_the_first()
    {
        var (one, other) = (await _lead.Page("/inspections/frameworks/change?code=ofsted-2009"), await _lead.Page("/inspections/frameworks/change?code=ofsted-2009"));
        var list = await _lead.Send(one, "main form button", ("Source", "Checked against the guidance"), ("Why", "Checked"));
        Assert.Contains("Checked against the guidance", Words(list.QuerySelector("#versions")));

        var second = await _lead.Send(other, "main form button", ("Source", "Not checked"), ("Why", "Doubt"));

        Assert.Equal(["Where it is published Checked against the guidance Not checked"], second.QuerySelectorAll("main table tbody tr").Select(Words));
        Assert.Equal(1, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM change_log WHERE Action = 'changed a version of a framework'")));
    }

    [Fact]
    public async Task What_counts_is_a_setting_and_is_counted_anew()
    {
        await Send(_suite, Report("SCR-1", "AUTH", "2009-11-02", kind: "serious-case-review", framework: "scr-2008"), Judgement("SCR-1", "inadequate"));
        Assert.Equal((0, 3), Value(_suite, "RECS-IN-TIMESCALE", RunningSuite.Today, PeriodKind.YearToDate));

        await _lead.Send(await _lead.Page("/inspections/settings"), "main form button",
            ("LeftOut", "Childminder"), ("InBlockA", "ChildrensHome"), ("InBlockA", "PupilReferralUnit"), ("ReviewsFrom", "1 April 2009"), ("AuthorityCode", "372"), ("Why", "Decision of the board"));
        Count(_suite);

        Assert.Equal((1, 3), Value(_suite, "BLOCK-A", RunningSuite.Today));
        Assert.Equal((0, 4), Value(_suite, "RECS-IN-TIMESCALE", RunningSuite.Today, PeriodKind.YearToDate));
        Assert.Equal((0, 1), Value(_suite, "SCR-ADEQUATE", RunningSuite.Today));
    }

    [Theory]
    [InlineData("InBlockA", "Nothing", "Tick one sort of service at least")]
    [InlineData("ReviewsFrom", "1 April 2011", "1 April 2011 is still to come")]
    [InlineData("AuthorityCode", "37", "“37” is not a local authority code")]
    [InlineData("Why", "", "Say why the settings are changed")]
    public async Task What_is_wrong_with_the_settings_is_said(string field, string typed, string sentence)
    {
        var page = await _lead.Send(await _lead.Page("/inspections/settings"), "main form button", [(field, typed), .. field == "Why" ? Array.Empty<(string, string)>() : [("Why", "Try")]]);

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal((2, 4), Value(_suite, "BLOCK-A", RunningSuite.Today));
    }

    [Fact]
    public async Task Readers_of_figures_see_versions_and_change_none()
    {
        using var reader = await SignIn(_suite, "demo-panel-member");

        Assert.Empty((await reader.Page("/inspections/frameworks")).QuerySelectorAll("main a[href*=change]"));
        Assert.NotEqual(HttpStatusCode.OK, await reader.Status("/inspections/frameworks/change"));
        Assert.NotEqual(HttpStatusCode.OK, await reader.Status("/inspections/settings"));
    }
}
