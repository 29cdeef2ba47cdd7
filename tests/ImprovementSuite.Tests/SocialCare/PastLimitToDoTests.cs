using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.SocialCare;

public sealed class PastLimitToDoTests
{
    [Fact]
    public async Task Assessments_past_their_limit_wait_for_those_who_work_with_the_records()
    {
        await using var suite = await RunningSuite.Start();
        await suite.CaseFeed.SubmitBatchAsync(
            Cases.Batch(1, Cases.Referral("R1", "2010-07-01"), Cases.Initial("A1", "R1", ""), Cases.Initial("A2", "R1", "2010-08-02"), Cases.Referral("R2", "2010-08-19"), Cases.Initial("A3", "R2", "")),
            await suite.Key());

        Assert.Equal(["Finish 1 initial assessment Past the limit"], await Rows("demo-team-manager"));
        Assert.Empty(await Rows("demo-panel-member"));

        async Task<List<string>> Rows(string person)
        {
            using var visitor = await Visitor.SignIn(suite, person);
            return [.. (await visitor.Page("/")).QuerySelectorAll(".home__beside .card:first-child .task-rows li").Select(Visitor.Words)];
        }
    }
}
