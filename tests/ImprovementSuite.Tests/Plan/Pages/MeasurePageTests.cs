using Xunit;
using static ImprovementSuite.Tests.Plan.RunningPlan;

namespace ImprovementSuite.Tests.Plan.Pages;

public sealed class MeasurePageTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    [Theory]
    [InlineData("NI59", "Since 1 April, 987 of 1,232 initial assessments were finished in time: 80.11%. The plan expected 83.32% by today, which would have taken 40 more assessments on time.")]
    [InlineData("AGENCY-SPEND", "From 1 April to 20 August 2010 the reading is £467,459. The plan expected £546,069 by today: £78,609 under.")]
    [InlineData("PDR-COMPLETED", "On 31 July 2010 the reading was 64%. The plan expected 90% by today, so this is 26 points short.")]
    [InlineData("AUDITS-COMPLETED", "In July 2010, 52 of 68 audits expected were received and completed: 76.47%. The plan expected 100% by today, which would have taken 16 more audits.")]
    [InlineData("FOSTERING-JUDGEMENT", "No reading yet. The plan asks for Good by 31 March 2011.")]
    [InlineData("SCR-ADEQUATE", "Nothing was due up to 20 August 2010: 0 of 0. The plan asks for 100% by 31 March 2011.")]
    [InlineData("CAF-PREVENTING-IA", "No reading yet. No target agreed yet.")]
    [InlineData("CAF-TRAINED", "From 1 April to 8 July 2010 the reading is 608 people trained. No target agreed yet.")]
    public async Task It_begins_with_a_sentence_that_could_be_read_aloud(string measure, string sentence) =>
        Assert.Equal(sentence, Words((await plan.Page($"/plan/measure/{measure}")).QuerySelector(".suite-sentence")));

    [Fact]
    public async Task It_compares_with_the_baseline_others_and_what_the_panel_saw() => Assert.Contains(
        "That is better than the baseline, 2009/10 outturn (75.2%), statistical neighbours (71.6%) and England (71.8%) and level with the 80.16% that the panel saw on 13 July.",
        Words((await plan.Page("/plan/measure/NI59")).QuerySelector("main")));

    [Fact]
    public async Task The_card_has_both_colours_and_why()
    {
        var rows = (await plan.Page("/plan/measure/NI59")).QuerySelectorAll(".card .govuk-summary-list__row").Select(Words).ToList();

        Assert.Equal(
            ["Computed Amber short, but better than the baseline", "Declared Amber same", "Since 13 July Level −0.05 points", "Lead Gani Martins, Social Work", "Data as at 20 Aug 2010, 6:02am, records"], rows);
    }

    [Fact]
    public async Task Months_stand_in_a_table_beside_the_chart()
    {
        var page = await plan.Page("/plan/measure/NI59");
        var rows = page.QuerySelectorAll(".chart-and-table tbody tr").Select(Words).ToList();

        Assert.Equal("April 2009 148 198 74.7%", rows[0]);
        Assert.Equal("2009/10, baseline 1,814 2,412 75.2%", rows[12]);
        Assert.Equal("1 to 20 Aug 2010 191 241 79.3%", rows[^2]);
        Assert.Equal("2010/11 so far 987 1,232 80.1%", rows[^1]);
        var chart = page.QuerySelector("[data-chart] script")!.TextContent;
        Assert.Contains("40 short today", chart);
        Assert.Contains("85% by Oct 2010", chart);
        Assert.Contains("Statistical neighbours 71.6%, England 71.8% (2009/10)", chart);
    }

    [Fact]
    public async Task It_says_what_is_needed_from_here()
    {
        var rows = (await plan.Page("/plan/measure/NI59")).QuerySelectorAll("table:has(caption:contains('needed')) tbody tr").Select(Words).ToList();

        Assert.Equal(
            [
                "31 October 2010 85% 467 458 of 467, or 98.1% 618 of 767, or 80.6%, May to July 2010 No. The best month was 83.1%, March 2010",
                "31 March 2011 87% 1,494 1,385 of 1,494, or 92.7% 618 of 767, or 80.6%, May to July 2010 No. The best month was 83.1%, March 2010",
            ],
            rows);
    }

    [Theory]
    [InlineData("CAF-COMPLETED", "31 March 2011 600 387 more, 12.1 a week 10.5 a week, 1 April to 20 August 2010 No full month is known")]
    [InlineData("FOSTER-CARERS", "31 March 2011 156 17 more, 2.3 a month No present rate is known: only one reading No full month is known")]
    [InlineData("PDR-COMPLETED", "30 November 2010 90% 26 points short, 6.5 points a month No present rate is known: only one reading No full month is known")]
    [InlineData("AUDITS-COMPLETED", "30 November 2010 100% 100% of every month; July 2010 needed 16 more audits No present rate is known: only one month has been read No. The best month was 76.5%, July 2010")]
    [InlineData("NI60", "31 October 2010 84% 3.67 points above. The share of what is still to come cannot be told: the counts were not published No present rate is known: no full month has been read No full month is known")]
    [InlineData("SCHOOLS-BELOW-FLOOR", "31 December 2010 (date inferred) 8 2 schools fewer in the 2010 results No present rate is known: it is read once a round It has no months")]
    [InlineData("AGENCY-SPEND", "31 March 2011 £1,403,627 £936,168 may still be added, £29,386 a week £23,044 a week, 1 April to 20 August 2010 No full month is known")]
    public async Task What_is_needed_stands_beside_the_present_rate(string measure, string row) => Assert.Equal(
        row, Words((await plan.Page($"/plan/measure/{measure}")).QuerySelector("table:has(caption:contains('needed')) tbody tr")));

    [Fact]
    public async Task A_line_shows_what_each_of_its_measures_and_milestones_needs()
    {
        var needed = (await plan.Page("/plan/line/5.3")).QuerySelectorAll("table:has(caption:contains('needed')) tbody tr").Select(Words).ToList();

        Assert.Equal(2, needed.Count);
        Assert.EndsWith("30 1 more, 0.1 a month 1.7 a month, 1 April 2009 to 20 August 2010 No full month is known", needed[1]);
        Assert.Contains("Project plan for the remaining processes commenced, due 31 August 2010: in 11 days", (await plan.Page("/plan/line/1.3")).QuerySelectorAll("main li").Select(Words));
    }

    [Fact]
    public async Task Every_line_that_is_short_stands_on_one_page()
    {
        var page = await plan.Page("/plan/needed");

        Assert.StartsWith("17 of 29 lines are short of their stage on 20 August 2010, in ", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(17, page.QuerySelectorAll("h2").Length);
        Assert.Contains("NI 59 Initial assessments within 7 working days of referral", page.QuerySelectorAll("h2").Select(Words));
        Assert.NotNull((await plan.Page("/plan")).QuerySelector(".since-panel a[href='/plan/needed']"));
    }

    [Fact]
    public async Task Localities_and_teams_have_their_gaps_and_few_is_said()
    {
        var page = await plan.Page("/plan/measure/NI59");
        var rows = page.QuerySelectorAll(".table-pane tbody tr");

        Assert.Equal(["Central 309 402 93 76.9% 26 more assessments on time", "Central 1 301 393 92 76.6% 27 more assessments on time", "Central 2 8 9 1 few"], rows.Select(Words));
        Assert.Equal("/social-care/records/NI59?scope=team&code=Central%201&from=2010-04-01&to=2010-08-20", rows[1].QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_records_and_the_published_figure_are_one_link_and_one_row_away()
    {
        var page = await plan.Page("/plan/measure/NI59");

        Assert.Equal("/social-care/records/NI59?scope=authority&code=&from=2010-04-01&to=2010-08-20", page.QuerySelector(".suite-links a")!.GetAttribute("href"));
        Assert.Contains("1 April to 20 August 2010 Published 80.11%", page.QuerySelectorAll("tr").Select(Parts));
    }

    [Fact]
    public async Task Whoever_may_not_read_records_is_not_led_to_them() =>
        Assert.Empty((await plan.Page("/plan/measure/NI59", "demo-panel-member")).QuerySelectorAll("a[href*=records]"));

    [Fact]
    public async Task Shared_measures_name_both_their_lines() =>
        Assert.Equal("Lines 4.1 and 4.2 Recommendations met in original timescale", Words((await plan.Page("/plan/measure/RECS-IN-TIMESCALE")).QuerySelector("h1")).Replace("4.2R", "4.2 R"));

    [Fact]
    public async Task Every_measure_has_a_page()
    {
        foreach (var measure in Plan2010.File.Measures)
            Assert.Equal(System.Net.HttpStatusCode.OK, await plan.Status($"/plan/measure/{measure.Code}"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await plan.Status("/plan/measure/NI999"));
    }

    [Fact]
    public async Task A_line_shows_what_is_to_be_done_and_what_its_lead_says()
    {
        var page = await plan.Page("/plan/line/1.6");

        Assert.Equal("1 measure: 1 with no colour yet. 3 milestones, 1 done. Next: 3 immediate actions, due 15 September 2010.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("3 immediate actions 15 September 2010 (date inferred) Amber None recorded", page.QuerySelectorAll("tr").Select(Words));
        Assert.Contains("Draw up an action plan for the 9 recommendations and a way to monitor them.", Words(page.QuerySelector("main")));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await plan.Status("/plan/line/9.9"));
    }

    [Fact]
    public async Task The_achievements_are_told() =>
        Assert.Equal(19, (await plan.Page("/plan/achievements")).QuerySelectorAll("main li").Length);
}
