using System.Net;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Plan.Notice;

/// <summary>The notice as people read and change it; each test has a suite of its own.</summary>
public sealed class NoticePagesTests : IAsyncLifetime
{
    private const string Save = "main form button.govuk-button:not(.govuk-button--secondary)";
    private const string Remove = "main form button.govuk-button--secondary";

    private readonly RunningPlan _plan = new();

    public Task InitializeAsync() => _plan.InitializeAsync();

    public Task DisposeAsync() => _plan.DisposeAsync();

    [Fact]
    public async Task It_begins_with_a_sentence_of_counts_and_lists_what_is_missing()
    {
        using var member = await SignIn(_plan.Suite, "demo-panel-member");

        var page = await member.Page("/plan/notice");

        Assert.Equal("What stands between us and lifting the notice", Words(page.QuerySelector("h1")));
        Assert.Equal("0 of 9 conditions are met on 20 August 2010. Of the other 9: 1 would be met at the present rate, 1 would not at the present rate and 7 cannot be told.", Words(page.QuerySelector(".suite-sentence")));
        var rows = page.QuerySelectorAll("table tbody tr").Select(row => RunningPlan.Parts(row)).ToList();
        Assert.Equal(9, rows.Count);
        Assert.Contains("Inferred from the plan: the notice's own text is not in the source", rows[0]);
        // August so far is 191 of 241; the plan expects 83.57% at its end.
        Assert.Contains("Not met 3 months in a row; 11 more assessments on time in August so far Not at the present rate", rows[0]);
        Assert.Contains("16 more audits", rows[3]);
        Assert.Contains("3 vacancies fewer: 26.67% on 20 August 2010", rows[4]);
        Assert.Contains("10 schools fewer: 10 on 20 August 2010 Cannot be told: it is read once a round", rows[5]);
        Assert.Empty(page.QuerySelectorAll("a[href*=conditions]"));
        Assert.Contains("0 of 9 conditions of the notice are met.", (await member.Page("/")).QuerySelectorAll("p").Select(Words));
    }

    [Fact]
    public async Task A_condition_shows_the_months_that_decide_it()
    {
        using var member = await SignIn(_plan.Suite, "demo-panel-member");
        var link = (await member.Page("/plan/notice")).QuerySelector("table tbody a[href*=condition]")!.GetAttribute("href")!;

        var rows = (await member.Page(link)).QuerySelectorAll("table tbody tr").Select(row => RunningPlan.Parts(row)).ToList();

        Assert.Equal(["July 2010 80.56% 261 of 324 82.85% No", "June 2010 82.24% 176 of 214 82.13% Yes"], rows.Take(2));
    }

    [Fact]
    public async Task A_condition_is_added_with_its_test_and_kept_in_the_change_log()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");

        var test = await manager.Send(await manager.Page("/plan/notice/conditions"), Save, ("Text", "Foster carers number 130."), ("Basis", "paragraph 4"), ("Why", "as issued"));
        Assert.Equal("Add a test", Words(test.QuerySelector("h1")));
        var condition = await manager.Send(test, Save, ("Kind", "Reading"), ("Measure", "FOSTER-CARERS"), ("Value", "130"), ("Why", "as issued"));

