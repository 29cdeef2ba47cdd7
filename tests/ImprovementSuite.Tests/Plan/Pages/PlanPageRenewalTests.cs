using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Xunit;
using static ImprovementSuite.Tests.Plan.RunningPlan;

namespace ImprovementSuite.Tests.Plan.Pages;

/// <summary>Rows are kept as they were written, and no longer than they are true.</summary>
public sealed class PlanPageRenewalTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    [Fact]
    public async Task A_row_and_the_counts_are_written_anew_when_a_reading_comes()
    {
        Assert.Equal(("80.11%", "Computed 1 8 3 0 17"), await Shown());

        await plan.Publish(new MeasuresRecalculated("test",
            [new("NI59", Scope.Authority, Period.YearToDate(RunningSuite.Today), Figure.Rate(1200, 1232), BusinessClock.Utc(RunningSuite.Today, new(6, 3)), 2)]));

        Assert.Equal(("97.4%", "Computed 1 7 4 0 17"), await Shown());

        async Task<(string, string)> Shown()
        {
            var page = await plan.Page("/plan");
            var row = page.QuerySelectorAll(".plan-table tbody tr").Single(tr => tr.QuerySelector(".plan-table__code")?.TextContent == "NI 59");
            return (Words(row.QuerySelector(".plan-table__reading")), Words(page.QuerySelector(".counts tbody tr")));
        }
    }

    [Fact]
    public async Task The_rows_are_the_same_for_everybody_and_the_page_around_them_is_each_persons_own()
    {
        var (manager, lead) = (await plan.Page("/plan", "demo-performance-manager"), await plan.Page("/plan", "demo-workstream-lead"));

        Assert.Equal(Words(manager.QuerySelector(".plan-table")), Words(lead.QuerySelector(".plan-table")));
        Assert.NotEqual(Words(manager.QuerySelector(".suite-person")), Words(lead.QuerySelector(".suite-person")));
        Assert.NotEqual(Token(manager), Token(lead));

        static string? Token(AngleSharp.Dom.IDocument page) => page.QuerySelector(".suite-person input[name=__RequestVerificationToken]")!.GetAttribute("value");
    }
}
