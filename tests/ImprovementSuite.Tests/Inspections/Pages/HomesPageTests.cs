using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Pages;

/// <summary>Children's homes: who is inadequate, what is required, and which months lack a visit.</summary>
public sealed class HomesPageTests
{
    [Fact]
    public async Task Homes_show_what_is_required_and_which_months_lack_a_visit()
    {
        await using var suite = await RunningSuite.Start();
        using var reader = await SignIn(suite, "demo-panel-member");
        Assert.Equal("No children’s home is open.", Words((await reader.Page("/inspections/homes")).QuerySelector(".suite-sentence")));

        await Fill(suite);
        await Send(suite, Recommendation("H1", "R1", "2010-06-30", kind: "requirement"), Visit("HOME-1", "2010-05-05"), Visit("HOME-1", "2010-07-06", "Fire doors were wedged open"), Visit("HOME-2", "2010-06-01"));

        var page = await reader.Page("/inspections/homes");
        Assert.Equal("1 of 2 children's homes is inadequate; on 31 March 2010 1 was. 1 requirement is open, 1 of them overdue; 2 homes lack a monthly visit.", Words(page.QuerySelector(".suite-sentence")));
        var rows = page.QuerySelectorAll("tbody tr").Select(Words).ToList();
        Assert.Equal("Provider HOME-1 Inadequate, 10 Feb 2010, the inspection of Provider HOME-1 1 1 2 of 3 months; none in June 2010 Fire doors were wedged open (Independent visitor, 6 Jul 2010)", rows[0]);
        Assert.Contains("1 of 3 months; none in May 2010 and July 2010 Nothing recorded (Independent visitor, 1 Jun 2010)", rows[1]);
        // Nobody knows of visits before the first that was recorded, and August is not over.
        Assert.EndsWith("Not due Done, 5 May Missing Done, 6 Jul Not due", rows[2]);
        // As the measure counts the last full month.
        Assert.Equal((1, 2), Value(suite, HomesVisited.Code, RunningSuite.Today));

        var csv = await reader.Text("/inspections/homes?handler=Csv");
        Assert.Contains("\"HOME-1\",\"Provider HOME-1\",\"inadequate\",\"2010-02-10\",1,1,1,\"2010-07-06\",\"Independent visitor\",\"Fire doors were wedged open\"", csv);
        Assert.Contains("\"Done\",\"Missing\",\"Done\",\"Not due\"", csv);
        Assert.Contains("Fire doors were wedged open", Words((await reader.Page("/inspections/providers/HOME-1")).QuerySelector("main")));
    }
}
