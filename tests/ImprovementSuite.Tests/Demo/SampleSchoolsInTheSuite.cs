using System.Net.Http.Headers;
using System.Text;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.Schools;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Tests.Schools;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Demo;

/// <summary>The demo's schools are invented; what they add up to is what the plan of 2010 published of the floor target.</summary>
public sealed class SampleSchoolsInTheSuite : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        Assert.Equal(99, await SchoolsModule.LoadSample(_suite.Services, Actor.Suite));
        Assert.Equal(0, await SchoolsModule.LoadSample(_suite.Services, Actor.Suite));
        using var client = new HttpClient { BaseAddress = _suite.Feeds, DefaultRequestVersion = new(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await _suite.Secret("schools", "school-system"));
        using var answer = await client.PostAsync("/feeds/schools/v1/batches", new StringContent(SchoolsModule.SampleBatch(), Encoding.UTF8, "application/json"));
        var receipt = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, receipt);
        Assert.DoesNotContain("sentence", receipt);
        await _suite.Quiet();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Thirteen_were_below_ten_rose_with_three_of_five_hard_to_reach_seven_fell_and_ten_are_below()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/schools");

        Assert.Equal(
            "10 schools are below the floor by the 2010 provisional results. 13 were below in 2009: 10 of the 13 rose above it, among them 3 of the 5 hard-to-reach schools. 7 other schools fell.",
            Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["Fell below: 7 schools", "Stayed below: 3 schools", "Rose above: 10 schools"],
            page.QuerySelectorAll("table .group th").Select(Words).Where(words => words.Contains(':')));
    }

    [Fact]
    public async Task The_plan_has_the_round_from_the_schools_and_rates_it_by_its_own_stage()
    {
        var plan = (await _suite.Services.CreateScope().ServiceProvider.GetRequiredService<PlanSnapshots>().Current(default))!;

        var rating = plan.Measures[SchoolsBelowFloor.Code];
        Assert.Equal((10m, 8m, Colour.Amber), (rating.Reading!.Figure!.Value, rating.Expected, rating.Colour));
        Assert.Equal((Origin.Recalculated, new DateOnly(2010, 5, 31)), (rating.Reading.Origin, rating.Reading.To));

        using var visitor = await SignIn(_suite, "demo-panel-member");
        var page = await visitor.Page($"/plan/measure/{SchoolsBelowFloor.Code}");
        Assert.Contains("North 0", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("Primary 10", page.QuerySelectorAll("tbody tr").Select(Words));
        var behind = page.QuerySelectorAll("a").Single(link => Words(link) == "The records behind this figure").GetAttribute("href")!;
        Assert.StartsWith("10 schools of ", Words((await visitor.Page(behind)).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task A_round_that_comes_after_the_stage_of_the_one_before_is_rated_by_its_own()
    {
        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.Result(990_008, 2010, 30, cohort: 59, status: "final")]);
        await _suite.Quiet();

        var plan = (await _suite.Services.CreateScope().ServiceProvider.GetRequiredService<PlanSnapshots>().Current(default))!;
        // Another figure of the same round takes the place of the provisional one and keeps its stage.
        Assert.Equal((10m, 8m), (plan.Measures[SchoolsBelowFloor.Code].Reading!.Figure!.Value, plan.Measures[SchoolsBelowFloor.Code].Expected));
    }
}
