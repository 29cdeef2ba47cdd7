using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.SocialCare;

public sealed class PastLimitToDoTests
{
    [Fact]
    public async Task Assessments_past_their_limit_wait_for_those_who_work_with_the_records_of_their_teams()
    {
        await using var suite = await RunningSuite.Start();
        await suite.CaseFeed.SubmitBatchAsync(
            Cases.Batch(
                1, Cases.Referral("R1", "2010-07-01"), Cases.Initial("A1", "R1", "", team: "Central 2"), Cases.Initial("A2", "R1", "2010-08-02", team: "Central 2"),
                Cases.Referral("R2", "2010-08-19"), Cases.Initial("A3", "R2", "", team: "Central 2"), Cases.Initial("A4", "R1", "", team: "North 1")),
            await suite.Key());
        suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare").Run();

        Assert.Equal(["Finish 1 initial assessment Past the limit"], await Rows("demo-team-manager"));
        Assert.Contains("Finish 2 initial assessments Past the limit", await Rows("demo-practice-improvement-manager"));
        Assert.Empty(await Rows("demo-panel-member"));
        using var manager = await Visitor.SignIn(suite, "demo-team-manager");
        var list = await manager.Page((await manager.Page("/")).QuerySelector(".home__beside .card:first-child .task-rows a")!.GetAttribute("href")!);
        Assert.Equal(["A1"], list.QuerySelectorAll("#list ~ table tbody th").Select(Visitor.Words));

        async Task<List<string>> Rows(string person)
        {
            using var visitor = await Visitor.SignIn(suite, person);
            return [.. (await visitor.Page("/")).QuerySelectorAll(".home__beside .card:first-child .task-rows li").Select(Visitor.Words)];
        }
    }
}
