using System.Net;
using AngleSharp.Html.Dom;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Pages;

/// <summary>Providers, their reports, and what of them the plan counts, as an inspection lead keeps them and others read them.</summary>
public sealed class ProviderPagesTests : IAsyncLifetime
{
    public const string Save = "main form[method=post] button";

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        (_lead, _reader) = (await SignIn(_suite, "demo-inspection-lead"), await SignIn(_suite, "demo-panel-member"));
        await Fill(_suite);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Providers_are_counted_filtered_and_downloaded_and_those_closed_stand_apart()
    {
        await Send(_suite, Provider("HOME-3", "childrens-home", closed: "2010-06-30"));

        var page = await _reader.Page("/inspections/providers");
        Assert.Equal("6 services or settings are open: 2 of 5 with an overall judgement are good or better, and 1 has none.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Children's home 2 2 1 of 2 2 2", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("Provider HOME-3 Children's home 30 Jun 2010 Never judged 0", page.QuerySelectorAll("tbody tr").Select(Words));

        Assert.Equal(["Provider HOME-2", "Provider SCH-1"], Names(await _reader.Page("/inspections/providers?grade=good-or-better")));
        Assert.Equal(["Provider FOS-1", "Provider PRU-1"], Names(await _reader.Page("/inspections/providers?grade=grade:satisfactory")));
        Assert.Equal(["Provider AUTH", "Provider HOME-3"], Names(await _reader.Page("/inspections/providers?grade=none")));
        Assert.Contains("No provider matches", Words((await _reader.Page("/inspections/providers?kind=Fostering&grade=good-or-better")).QuerySelector("main")));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/providers?kind=Castle"));
        Assert.Contains("\"HOME-1\",\"Provider HOME-1\",\"Children's home\",\"Social care\",\"Yes\",\"Inadequate\",\"2010-02-10\",\"H1\",\"ofsted-2009\",\"No\",2,2", await _reader.Text("/inspections/providers?handler=Csv"));

        static IEnumerable<string> Names(IHtmlDocument page) => page.QuerySelectorAll("tbody th a[href*='/providers/']").Select(Words);
    }

    [Fact]
    public async Task They_stand_fifty_a_page_and_what_is_filtered_stays()
    {
        await Send(_suite, [.. Enumerable.Range(1, 103).Select(number => Provider($"MIND-{number:000}", "childminder", closed: number > 101 ? "2010-06-30" : ""))]);

        var first = await _reader.Page("/inspections/providers?kind=Childminder&name=mind-");
        Assert.Equal(50, Names(first).Count());
        Assert.Contains("1 to 50 of 103, by name, those that closed last.", Words(first.QuerySelector("main")));
        var last = await _reader.Page(Link(await _reader.Page(Link(first, "Those after")), "Those after"));
        Assert.Equal(["Provider MIND-101", "Provider MIND-102", "Provider MIND-103"], Names(last));
        Assert.Equal(["Provider MIND-102", "Provider MIND-103"], last.QuerySelectorAll("td[data-label='Last day']").Select(cell => Words(cell.ParentElement!.QuerySelector("th a"))));
        Assert.Equal("Provider MIND-051", Names(await _reader.Page(Link(last, "Those before"))).First());
        // As a file it is all that match.
        Assert.Equal(1 + 103, (await _reader.Text(Link(last, "Download as CSV"))).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(["Provider MIND-103"], Names(await _reader.Page("/inspections/providers?name=provider%20mind-103&number=9")));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/providers?number=two"));

        static IEnumerable<string> Names(IHtmlDocument page) => page.QuerySelectorAll("tbody th a[href*='/providers/']").Select(Words);
        static string Link(IHtmlDocument page, string words) => page.QuerySelectorAll("main a").Single(link => Words(link) == words).GetAttribute("href")!;
    }

    [Fact]
    public async Task The_sub_navigation_marks_where_people_find_a_page()
    {
        var recommendation = (await Row(_suite, "H1", "1")).Path;
        foreach (var (path, item) in new[]
        {
            ("/inspections", "Overview"), (recommendation, "Recommendations"), ("/inspections/reminders/contacts", "Recommendations"), ("/inspections/reports-of/F1", "Providers"), ("/inspections/reports", "Reports"),
            ("/inspections/authorities", "Profile"), ("/inspections/frameworks", "Profile"), ("/inspections/settings", "Profile"), ("/inspections/enter", "Imports"),
        })
            Assert.Equal($"{path} {item}", $"{path} {Words((await _lead.Page(path)).QuerySelector(".moj-sub-navigation [aria-current=page]"))}");
    }

    [Fact]
    public async Task Judgements_over_time_are_compared_within_a_version_and_not_across_two()
    {
        await Send(_suite, Report("F0", "FOS-1", "2009-03-02"), Judgement("F0", "inadequate"), Report("A1", "AUTH", "2009-06-01", framework: "profile-2008"), Judgement("A1", "poorly"), Report("A/2", "AUTH", "2010-06-01"), Judgement("A/2", "satisfactory"));

        var fostering = Words((await _reader.Page("/inspections/providers/FOS-1")).QuerySelector("main"));
        Assert.Contains("It was last judged satisfactory on 12 May 2010. Of 3 recommendations 3 are open, 0 wait to be validated and 0 are met.", fostering);
        Assert.Contains("Satisfactory Better than on 2 Mar 2009", fostering);

        var authority = Words((await _reader.Page("/inspections/providers/AUTH")).QuerySelector("main"));
        Assert.Contains("Grades of the two are not compared.", authority);
        Assert.DoesNotContain("Better than", authority);
        // A slash in a council's reference is no step in the address.
        var report = await _reader.Page("/inspections/reports-of/A%2F2");
        Assert.Equal("It judged Provider AUTH satisfactory. It recommends nothing.", Words(report.QuerySelector(".suite-sentence")));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/providers/NOBODY"));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/reports-of/NOTHING"));
    }

