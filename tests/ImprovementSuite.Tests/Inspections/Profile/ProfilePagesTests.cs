using System.Net;
using System.Text.Json;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Profile;

public sealed class ProfilePagesTests : IAsyncLifetime
{
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
    public async Task Block_a_says_the_share_its_band_and_who_is_not_good_yet()
    {
        await Send(_suite, Provider("NUR-1", "nursery"));

        var page = await _lead.Page("/inspections/profile");

        Assert.Equal("2 of 4 inspected services are good or better: 50%, performing poorly.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            "2 of 4 inspected services are good or better: 50%, performing poorly. 1 more service good or better would be performing well (65%). "
            + "Each of them with its judgement. 1 open service has no judgement yet and counts for nothing: Provider NUR-1.",
            Words(page.QuerySelector("#block-a + p")));
        Assert.Equal(
            ["Children's home 1 2 50.0% performing poorly", "School 1 1 100.0% performing excellently", "Pupil referral unit 0 1 0.0% performing poorly", "All 2 4 50.0% performing poorly"],
            page.QuerySelectorAll("#block-a ~ table").First().QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(
            ["Provider HOME-1 Children's home Inadequate 10 Feb 2010: the report on Provider HOME-1", "Provider PRU-1 Pupil referral unit Satisfactory 5 May 2009: the report on Provider PRU-1"],
            page.QuerySelectorAll("#not-good tbody tr").Select(Words));
        Assert.Equal(
            ["Provider HOME-2 Children's home Good 3 Mar 2010: the report on Provider HOME-2", "Provider SCH-1 School Outstanding 6 May 2009: the report on Provider SCH-1"],
            page.QuerySelectorAll("#good tbody tr").Select(Words));
        // The chart shows the share against what the next band asks, on the whole scale.
        using var chart = JsonDocument.Parse(page.QuerySelector("[data-chart] script")!.TextContent);
        Assert.Equal("65%: performing well", chart.RootElement.GetProperty("stages")[1].GetProperty("label").GetString());
        Assert.Equal(0, chart.RootElement.GetProperty("scale").GetProperty("start").GetDecimal());
        Assert.DoesNotContain("The scale starts", Words(page.QuerySelector("main")));
        // At the end of January neither home had been judged.
        Assert.Contains("31 Jan 2010 1 of 2 50.0% performing poorly", page.QuerySelectorAll("#months + div tbody tr").Select(Words));
    }

    [Fact]
    public async Task What_stood_on_an_earlier_day_is_behind_that_days_figure()
    {
        var page = await _lead.Page("/inspections/profile?scope=authority&code=&from=2010-02-28&to=2010-02-28");

        Assert.Equal("On 28 February 2010, 1 of 3 inspected services is good or better: 33.33%, performing poorly.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Provider SCH-1"], page.QuerySelectorAll("#good tbody th").Select(Words));
        Assert.Equal(["Provider HOME-1", "Provider PRU-1"], page.QuerySelectorAll("#not-good tbody th").Select(Words));
        Assert.Equal("/inspections/profile?to=2010-01-31", page.QuerySelectorAll("#months + div tbody a").Last().GetAttribute("href"));
        // The plan's month that still runs ends after today.
        Assert.StartsWith("2 of 4 inspected", Words((await _lead.Page("/inspections/profile?from=2010-08-01&to=2010-08-31")).QuerySelector(".suite-sentence")));
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/inspections/profile?to=soon"));
    }

    [Fact]
    public async Task The_home_page_leads_from_the_share_to_what_it_counts() =>
        Assert.Equal("2 of 4 inspected services", Words((await _lead.Page("/")).QuerySelector(".facts a[href='/inspections/profile#block-a']")));

    [Fact]
    public async Task Block_b_says_the_last_judgement_of_each_area_and_what_limits_the_rating()
    {
        await Send(_suite,
            Report("F0", "FOS-1", "2009-05-12"), Judgement("F0", "inadequate"), Report("SAFE", "AUTH", "2010-07-19", "2010-07-30"), Judgement("SAFE", "inadequate", "safeguarding"), Judgement("SAFE", "satisfactory", "looked-after-children"),
            Report("SCR-1", "AUTH", "2009-11-02", kind: "serious-case-review", framework: "scr-2008"), Report("SCR-2", "AUTH", "2010-06-02", kind: "serious-case-review", framework: "scr-2008"),
            Judgement("SCR-1", "inadequate"), Judgement("SCR-2", "adequate"), Report("RATING", "AUTH", "2009-12-09", framework: "profile-2008"), Judgement("RATING", "poorly"));

        var page = await _lead.Page("/inspections/profile");

        Assert.EndsWith("An inadequate safeguarding judgement limits the overall rating.", Words(page.QuerySelector(".suite-sentence")));
        Assert.StartsWith("Provider AUTH was judged inadequate for safeguarding on 30 July 2010.", Words(page.QuerySelector(".govuk-inset-text")));
        Assert.Equal(
            ["Looked after children Provider AUTH Satisfactory", "Safeguarding Provider AUTH Inadequate", "Overall Provider FOS-1 Satisfactory"],
            page.QuerySelectorAll("#areas tbody tr").Select(row => string.Join(' ', row.Children.Take(3).Select(Words))));
        Assert.Equal("Better than inadequate on 12 May 2009", Words(page.QuerySelectorAll("#areas td[data-label='Than before']").Last()));
        Assert.Contains("1 of 2 judged serious case reviews is inadequate, and 0 of 1 of those judged since 1 April 2010.", page.Body!.TextContent);
        Assert.Contains("is “performs poorly”", page.Body.TextContent);
    }

