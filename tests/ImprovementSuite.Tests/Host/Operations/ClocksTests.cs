using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Host.Operations;

public sealed class ClocksTests
{
    [Fact]
    public async Task A_suite_that_serves_does_all_of_this_by_the_clock()
    {
        await using var suite = await RunningSuite.StartReal();

        Assert.Equal(
            [
                "audit-months */15 * * * *", "cases-held */5 * * * *", "data-quality * * * * *", "floor-moves * * * * *", "inspections-reminders * * * * *", "inspections-told * * * * *",
                "managers-in-post * * * * *", "nightly-backup 20 * * * *", "plan-indicators * * * * *", "plan-reminders * * * * *", "practice-issues */5 * * * *", "sweep * * * * *",
            ],
            suite.Clocks);
    }
}
