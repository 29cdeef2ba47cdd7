using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Plan.Updates;

/// <summary>A round as a whole: what is in, who is late, when it is due, who is written to, and how it ends. Each test has a suite of its own.</summary>
public sealed class RoundPagesTests : IAsyncLifetime
{
    private readonly RunningPlan _plan = new();

    public Task InitializeAsync() => _plan.InitializeAsync();

    public Task DisposeAsync() => _plan.DisposeAsync();

    [Fact]
    public async Task It_begins_with_what_is_in_and_a_lead_begins_with_their_own_lines()
    {
        var page = await _plan.Page("/plan/updates", "demo-panel-member");
        Assert.Equal(
            "For the panel on Wednesday 29 September 2010, updates are due on Friday 17 September: 0 of 29 are in, 29 not started.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(29, page.QuerySelector("table")!.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("Social Work 15 of 15 NI 68, NI 59, NI 60, 1.1, 1.2, 1.5, 1.6, 1.7, 1.8, 1.9, 3.1, 3.2, 3.3, 3.4, 4.2 Not yet", Words(page.QuerySelectorAll("table")[1].QuerySelector("tbody tr")));

        using var lead = await SignIn(_plan.Suite, "demo-workforce-lead");
        await lead.Send(await lead.Page("/plan/updates/2010-09-29/3.6"), "button[name=Submit][value=false]", ("Why", "Begun"));
        var own = await lead.Page("/plan/updates");
        Assert.EndsWith("0 of 29 are in, 1 in draft and 28 not started. Of your 7, 7 wait for you.", Words(own.QuerySelector(".suite-sentence")));
        Assert.Equal(["1.9", "3.5", "3.6", "5.1", "5.2", "5.3", "5.4"], own.QuerySelector("table")!.QuerySelectorAll(".update-code").Select(Words));
        Assert.Equal(["3.6"], (await lead.Page("/plan/updates?whose=all&state=draft")).QuerySelector("table")!.QuerySelectorAll(".update-code").Select(Words));
    }

    [Fact]
    public async Task Whoever_runs_the_panel_gives_another_day_with_a_reason()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var page = await manager.Page("/plan/updates");

        foreach (var (day, says) in new[]
        {
            ("Saturday", "Give the day on which updates are due, such as 17 September 2010"), ("19 August 2010", "19 August 2010 has passed: give today or a later day"),
            ("18 September 2010", "Saturday 18 September 2010 is no working day: choose another"), ("23 September 2010", "The papers go out on Wednesday 22 September 2010: updates must be due by then"),
        })
        {
            var wrong = await manager.Send(page, "form[action*=Due] button", ("NewDay", day), ("WhyNewDay", "The school holidays"));
            Assert.Equal(says, Words(wrong.QuerySelector(".govuk-error-summary a")));
            Assert.Equal(day, ((IHtmlInputElement)wrong.QuerySelector("#NewDay")!).Value);
        }
        var moved = await manager.Send(page, "form[action*=Due] button", ("NewDay", "20/9/2010"), ("WhyNewDay", "The school holidays"));
        Assert.StartsWith("For the panel on Wednesday 29 September 2010, updates are due on Monday 20 September:", Words(moved.QuerySelector(".suite-sentence")));

        var late = await manager.Send(page, "form[action*=Due] button", ("NewDay", "21/9/2010"), ("WhyNewDay", "Late"));
        Assert.StartsWith("Somebody else has changed this meeting meanwhile: updates are due on 20 September 2010 now.", Words(late.QuerySelector(".govuk-error-summary a")));
        using var lead = await SignIn(_plan.Suite, "demo-workforce-lead");
        Assert.Equal(HttpStatusCode.Forbidden, await lead.Post(await lead.Page("/plan/updates"), "/plan/updates/2010-09-29?handler=Due", ("NewDay", "21/9/2010"), ("WhyNewDay", "x")));
    }