    [Fact]
    public async Task What_the_framework_of_the_latest_inspection_does_not_grade_any_more_limits_nothing()
    {
        await Send(_suite, Report("SAFE", "AUTH", "2010-06-07"), Judgement("SAFE", "inadequate", "safeguarding"));
        Assert.StartsWith("Provider AUTH was judged inadequate for safeguarding", Words((await _lead.Page("/inspections/profile")).QuerySelector(".govuk-inset-text")));
        await Edit(_suite, async db =>
        {
            db.Frameworks.Add(new() { Code = "single-2010", Title = "Single inspection, 2010", Grades = ["inadequate", "good"], GoodFrom = 1, StartsOn = new(2010, 1, 1), Source = "Test" });
            return await db.SaveChangesAsync();
        });

        await Send(_suite, Report("SINGLE", "AUTH", "2010-08-09", framework: "single-2010"), Judgement("SINGLE", "good"));

        var page = await _lead.Page("/inspections/profile");
        Assert.Null(page.QuerySelector(".govuk-inset-text"));
        Assert.DoesNotContain("limits the overall rating", page.Body!.TextContent);
    }

    [Fact]
    public async Task An_inspection_without_a_grade_is_named_until_a_later_one_has_one()
    {
        await Send(_suite, Report("SAFE", "AUTH", "2010-07-05", "2010-07-16", framework: ""), Report("F0", "FOS-1", "2009-05-12"), Report("RATING", "AUTH", "2010-08-09", framework: "profile-2008"), Judgement("RATING", "poorly"));

        var page = await _lead.Page("/inspections/profile");

        Assert.StartsWith("0 of 1 judged area is good or better at the last judgement. 1 inspection has no grade recorded, so nothing of it is counted.", Words(page.QuerySelector("#block-b + p")));
        Assert.Equal(
            ["Overall Provider FOS-1 Satisfactory", "Report SAFE Provider AUTH No grade recorded"], page.QuerySelectorAll("#areas tbody tr").Select(row => string.Join(' ', row.Children.Take(3).Select(Words))));
        Assert.Contains("\"Block B\",\"Provider AUTH: Report SAFE\",\"No grade recorded\",\"\",\"2010-07-16\"", await _lead.Text("/inspections/reports/profile/2010-07?handler=Csv"));
    }

    [Fact]
    public async Task The_same_figure_stands_on_the_page_and_in_the_measure()
    {
        await Send(_suite, Report("H1b", "HOME-1", "2010-06-21"), Judgement("H1b", "good"));

        foreach (var day in new DateOnly[] { new(2010, 1, 31), new(2010, 5, 31), RunningSuite.Today })
        {
            var share = Read(_suite, connection => ProfileReading.Read(connection, day)).A.All;
            Assert.Equal(Value(_suite, "BLOCK-A", day), (share.Good, share.Inspected));
        }
    }

    [Fact]
    public async Task A_band_from_a_later_day_takes_the_place_of_those_before_it()
    {
        var bands = await _lead.Send(await _lead.Page("/inspections/profile/bands/change"), "main form button", ("Lowest", "40"), ("Words", "performing fairly"), ("StartsOn", "1 August 2010"), ("Source", "Decision of 2 August"));

        Assert.Equal("1 band holds today: performing fairly from 40%.", Words(bands.QuerySelector(".suite-sentence")));
        Assert.Contains("a share under 40% has no name", bands.Body!.TextContent);
        var page = await _lead.Page("/inspections/profile");
        Assert.EndsWith("50%, performing fairly.", Words(page.QuerySelector(".suite-sentence")));
        // Earlier months keep the bands of their day.
        Assert.Contains("31 Jan 2010 1 of 2 50.0% performing poorly", page.QuerySelectorAll("#months + div tbody tr").Select(Words));
        Assert.Equal(1, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM change_log WHERE Action = 'added a band of Block A'")));
    }

    [Theory]
    [InlineData("Lowest", "101", "“101” is not a whole number from 0 to 100")]
    [InlineData("Lowest", "65", "A band from 65% holds from 1 January 2009 already")]
    [InlineData("StartsOn", "soon", "“soon” is not a day")]
    [InlineData("Source", "", "Say where the edge is written down")]
    public async Task What_is_wrong_with_a_band_is_said_and_nothing_typed_is_lost(string field, string typed, string sentence)
    {
        (string, string)[] right = [("Lowest", "70"), ("Words", "performing well"), ("StartsOn", "1 January 2009"), ("Source", "Guidance")];

        var page = await _lead.Send(await _lead.Page("/inspections/profile/bands/change"), "main form button", [.. right.Where(value => value.Item1 != field), (field, typed)]);

        Assert.Contains(sentence, Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal("performing well", page.QuerySelector("input[name=Words]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_second_to_change_a_band_sees_what_the_first_saved()
    {
        var (one, other) = (await _lead.Page("/inspections/profile/bands/change?id=2"), await _lead.Page("/inspections/profile/bands/change?id=2"));
        await _lead.Send(one, "main form button", ("Lowest", "66"), ("Why", "Checked"));

        var second = await _lead.Send(other, "main form button", ("Lowest", "64"), ("Why", "Checked"));

        Assert.Equal(["Lowest percentage 66 64"], second.QuerySelectorAll("main table tbody tr").Select(Words));
    }

    [Fact]
    public async Task Readers_of_figures_change_no_band()
    {
        using var reader = await SignIn(_suite, "demo-panel-member");

        Assert.Empty((await reader.Page("/inspections/profile/bands")).QuerySelectorAll("main a[href*=change]"));
        Assert.NotEqual(HttpStatusCode.OK, await reader.Status("/inspections/profile/bands/change"));
    }
}
