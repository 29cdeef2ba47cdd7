using System.Net;
using System.Text;
using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;
using ImprovementSuite.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Schools.Pages;

/// <summary>The pages as a school improvement lead reads them.</summary>
public sealed class SchoolPagesTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await SchoolsOfTest.Fill(_suite);
        _lead = await SignIn(_suite, "demo-schools-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Without_schools_or_results_the_overview_says_what_to_do()
    {
        await using var empty = await RunningSuite.Start();
        using var visitor = await SignIn(empty, "demo-schools-lead");

        Assert.Equal("No schools yet.", Words((await visitor.Page("/schools")).QuerySelector(".suite-sentence")));
        Assert.StartsWith("No schools yet.", Words((await visitor.Page("/schools/list")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task The_overview_says_who_rose_and_who_fell_between_any_two_sets()
    {
        var page = await _lead.Page("/schools");
        Assert.Equal(
            "2 schools are below the floor by the 2010 provisional results. 3 were below in 2009: 1 of the 3 rose above it. 1 other school fell.",
            Words(page.QuerySelector(".suite-sentence")));
        Assert.NotNull(page.QuerySelector("svg.flow[role=img]"));
        Assert.Contains("Canal Street Primary 65% is over 55%. 45% is under 55%. 10 points short, 2 pupils North", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("Hill Top Primary 50% is under 55%. Closed 31 Aug 2009 None Central", page.QuerySelectorAll("tbody tr").Select(Words));

        var backwards = await _lead.Page("/schools?from=2008-final&to=2009-final");
        Assert.Contains("Fell below: 2 schools", backwards.QuerySelectorAll(".group th").Select(Words));
        var (file, name, _) = await _lead.Download("/schools/flow.csv?from=2009-final&to=2010-provisional");
        Assert.Equal("schools-2009-final-to-2010-provisional.csv", name);
        Assert.Contains("106803,\"Canal Street Primary\",\"North\",\"Primary\",\"fell\",\"no\",\"65% is over 55%.\",\"45% is under 55%.\",-10,2", Encoding.UTF8.GetString(file));
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/schools/flow.csv?from=2007-final&to=2010-provisional"));
    }

    [Fact]
    public async Task The_list_is_filtered_and_sorted_by_its_address()
    {
        Assert.Equal("2 schools of 7, by the 2010 provisional results: 2 below the floor.", Words((await _lead.Page("/schools/list?floor=below")).QuerySelector(".suite-sentence")));
        Assert.Equal(["Elm Grove Primary", "Fern Hill Primary", "Glebe Primary"], await Names("/schools/list?locality=South"));
        Assert.Equal(["Canal Street Primary", "Brook Lane Primary", "Dale View Primary"], (await Names("/schools/list?sort=result")).Take(3));
        Assert.Equal(["Fern Hill Primary", "Elm Grove Primary", "Abbey Road Primary"], (await Names("/schools/list?sort=-result")).Take(3));
        // A school without a figure stands last either way.
        Assert.Equal("Glebe Primary", (await Names("/schools/list?sort=-result"))[^1]);
        Assert.Equal("Glebe Primary", (await Names("/schools/list?sort=result"))[^1]);
        Assert.Equal(["Brook Lane Primary"], await Names("/schools/list?name=106802"));
        Assert.Equal(["Dale View Primary", "Elm Grove Primary"], await Names("/schools/list/risk"));
        Assert.Contains("Hill Top Primary", await Names("/schools/list?closed=true"));
        Assert.Equal("descending", (await _lead.Page("/schools/list?sort=-result")).QuerySelector("th[aria-sort]")!.GetAttribute("aria-sort"));
        var (file, _, _) = await _lead.Download("/schools/list?handler=csv&floor=below");
        Assert.Equal(3, Encoding.UTF8.GetString(file).Trim().Split('\n').Length);
    }

    [Fact]
    public async Task What_the_plan_links_to_opens_the_schools_behind_the_figure()
    {
        var page = await _lead.Page("/schools/list/below?scope=locality&code=Central&from=2009-05-31&to=2009-05-31");

        Assert.EndsWith("by the 2009 final results: 3 below the floor.", Words((await _lead.Page("/schools/list/below?scope=authority&code=&from=2009-05-31&to=2009-05-31")).QuerySelector(".suite-sentence")));
        Assert.Equal(["Abbey Road Primary", "Brook Lane Primary", "Hill Top Primary"], page.QuerySelectorAll("tbody th a").Select(Words));
    }

    [Fact]
    public async Task A_school_s_page_has_its_results_support_judgements_and_register()
    {
        await using (var scope = _suite.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(
                new JudgementRecorded("J1", null, "Overall effectiveness", "2009", "satisfactory", new DateOnly(2010, 3, 9), DateTime.UtcNow, 1, SchoolsOfTest.CanalStreet));

        var page = await _lead.Page($"/schools/{SchoolsOfTest.CanalStreet}");

        Assert.Equal(
            "Below the floor by the 2010 provisional results. 45% is under 55%. 2 more pupils of 20 would have reached the attainment.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("9 Mar 2010 Overall effectiveness satisfactory Inspections, 2009", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.NotNull(page.QuerySelector("[data-chart]"));
        Assert.NotNull(page.QuerySelector("#support"));
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/schools/199999"));
    }

    [Fact]
    public async Task Schools_stand_beside_each_other_with_neighbours_and_england()
    {
        var settings = await _lead.Page("/schools/settings");
        await _lead.Send(settings, "form[method=post] button.govuk-button", ("Neighbours", "381 Calderdale\n332 Dudley"));
        await SchoolsOfTest.Send(_suite, [Area("381", "70"), Area("332", "74"), Area("england", "73")]);

        var page = await _lead.Page($"/schools/compare?urn={SchoolsOfTest.AbbeyRoad}&urn={SchoolsOfTest.CanalStreet}");

        Assert.Contains("2010 65% 45% Below 72% 73% 55%", page.QuerySelectorAll("tbody tr").Select(Words));
        var (file, _, _) = await _lead.Download($"/schools/compare?handler=csv&urn={SchoolsOfTest.AbbeyRoad}");
        Assert.Contains("2010,65,72,73,55", Encoding.UTF8.GetString(file));
    }

    [Fact]
    public async Task A_standard_that_is_changed_counts_every_round_anew_and_the_second_saver_is_shown_the_first()
    {
        var mine = await _lead.Page("/schools/floor/change?from=1996");
        var theirs = await _lead.Page("/schools/floor/change?from=1996");
        var (status, page) = await _lead.Answer(mine, "form[method=post] button.govuk-button", ("Percent", "101"), ("Why", ""));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Give the percentage of the attainment: \"101\" is over 100", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Contains("Say why", Words(page.QuerySelector(".govuk-error-summary")));

        await _lead.Send(page, "form[method=post] button.govuk-button", ("Percent", "70"), ("Why", "To see what it would be"));
        SchoolsOfTest.Count(_suite);
        Assert.Equal(4, (await SchoolsOfTest.Read(_suite, db => db.Set<StoredValue>().SingleAsync(value =>
            value.Measure == SchoolsBelowFloor.Code && value.To == ResultSet.RoundDay(2010) && value.ScopeKind == ImprovementSuite.Contracts.ScopeKind.Authority))).Numerator);
        Assert.Contains("70% at level 4", Words((await _lead.Page("/schools/floor")).QuerySelector("main")));

        var second = await _lead.Send(theirs, "form[method=post] button.govuk-button", ("Percent", "60"), ("Why", "Another view"));
        Assert.Contains("has saved this while you were writing", Words(second.QuerySelector(".govuk-error-summary")));
        Assert.Contains("70%", Words(second.QuerySelector("table")));
    }

    [Fact]
    public async Task What_is_held_of_an_adviser_is_found_by_the_name()
    {
        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.Forecast(SchoolsOfTest.Glebe, 2010, "61", "2009-11-20", "P. Marchant")]);
        await SchoolsOfTest.Edit(_suite, async db =>
        {
            var plan = new SupportPlan { Urn = SchoolsOfTest.CanalStreet, OpenedOn = RunningSuite.Today };
            plan.Set("P. Marchant", "60% in 2011", null);
            plan.Visits.Add(new SupportVisit { On = new DateOnly(2010, 7, 6), By = "P. Marchant", Note = "Looked at books" });
            db.SupportPlans.Add(plan);
            await db.SaveChangesAsync();
        });
        using var governance = await SignIn(_suite, "demo-information-governance-lead");

        var found = await governance.Send(await governance.Page("/find"), "main button", ("Text", "p. marchant"));

        var rows = found.QuerySelectorAll("tbody tr").Select(Words).ToList();
        Assert.Contains("Canal Street Primary 6 July 2010 Looked at books", rows);
        Assert.Contains("Glebe Primary 20 November 2009 2010 6100", rows);
    }

    [Fact]
    public async Task Settings_that_are_wrong_are_told_by_their_field()
    {
        var (_, page) = await _lead.Answer(await _lead.Page("/schools/settings"), "form[method=post] button.govuk-button",
            ("Authority", "37"), ("Neighbours", "Calderdale"), ("RiskPoints", "lots"));

        var errors = Words(page.QuerySelector(".govuk-error-summary"));
        Assert.Contains("The authority's number has three digits", errors);
        Assert.Contains("\"Calderdale\" does not begin with an authority's three digits", errors);
        Assert.Contains("Give the points above the floor", errors);
    }

    private static ImprovementSuite.Schools.Feed.V1.SchoolRecord Area(string area, string percent) => new()
    {
        Key = SchoolsOfTest.Key($"{area}-2010", 1), AreaResult = new() { Area = area, Year = 2010, Status = "provisional", Figures = new() { Level4EnglishMaths = percent } },
    };

    private async Task<List<string>> Names(string address) => (await _lead.Page(address)).QuerySelectorAll("tbody th a").Select(Words).ToList();
}
