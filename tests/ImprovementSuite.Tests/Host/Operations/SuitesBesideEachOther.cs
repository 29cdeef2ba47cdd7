using Hangfire.Logging;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Tests.Host.Operations;

/// <summary>Hangfire keeps things for the whole process; a suite that stops takes nothing of it away from the others.</summary>
public sealed class SuitesBesideEachOther
{
    [Fact]
    public async Task One_that_has_stopped_leaves_a_log_that_can_be_asked_for()
    {
        await using (await RunningSuite.Start())
        {
        }
        await using var other = await RunningSuite.Start();
        await using (await RunningSuite.Start())
        {
        }

        Assert.NotNull(LogProvider.GetLogger("Hangfire.Test"));
        using var visitor = Visitor.To(other);
        Assert.Equal(System.Net.HttpStatusCode.OK, await visitor.Status("/health/live"));
    }
}