    [Fact]
    public async Task After_the_freeze_updates_are_read_and_what_was_typed_stays_on_the_page()
    {
        using var lead = await SignIn(_plan.Suite, "demo-workforce-lead");
        var form = await lead.Page("/plan/updates/2010-09-29/3.5");
        await lead.Send(form, "button[name=Submit][value=true]", ("WhatChanged", "a"), ("Why", "b"), ("WhatNext", "c"), ("Declared", "Red"));
        var draft = await lead.Page("/plan/updates/2010-09-29/3.6");
        await Freeze();

        var late = await lead.Send(draft, "button[name=Submit][value=false]", ("Why", "Written while the papers went out"));
        Assert.Contains("The papers for this panel have gone out. What you wrote stands below and is not saved", Words(late.QuerySelector(".govuk-error-summary")));
        Assert.Contains("Written while the papers went out", Words(late.QuerySelector("main")));

        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var read = await manager.Page("/plan/updates/2010-09-29/3.5");
        Assert.Contains("The papers for this panel have gone out, so that it can be read and not changed.", Words(read.QuerySelector(".update-state")));
        Assert.Empty(read.QuerySelectorAll("main form"));
        Assert.Equal("For the panel of Wednesday 29 September 2010 1 of 29 updates came in. Its papers have gone out, so that they can be read and not changed.",
            Words((await manager.Page("/plan/updates/2010-09-29")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task Contacts_are_kept_checked_and_removed_by_whoever_runs_the_panel()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var form = await manager.Page("/plan/updates/contacts?of=Finance");

        var wrong = await manager.Send(form, "main .govuk-button", ("Name", "Finance"), ("Email", "finance at council"));
        Assert.Equal("\"finance at council\" is no e-mail address: give one such as name@council.example", Words(wrong.QuerySelector(".govuk-error-summary a")));
        var saved = await manager.Send(wrong, "main .govuk-button", ("Email", "finance@council.example"), ("EscalateTo", ""));
        Assert.Contains("Finance Finance finance@council.example Nobody", Words(saved.QuerySelector("table")));
        var late = await manager.Send(form, "main .govuk-button", ("Name", "Somebody else"));
        Assert.StartsWith("Somebody else has saved Finance, finance@council.example meanwhile.", Words(late.QuerySelector(".govuk-error-summary a")));
        var removed = await manager.Send(saved, "form[action*='Remove'][action$='Finance'] button");
        Assert.Equal("8 of 9 workstreams have somebody to write to.", Words(removed.QuerySelector(".suite-sentence")));

        using var other = await SignIn(_plan.Suite, "demo-administrator");
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], [await other.Status("/plan/updates/contacts"), await other.Status("/plan/updates/reminders")]);
    }

    [Fact]
    public async Task A_reminder_of_which_nobody_knows_waits_for_a_person()
    {
        using var manager = await SignIn(_plan.Suite, "demo-performance-manager");
        var empty = await manager.Page("/plan/updates/reminders");
        Assert.Equal("No reminder has been written yet.", Words(empty.QuerySelector(".suite-sentence")));
        Assert.Contains("Nothing is sent, because no mail server is set up.", Words(empty.QuerySelector(".govuk-inset-text")));
        _plan.Suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>().Write(connection => connection.Execute(
            """
            INSERT INTO reminder (Panel, Workstream, Kind, MessageId, State, WrittenAt, NextAttempt, Attempts, Address, ClaimedAt, ClaimedBy, LastError)
            VALUES ($1, 'Finance', 'First', 'x@y', 'Unknown', 0, 0, 1, 'finance@example.org', 0, 'another run', 'The suite stopped while it was being sent.')
            """,
            new DateOnly(2010, 9, 29)));

        var page = await manager.Page("/plan/updates/reminders");
        Assert.Equal("1 reminder. Of 1 nobody knows whether it was sent: look, and decide.", Words(page.QuerySelector(".suite-sentence")));
        var marked = await manager.Send(page, "form[action*='handler=Sent'] button");
        Assert.Contains("says Performance manager", Words(marked.QuerySelector("main table")));
        // The other button of the page that was open before changes nothing any more.
        await manager.Send(page, "form[action*='handler=Resend'] button");
        Assert.Contains("1 reminder: 1 sent.", Words((await manager.Page("/plan/updates/reminders")).QuerySelector(".suite-sentence")));
    }

    private async Task Freeze()
    {
        await using var scope = _plan.Suite.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        (await db.Panels.SingleAsync(panel => panel.On == new DateOnly(2010, 9, 29))).Freeze([], [], RunningSuite.Today, Actor.Suite, DateTime.UtcNow);
        await db.Changed(default);
        await db.SaveChangesAsync();
    }
}
