using System.Net;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.DataQuality;

/// <summary>Who sees what of failing records: counts for all who read figures, records and workers for those who answer for them.</summary>
public sealed class QualityPages : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Send(
            Cases.Referral("R1", "2010-08-02"), Cases.Initial("A1", "R1", "2010-08-06"),
            Cases.Initial("A2", "R-unknown", "2010-08-12", team: "Central 2", child: "C2"), Cases.Initial("A3", "R-unknown", "2010-08-13", child: "C3"),
            QualityCases.Child("C4", "2009-01-05", restricted: true), Cases.Initial("A4", "R-unknown", "2010-08-16", team: "Central 2", child: "C4"));
        Recalculate();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task A_panel_member_reads_counts_by_rule_and_team_and_no_record_and_no_worker()
    {
        using var visitor = await SignIn(_suite, "demo-panel-member");

        var page = await visitor.Page("/social-care/data-quality");

        Assert.Equal("3 of 5 records fail a rule.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains(
            "Referral of the assessment is missing The assessment names a referral that has not come or was withdrawn. 3 4 75.0% – NI59, NI68, ASSESSMENT-45", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(
            ["Central 2 2 Referral of the assessment is missing, 2", "North 1 1 Referral of the assessment is missing, 1"], page.QuerySelectorAll("table")[1].QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status("/social-care/data-quality/workers"));
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status("/social-care/data-quality/settings"));
        var rule = await visitor.Page("/social-care/data-quality/rule/DQ-08");
        Assert.Equal("3 of 4 records fail this rule.", Words(rule.QuerySelector(".suite-sentence")));
        Assert.DoesNotContain("A2", Words(rule.QuerySelector("main")));
        Assert.Equal(HttpStatusCode.Forbidden, await visitor.Status("/social-care/data-quality/rule/DQ-08?handler=Csv"));
        Assert.DoesNotContain("C. Okafor", await visitor.Text("/social-care/data-quality"));
    }

    [Fact]
    public async Task A_team_manager_sees_the_records_and_workers_of_the_own_team_and_nothing_of_a_restricted_case()
    {
        using var visitor = await SignIn(_suite, "demo-team-manager");

        var rule = await visitor.Page("/social-care/data-quality/rule/dq-08");
        var workers = await visitor.Page("/social-care/data-quality/workers");
        var csv = await visitor.Text("/social-care/data-quality/rule/DQ-08?handler=Csv");

        Assert.Equal(
            ["Restricted case Not shown Not shown Not shown Not shown", "Assessment A2 C. Okafor Central 2 12 Aug 2010 20 Aug 2010"], rule.QuerySelector("table")!.QuerySelectorAll("tbody tr").Select(Words));
        // The restricted case is nobody's.
        Assert.Equal(["C. Okafor Central 2 1"], workers.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("DQ-08,\"assessment\",\"A2\",\"C. Okafor\",\"Central 2\",2010-08-12,2010-08-20", csv);
        Assert.DoesNotContain("A3", csv);
        Assert.DoesNotContain("A4", csv);
        Assert.Equal(
            [("viewed failing records", "DQ-08 Referral of the assessment is missing"), ("viewed failing records by worker", "Central 2"), ("downloaded failing records", "DQ-08 Referral of the assessment is missing")],
            (await ChangeLog()).Select(entry => (entry.Action, entry.Subject)));
    }

    [Fact]
    public async Task Whoever_reads_every_team_sees_every_worker()
    {
        using var visitor = await SignIn(_suite, "demo-analyst");

        var workers = await visitor.Page("/social-care/data-quality/workers");

        Assert.Equal(["C. Okafor Central 2 1", "C. Okafor North 1 1"], workers.QuerySelectorAll("tbody tr").Select(Words));
    }

    [Fact]
    public async Task A_grade_stands_on_the_overview_and_leads_by_its_sentence_to_the_records()
    {
        using var visitor = await SignIn(_suite, "demo-practice-improvement-manager");

        var overview = await visitor.Page("/social-care");
        var grade = overview.QuerySelector("a[href='/social-care/data-quality/measure/NI59']")!;
        var measure = await visitor.Page(grade.GetAttribute("href")!);
        var records = await visitor.Page(measure.QuerySelector("tbody a")!.GetAttribute("href")!);

        Assert.Equal("Trust in Initial assessments completed in time: C", Words(grade));
        Assert.Equal(
            "Trust C: 3 of 4 records, 75.0%, fail a rule that touches this figure, 3 lack a record that they hang on, and the newest batch came on 20 August 2010.", Words(measure.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["Restricted case Not shown Not shown Not shown Not shown", "Assessment A3 C. Okafor North 1 13 Aug 2010 20 Aug 2010", "Assessment A2 C. Okafor Central 2 12 Aug 2010 20 Aug 2010"],
            records.QuerySelector("table")!.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Equal(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound],
            [
                await visitor.Status("/social-care/data-quality/measure/NI99"), await visitor.Status("/social-care/data-quality/rule/DQ-99"),
                await visitor.Status("/social-care/data-quality/rule/DQ-08?measure=NI99"),
            ]);
    }

    [Fact]
    public async Task Grade_C_stands_on_the_plan_and_leads_to_what_is_doubtful()
    {
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        await _suite.Services.GetRequiredService<Courier>().Deliver(_suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>(), default);
        using var visitor = await SignIn(_suite, "demo-panel-member");

        var plan = await visitor.Page("/plan");
        var measure = await visitor.Page("/plan/measure/NI59");

        var row = plan.QuerySelectorAll(".plan-table tbody tr").Single(tr => tr.QuerySelector(".plan-table__code")?.TextContent == "NI 59");
        Assert.Equal("Check data of Initial assessments within 7 working days of referral", Words(row.QuerySelector("a[href='/social-care/data-quality/measure/NI59']")));
        Assert.Contains("Trust C, 75.0% of its records fail a rule. Check data", measure.QuerySelectorAll(".govuk-summary-list__row").Select(Words));
        Assert.Equal("Trust in initial assessments completed in time", Words((await visitor.Page(measure.QuerySelector("a[href*='data-quality']")!.GetAttribute("href")!)).QuerySelector("h1"))[4..]);
    }

    [Fact]
    public async Task A_changed_setting_is_kept_with_its_reason_and_the_second_of_two_savers_is_shown_the_first()
    {
        using var first = await SignIn(_suite, "demo-analyst");
        using var second = await SignIn(_suite, "demo-performance-manager");
        var (mine, theirs) = (await first.Page("/social-care/data-quality/settings"), await second.Page("/social-care/data-quality/settings"));

        var refused = await first.Send(mine, "main form button", ("PercentForA", "6"), ("EntryWorkingDays", "soon"), ("Why", ""));
        Assert.Equal(
            ["Error: Give a whole number from 0 to 100", "Error: Say why, such as the decision and its date"], refused.QuerySelectorAll(".govuk-error-message").Select(Words));
        Assert.Equal("soon", refused.QuerySelector("#EntryWorkingDays")!.GetAttribute("value"));
        await first.Send(refused, "main form button", ("PercentForA", "2"), ("EntryWorkingDays", "10"), ("Why", "Board of 1 August"));
        var conflict = await second.Send(theirs, "main form button", ("EntryWorkingDays", "3"), ("Why", "Stricter"));

        Assert.Equal(
            ["Working days in which a record is entered 10 3", "Grade A: less than so many percent of the records fail 2 1"], conflict.QuerySelectorAll("tbody tr").Select(Words));
        await second.Send(conflict, "main form button");
        var kept = (await ChangeLog()).Where(entry => entry.Action == "changed the data quality settings").ToList();
        Assert.Equal(["Board of 1 August", "Stricter"], kept.Select(entry => entry.Why));
        Assert.Contains("entry in 5 working days", kept[0].Before);
        Assert.Contains("entry in 10 working days", kept[0].After);
        Assert.Contains("entry in 3 working days", kept[1].After);
    }

    [Fact]
    public async Task Records_are_checked_again_when_somebody_who_answers_for_definitions_asks()
    {
        using var analyst = await SignIn(_suite, "demo-analyst");
        using var member = await SignIn(_suite, "demo-panel-member");

        var asked = await analyst.Send(await analyst.Page("/social-care/data-quality"), "form[action*=Check] button");

        Assert.Equal("The records are being checked. What is found stands here within a minute.", Words(asked.QuerySelector(".govuk-inset-text")));
        var page = await member.Page("/social-care/data-quality");
        Assert.Null(page.QuerySelector("form[action*=Check]"));
        Assert.Equal(HttpStatusCode.Forbidden, await member.Post(page, "/social-care/data-quality?handler=Check"));
    }

    private void Recalculate()
    {
        var recalculator = _suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare");
        recalculator.Run();
        _suite.Services.GetRequiredService<QualityRun>().Run();
        recalculator.Run();
    }

    private async Task Send(params CaseRecord[] records) => await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, records), await _suite.Key());

    private async Task<List<ChangeEntry>> ChangeLog()
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.AsNoTracking().OrderBy(c => c.Sequence).ToListAsync();
    }
}
