using System.Net;
using ImprovementSuite.Host.People;
using ImprovementSuite.Tests.Plan;
using ImprovementSuite.Tests.Support;
using Xunit;
using static ImprovementSuite.Tests.Plan.RunningPlan;

namespace ImprovementSuite.Tests.Host.Pages;

/// <summary>The home page starts with what waits for whoever opens it.</summary>
public sealed class HomePageTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    public static TheoryData<string> People => [.. DemoPerson.All.Select(person => person.Id)];

    [Fact]
    public async Task Its_sentence_says_when_the_panel_meets_what_is_to_come_and_what_waits_for_a_decision() => Assert.Equal(
        "The panel meets on Wednesday 29 September 2010. 29 updates are still to come, and 5 challenges wait for a decision.",
        Words((await plan.Page("/", "demo-panel-member")).QuerySelector(".suite-sentence")));

    [Theory]
    [InlineData("demo-performance-manager", "Collect 29 updates 17 Sep|Get 4 papers in 22 Sep|Put 5 challenges to the panel 29 Sep|Get the first readings of 20 measures Never read|Agree the targets of 6 measures No date")]
    [InlineData("demo-workstream-lead", "See to 2 milestones 31 Aug|Write 15 updates 17 Sep|Say why 1.7 is complete: no figure stands behind it 17 Sep|Hand in 3 papers 22 Sep|Get the first readings of 9 measures Never read")]
    [InlineData("demo-panel-member", "Keep the day of the panel meeting free 29 Sep|Decide on 5 challenges 29 Sep")]
    public async Task Each_has_their_own_list_the_oldest_first(string person, string rows) =>
        Assert.Equal(rows.Split('|'), (await plan.Page("/", person)).QuerySelectorAll(".home__beside .card:first-child .task-rows li").Select(Words));

    [Fact]
    public async Task Whoever_has_nothing_to_do_is_told_so() =>
        Assert.Contains("Nothing waits for you.", Words((await plan.Page("/", "demo-team-manager")).QuerySelector(".home__beside .card:first-child")));

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_link_of_the_list_leads_to_a_page_that_is_open_to_the_person(string person)
    {
        using var visitor = await Visitor.SignIn(plan.Suite, person);

        foreach (var link in (await visitor.Page("/")).QuerySelectorAll(".home__beside .task-rows a").Select(link => link.GetAttribute("href")!).ToList())
            Assert.Equal(HttpStatusCode.OK, await visitor.Status(link));
    }
}

/// <summary>Rejected records wait for those who answer for the feeds or for the data.</summary>
public sealed class RejectedToDoTests
{
    [Fact]
    public async Task Rejected_records_wait_until_they_are_corrected()
    {
        await using var suite = await RunningSuite.Start();
        var key = await suite.Key();
        await suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R1", "2010-13-01"), Cases.Referral("R2", "2010-13-01"), Cases.Referral("R3", "2010-08-02")), key);

        Assert.Equal(["See to 2 rejected records of social care cases Since today"], await Rows("demo-analyst"));
        Assert.Equal(["See to 2 rejected records of social care cases Since today"], await Rows("demo-administrator"));
        Assert.Empty(await Rows("demo-adviser"));

        await suite.CaseFeed.SubmitBatchAsync(Cases.Batch(2, Cases.Referral("R1", "2010-08-01", version: 2), Cases.Referral("R2", "2010-08-01", version: 2)), key);
        Assert.Empty(await Rows("demo-analyst"));

        async Task<List<string>> Rows(string person)
        {
            using var visitor = await Visitor.SignIn(suite, person);
            return [.. (await visitor.Page("/")).QuerySelectorAll(".home__beside .card:first-child .task-rows li").Select(Words)];
        }
    }
}
