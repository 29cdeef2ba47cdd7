using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Plan.Updates;

/// <summary>The monthly update as a lead, the performance manager and everybody else meet it. Each test has a line of its own.</summary>
public sealed class UpdatePagesTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    private const string Submit = "button[name=Submit][value=true]";
    private const string Save = "button[name=Submit][value=false]";

    [Fact]
    public async Task A_lead_writes_gets_an_error_loses_nothing_mends_it_and_the_manager_accepts()
    {
        using var lead = await SignIn(plan.Suite, "demo-workforce-lead");
        var form = await lead.Page(Address("3.5"));
        Assert.Equal("Not started It is due on Friday 17 September.", Words(form.QuerySelector(".update-state")));
        Assert.Contains("Computed Red short, and under a quarter of the way from the baseline", RunningPlan.Parts(form.QuerySelector(".update-figures")));
        Assert.Equal(
            ["Red as computed", "Amber kinder than computed", "Green kinder than computed", "Complete kinder than computed, needs evidence on every milestone"],
            form.QuerySelectorAll(".update-colours .govuk-radios__label").Select(Words));
        Assert.Equal("Reason, if your colour differs", Words(form.QuerySelector("label[for=Reason]")));

        var wrong = await lead.Send(form, Submit, ("WhatChanged", "64% have had one."), ("Why", "Under-recorded."), ("WhatNext", "<script>alert(1)</script>"), ("Declared", "Amber"));
        Assert.Equal("Give the reason for amber. The figures say red: 64% against a baseline of 81%", Words(wrong.QuerySelector(".govuk-error-summary a")));
        Assert.Contains("Nothing you wrote is lost.", Words(wrong.QuerySelector(".govuk-error-summary")));
        Assert.Equal("Why amber, when the figures say red?", Words(wrong.QuerySelector("label[for=Reason]")));
        Assert.Equal(["64% have had one.", "Under-recorded.", "<script>alert(1)</script>", ""], wrong.QuerySelectorAll("textarea").Cast<IHtmlTextAreaElement>().Select(area => area.Value.Trim()));
        Assert.StartsWith("Draft", Words(wrong.QuerySelector(".update-state")));

        // It is a draft already: another browser of the lead has it.
        var again = await lead.Page(Address("3.5"));
        Assert.Equal("64% have had one.", ((IHtmlTextAreaElement)again.QuerySelector("#WhatChanged")!).Value.Trim());
        var submitted = await lead.Send(wrong, Submit, ("Reason", "The sample audit will show by how much."));
        Assert.StartsWith("Submitted Submitted today at", Words(submitted.QuerySelector(".update-state")));
        Assert.Empty(submitted.QuerySelectorAll("textarea"));

        using var manager = await SignIn(plan.Suite, "demo-performance-manager");
        var accepted = await manager.Send(await manager.Page(Address("3.5")), "form[action*=Accept] button");
        Assert.StartsWith("Accepted Accepted today at", Words(accepted.QuerySelector(".update-state")));

        var line = await plan.Page("/plan/line/3.5", "demo-panel-member");
        Assert.Contains("What changed since 13 July 64% have had one. Why Under-recorded. What next <script>alert(1)</script> The reason for the declared colour The sample audit will show by how much. Declared Amber", Words(line.QuerySelector("main")));
        Assert.Equal(["saved a draft of an update", "saved a draft of an update", "submitted an update", "accepted an update"], (await Log("3.5")).Select(entry => entry.Action));
    }

    [Fact]
    public async Task A_draft_is_between_its_lead_and_whoever_runs_the_panel()
    {
        using var lead = await SignIn(plan.Suite, "demo-workstream-lead");
        await lead.Send(await lead.Page(Address("1.5")), Save, ("Why", "Not for everybody yet"));

        Assert.Contains("Not for everybody yet", await lead.Text(Address("1.5")));
        using var manager = await SignIn(plan.Suite, "demo-performance-manager");
        Assert.Contains("Not for everybody yet", await manager.Text(Address("1.5")));
        foreach (var other in new[] { "demo-workforce-lead", "demo-panel-member", "demo-administrator" })
        {
            using var visitor = await SignIn(plan.Suite, other);
            Assert.Contains("This update is not in yet.", await visitor.Text(Address("1.5")));
            foreach (var path in new[] { Address("1.5"), "/plan/updates?whose=all", "/plan/line/1.5" })
                Assert.DoesNotContain("Not for everybody yet", await visitor.Text(path));
        }
        Assert.DoesNotContain(await Log("1.5"), entry => $"{entry.Before}{entry.After}{entry.Why}".Contains("Not for everybody yet"));
    }

    [Theory]
    [InlineData("demo-workforce-lead", "", HttpStatusCode.Forbidden)]
    [InlineData("demo-performance-manager", "", HttpStatusCode.Forbidden)]
    [InlineData("demo-panel-member", "", HttpStatusCode.Forbidden)]
    [InlineData("demo-workstream-lead", "?handler=Accept", HttpStatusCode.Forbidden)]
    [InlineData("demo-panel-member", "?handler=Return", HttpStatusCode.Forbidden)]
    public async Task Only_the_lines_lead_writes_and_only_who_runs_the_panel_decides(string person, string handler, HttpStatusCode status)
    {
        using var visitor = await SignIn(plan.Suite, person);

        Assert.Equal(status, await visitor.Post(await visitor.Page("/plan/updates"), Address("1.6") + handler, ("WhatChanged", "Not mine"), ("Version", "")));
        Assert.Null(await Stored("1.6"));
    }

    [Fact]
    public async Task The_second_of_two_savers_sees_both_texts_and_picks_and_nothing_is_lost()
    {
        using var first = await SignIn(plan.Suite, "demo-workstream-lead");
        using var second = await SignIn(plan.Suite, "demo-workforce-lead");
        var (firstForm, secondForm) = (await first.Page(Address("1.9")), await second.Page(Address("1.9")));
        await first.Send(firstForm, Save, ("WhatChanged", "Same"), ("Why", "First why"), ("WhatNext", "First next"), ("Declared", "Amber"));

        var clash = await second.Send(secondForm, Save, ("WhatChanged", "Same"), ("Why", "Second why"), ("WhatNext", "Second next"), ("Declared", "Red"));

        Assert.Equal(
            ["Yours Second why Workstream lead, Social Work, saved ", "Yours Second next Workstream lead, Social Work, saved ", "Yours Red Workstream lead, Social Work, saved "],
            clash.QuerySelectorAll(".update-clash__texts").Select(texts => RunningPlan.Parts(texts).Split("saved ")[0] + "saved "));
        Assert.Equal("First why", (await Stored("1.9"))!.Why);

        // One of the three is left open: both texts stand again, and the choices that were made.
        var open = await second.Send(clash, Save, ("Keep[Why]", "Both"), ("Keep[WhatNext]", "Theirs"));
        Assert.Equal("The colour: Workstream lead, Social Work has saved something else meanwhile. Choose which to keep", Words(open.QuerySelector(".govuk-error-summary li")));
        await second.Send(open, Save, ("Keep[Declared]", "Mine"));

        var kept = (await Stored("1.9"))!;
        Assert.Equal(("Same", "Second why\n\nFirst why", "First next", ImprovementSuite.Platform.Ui.Colour.Red), (kept.WhatChanged, kept.Why, kept.WhatNext, kept.Declared));
        Assert.Equal("Workstream lead, Workforce", kept.AuthorName);
    }

    [Fact]
    public async Task An_answer_that_is_too_long_is_counted_and_kept_on_the_page()
    {
        using var lead = await SignIn(plan.Suite, "demo-workstream-lead");
        var tooLong = new string('x', 20_001);

        var page = await lead.Send(await lead.Page(Address("1.8")), Save, ("Why", tooLong));

        Assert.Equal("Error: This has 20,001 characters: shorten it to 20,000, or put the rest into a paper for the panel", Words(page.QuerySelector("#Why-error")));
        Assert.Equal(tooLong, ((IHtmlTextAreaElement)page.QuerySelector("#Why")!).Value.Trim());
        Assert.Null(await Stored("1.8"));
        await lead.Send(page, Save, ("Why", tooLong[1..]));
        Assert.Equal(20_000, (await Stored("1.8"))!.Why!.Length);
    }

    [Fact]
    public async Task Returned_with_a_question_it_is_the_leads_again_even_after_it_was_accepted()
    {
        using var lead = await SignIn(plan.Suite, "demo-workstream-lead");
        using var manager = await SignIn(plan.Suite, "demo-performance-manager");
        await lead.Send(await lead.Page(Address("NI60")), Submit, ("WhatChanged", "Up"), ("Why", "More staff"), ("WhatNext", "Keep on"), ("Declared", "Green"));
        await manager.Send(await manager.Page(Address("NI60")), "form[action*=Accept] button");

        var asked = await manager.Send(await manager.Page(Address("NI60")), "form[action*=Return] button");
        Assert.Equal("Say what you ask of the lead", Words(asked.QuerySelector(".govuk-error-summary a")));
        await manager.Send(asked, "form[action*=Return] button", ("Question", "How many staff?"));

        var form = await lead.Page(Address("NI60"));
        Assert.StartsWith("Returned", Words(form.QuerySelector(".update-state")));
        Assert.Equal("Returned with a question How many staff?", Words(form.QuerySelector(".govuk-inset-text")));
        Assert.Equal("Up", ((IHtmlTextAreaElement)form.QuerySelector("#WhatChanged")!).Value.Trim());
        await lead.Send(form, Submit, ("Why", "Four more staff"));
        Assert.Equal("Four more staff", (await Stored("NI60"))!.Why);
    }

    [Fact]
    public async Task A_decision_on_what_has_changed_meanwhile_is_not_taken()
    {
        using var lead = await SignIn(plan.Suite, "demo-workstream-lead");
        using var manager = await SignIn(plan.Suite, "demo-performance-manager");
        await lead.Send(await lead.Page(Address("NI59")), Submit, ("WhatChanged", "a"), ("Why", "b"), ("WhatNext", "c"), ("Declared", "Amber"));
        var read = await manager.Page(Address("NI59"));
        await manager.Send(read, "form[action*=Return] button", ("Question", "And?"));
        await lead.Send(await lead.Page(Address("NI59")), Submit, ("Why", "another"));

        var late = await manager.Send(read, "form[action*=Accept] button");

        Assert.Equal("It has changed since you opened this page: read it again before you decide", Words(late.QuerySelector(".govuk-error-summary a")));
        Assert.Equal(ImprovementSuite.Plan.Updates.UpdateState.Submitted, (await Stored("NI59"))!.State);
    }

    [Theory]
    [InlineData("/plan/updates/2010-09-29/9.9")]
    [InlineData("/plan/updates/2010-09-30/3.5")]
    [InlineData("/plan/updates/29-09-2010")]
    public async Task What_there_is_not_is_not_found(string path)
    {
        using var visitor = await SignIn(plan.Suite, "demo-panel-member");

        Assert.Equal(HttpStatusCode.NotFound, await visitor.Status(path));
    }

    private static string Address(string line) => $"/plan/updates/2010-09-29/{line}";

    private async Task<ImprovementSuite.Plan.Updates.LineUpdate?> Stored(string line)
    {
        await using var scope = plan.Suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().Updates.AsNoTracking().SingleOrDefaultAsync(update => update.Line == line);
    }

    private async Task<List<ChangeEntry>> Log(string line)
    {
        await using var scope = plan.Suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().ChangeLog.AsNoTracking().Where(entry => entry.Subject == $"{line}, panel of 29 September 2010").OrderBy(entry => entry.Sequence).ToListAsync();
    }
}
