using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Schools.SchoolsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Schools.Support;

/// <summary>Who is at risk, and what was expected of whom, as people read and type it.</summary>
public sealed class RiskAndForecastPagesTests : IAsyncLifetime
{
    private const string Save = "main form button";

    private RunningSuite _suite = null!;
    private Visitor _adviser = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        _adviser = await SignIn(_suite, "demo-school-adviser");
    }

    public async Task DisposeAsync()
    {
        _adviser.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Those_at_risk_by_their_results_are_as_many_as_the_measure_counts()
    {
        var day = ResultSet.RoundDay(2010);
        var counted = _suite.Services.GetRequiredService<ModuleDatabase<SchoolsDb>>().Read(connection => new SchoolsAtRisk(5_00).Count(connection, day, day).Sum(tally => tally.Numerator));

        var page = await _adviser.Page("/schools/risk");

        Assert.Equal($"{counted} schools are at risk by their results of 2010, and none for other reasons. 2 schools are below the floor already and not in this list.", Sentence(page));
        Assert.Equal(
            [
                "Dale View Primary Primary North Just at the floor 55% is just 55%. None named None",
                "Elm Grove Primary Primary South Fell two years running, from 90% to 70% 70% is over 55%. None named None",
            ],
            page.QuerySelectorAll("tbody tr").Select(Words));
    }

    [Fact]
    public async Task Other_reasons_are_a_forecast_a_new_head_and_an_inspection_that_is_due()
    {
        await Send(_suite,
            Forecast(AbbeyRoad, 2011, "55", "2010-08-01", "A. Jones"),
            School(Glebe, "Glebe Primary", "South", version: 2, more: school => (school.InspectionGrade, school.InspectedOn) = ("Satisfactory", "2006-05-01")));
        foreach (var urn in new[] { FernHill, DaleView, BrookLane })
            await _adviser.Answer(await _adviser.Page($"/schools/{urn}/note"), Save, ("HeadSince", "1 January 2010"), ("Adviser", urn == FernHill ? "B. Smith" : "A. Jones"));

        var page = await _adviser.Page("/schools/risk");

        Assert.StartsWith("2 schools are at risk by their results of 2010, and 3 more for other reasons.", Sentence(page));
        Assert.Equal(["Dale View Primary", "Elm Grove Primary", "Abbey Road Primary", "Fern Hill Primary", "Glebe Primary"], page.QuerySelectorAll("tbody th").Select(Words));
        Assert.Contains("Just at the floor New head since 1 January 2010", Words(page.QuerySelector("tbody tr")));
        Assert.Equal("A. Jones expects 55% in 2011, under the floor of 60%", Words(page.QuerySelectorAll("tbody tr")[2].QuerySelector("[data-label=Reasons]")));
        Assert.Equal("Last inspected on 1 May 2006: the next was due by 1 May 2010", Words(page.QuerySelectorAll("tbody tr")[4].QuerySelector("[data-label=Reasons]")));
        Assert.Equal(["Dale View Primary", "Fern Hill Primary"], await Shown("reason=new-head"));
        Assert.Equal(["Dale View Primary"], await Shown("reason=new-head&adviser=A.%20Jones"));
        Assert.Equal(["Elm Grove Primary", "Fern Hill Primary", "Glebe Primary"], await Shown("locality=South"));
        Assert.Empty(await Shown("locality=Atlantis"));
        Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status("/schools/risk?reason=weather"));
        Assert.Contains($"{FernHill},\"Fern Hill Primary\",\"Primary\",\"South\",\"B. Smith\",\"\",\"\",\"New head since 1 January 2010\",\"\",\"85% is over 55%.\",No", await _adviser.Text("/schools/risk?handler=Csv&reason=new-head"));

        async Task<List<string>> Shown(string filter) => [.. (await _adviser.Page($"/schools/risk?{filter}")).QuerySelectorAll("tbody th").Select(Words)];
    }

    [Fact]
    public async Task Forecasts_stand_beside_results_and_people_are_judged_by_enough_of_them()
    {
        await Send(_suite,
            Forecast(AbbeyRoad, 2010, "66", "2010-03-01", "A. Jones"), Forecast(BrookLane, 2010, "60", "2010-03-01", "A. Jones"), Forecast(CanalStreet, 2010, "55", "2010-03-01", "A. Jones"),
            Forecast(DaleView, 2010, "50", "2010-03-01", "A. Jones"), Forecast(ElmGrove, 2010, "70", "2010-03-01", "A. Jones"), Forecast(FernHill, 2010, "85", "2010-07-01", "B. Smith"),
            Forecast(AbbeyRoad, 2009, "55", "2009-03-01", "B. Smith"), Forecast(BrookLane, 2010, "65", "2009-09-30", "The school", "target"));

        var page = await _adviser.Page("/schools/forecasts");

        Assert.Equal("Of 6 schools with results of 2010, 5 had a forecast: 3 came within 5 points of it. 3 were forecast too high and 1 too low.", Sentence(page));
        var tables = page.QuerySelectorAll("main table").Select(table => table.QuerySelectorAll("tbody tr").Select(Words).ToList()).ToList();
        Assert.Equal("Brook Lane Primary 65.0% 60.0% A. Jones, 1 Mar 2010 50.0% provisional 10 points too high", tables[0][0]);
        Assert.Contains("Fern Hill Primary None 85.0% B. Smith, 1 Jul 2010 85.0% provisional Made after the tests, not judged", tables[0]);
        Assert.Equal(["A. Jones 5 3 3 1 5.2 points off", "B. Smith 1 1 1 0 Too few to judge"], tables[1]);
        Assert.Contains("Abbey Road Primary 2010: 1 point too high; 2009: 5 points too high 2 of 2 Too few to judge", tables[2]);
        Assert.Equal("Of 8 schools with results of 2008, none had a forecast in time.", Sentence(await _adviser.Page("/schools/forecasts?year=2008")));
        Assert.Equal(HttpStatusCode.NotFound, await _adviser.Status("/schools/forecasts?year=1999"));
    }

    [Fact]
    public async Task A_forecast_is_typed_corrected_on_its_day_and_kept_in_the_change_log()
    {
        var form = await _adviser.Page($"/schools/forecasts/type?urn={BrookLane}");
        Assert.Equal("2011", form.QuerySelector<IHtmlSelectElement>("#Year")!.Value);
        var wrong = await _adviser.Send(form, Save, ("Percent", "640"), ("By", ""), ("MadeOn", "21 August 2010"));
        Assert.Equal(
            ["“640” is over 100: a percentage lies between 0 and 100", "Say who expects it, or set it", "Give a day from 1 January 1990 to today, 20 August 2010"],
            wrong.QuerySelectorAll(".govuk-error-summary__list li").Select(Words));
        Assert.Equal("640", wrong.QuerySelector<IHtmlInputElement>("#Percent")!.Value);

        await _adviser.Send(form, Save, ("Percent", "64"), ("By", "A. Jones"));
        var page = await _adviser.Send(form, Save, ("Percent", "61.5%"), ("By", "A. Jones"));
        Assert.Equal("For 2011 1 school has a forecast and 0 a target; the results are not in yet.", Sentence(page));
        Assert.Equal("Brook Lane Primary None 61.5% A. Jones, 20 Aug 2010 None yet", Words(page.QuerySelector("tbody tr")));
        await _adviser.Send(form, Save, ("Kind", "Target"), ("Percent", "70"), ("By", "The governors"));

        var kept = await Read(_suite, db => db.Set<Forecast>().OrderBy(one => one.Id).Select(one => new { one.RecordId, one.Percent, one.Counts }).ToListAsync());
        Assert.Equal([("106802-2011-forecast-20100820-a-jones", 61_50, true), ("106802-2011-target-20100820-the-governors", 70_00, true)], kept.Select(one => (one.RecordId, one.Percent, one.Counts)));
        var log = await Read(_suite, db => db.ChangeLog.AsNoTracking().OrderBy(entry => entry.Sequence).ToListAsync());
        var typed = log.Where(entry => entry.Action == "typed a record of a school").ToList();
        Assert.Equal(["Forecast of Brook Lane Primary for 2011", "Forecast of Brook Lane Primary for 2011", "Target of Brook Lane Primary for 2011"], typed.Select(entry => entry.Subject));
        Assert.Contains("64%", typed[1].Before);
        Assert.Contains("61.5%", typed[1].After);
        Assert.Equal("Brook Lane Primary for 2011: A. Jones expected 61.5% on 20 August 2010, and the target is 70%.", Sentence(await _adviser.Page($"/schools/forecasts/type?urn={BrookLane}&year=2011")));
    }

    [Fact]
    public async Task A_forecast_that_is_typed_counts_beside_those_of_a_system()
    {
        var intake = _suite.Services.GetRequiredService<SchoolRecordIntake>();
        await intake.Submit(
            new("Test", "schools", ["tracker"]), new() { Stream = "test", Sequence = 1, SchemaVersion = 1 }, [Forecast(AbbeyRoad, 2011, "70", "2010-08-01", "The tracker")], default);

        var page = await _adviser.Send(await _adviser.Page($"/schools/forecasts/type?urn={BrookLane}"), Save, ("Percent", "64"), ("By", "A. Jones"));

        Assert.Equal("For 2011 2 schools have a forecast and 0 a target; the results are not in yet.", Sentence(page));
    }

    [Fact]
    public async Task Typing_is_for_those_who_support_schools_and_for_open_schools_of_ones_own()
    {
        using var reader = await SignIn(_suite, "demo-panel-member");
        Assert.Null((await reader.Page("/schools/forecasts")).QuerySelector("main a[href*=type]"));
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Read("/schools/forecasts/type")).Status);

        var form = await _adviser.Page("/schools/forecasts/type");
        Assert.DoesNotContain(form.QuerySelectorAll("#Urn option").Select(Words), name => name == "Hill Top Primary");
        var refused = await _adviser.Send(form, Save, ("Urn", $"{HillTop}"), ("Percent", "64"), ("By", "A. Jones"));
        Assert.Equal(["Choose a school from the list"], refused.QuerySelectorAll(".govuk-error-summary__list li").Select(Words));
    }

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));
}
