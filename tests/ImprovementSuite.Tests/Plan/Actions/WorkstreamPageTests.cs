using System.Net;
using ImprovementSuite.Tests.Support;
using Xunit;
using static ImprovementSuite.Tests.Plan.RunningPlan;

namespace ImprovementSuite.Tests.Plan.Actions;

public sealed class WorkstreamPageTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    [Fact]
    public async Task Every_workstream_is_listed_with_its_lines_in_both_voices()
    {
        var page = await plan.Page("/plan/workstreams");

        Assert.Equal("9 workstreams answer for 29 lines; a line may be of several. 29 updates are still to come for the panel of 29 September, by 17 September.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(9, page.QuerySelectorAll("tbody").Length);
        var ict = page.QuerySelectorAll("tbody").Single(body => body.TextContent.Contains("ICT"));
        Assert.Equal("ICT 1 1 0 Computed 0 1 0 0 0 Declared 0 1 0 0 0", Parts(ict));
    }

    [Fact]
    public async Task A_workstream_shows_its_lines_their_updates_milestones_challenges_and_fed_figures()
    {
        var page = await plan.Page("/plan/workstreams/social%20work", "demo-workstream-lead");

        Assert.StartsWith("15 lines: ", Words(page.QuerySelector(".suite-sentence")));
        Assert.EndsWith("15 updates are due by 17 September for the panel of 29 September.", Words(page.QuerySelector(".suite-sentence")));
        var tables = page.QuerySelectorAll("main table");
        Assert.Equal(15, tables[0].QuerySelectorAll("tbody tr").Length);
        Assert.Equal("Not submitted: the update of 1.1", Words(page.QuerySelector("a[href='/plan/updates/2010-09-29/1.1']")));
        // To 19 October: the October milestones are later.
        Assert.Equal(
            ["August milestone", "3 immediate actions", "September milestone", "NFA review", "Individual actions completed", "August/September milestone", "August/September milestone"],
            tables[1].QuerySelectorAll("tbody th").Select(Words));
        Assert.Contains("1.7", Words(tables[2]));
        // The running suite's own module says of other measures, too, that it counts them.
        Assert.Contains("Initial assessments within 7 working days of referral 80.11% 83.32% Amber 20 Aug 2010, records", tables[3].QuerySelectorAll("tbody tr").Select(Words));
    }

    [Fact]
    public async Task Whoever_reads_records_is_led_to_those_behind_a_figure_and_not_to_updates()
    {
        var page = await plan.Page("/plan/workstreams/Social%20Work", "demo-analyst");

        Assert.NotNull(page.QuerySelector("a[href^='/social-care/records/NI59?scope=authority']"));
        Assert.Null(page.QuerySelector("a[href^='/plan/updates/']"));
    }

    [Fact]
    public async Task A_workstream_that_no_line_names_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, await plan.Status("/plan/workstreams/Nobody"));
        Assert.Equal(HttpStatusCode.OK, await plan.Status("/plan/workstreams/Enjoying%20and%20Achieving"));
    }

    [Fact]
    public async Task My_actions_are_for_leads_alone_and_list_what_waits_for_their_own_lines()
    {
        var page = await plan.Page("/plan/my-actions", "demo-workstream-lead");

        Assert.StartsWith("30 things wait for you on the 15 lines of Social Work. None is late. Updates for the panel of 29 September are due on 17 September.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(30, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("See to “August milestone” of 1.1 1.1 Better quality assurance of assessments and referrals 31 Aug", Words(page.QuerySelector("tbody tr")));
        Assert.NotNull(page.QuerySelector(".moj-sub-navigation a[href='/plan/my-actions'][aria-current=page]"));
        Assert.Null((await plan.Page("/plan")).QuerySelector("a[href='/plan/my-actions']"));
        Assert.Equal(HttpStatusCode.Forbidden, await plan.Status("/plan/my-actions"));
    }

    [Fact]
    public async Task What_is_not_measured_leads_to_where_it_is_entered_for_those_who_may()
    {
        var manager = await plan.Page("/plan/not-measured", "demo-performance-manager");
        var analyst = await plan.Page("/plan/not-measured");

        Assert.Equal(
            "20 measures have never been read and 6 lines have no measure; 6 measures have no target, 2 lines are declared green or complete with no figure behind, and no reading is stale.",
            Words(manager.QuerySelector(".suite-sentence")));
        Assert.NotNull(manager.QuerySelector("a[href='/plan/measure/RECS-FOSTERING/readings']"));
        Assert.Null(analyst.QuerySelector("a[href='/plan/measure/RECS-FOSTERING/readings']"));
        Assert.NotNull(analyst.QuerySelector("a[href='/plan/measure/RECS-FOSTERING']"));
    }
}
