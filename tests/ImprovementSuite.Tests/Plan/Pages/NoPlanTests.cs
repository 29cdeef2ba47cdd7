using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Pages;

public sealed class NoPlanTests
{
    [Fact]
    public async Task Nobody_reads_the_plan_without_signing_in()
    {
        await using var suite = await RunningSuite.Start();
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.Accept.Add(new("text/html"));

        foreach (var path in new[] { "/plan", "/plan/measure/NI59", "/plan/line/1.1", "/plan/achievements" })
            Assert.Contains("/sign-in", (await browser.GetAsync(new Uri(suite.Pages, path))).Headers.Location!.ToString());
        Assert.Null(await suite.Services.GetRequiredService<PlanSnapshots>().Current());
    }
}
