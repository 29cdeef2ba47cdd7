using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Pages;

public sealed class OverviewPageTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        await Send(_suite, Recommendation("H2", "1", "2010-03-15", kind: "requirement"));
        _lead = await SignIn(_suite, "demo-inspection-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task What_is_overdue_is_told_by_what_it_asks()
    {
        var overdue = (await _lead.Page("/inspections")).QuerySelectorAll("main table").First();

        Assert.Equal(
            ["Requirement 1 of Report H2: Do what H2 says under 1", "Recommendation 1 of Report H1: Do what H1 says under 1"],
            overdue.QuerySelectorAll("tbody th").Take(2).Select(Words));
    }

    [Fact]
    public async Task A_requirement_has_one_name_in_its_title_and_its_sentences()
    {
        var row = await Row(_suite, "H2", "1");

        Assert.EndsWith("Requirement 1", Words((await _lead.Page(row.Path)).QuerySelector("h1")));
        Assert.StartsWith("Requirement 1 has no evidence", await Step(_suite, "H2", "1", (desk, one) => desk.Complete(one, new(2010, 8, 1), null, Owner)));
    }
}
