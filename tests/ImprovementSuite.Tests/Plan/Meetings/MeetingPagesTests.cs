using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Plan.Meetings;

/// <summary>The meetings as the performance manager runs them and others read them, on 20 August 2010.</summary>
public sealed class MeetingPagesTests : IAsyncLifetime
{
    private const string Meeting = "/plan/meetings/2010-09-29";

    private RunningSuite _suite = null!;
    private Visitor _manager = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        _manager = await SignIn(_suite, "demo-performance-manager");
    }

    public async Task DisposeAsync()
    {
        _manager.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_list_says_when_the_panel_meets_and_what_is_known_of_earlier_meetings()
    {
        var page = await _manager.Page("/plan/meetings");

        Assert.Equal(
            "The panel meets next on Wednesday 29 September 2010. Its papers go out on 22 September 2010, and updates are due by 17 September 2010. 2 meetings have been held.",
            Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Tuesday 13 July 2010 Only 2 readings known None 0", "Thursday 22 April 2010 Not known None 0"], page.QuerySelectorAll("table").Last().QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("0 of 4 received", Words(page.QuerySelector("table")));
    }

    [Theory]
    [InlineData("2010-08-21", "21 August 2010 is a Saturday. Give a working day")]
    [InlineData("soon", "Give the day on which the panel meets, with day, month and year, such as 27 October 2010")]
    [InlineData("29/9/2010", "The panel meets on 29 September 2010 already. Give another day")]
    public async Task A_day_that_cannot_be_is_said_beside_its_field_and_stays_typed(string typed, string wrong)
    {
        var page = await _manager.Send(await _manager.Page("/plan/meetings/add"), "main form button", ("Day", typed));

        Assert.Equal($"Error: {wrong}", Words(page.QuerySelector("#Day-error")));
        Assert.Equal(typed, page.QuerySelector<IHtmlInputElement>("#Day")!.Value);
    }

    [Fact]
    public async Task A_meeting_is_added_its_days_changed_and_it_is_moved_and_cancelled_while_nothing_is_attached()
    {
        var added = await _manager.Send(await _manager.Page("/plan/meetings/add"), "main form button", ("Day", "27 October 2010"));
        Assert.Contains("papers go out on 20 October 2010. Its agenda is made when the meeting of 29 September 2010 has been frozen.", Words(added.QuerySelector(".suite-sentence")));

        var changed = await _manager.Send(
            await _manager.Page("/plan/meetings/2010-10-27/change"), "main form button", ("DispatchOn", "19 October 2010"), ("UpdatesDue", "14 October 2010"), ("Why", "Half-term"));
        Assert.Contains("Updates are due by 14 October 2010, and papers go out on 19 October 2010.", Words(changed.QuerySelector(".suite-sentence")));

        var moved = await _manager.Send(
            await _manager.Page("/plan/meetings/2010-10-27/change"), "button[formaction*=Move]", ("NewDay", "3 November 2010"), ("WhyOtherwise", "The chair is away"));
        Assert.Equal("Panel meeting, Wednesday 3 November 2010", Words(moved.QuerySelector("h1")));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await _manager.Status("/plan/meetings/2010-10-27"));

        await _manager.Send(await _manager.Page("/plan/meetings/2010-11-03/change"), "button[formaction*=Cancel]", ("WhyOtherwise", "Not needed"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, await _manager.Status("/plan/meetings/2010-11-03"));
        Assert.Equal(
            ["added a panel meeting", "changed the days of a panel meeting", "moved a panel meeting", "cancelled a panel meeting"],
            await Ask(db => db.ChangeLog.OrderBy(entry => entry.Sequence).Skip(2).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task A_meeting_with_papers_stays_where_it_is()
    {
        var page = await _manager.Page($"{Meeting}/change");

        Assert.Contains("It can be neither moved nor cancelled: 4 papers belong to it.", Words(page.QuerySelector("main")));
        Assert.Null(page.QuerySelector("button[formaction*=Cancel]"));
    }

    [Fact]
    public async Task Two_who_change_the_days_see_the_difference_and_lose_nothing()
    {
        var (mine, theirs) = (await _manager.Page($"{Meeting}/change"), await _manager.Page($"{Meeting}/change"));
        await _manager.Send(theirs, "main form button", ("UpdatesDue", "16 September 2010"), ("Why", "Earlier"));

        var told = await _manager.Send(mine, "main form button", ("UpdatesDue", "15 September 2010"), ("Why", "Earlier still"));

        Assert.Contains("Updates due 16 September 2010 15 September 2010", Words(told.QuerySelector("main table tbody")));
        Assert.Equal("15 September 2010", told.QuerySelector<IHtmlInputElement>("#UpdatesDue")!.Value);
        var saved = await _manager.Send(told, "main form button", ("Why", "Earlier still"));
        Assert.Contains("Updates are due by 15 September 2010", Words(saved.QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task The_agenda_has_its_counts_at_the_side_and_cards_where_the_panel_is_to_rule()
    {
        var page = await _manager.Page(Meeting);

        Assert.StartsWith("0 of 29 updates are in. 5 of 5 challenges are still to decide.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["1. Red 6", "2. Challenge list 3", "3. Worsening 2", "4. Stale or no figure 10", "5. Newly green 1", "6. All other lines 7", "Decisions 0", "Carried over 0", "Papers 4", "Restated figures 0"],
            page.QuerySelectorAll(".meeting__navigation li").Select(Words));
        Assert.Equal(["line-3.5", "line-5.4", "line-1.7", "line-4.4", "line-5.3"], page.QuerySelectorAll(".challenge").Select(card => card.Id));
        Assert.Equal(5, page.QuerySelectorAll(".ruling-form").Length);
        Assert.Contains("No reason was given.", Words(page.QuerySelector("#line-3\\.5")));
        Assert.Equal(24, page.QuerySelectorAll(".agenda-lines tbody tr").Length);
    }

    [Fact]
    public async Task A_panel_member_reads_and_changes_nothing()
    {
        using var member = await SignIn(_suite, "demo-panel-member");
        var page = await member.Page(Meeting);

        Assert.Empty(page.QuerySelectorAll("main form, main button, main a[href*='/decision'], main a[href*='/paper'], main a[href$='/freeze']"));
        Assert.Equal(5, page.QuerySelectorAll(".challenge").Length);
        foreach (var path in new[] { "/plan/meetings/add", $"{Meeting}/freeze", $"{Meeting}/change", $"{Meeting}/decision", $"{Meeting}/paper", $"{Meeting}/ruling/3.5" })
            Assert.Equal(System.Net.HttpStatusCode.Forbidden, await member.Status(path));
    }

    [Fact]
    public async Task A_ruling_wants_a_choice_and_a_minute_then_shrinks_its_card_and_leaves_the_challenge_list()
    {
        var refused = await _manager.Send(await _manager.Page(Meeting), "#line-5\\.4 button", ("Choice", ""), ("Minute", ""));
        Assert.Equal(
            ["Choose what the panel decides", "Write what is to be minuted: a ruling stands with its ground"], refused.QuerySelectorAll(".govuk-error-summary li").Select(Words));

        var ruled = await _manager.Send(refused, ".ruling-form button", ("Choice", "Accepted"), ("Minute", "Invoices come late."));

        var card = ruled.QuerySelector("#line-5\\.4")!;
        Assert.Contains("Accepted by the panel, 20 Aug 2010", Words(card));
        Assert.Contains("Invoices come late. Change", Words(card));
        Assert.Null(card.QuerySelector("form"));
        Assert.Contains("4 of 5 challenges", Words(ruled.QuerySelector(".suite-sentence")));
        Assert.Contains("Declared red accepted. Invoices come late.", Words(ruled.QuerySelector("[aria-labelledby=decisions]")));
        var list = await _manager.Page("/plan/challenges");
        Assert.Contains("On 4 the panel has not ruled.", Words(list.QuerySelector(".suite-sentence")));
        Assert.Contains("Declared red accepted. Invoices come late.", Words((await _manager.Page("/plan/line/5.4")).QuerySelector("main")));
    }

    [Fact]
    public async Task The_second_to_rule_sees_what_the_first_ruled()
    {
        var (mine, theirs) = (await _manager.Page(Meeting), await _manager.Page(Meeting));
        await _manager.Send(theirs, "#line-5\\.4 button", ("Choice", "Accepted"), ("Minute", "Invoices come late."));

        var told = await _manager.Send(mine, "#line-5\\.4 button", ("Choice", "NotAccepted"), ("Minute", "It is spending that counts."));

        Assert.Equal(
            ["What the panel decides Accept the reason Do not accept it", "Minute Invoices come late. It is spending that counts."], told.QuerySelectorAll("main table tbody tr").Select(Words));
        var ruled = await _manager.Send(told, ".ruling-form button", ("Choice", "NotAccepted"), ("Minute", "It is spending that counts."));
        Assert.Contains("Not accepted by the panel", Words(ruled.QuerySelector("#line-5\\.4")));
        Assert.Equal(1, await Ask(db => db.Decisions.CountAsync()));
    }

    [Fact]
    public async Task What_is_asked_is_carried_to_later_meetings_until_it_is_answered()
    {
        await _manager.Send(await _manager.Page("/plan/meetings/add"), "main form button", ("Day", "27 October 2010"));
        await _manager.Send(await _manager.Page("/plan/meetings/add"), "main form button", ("Day", "24 November 2010"));
        var asked = await _manager.Send(
            await _manager.Page($"{Meeting}/decision"), "main form button", ("Line", "1.4"), ("Minute", "Show CAFs that prevented an assessment"), ("Owner", "Sarah Whittle"), ("By", "27 October 2010"));
        Assert.Contains("Line 1.4", Words(asked.QuerySelector("[aria-labelledby=decisions] tbody")));
        Assert.Contains("New", Words(asked.QuerySelector("[aria-labelledby=decisions] tbody .govuk-tag")));
        Assert.Contains("Carried over", Words((await _manager.Page("/plan/meetings/2010-11-24")).QuerySelector("[aria-labelledby=decisions] tbody")));

        var october = await _manager.Page("/plan/meetings/2010-10-27");
        var answering = await _manager.Page(october.QuerySelector("a[href$='/answer']")!.GetAttribute("href")!);
        var answered = await _manager.Send(answering, "main form button", ("Answer", "Eleven, listed by locality."));

        Assert.Contains("Answer: Eleven, listed by locality.", Words(answered.QuerySelector("[aria-labelledby=decisions] tbody")));
        Assert.Contains("recorded by Performance manager", Words(answered.QuerySelector("[aria-labelledby=decisions] tbody")));
        // Answered before that meeting's own round, so it is not carried on.
        Assert.Contains("None", Words((await _manager.Page("/plan/meetings/2010-11-24")).QuerySelector("[aria-labelledby=decisions]")));
    }

    [Fact]
    public async Task A_question_needs_a_day_and_a_day_needs_somebody()
    {
        var page = await _manager.Send(await _manager.Page($"{Meeting}/decision"), "main form button", ("Minute", "Show it"), ("Owner", ""), ("By", "1 October 2010"));
        Assert.Equal("Error: Say who is to answer by that day, or leave the day empty", Words(page.QuerySelector("#Owner-error")));

        page = await _manager.Send(page, "main form button", ("Minute", "Show it"), ("Owner", "Sarah Whittle"), ("By", "1 September 2010"));
        Assert.Equal("Error: 1 September 2010 lies before the meeting that asks, 29 September 2010. Give a later day", Words(page.QuerySelector("#By-error")));
        Assert.Equal("Show it", page.QuerySelector("#Minute")!.TextContent.Trim());
    }

    [Fact]
    public async Task Frozen_the_forms_are_gone_late_papers_are_addenda_and_rulings_are_still_minuted()
    {
        var asking = await _manager.Page($"{Meeting}/freeze");
        Assert.Contains("29 updates are not submitted: every line", Words(asking.QuerySelector("main")));
        var frozen = await _manager.Send(asking, "main form button");

        Assert.Contains("Performance manager froze this meeting on 20 Aug 2010", Words(frozen.QuerySelector(".govuk-notification-banner")));
        Assert.Empty(frozen.QuerySelectorAll("main form"));
        Assert.Equal(29, frozen.QuerySelectorAll("[aria-labelledby=plan] tbody tr").Length);
        Assert.Contains("is frozen already: Performance manager froze it on 20 Aug 2010", Words((await _manager.Page($"{Meeting}/freeze")).QuerySelector(".suite-sentence")));
        // Whoever had the page open before is told too.
        Assert.Contains("is frozen already", Words((await _manager.Send(asking, "main form button")).QuerySelector(".suite-sentence")));

        var paper = await _manager.Page(frozen.QuerySelector("[aria-labelledby=papers] a[href*='/paper/']")!.GetAttribute("href")!);
        var received = await _manager.Send(paper, "button[formaction*=Receive]");
        Assert.Contains("Addendum", Words(received.QuerySelector("[aria-labelledby=papers] tbody tr")));
        Assert.Contains("20 Aug 2010, recorded by Performance manager", Words(received.QuerySelector("[aria-labelledby=papers] tbody tr")));

        var ruled = await _manager.Send(await _manager.Page($"{Meeting}/ruling/5.4"), ".ruling-form button", ("Choice", "AskAgain"), ("Minute", "With September's invoices."));
        Assert.Contains("To be asked again at the next meeting", Words(ruled.QuerySelector("#line-5\\.4")));
        var now = await _manager.Page($"{Meeting}?view=now");
        Assert.Contains("none would have another colour", Words(now.QuerySelector("[aria-labelledby=plan]")));
    }

    [Fact]
    public async Task A_freeze_reaches_social_care_which_keeps_the_day_up()
    {
        await _manager.Send(await _manager.Page($"{Meeting}/freeze"), "main form button");
        await _suite.Services.GetRequiredService<ImprovementSuite.Platform.Messages.Courier>().Deliver(_suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>(), default);

        var published = _suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>().Read(connection => connection.Query("SELECT Day FROM published_day", row => row.GetDay(0)));

        Assert.Equal([RunningSuite.Today], published);
    }

    [Fact]
    public async Task Of_earlier_panels_no_more_is_said_than_is_known()
    {
        var april = await _manager.Page("/plan/meetings/2010-04-22");
        var july = await _manager.Page("/plan/meetings/2010-07-13");
        var julyNow = await _manager.Page("/plan/meetings/2010-07-13?view=now");

        Assert.Equal("Nothing is known of what this panel saw: nothing was frozen for it here.", Words(april.QuerySelector(".suite-sentence")));
        Assert.Equal("It is known of 2 readings that this panel saw them, and of nothing else.", Words(july.QuerySelector(".suite-sentence")));
        Assert.Equal(2, july.QuerySelectorAll("[aria-labelledby=plan] tbody tr").Length);
        Assert.Contains("62.63%", Words(july.QuerySelector("[aria-labelledby=plan] tbody")));
        // Of the days up to 13 July nothing else is known here, so nothing is called restated.
        Assert.DoesNotContain("≠", Words(julyNow.QuerySelector("[aria-labelledby=plan]")));
        Assert.Equal(27, julyNow.QuerySelectorAll("[aria-labelledby=plan] tbody tr td:nth-of-type(1)").Count(cell => Words(cell) == "Not known"));
    }

    [Theory]
    [InlineData("1 January 2011", "1 January 2011 is still to come. Give a day up to today, 20 August 2010")]
    [InlineData("yesterday", "\"yesterday\" is no date. Give a day with month and year, such as 20 August 2010")]
    public async Task A_day_that_cannot_be_replayed_is_said_beside_its_field(string typed, string wrong) =>
        Assert.Equal($"Error: {wrong}", Words((await _manager.Page($"/plan/as-at?day={Uri.EscapeDataString(typed)}")).QuerySelector("#day-error")));

    [Fact]
    public async Task Any_day_can_be_replayed()
    {
        var page = await _manager.Page("/plan/as-at?day=20+August+2010");

        Assert.Contains("1 red, 8 amber, 3 green", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Nothing of it is known otherwise now.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(29, page.QuerySelectorAll("main tbody tr").Length);
    }

    private async Task<T> Ask<T>(Func<PlanDb, Task<T>> question)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<PlanDb>());
    }
}
