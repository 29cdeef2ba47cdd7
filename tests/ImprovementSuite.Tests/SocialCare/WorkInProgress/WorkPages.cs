using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.WorkInProgress;

/// <summary>Work in progress as its readers meet it on Friday 20 August 2010; Monday 30 August is a bank holiday.</summary>
public sealed class WorkPages : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Send(
            // Central 2: 2 past its limit, due today, 1 day left, and one whose referral has not come.
            Cases.Referral("R1", "2010-08-09", "Central 2"), Cases.Initial("IA-1", "R1", "", team: "Central 2"),
            Cases.Referral("R2", "2010-08-11", "Central 2"), Worker("", Cases.Initial("IA-2", "R2", "", team: "Central 2")),
            Late("R3", "2010-08-12", "2010-08-17"), Worker("L. Brandt", Cases.Initial("IA-3", "R3", "", team: "Central 2")),
            Cases.Initial("IA-4", "R-unknown", "", team: "Central 2"),
            // North 1: 7 days left, and one that is done.
            Cases.Referral("R5", "2010-08-20"), Cases.Initial("IA-5", "R5", ""),
            Cases.Referral("R6", "2010-08-19"), Cases.Initial("IA-6", "R6", "2010-08-20"));
        _suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare").Run();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task A_team_manager_meets_the_own_team_first_and_what_is_nearest_its_limit()
    {
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var page = await visitor.Page("/social-care/work");

        Assert.Equal("5 initial assessments are open. 1 is past the 7-day limit, and 2 more reach it by Tuesday 24 August.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Monday 30 August is a bank holiday and is left out.", Words(page.QuerySelector(".suite-note")));
        Assert.Equal(
            ["Team", "Past limit", "Today Fri 20", "1 day Mon 23", "2 days Tue 24", "3 days Wed 25", "4 days Thu 26", "5 days Fri 27", "6 days Tue 31", "7 days Wed 1 Sep", "Not known", "Open"],
            page.QuerySelectorAll(".work-counts thead th").Select(Words));
        Assert.Equal(
            ["Central 2, your team 1 1 1 0 0 0 0 0 0 1 4", "North 1 0 0 0 0 0 0 0 0 1 0 1", "All teams 1 1 1 0 0 0 0 0 1 1 5"], page.QuerySelectorAll(".work-counts tbody tr").Select(Words));
        Assert.Equal(
            [
                "IA-1 C. Okafor Mon 9 Aug Wed 18 Aug 2 past its limit",
                "IA-2 None recorded Wed 11 Aug Fri 20 Aug Due today No worker recorded",
                "IA-3 L. Brandt Thu 12 Aug Mon 23 Aug 1 day left Referral reached the system 3 days late",
                "IA-4 C. Okafor Not known Not known Not known Its referral is not in yet",
            ], List(page));
        Assert.Equal(["7 of 7 past", "7 of 7", "6 of 7"], page.QuerySelectorAll(".squares").Select(Squares));
    }

    [Fact]
    public async Task Other_teams_of_a_team_manager_are_counted_and_do_not_open()
    {
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var page = await visitor.Page("/social-care/work");

        Assert.Empty(Row(page, "North 1").QuerySelectorAll("a"));
        Assert.Empty(Row(page, "All teams").QuerySelectorAll("a"));
        Assert.Equal(["Central 2"], page.QuerySelectorAll("#Team option").Select(Words));
        Assert.Equal(
            [HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            [await visitor.Status("/social-care/work?team=North/North%201"), await visitor.Status("/social-care/work?team=North/North%201&handler=Csv")]);
        Assert.DoesNotContain("IA-5", (await visitor.Page("/social-care/work?team=all")).Body!.TextContent);
    }

    [Fact]
    public async Task Every_number_leads_to_its_list_for_whoever_reads_every_team()
    {
        using var visitor = await SignIn(_suite, "demo-practice-improvement-manager");
        var page = await visitor.Page("/social-care/work");
        Assert.Empty(page.QuerySelectorAll("#list"));

        foreach (var row in page.QuerySelectorAll(".work-counts tbody tr"))
            foreach (var number in row.QuerySelectorAll("td a"))
            {
                var list = await visitor.Page(number.GetAttribute("href")!);
                Assert.Equal(int.Parse(Words(number)), List(list).Count);
            }

        var all = await visitor.Page(Row(page, "All teams").QuerySelector("td a")!.GetAttribute("href")!);
        Assert.Equal("All teams: nearest its limit first", Words(all.QuerySelector("#list")));
        Assert.Equal(["IA-1 C. Okafor Central 2 Mon 9 Aug Wed 18 Aug 2 past its limit"], List(all));
    }

    [Fact]
    public async Task A_list_is_narrowed_by_worker_and_by_days_left_in_its_address()
    {
        using var visitor = await SignIn(_suite, "demo-team-manager");
        var page = await visitor.Page("/social-care/work");
        Assert.Equal(["All workers", "None recorded", "C. Okafor", "L. Brandt"], page.QuerySelectorAll("#Worker option").Select(Words));
        var brandt = page.QuerySelectorAll("#Worker option").Last().GetAttribute("value");

        Assert.Equal(["IA-3"], References(await visitor.Page($"/social-care/work?kind=initial&team=Central/Central%202&worker={brandt}&left=")));
        Assert.Equal(["IA-2"], References(await visitor.Page("/social-care/work?kind=initial&worker=0")));
        Assert.Equal(["IA-4"], References(await visitor.Page("/social-care/work?kind=initial&left=not-known")));
        Assert.Empty(References(await visitor.Page($"/social-care/work?kind=initial&worker={brandt}&left=past")));
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            [await visitor.Status("/social-care/work?kind=none"), await visitor.Status("/social-care/work?left=8"), await visitor.Status("/social-care/work?team=East/East%201")]);
    }

    [Fact]
    public async Task Each_view_and_each_download_of_records_is_kept_and_a_view_of_counts_is_not()
    {
        using (var panel = await SignIn(_suite, "demo-panel-member"))
        {
            var counts = await panel.Page("/social-care/work");
            Assert.Empty(counts.QuerySelectorAll(".work-counts tbody a"));
            Assert.Empty(List(counts));
            Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [await panel.Status("/social-care/work?team=all"), await panel.Status("/social-care/work?handler=Csv")]);
        }
        Assert.DoesNotContain(await ChangeLog(), entry => entry.Action.Contains("records"));
        using var visitor = await SignIn(_suite, "demo-team-manager");

        await visitor.Page("/social-care/work?left=past");
        var csv = await visitor.Text("/social-care/work?handler=Csv");

        Assert.Contains("\r\n\"IA-3\",\"L. Brandt\",\"Central 2\",2010-08-12,2010-08-23,1,\"Referral reached the system 3 days late\"\r\n", csv);
        Assert.Equal(
            ["viewed records: Open: initial assessments, Central 2: 1 of 1 records on 2010-08-20, past limit", "downloaded records: Open: initial assessments, Central 2: 4 of 4 records on 2010-08-20"],
            (await ChangeLog()).Where(entry => entry.ActorId == "demo-team-manager").Select(entry => $"{entry.Action}: {entry.Subject}: {entry.After}"));
    }

    [Fact]
    public async Task The_limit_of_the_day_holds_and_the_start_day_counts_as_the_council_says()
    {
        await Limit(new() { Measure = Ni59.Code, From = new(2010, 8, 11), WorkingDays = 10, DecidedBy = LimitDay.ClockStart, StartDayCounts = 1 });
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var page = await visitor.Page("/social-care/work");

        // 7 days from day 0 for the referral of the 9th; 10 from day 1 for those since the 11th, which is one day fewer.
        Assert.Equal(
            ["IA-1 Wed 18 Aug 2 past its limit", "IA-2 Tue 24 Aug 2 days left", "IA-3 Wed 25 Aug 3 days left"],
            page.QuerySelectorAll("#list ~ table tbody tr").Take(3).Select(row => $"{Words(row.QuerySelector("th"))} {Words(row.Children[3])} {Words(row.Children[4])}"));
        Assert.Equal(["7 of 7 past", "8 of 10", "7 of 10"], page.QuerySelectorAll(".squares").Select(Squares));
    }

    [Fact]
    public async Task A_limit_that_is_decided_by_completion_holds_from_its_day_for_all_that_is_open()
    {
        await Limit(new() { Measure = Ni59.Code, From = RunningSuite.Today, WorkingDays = 10, DecidedBy = LimitDay.Completion, StartDayCounts = 0 });
        using var visitor = await SignIn(_suite, "demo-team-manager");

        Assert.Equal("IA-1 C. Okafor Mon 9 Aug Mon 23 Aug 1 day left", List(await visitor.Page("/social-care/work"))[0]);
    }

    [Fact]
    public async Task Work_stands_under_the_team_that_holds_it_now_and_under_the_team_that_carries_on()
    {
        var moved = Cases.Initial("IA-7", "R5", "", team: "North 1");
        moved.Assessment.Allocations.Add(Cases.In("South 1", since: "2010-08-20"));
        await Send(moved);
        using (var scope = _suite.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
            var teams = await db.Teams.ToListAsync();
            Assert.Null(teams.Single(t => t.Code == "South 1").SucceedBy(teams.Single(t => t.Code == "Central 2"), RunningSuite.Today, teams));
            await db.SaveChangesAsync();
        }
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var page = await visitor.Page("/social-care/work");

        Assert.Contains("IA-7", References(page));
        Assert.Equal(["Central 2, your team", "North 1", "All teams"], page.QuerySelectorAll(".work-counts tbody th").Select(Words));
    }

    [Fact]
    public async Task Core_and_single_assessments_group_their_days()
    {
        await Send(Cases.Core("CA-1", "2010-07-01", "", "Central 2"), Cases.Assessment("single", "SA-1", "", "2010-06-01", "", "Central 2", 1, "C1"));
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var core = await visitor.Page("/social-care/work?kind=core");
        var single = await visitor.Page("/social-care/work?kind=single");

        Assert.Equal(
            ["Team", "Past limit", "Today Fri 20", "1 to 2 days Mon 23 to Tue 24", "3 to 5 days Wed 25 to Fri 27", "6 to 10 days Tue 31 to Mon 6 Sep", "11 to 20 days Tue 7 Sep to Mon 20 Sep", "21 to 35 days Tue 21 Sep to Mon 11 Oct", "Open"],
            core.QuerySelectorAll(".work-counts thead th").Select(Words));
        Assert.Equal(["CA-1 C. Okafor Thu 1 Jul Thu 19 Aug 1 past its limit"], List(core));
        Assert.Equal("7 of 7 past", Squares(core.QuerySelector(".squares")!));
        Assert.Contains("21 to 45 days", single.QuerySelectorAll(".work-counts thead th").Select(Words).First(head => head.StartsWith("21")));
        Assert.Equal(
            ["Initial, 7 working days (5)", "Core, 35 working days (1)", "Single, 45 working days (1)"], core.QuerySelectorAll(".kind-links li").Select(Words));
    }

    [Fact]
    public async Task Referrals_wait_for_a_decision_one_working_day_unless_the_council_says_otherwise()
    {
        await Send(Undecided("R10", "2010-08-18"), Undecided("R11", "2010-08-20"), Undecided("R12", "2010-08-17", closedOn: "2010-08-18"), Cases.Initial("IA-9", "R11", "", team: "South 1"));
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var page = await visitor.Page("/social-care/work?kind=decision");

        Assert.Equal("2 referrals wait for a decision. 1 is past the 1-day limit, and 1 more reaches it by Monday 23 August.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["R10 A. Rahman Wed 18 Aug Thu 19 Aug 1 past its limit", "R11 A. Rahman Fri 20 Aug Mon 23 Aug 1 day left Being assessed, and no decision recorded"], List(page));

        using var analyst = await SignIn(_suite, "demo-analyst");
        var limits = await analyst.Page("/social-care/limits");
        await analyst.Send(limits, "form[action*=Add] button", ("Measure", "REFERRAL-DECISION"), ("WorkingDays", "2"), ("FirstDay", "1 August 2010"), ("Why", "Local protocol"));
        Assert.Contains("R10 A. Rahman Wed 18 Aug Fri 20 Aug Due today", List(await visitor.Page("/social-care/work?kind=decision")));
    }

    [Fact]
    public async Task A_restricted_case_is_counted_and_closed_to_whoever_is_not_named_for_it()
    {
        var referral = Cases.Referral("R20", "2010-08-16", "Central 2", child: "C20");
        await Send(referral, Cases.Initial("IA-20", "R20", "", team: "Central 2", child: "C20"), new CaseRecord { Key = Cases.Key("C20", 1), Child = new Child { Restricted = true } });
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var page = await visitor.Page("/social-care/work?left=3");

        Assert.Equal(["Restricted case 3 days left"], List(page));
        Assert.DoesNotContain("IA-20", await visitor.Text("/social-care/work?handler=Csv"));
        var okafor = page.QuerySelectorAll("#Worker option").First(option => Words(option) == "C. Okafor").GetAttribute("value");
        Assert.Empty(List(await visitor.Page($"/social-care/work?left=3&worker={okafor}")));
    }

    [Fact]
    public async Task A_feed_that_has_been_silent_for_more_than_two_days_is_warned_of()
    {
        using var visitor = await SignIn(_suite, "demo-team-manager");
        Assert.Empty((await visitor.Page("/social-care/work")).QuerySelectorAll(".govuk-warning-text"));

        _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Write(connection => connection.Execute("UPDATE feed_receipt SET ReceivedAt = ReceivedAt - $1", (long)TimeSpan.FromHours(49).TotalMilliseconds));

        Assert.Equal(
            "Warning Days left are counted to today; records after 18 August are not in yet.",
            Words((await visitor.Page("/social-care/work")).QuerySelector(".govuk-warning-text__text")));
    }

    [Fact]
    public async Task A_long_list_begins_with_a_few_and_shows_all_on_demand()
    {
        await Send(Enumerable.Range(1, 20).Select(i => Cases.Core($"CA-{i:00}", "2010-08-02", "", "Central 2")));
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var page = await visitor.Page("/social-care/work?kind=core");
        Assert.Equal(12, References(page).Count);
        var all = await visitor.Page(page.QuerySelectorAll("a").First(a => Words(a) == "Show all 20").GetAttribute("href")!);

        Assert.Equal(20, References(all).Count);
    }

    [Fact]
    public async Task Open_counts_of_the_overview_lead_here()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");
        await Send(Cases.Core("CA-1", "2010-07-01", "", "Central 2"));
        _suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare").Run();

        var overview = await visitor.Page("/social-care");

        Assert.Equal(
            ["/social-care/work?kind=initial", "/social-care/work?kind=initial&left=past", "/social-care/work?kind=core", "/social-care/work?kind=core&left=past"],
            overview.QuerySelectorAll(".suite-sentence a").Select(a => a.GetAttribute("href")));
    }

    private static List<string> List(IHtmlDocument page) => [.. page.QuerySelectorAll("#list ~ table tbody tr").Select(Words)];

    private static List<string> References(IHtmlDocument page) => [.. page.QuerySelectorAll("#list ~ table tbody th").Select(Words)];

    private static IElement Row(IHtmlDocument page, string team) => page.QuerySelectorAll(".work-counts tbody tr").First(row => Words(row).StartsWith(team));

    private static string Squares(IElement squares) =>
        $"{squares.QuerySelectorAll(".squares__square--used").Length} of {squares.QuerySelectorAll(".squares__square").Length}{(squares.ClassList.Contains("squares--past") ? " past" : "")}";

    private static CaseRecord Worker(string name, CaseRecord record)
    {
        record.Assessment.Worker = name;
        return record;
    }

    private static CaseRecord Late(string id, string receivedOn, string recordedOn)
    {
        var referral = Cases.Referral(id, receivedOn, "Central 2");
        referral.Referral.RecordedOn = recordedOn;
        return referral;
    }

    private static CaseRecord Undecided(string id, string receivedOn, string closedOn = "")
    {
        var referral = Cases.Referral(id, receivedOn, "Central 2");
        (referral.Referral.Outcome, referral.Referral.ClosedOn) = ("", closedOn);
        return referral;
    }

    private async Task Limit(TimeLimit limit)
    {
        using var scope = _suite.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        db.TimeLimits.Add(limit);
        await db.SaveChangesAsync();
    }

    private async Task Send(params IEnumerable<CaseRecord> records) => await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, records), await _suite.Key());

    private async Task<List<ChangeEntry>> ChangeLog()
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync();
    }
}