        Assert.Equal("Met since 20 August 2010: 1 of 1 test is met on 20 August 2010.", Words(condition.QuerySelector(".suite-sentence")));
        Assert.StartsWith("1 of 10 conditions is met", Words((await manager.Page("/plan/notice")).QuerySelector(".suite-sentence")));
        var log = await ChangeLog();
        Assert.Equal([("added a condition", "Foster carers number 130."), ("added a test to a condition", "FOSTER-CARERS: at 130 or more at the latest reading")], log.TakeLast(2).Select(entry => (entry.Action, entry.After!)));
        Assert.All(log.TakeLast(2), entry => Assert.Equal("as issued", entry.Why));
    }

    [Fact]
    public async Task A_wrong_test_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var id = await FirstCondition();

        var page = await manager.Send(await manager.Page($"/plan/notice/conditions/{id}/tests"), Save, ("Kind", "MonthsInARow"), ("Measure", "NI60"), ("Months", "no"), ("Why", "a trial"));

        Assert.Equal("Error: Give the number of months in a row, 1 to 36", Words(page.GetElementById("Months-error")));
        Assert.Equal(("no", "a trial"), (page.GetElementById("Months")!.GetAttribute("value"), page.GetElementById("Why")!.GetAttribute("value")));
        Assert.Equal("NI60", page.QuerySelector("[name=Measure] option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Evidence_is_accepted_by_name_and_day_and_can_be_taken_back()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var link = (await manager.Page("/plan/notice")).QuerySelectorAll("table tbody tr")[^1].QuerySelector("a")!.GetAttribute("href")!;

        var empty = await manager.Send(await manager.Page(link), Save, ("Evidence", ""));
        Assert.Equal("Error: Say what was accepted and where it can be seen", Words(empty.GetElementById("Evidence-error")));
        var accepted = await manager.Send(empty, Save, ("Evidence", "Survey of August 2010, on the agenda"));

        Assert.StartsWith("Met since 20 August 2010", Words(accepted.QuerySelector(".suite-sentence")));
        Assert.Contains("Accepted by Performance manager on 20 August 2010.", Words(accepted.QuerySelector("main")));
        var back = await manager.Send(accepted, Remove, ("Why", "withdrawn"));
        Assert.StartsWith("Not met", Words(back.QuerySelector(".suite-sentence")));
        Assert.Equal(("took accepted evidence back", "Survey of August 2010, on the agenda", "withdrawn"), ((await ChangeLog())[^1].Action, (await ChangeLog())[^1].Before, (await ChangeLog())[^1].Why));
    }

    [Fact]
    public async Task The_second_of_two_savers_sees_what_the_first_saved_and_loses_nothing()
    {
        using var first = await SignIn(_plan.Suite, "demo-performance-manager");
        using var second = await SignIn(_plan.Suite, "demo-performance-manager");
        var path = $"/plan/notice/conditions/{await FirstCondition()}";
        var (mine, theirs) = (await first.Page(path), await second.Page(path));

        await second.Send(theirs, Save, ("Text", "Theirs."), ("Why", "first"));
        var shown = await first.Send(mine, Save, ("Text", "Mine."), ("Why", "second"));

        Assert.Contains("Theirs: Theirs.", Words(shown.QuerySelector(".govuk-inset-text")));
        Assert.Equal("Mine.", shown.QuerySelector("textarea")!.TextContent.Trim());
        await first.Send(shown, Save, ("Text", "Mine."), ("Why", "second"));
        Assert.Equal("Mine.", (await Snapshot()).Notice!.Conditions[0].Condition.Text);
    }

    [Fact]
    public async Task A_condition_and_a_test_are_removed_with_a_reason()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var id = await FirstCondition();

        var without = await manager.Send(await manager.Page($"/plan/notice/conditions/{id}/tests/1"), Remove, ("Why", "twice"));
        Assert.Contains("0 of 0 tests are met", Words(without.QuerySelector(".suite-sentence")));
        var unsaid = await manager.Send(await manager.Page($"/plan/notice/conditions/{id}"), Remove, ("Why", ""));
        Assert.Equal("Error: Say why; it is kept in the change log", Words(unsaid.GetElementById("Why-error")));
        await manager.Send(unsaid, Remove, ("Why", "not in the notice"));

        Assert.Equal(8, (await Snapshot()).Notice!.Conditions.Count);
        Assert.Equal(("removed a condition", "not in the notice"), ((await ChangeLog())[^1].Action, (await ChangeLog())[^1].Why));
    }

    [Fact]
    public async Task The_notice_itself_is_changed_and_its_days_must_follow_each_other()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");

        var wrong = await manager.Send(await manager.Page("/plan/notice/edit"), Save, ("IssuedBy", "A department"), ("IssuedOn", "16 December 2009"), ("EndsOn", "1 December 2009"), ("ReviewOn", "soon"), ("Why", "received"));
        Assert.Equal("Error: The notice cannot end before it was issued, 16 December 2009", Words(wrong.GetElementById("EndsOn-error")));
        Assert.Equal("Error: \"soon\" is no day: write it such as 31 July 2010, or leave it empty", Words(wrong.GetElementById("ReviewOn-error")));
        var page = await manager.Send(wrong, Save, ("EndsOn", "31 March 2011"), ("ReviewOn", ""), ("Why", "received"));

        Assert.Contains("A department, 16 December 2009", Words(page.QuerySelector("dl")));
    }

    [Fact]
    public async Task Whoever_may_not_change_the_plan_reads_it_only()
    {
        using var lead = await SignIn(_plan.Suite, "demo-workstream-lead");

        Assert.Equal(HttpStatusCode.OK, await lead.Status($"/plan/notice/condition/{await FirstCondition()}"));
        Assert.Equal(HttpStatusCode.Forbidden, await lead.Status("/plan/notice/edit"));
        Assert.Equal(HttpStatusCode.Forbidden, await lead.Status("/plan/notice/conditions"));
    }

    private async Task<PlanSnapshot> Snapshot() => (await _plan.Suite.Services.GetRequiredService<PlanSnapshots>().Current())!;

    private async Task<int> FirstCondition() => (await Snapshot()).Notice!.Conditions[0].Condition.Id;

    private async Task<List<ImprovementSuite.Platform.ChangeLog.ChangeEntry>> ChangeLog()
    {
        using var scope = _plan.Suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
    }
}