    [Fact]
    public async Task A_report_is_counted_as_a_measure_of_the_plan_until_it_is_not()
    {
        const string path = "/inspections/reports-of/F1/measure";
        var form = await _lead.Page(path);
        Assert.Contains("no code of a measure", Errors(await _lead.Send(form, Save, ("Code", "recs fostering"), ("Title", "Fostering"))).Single());
        Assert.Contains("another measure already", Errors(await _lead.Send(form, Save, ("Code", "block-a"), ("Title", "Fostering"))).Single());
        Assert.Contains("Say what the measure is called", Errors(await _lead.Send(form, Save, ("Code", "RECS-FOSTERING"))).Single());

        await _lead.Send(form, Save, ("Code", "recs-fostering"), ("Title", "Fostering recommendations implemented"));
        Count(_suite);
        Assert.Equal((0, 3), Value(_suite, "RECS-FOSTERING", RunningSuite.Today));
        Assert.Contains("Fostering recommendations implemented (RECS-FOSTERING)", Words((await _reader.Page("/inspections/reports-of/F1")).QuerySelector("main")));

        // Whoever had the empty form before them is shown what was said meanwhile.
        Assert.Equal(["Code RECS-FOSTERING RECS-F", "Title Fostering recommendations implemented Fostering"], (await _lead.Send(form, Save, ("Code", "RECS-F"), ("Title", "Fostering"))).QuerySelectorAll("table tbody tr").Select(Words));

        // A second report under the code is counted with it, and gives the measure its title.
        await _lead.Send(await _lead.Page("/inspections/reports-of/H1/measure"), Save, ("Code", "RECS-FOSTERING"), ("Title", "Implemented"));
        Count(_suite);
        Assert.Equal((0, 5), Value(_suite, "RECS-FOSTERING", RunningSuite.Today));
        Assert.Equal(["Implemented"], await Edit(_suite, db => db.Set<ReportMeasure>().Select(measure => measure.Title).Distinct().ToListAsync()));

        await _lead.Send(await _lead.Page("/inspections/reports-of/H1/measure"), Save, ("Code", ""));
        Count(_suite);
        Assert.Equal((0, 3), Value(_suite, "RECS-FOSTERING", RunningSuite.Today));
        await _suite.Quiet();
        Assert.Contains((0, 3), await InPlan());
        await _lead.Send(await _lead.Page(path), Save, ("Code", ""));
        await _suite.Quiet();
        // The plan keeps no figure of what nobody counts any more.
        Assert.Equal([(0, 0)], (await InPlan()).Distinct());
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT (SELECT COUNT(*) FROM tally WHERE Measure = 'RECS-FOSTERING') + (SELECT COUNT(*) FROM measure_value WHERE Measure = 'RECS-FOSTERING')")));
        Assert.Equal(4, await Edit(_suite, db => db.ChangeLog.CountAsync(entry => entry.Action == "said as what a report is counted in the plan")));
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status(path));

        async Task<List<(long?, long?)>> InPlan()
        {
            await using var scope = _suite.Services.CreateAsyncScope();
            return [.. (await scope.ServiceProvider.GetRequiredService<PlanDb>().Readings.AsNoTracking().Where(reading => reading.Measure == "RECS-FOSTERING" && reading.Current).ToListAsync()).Select(reading => (reading.Numerator, reading.Denominator))];
        }
    }

    [Fact]
    public async Task Judgements_of_a_provider_are_the_readings_of_one_measure()
    {
        var form = await _lead.Page("/inspections/providers/FOS-1/measure/overall");
        await _lead.Send(form, Save, ("Code", "fostering-judgement"));
        Assert.Equal(["Code FOSTERING-JUDGEMENT FOSTER"], (await _lead.Send(form, Save, ("Code", "FOSTER"))).QuerySelectorAll("table tbody tr").Select(Words));
        Assert.Contains("another measure already", Errors(await _lead.Send(await _lead.Page("/inspections/providers/PRU-1/measure/overall"), Save, ("Code", "FOSTERING-JUDGEMENT"))).Single());
        Assert.Equal(["FOSTERING-JUDGEMENT"], await Edit(_suite, db => db.Set<JudgementMeasure>().Select(measure => measure.Code).ToListAsync()));
        Assert.Contains("Overall FOSTERING-JUDGEMENT", Words((await _lead.Page("/inspections/providers/FOS-1")).QuerySelector("main")));

        await _lead.Send(await _lead.Page("/inspections/providers/FOS-1/measure/overall"), Save, ("Code", ""));
        Assert.Equal(0, await Edit(_suite, db => db.Set<JudgementMeasure>().CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/inspections/providers/FOS-1/measure/kitchens"));
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status("/inspections/providers/FOS-1/measure/overall"));
    }

    [Fact]
    public async Task Reports_are_listed_by_kind()
    {
        var page = await _reader.Page("/inspections/reports-of");
        Assert.Equal("6 reports make 8 recommendations: 0 are met, 0 wait to be validated and 8 are open, 5 of them past the original date.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Report PEER"], (await _reader.Page("/inspections/reports-of?kind=PeerReview")).QuerySelectorAll("tbody th").Select(Words));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/reports-of?kind=Rumour"));
    }

    /// <summary>What the summary of errors says.</summary>
    internal static IEnumerable<string> Errors(IHtmlDocument page) => page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words);
}
