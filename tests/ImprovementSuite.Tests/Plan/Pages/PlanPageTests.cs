using AngleSharp.Dom;
using Xunit;
using static ImprovementSuite.Tests.Plan.RunningPlan;

namespace ImprovementSuite.Tests.Plan.Pages;

public sealed class PlanPageTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    [Fact]
    public async Task It_begins_with_a_sentence_that_has_counts_in_it() => Assert.Equal(
        "29 lines, as they stand on Friday 20 August 2010: 1 red, 8 amber, 3 green and 17 with no colour yet. The panel meets on Wednesday 29 September 2010.",
        Words((await plan.Page("/plan")).QuerySelector(".suite-sentence")));

    [Fact]
    public async Task It_counts_the_lines_in_both_voices_and_links_to_them()
    {
        var page = await plan.Page("/plan");
        var rows = page.QuerySelectorAll(".counts tbody tr").Select(Words).ToList();

        Assert.Equal(["Computed 1 8 3 0 17", "Declared 5 19 4 1 0"], rows);
        Assert.Equal("/plan?colour=computed-amber", page.QuerySelector(".counts tbody a:nth-of-type(1)[href*=amber]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task It_says_what_changed_since_the_panel()
    {
        var since = (await plan.Page("/plan")).QuerySelector(".since-panel")!;

        Assert.Equal("Since the panel of 13 July", Words(since.QuerySelector("h2")));
        Assert.Equal(
            ["1 worsening: 3.5", "2 worsening in the lead's view: 2.1 and 4.5", "5 on the challenge list", "2 of these with no figure behind: 1.7 and 4.4", "17 short of their stage, and what each needs from here"],
            since.QuerySelectorAll("li").Skip(1).Select(Words));
        Assert.Equal("1 newly green: NI 68, from 62.63% to 79.74%", Words(since.QuerySelector("li")));
    }

    [Theory]
    [InlineData("NI 59", "80.11% 987 of 1,232", "83.32% 40 more assessments on time", "Amber", "Amber", "Level", "20 Aug Records")]
    [InlineData("NI 60", "87.67% counts not published", "82.65% 5.02 points above", "Green", "Green", "Improving since baseline", "20 Aug Published")]
    [InlineData("1.1", "76.47% 52 of 68", "100% 16 more audits", "Amber", "Amber", "Improving Lead's view", "31 Jul Published")]
    [InlineData("1.3", "2 of 3 milestones done", "Due 31 Aug in 11 days", "Amber", "Amber", "Improving Lead's view", "20 Aug Published")]
    [InlineData("1.4", "213 since 1 April", "233.42 21 more CAFs", "Amber", "Amber", "Improving Lead's view", "20 Aug Published")]
    [InlineData("1.7", "No reading", "0 by 31 Oct was 1", "No reading", "Complete No figure behind it", "No earlier reading", "Never")]
    [InlineData("2.1", "10 schools", "8 2 schools fewer", "Amber", "Amber", "Improving since baseline Lead's view: worsening", "20 Aug Published")]
    [InlineData("3.5", "64% counts not published", "90% 26 points short", "Red ≠ Declared is kinder", "Amber", "Worsening since baseline Lead's view: level", "31 Jul Published")]
    [InlineData("4.4", "Nothing due", "100%", "Nothing due", "Green No figure behind it", "Level Lead's view", "20 Aug Published")]
    [InlineData("5.2", "26.67% 4 of 15", "19.84% 2 vacancies fewer", "Amber", "Amber", "Improving since baseline", "20 Aug Published")]
    [InlineData("5.4", "£467,459 since 1 April", "£546,069 £78,609 under", "Green ≠ Declared is harsher", "Red", "Improving since baseline Lead's view: level", "20 Aug Published")]
    public async Task A_line_says(string reference, string reading, string expected, string computed, string declared, string since, string asAt)
    {
        var row = (await plan.Page("/plan")).QuerySelectorAll(".plan-table tbody tr").Single(tr => tr.QuerySelector(".plan-table__code")?.TextContent == reference);

        Assert.Equal([reading, expected, computed, declared, since, asAt],
            new[] { "Reading", "Expected today", "Computed", "Declared", "Since 13 July", "As at" }.Select(label => Parts(row.QuerySelector($"td[data-label='{label}']"))));
    }

    [Fact]
    public async Task Only_NI_68_is_to_be_watched() =>
        Assert.Equal(["Watch: above the mid-range, check thresholds"], (await plan.Page("/plan")).QuerySelectorAll(".plan-table__line .plan-table__strong").Select(Words));

    [Fact]
    public async Task Cells_are_marked_where_the_voices_differ_and_nowhere_else() =>
        Assert.Equal(["3.5", "5.3", "5.4"], (await plan.Page("/plan")).QuerySelectorAll("td.plan-table__differs--first").Select(cell => cell.Closest("tr")!.QuerySelector(".plan-table__code")!.TextContent));

    [Theory]
    [InlineData("?colour=computed-green", "NI 68 NI 60 5.4")]
    [InlineData("?colour=declared-complete", "1.7")]
    [InlineData("?workstream=Finance", "5.4")]
    [InlineData("?workstream=&colour=&lead=John+Dunn", "1.3")]
    [InlineData("?differs=true", "1.7 3.5 4.4 5.3 5.4")]
    [InlineData("?show=Worsening", "3.5")]
    [InlineData("?show=NewlyGreen", "NI 68")]
    [InlineData("?workstream=Workforce&colour=computed-amber", "5.2 5.3")]
    public async Task The_filter_stands_in_the_address(string query, string lines)
    {
        var page = await plan.Page($"/plan{query}");

        Assert.Equal(lines, string.Join(' ', page.QuerySelectorAll(".plan-table__code").Select(Words)));
        Assert.NotNull(page.QuerySelector(".filter-bar a[href='/plan']"));
    }

    [Theory]
    [InlineData("?workstream=&colour=&lead=")]
    [InlineData("?differs=false&show=all")]
    [InlineData("?differs=perhaps&show=Nonsense")]
    public async Task An_address_that_filters_by_nothing_shows_every_line(string query)
    {
        var page = await plan.Page($"/plan{query}");

        Assert.Equal(29, page.QuerySelectorAll(".plan-table__code").Length);
        Assert.Null(page.QuerySelector(".filter-bar a[href='/plan']"));
    }

    [Fact]
    public async Task Where_no_line_matches_it_says_so() =>
        Assert.Contains("No line matches. Clear the filters.", Words((await plan.Page("/plan?workstream=ICT&colour=computed-red")).QuerySelector("main")));

    [Fact]
    public async Task The_table_keeps_its_meaning_without_its_looks()
    {
        var table = (await plan.Page("/plan")).QuerySelector(".plan-table")!;

        Assert.Equal(6, table.QuerySelectorAll("tbody").Length);
        Assert.Equal(29, table.QuerySelectorAll("tbody th[scope=row]").Length);
        Assert.All(table.QuerySelectorAll("tr, th, td"), part => Assert.NotNull(part.GetAttribute("role")));
        Assert.NotNull(table.QuerySelector("caption"));
    }

    [Fact]
    public async Task Every_line_leads_to_a_page_that_can_be_read()
    {
        foreach (var link in (await plan.Page("/plan")).QuerySelectorAll(".plan-table__line a").Select(a => a.GetAttribute("href")!).ToList())
            Assert.Equal(System.Net.HttpStatusCode.OK, await plan.Status(link));
    }
}
