using System.Net;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare;

/// <summary>The module's pages as their users meet them, over a handful of records that can be counted by hand.</summary>
public sealed class SocialCarePages : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Send("case-system",
            Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"),
            Cases.Referral("R2", "2010-08-02", "Central 2"), Cases.Initial("A2", "R2", "2010-08-13", team: "Central 2"),
            Cases.Referral("R3", "2010-08-03", "Central 2", child: "C3"), Cases.Initial("A3", "R3", "", team: "Central 2"),
            Cases.Initial("=A4", "R-unknown", "2010-08-12", team: "Central 2"));
        Recalculator.Run();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    private Recalculator Recalculator => _suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare");

    [Fact]
    public async Task The_overview_counts_in_a_sentence_and_a_table()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/social-care");

        Assert.Equal("1 initial assessment is open, 1 past its limit.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Initial assessments completed in time 33.33% 1 of 3", Words(page.QuerySelector("tbody tr")));
        Assert.Empty(page.QuerySelectorAll("a[href*=records]"));
    }

    [Fact]
    public async Task The_records_behind_a_figure_are_listed_for_those_who_may_and_each_view_is_kept()
    {
        using var visitor = await SignIn(_suite, "demo-practice-improvement-manager");

        var page = await visitor.Page("/social-care/records/NI59?scope=team&code=Central%202&from=2010-04-01&to=2010-08-20&part=Rest");

        Assert.Equal("1 April to 20 August 2010, Central 2: 0 of 2 initial assessments were finished in time.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["A2 C. Okafor Central 2 2 Aug 2010 13 Aug 2010 9 No", "=A4 C. Okafor Central 2 Referral not in yet 12 Aug 2010 Not known No"],
            page.QuerySelectorAll("tbody tr").Select(Words));
        var kept = await ChangeLog();
        Assert.Equal(("demo-practice-improvement-manager", "viewed records", "NI59, Central 2, 1 April to 20 August 2010"), (kept[^1].ActorId, kept[^1].Action, kept[^1].Subject));
    }

    [Fact]
    public async Task Whoever_may_not_see_references_reads_pseudonyms_on_pages_and_in_files()
    {
        var pseudonyms = _suite.Services.GetRequiredService<Pseudonyms>();
        using var visitor = await SignIn(_suite, "demo-analyst");

        var page = await visitor.Page("/social-care/records/NI59?part=Rest");
        var files = new[] { await visitor.Text("/social-care/records/NI59?part=Rest&handler=Csv"), await visitor.Text("/social-care/work?team=all&handler=Csv") };

        Assert.Equal([pseudonyms.Of("A2"), pseudonyms.Of("=A4")], page.QuerySelectorAll("tbody th").Select(Words));
        Assert.Contains(References.Note, Words(page.QuerySelector("main")));
        Assert.Contains($"\"{pseudonyms.Of("A2")}\",\"C. Okafor\"", files[0]);
        Assert.Contains($"\"{pseudonyms.Of("A3")}\"", files[1]);
        Assert.All(files.Append(page.Body!.TextContent), text => Assert.DoesNotMatch(@"(?<![-\w])=?A[234]\b", text));
    }

    [Fact]
    public async Task A_download_is_kept_too_and_holds_no_formula()
    {
        using var visitor = await SignIn(_suite, "demo-practice-improvement-manager");

        var csv = await visitor.Text("/social-care/records/NI59?part=Rest&handler=Csv");

        Assert.Contains("\"'=A4\",\"C. Okafor\",\"Central 2\",,2010-08-12,,no", csv);
        Assert.Equal("downloaded records", (await ChangeLog())[^1].Action);
    }

    [Theory]
    [InlineData("demo-panel-member", "/social-care/records/NI59")]
    [InlineData("demo-administrator", "/social-care/records/NI59")]
    [InlineData("demo-team-manager", "/social-care/limits")]
    [InlineData("demo-panel-member", "/feeds")]
    [InlineData("demo-analyst", "/feeds/keys")]
    public async Task Whoever_lacks_the_task_is_refused(string person, string path)
    {
        using var visitor = await SignIn(_suite, person);

        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status(path));
    }

    [Fact]
    public async Task An_unknown_measure_is_not_found()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");

        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status("/social-care/records/NI99"));
    }

    [Fact]
    public async Task A_changed_limit_goes_from_the_form_to_the_change_log_and_every_figure()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");
        var form = await visitor.Page("/social-care/limits");

        await visitor.Send(form, "form[action*=Add] button", ("Measure", "NI59"), ("WorkingDays", "10"), ("FirstDay", "1 August 2010"), ("Why", "Cabinet of 1 July"));
        Recalculator.Run();

        var entry = (await ChangeLog())[^1];
        Assert.Equal(
            ("added a time limit", "NI59", "7 working days from 2008-04-01, decided by the start of the clock", "Cabinet of 1 July"),
            (entry.Action, entry.Subject, entry.Before, entry.Why));
        Assert.EndsWith("; 10 working days from 2010-08-01, decided by the start of the clock", entry.After);
        Assert.Null(ChangeEntry.FirstBroken(await ChangeLog()));
        Assert.Contains("66.67% 2 of 3", Words((await visitor.Page("/social-care")).QuerySelector("tbody tr")));
    }

    [Fact]
    public async Task A_form_filled_wrongly_says_what_to_do_and_keeps_what_was_typed()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");
        var form = await visitor.Page("/social-care/limits");

        var page = await visitor.Send(form, "form[action*=Add] button", ("Measure", "NI59"), ("WorkingDays", "ten"), ("FirstDay", "31 June 2010"), ("Why", ""));

        Assert.Equal(
            ["FirstDay Give the first day, such as 1 October 2010", "Why Say why, such as the decision and its date"],
            page.QuerySelectorAll(".govuk-error-summary__list a").Where(a => !a.GetAttribute("href")!.EndsWith("WorkingDays")).Select(a => $"{a.GetAttribute("href")![1..]} {Words(a)}").Order());
        Assert.NotNull(page.QuerySelector(".govuk-error-summary__list a[href='#WorkingDays']"));
        Assert.Equal(("ten", "31 June 2010"), (page.QuerySelector("#WorkingDays")!.GetAttribute("value"), page.QuerySelector("#FirstDay")!.GetAttribute("value")));
    }

    [Fact]
    public async Task A_team_that_ended_is_carried_on_by_another_and_its_figures_stand_there()
    {
        using var visitor = await SignIn(_suite, "demo-performance-manager");
        var form = await visitor.Page("/social-care/teams");
        var (old, successor) = (Option("Old", "Central 2, Central"), Option("Successor", "North 1, North"));

        await visitor.Send(form, "form[action*=Succeed] button", ("Old", old), ("Successor", successor), ("On", "1 August 2010"), ("Why", "Fieldwork review"));
        Recalculator.Run();

        Assert.Equal("North 1: 1/3", await Figure("North 1"));
        Assert.Equal("Central 2: 0/0", await Figure("Central 2"));
        var back = await visitor.Send(await visitor.Page("/social-care/teams"), "form[action*=Succeed] button", ("Old", successor), ("Successor", old), ("On", "1 August 2010"), ("Why", "x"));
        Assert.Equal("Central 2, Central is already carried on by North 1, North. Undo that first.", Words(back.QuerySelector(".govuk-error-summary__list a")));

        string Option(string field, string name) => form.QuerySelectorAll($"#{field} option").First(o => Words(o) == name).GetAttribute("value")!;
    }

    [Fact]
    public async Task A_team_that_no_record_names_any_more_is_left_off_the_list_until_one_does()
    {
        await Send("case-system", Cases.Contact("K9", "2010-08-02", version: 1), Named("K9", 2, "Duty"), Named("K9", 3, "North 1"));
        using var visitor = await SignIn(_suite, "demo-analyst");

        var page = await visitor.Page("/social-care/teams");

        Assert.Equal("Records name 2 teams in 2 localities.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Central 2", "North 1"], page.QuerySelectorAll("tbody th").Select(Words).Order());
        Assert.DoesNotContain("Duty, Duty", page.QuerySelectorAll("#Old option").Select(Words));
        Assert.Equal(["Duty, Duty"], page.QuerySelectorAll("main .govuk-list li").Select(Words));

        // A restructure needs both: the old team and the one that carries on.
        await Send("case-system", Named("K9", 4, "Duty"));
        var form = await visitor.Page("/social-care/teams");
        string Option(string name) => form.QuerySelectorAll("#Old option").First(o => Words(o) == name).GetAttribute("value")!;
        await visitor.Send(form, "form[action*=Succeed] button", ("Old", Option("Duty, Duty")), ("Successor", Option("Central 2, Central")), ("On", "1 August 2010"), ("Why", "Review"));
        await Send("case-system", Named("K9", 5, "North 1"));
        Assert.Contains("Duty", (await visitor.Page("/social-care/teams")).QuerySelectorAll("tbody th").Select(Words));

        static CaseRecord Named(string id, long version, string team)
        {
            var contact = Cases.Contact(id, "2010-08-02", version);
            contact.Contact.Allocations[0] = Cases.In(team);
            return contact;
        }
    }

    [Fact]
    public async Task A_limit_is_removed_with_a_reason_and_the_one_before_it_holds_on()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");
        await visitor.Send(await visitor.Page("/social-care/limits"), "form[action*=Add] button", ("Measure", "NI59"), ("WorkingDays", "10"), ("FirstDay", "1 August 2010"), ("Why", "Cabinet of 1 July"));
        Recalculator.Run();
        var address = (await visitor.Page("/social-care/limits")).QuerySelectorAll("a[href*='/remove/']").Last().GetAttribute("href")!;

        var form = await visitor.Page(address);
        Assert.Equal(
            "Initial assessments completed in time: the limit of 10 working days from 1 August 2010 goes, and 7 working days hold in its place.", Words(form.QuerySelector(".suite-sentence")));
        var refused = await visitor.Send(form, "main form button");
        Assert.Equal("Error: Say why, such as the decision and its date", Words(refused.QuerySelector("#Why-error")));
        await visitor.Send(refused, "main form button", ("Why", "Cabinet of 1 August"));
        Recalculator.Run();

        var entry = (await ChangeLog())[^1];
        Assert.Equal(
            ("removed a time limit", "NI59", "7 working days from 2008-04-01, decided by the start of the clock", "Cabinet of 1 August"), (entry.Action, entry.Subject, entry.After, entry.Why));
        Assert.Contains("33.33% 1 of 3", Words((await visitor.Page("/social-care")).QuerySelector("tbody tr")));
        // It is gone, and the only limit of a measure stays.
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], [await visitor.Status(address), await visitor.Status("/social-care/limits/remove/1")]);
    }

    [Fact]
    public async Task A_measure_is_shown_week_by_week_and_each_week_leads_to_its_records()
    {
        await Send("case-system", Enumerable.Range(1, 12).Select(i => Cases.Initial($"B{i}", "R1", "2010-08-10", child: $"B{i}")).Append(Cases.Initial("B13", "R1", "2010-05-23")));
        Recalculator.Run();
        using var visitor = await SignIn(_suite, "demo-practice-improvement-manager");

        var page = await visitor.Page("/social-care/weeks/ni59");

        Assert.Equal(
            "The whole authority, 9 August to 15 August 2010: 12 of 14 initial assessments were finished in time. In these 13 weeks: 13 of 15, 86.7%.", Words(page.QuerySelector(".suite-sentence")));
        var rows = page.QuerySelectorAll("tbody tr").Select(Words).ToList();
        Assert.Equal(13, rows.Count);
        Assert.Equal(
            ["16 August to 22 August 2010 week 33, so far 0 0 Nothing due", "9 August to 15 August 2010 week 32 12 14 85.7%", "2 August to 8 August 2010 week 31 1 1 few"], rows.Take(3));
        Assert.Equal("24 May to 30 May 2010 week 21 0 0 Nothing due", rows[^1]);
        var records = await visitor.Page(page.QuerySelectorAll("tbody th a")[0].GetAttribute("href")!);
        Assert.Equal("9 August to 15 August 2010, the whole authority: 12 of 14 initial assessments were finished in time.", Words(records.QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task A_team_has_weeks_of_its_own_and_who_may_not_read_records_reads_the_figures()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");
        var all = await visitor.Page("/social-care/weeks/NI68");
        Assert.Equal(
            ["The whole authority", "Central", "Central 2, Central", "North", "North 1, North"], all.QuerySelectorAll("#Place option").Select(Words));

        var page = await visitor.Page($"/social-care/weeks/NI68?place={Uri.EscapeDataString(all.QuerySelectorAll("#Place option")[2].GetAttribute("value")!)}");

        Assert.Equal(
            "Central 2, Central, 9 August to 15 August 2010: 2 assessments completed, 0 referrals received. In these 13 weeks: 2 assessments completed, 2 referrals received, 100.0%.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Empty(page.QuerySelectorAll("tbody a"));
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound], [await visitor.Status("/social-care/weeks/NI99"), await visitor.Status("/social-care/weeks/NI68?place=team/North/None")]);
    }

    [Fact]
    public async Task A_record_counts_under_the_team_that_it_had_on_its_day()
    {
        var moved = Cases.Referral("R9", "2010-06-01", "South 1", child: "C9");
        moved.Referral.Allocations.Add(Cases.In("West 2", since: "2010-06-10"));
        var assessment = Cases.Initial("A9", "R9", "2010-06-11", team: "South 1", child: "C9");
        assessment.Assessment.Allocations.Add(Cases.In("West 2", since: "2010-06-10"));
        await Send("case-system", moved, assessment);
        Recalculator.Run();

        Assert.Equal(["South 1: 0/1", "West 2: 1/0"], [await Figure("South 1", "NI68"), await Figure("West 2", "NI68")]);
    }

    [Fact]
    public async Task Differences_between_sources_are_listed()
    {
        await Send("cin-census", Cases.Referral("C1/2010-08-02", "2010-08-02"), Cases.Referral("R3", "2010-08-04", child: "C3"), Cases.Referral("C7/2010-07-01", "2010-07-01", child: "C7"));
        using var visitor = await SignIn(_suite, "demo-practice-improvement-manager");

        var page = await visitor.Page("/social-care/sources");

        Assert.Equal("Other sources differ from the source of record in 2 records.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["C7/2010-07-01 referral cin-census 2010-07-01 has no such record", "R3 referral cin-census 2010-08-04 2010-08-03"],
            page.QuerySelectorAll("table")[2].QuerySelectorAll("tbody tr").Select(Words).Order());

        // Whoever looks in from outside reads no records, and nobody one of a restricted case but who is named for it.
        using var adviser = await SignIn(_suite, "demo-adviser");
        var counts = await adviser.Page("/social-care/sources");
        Assert.Equal("Referrals cin-census 2", Words(counts.QuerySelectorAll("table")[1].QuerySelector("tbody tr")));
        Assert.DoesNotContain("R3", counts.Body!.TextContent);
        await Send("case-system", new CaseRecord { Key = Cases.Key("C7", 1), Child = new Child { BornOn = "2004-02-29", Restricted = true } });
        Assert.Contains("Restricted case referral cin-census Not shown Not shown", (await visitor.Page("/social-care/sources")).QuerySelectorAll("tbody tr").Select(Words));
    }

    [Fact]
    public async Task The_feeds_page_says_what_came_and_what_is_wrong_with_it()
    {
        await Send("case-system", Cases.Referral("R8", "2010-02-30"));
        using var visitor = await SignIn(_suite, "demo-administrator");

        var page = await visitor.Page("/feeds");
        var rejected = await visitor.Page("/feeds/rejected");

        Assert.Equal("1 source has sent 7 records that are kept. 1 record was rejected and not yet corrected.", Words(page.QuerySelector(".suite-sentence")));
        Assert.StartsWith($"{_suite.Services.GetRequiredService<Pseudonyms>().Of("R8")} referral received_on is \"2010-02-30\", which is no day of the calendar: write it as yyyy-mm-dd. case-system", Words(rejected.QuerySelector("tbody tr")));
    }

    [Fact]
    public async Task An_administrator_issues_a_key_that_works_until_it_is_revoked()
    {
        using var visitor = await SignIn(_suite, "demo-administrator");

        var issued = await visitor.Send(await visitor.Page("/feeds/keys"), "form[action*=Issue] button", ("Name", "Night run"), ("Feed", "socialcare"), ("Sources", "night-system"));
        var key = RunningSuite.Bearer(Words(issued.QuerySelector("code")));
        Assert.Equal(1, (await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Contact("K1", "2010-08-02")), key)).Accepted);
        await visitor.Send(await visitor.Page("/feeds/keys"), "form[action*=Revoke] button");

        var refused = await Assert.ThrowsAsync<Grpc.Core.RpcException>(async () => await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(2, Cases.Contact("K2", "2010-08-02")), key));
        Assert.Equal(Grpc.Core.StatusCode.Unauthenticated, refused.StatusCode);
    }

    private async Task Send(string source, params IEnumerable<CaseRecord> records) =>
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, records), await _suite.Key(source));

    private async Task<List<ChangeEntry>> ChangeLog()
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync();
    }

    private async Task<string> Figure(string team, string measure = "NI59")
    {
        using var scope = _suite.Services.CreateScope();
        var value = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Values
            .SingleAsync(v => v.Measure == measure && v.ScopeCode == team && v.PeriodKind == Contracts.PeriodKind.YearToDate && v.To == RunningSuite.Today);
        return $"{team}: {value.Numerator}/{value.Denominator}";
    }
}
