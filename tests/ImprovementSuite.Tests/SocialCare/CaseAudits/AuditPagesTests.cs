using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.CaseAudits;

/// <summary>The programme as its users meet it.</summary>
public sealed class AuditPagesTests : AuditProgrammeOfTest
{
    [Fact]
    public async Task Managers_are_entered_the_programme_begins_and_what_is_expected_stands_on_the_page()
    {
        await Begin();

        var page = await ByManager.Page("/social-care/audits?month=2010-08");

        Assert.Equal(
            "In August 2010, which still runs, 0 of the 6 case file audits expected were received and completed. 6 are missing: 3 in Central and 3 in North.",
            Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(
            ["Central 2 team manager H. Lindqvist, agency 3 0 0 3 Not yet", "North 1 team manager Y. Osei 3 0 0 3 Not yet"],
            page.QuerySelectorAll("table.data-table--blocks tbody tr").Select(Words));
    }

    [Fact]
    public async Task A_stated_number_stands_with_who_stated_it_and_why()
    {
        await Begin();
        await ByModerator.Send(await ByModerator.Page("/social-care/audits/settings"), "form[action*=State] button", ("StatedMonth", "1 August 2010"), ("Expected", "10"), ("Why", "Letter of 2 August"));

        var page = await ByManager.Page("/social-care/audits?month=2010-08");

        Assert.Contains("0 of the 10", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("The 10 expected were stated by Practice improvement manager on 20 August 2010: Letter of 2 August", Words(page.QuerySelector(".suite-note")));
        Assert.Equal(("stated the expected audits", "Letter of 2 August"), await Last());
    }

    [Fact]
    public async Task A_draw_gives_each_auditor_files_of_other_teams_and_says_why()
    {
        await Begin();
        await Draw();

        var mine = await ByManager.Page("/social-care/audits/mine");
        var files = mine.QuerySelectorAll("tbody th").Select(Words).ToList();
        Assert.Equal("3 files wait for your audit.", Words(mine.QuerySelector(".suite-sentence")));
        Assert.All(files, file => Assert.True(int.Parse(file.Replace("Referral R", "")) % 3 != 0));
        var why = await ByManager.Page($"{mine.QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")}/why");
        Assert.Contains("of 3 files drawn for H. Lindqvist from a pool of 12. Of these, 4 were taken out", Words(why.QuerySelector(".suite-sentence")));
        Assert.Contains("first seed", why.Body!.TextContent);
        Assert.Contains("Repeated: the pool is the same, and the seed gives 6 of 6 of the files.", Words((await ByModerator.Page("/social-care/audits/draws/1?repeat=true")).QuerySelector(".govuk-inset-text")));
    }

    [Fact]
    public async Task A_draft_keeps_what_was_typed_though_it_cannot_be_sent_in()
    {
        await Begin();
        await Draw();
        var address = await First(ByManager);

        var page = await ByManager.Send(await ByManager.Page(address), "button[formaction*=Send]", ("Grade", "3"), ("Note", "Seen twice"), ("Actions[0].What", "Visit"), ("Actions[0].Due", "32 August"));

        var errors = page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words).ToList();
        Assert.Contains("\"32 August\" is not a day: write it as 1 October 2010", errors);
        Assert.Contains("Say who does it", errors);
        Assert.Contains("Grade \"Recording and chronology\"", errors);
        Assert.Equal("32 August", page.QuerySelector<IHtmlInputElement>("input[name='Actions[0].Due']")!.Value);
        var again = await ByManager.Page(address);
        Assert.Equal(("3", "Seen twice", "Visit"), (
            again.QuerySelector<IHtmlSelectElement>("select[name=Grade]")!.Value, again.QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value,
            again.QuerySelector<IHtmlInputElement>("input[name='Actions[0].What']")!.Value));
    }

    [Fact]
    public async Task A_finished_audit_is_received_and_counted()
    {
        await Begin();
        await Draw();

        await SendIn(ByManager, await First(ByManager));

        Assert.Contains("1 of the 6", Words((await ByManager.Page("/social-care/audits?month=2010-08")).QuerySelector(".suite-sentence")));
        Assert.Equal("sent in an audit", (await Last()).Action);
        Assert.Equal(HttpStatusCode.OK, await ByModerator.Status(await Of(ByManager)));
    }

    [Fact]
    public async Task Two_windows_on_one_audit_show_the_second_what_the_first_saved()
    {
        await Begin();
        await Draw();
        var address = await First(ByManager);
        var (one, other) = (await ByManager.Page(address), await ByManager.Page(address));
        await ByManager.Send(one, "button[formaction*=Draft]", ("Note", "The first window"));

        var page = await ByManager.Send(other, "button[formaction*=Draft]", ("Note", "The second window"));

        Assert.Contains("Nothing of yours is lost", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Contains("Note: The first window", page.QuerySelector("td[data-label='Saved meanwhile']")!.TextContent);
        Assert.Equal("The second window", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value);
        await ByManager.Send(page, "button[formaction*=Draft]");
        Assert.Equal("The second window", (await ByManager.Page(address)).QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value);
    }

    [Fact]
    public async Task A_file_is_open_to_its_auditor_and_toByModerators_alone_and_each_view_is_kept()
    {
        await Begin();
        await Draw();
        var (mine, theirs) = (await First(ByManager), await Of(other: true));

        Assert.Equal(HttpStatusCode.OK, await ByManager.Status(mine));
        Assert.Equal("viewed an audit file", (await ChangeLog())[^1].Action);
        Assert.Equal(HttpStatusCode.Forbidden, await ByManager.Status(theirs));
        Assert.Equal(HttpStatusCode.Forbidden, await ByManager.Status($"{theirs}/why"));
        // A moderator sees that it is out, and not what is being written.
        var page = await ByModerator.Page(mine);
        Assert.Contains("What the auditor writes stands here when it is sent in.", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("select"));
        using var member = await SignIn(Suite, "demo-panel-member");
        Assert.Equal(HttpStatusCode.Forbidden, await member.Status(mine));
        Assert.DoesNotContain("Referral R", (await member.Page("/social-care/audits?month=2010-08")).Body!.TextContent);
    }

    [Theory]
    [InlineData("/social-care/audits/managers")]
    [InlineData("/social-care/audits/manager")]
    [InlineData("/social-care/audits/settings")]
    [InlineData("/social-care/audits/draws")]
    [InlineData("/social-care/audits/agreement")]
    public async Task Who_does_not_moderate_is_refused(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, await ByManager.Status(path));
        Assert.Equal(HttpStatusCode.OK, await ByModerator.Status(path));
    }

    [Fact]
    public async Task Handing_a_file_to_whoever_answers_for_its_team_is_refused()
    {
        await Begin();
        await Draw();
        var address = $"{await Of(other: true, team: "Central 2")}/hand";
        var manager = await Post("H. Lindqvist");

        var page = await ByModerator.Send(await ByModerator.Page(address), "button[formaction*=Hand]", ("AuditorId", $"{manager}"), ("Why", "On leave"));

        Assert.Contains("H. Lindqvist answers for the team that holds this case. Choose an auditor from outside it", Words(page.QuerySelector(".govuk-error-summary")));
    }

    [Fact]
    public async Task A_case_that_has_come_to_the_auditors_team_since_cannot_be_sent_in()
    {
        await Begin();
        await Draw();
        var address = await First(ByManager);
        var reference = Words((await ByManager.Page(address)).QuerySelector("h1")).Split(' ')[^1];
        var moved = Cases.Referral(reference, $"2010-07-{int.Parse(reference[1..]):00}", "North 1", 2, $"C{reference[1..]}");
        moved.Referral.Allocations.Add(Cases.In("Central 2", "2010-08-10"));
        await Suite.CaseFeed.SubmitBatchAsync(Cases.Batch(2, moved), await Suite.Key());

        var page = await SendIn(ByManager, address);

        Assert.Contains("H. Lindqvist answers for the team that holds this case", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Contains("0 of the 6", Words((await ByManager.Page("/social-care/audits?month=2010-08")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task A_child_that_may_not_be_safe_is_told_at_once_and_stands_until_somebody_says_what_was_done()
    {
        await Begin();
        await Draw();
        // The manager of Central 2 audits a file of North 1, so the moderator is told and no other team's manager is.
        await ByManager.Send(await ByManager.Page(await First(ByManager)), "button[formaction*=Draft]", ("Alert", "true"), ("AlertWhat", "Nobody has seen the child since May"));

        Assert.Equal("Safeguarding: 1 child may not be safe, found in an audit Today", Words((await ByModerator.Page("/")).QuerySelector(".task-rows li")));
        Assert.DoesNotContain("Safeguarding", Words((await ByManager.Page("/")).QuerySelector(".task-rows")));
        Assert.Contains("1 child may not be safe", Words((await ByModerator.Page("/social-care/audits")).QuerySelector(".audit-alerts")));

        var alerts = await ByModerator.Page("/social-care/audits/alerts");
        var empty = await ByModerator.Send(alerts, ".audit-alerts button");
        Assert.Contains("Say what was done, by whom and when", Words(empty.QuerySelector(".govuk-error-summary")));
        await ByModerator.Send(alerts, ".audit-alerts button", ("answer-1", "Seen this afternoon by the duty team"));

        Assert.Equal(("answered a safeguarding alert", null), await Last());
        Assert.Null((await ByModerator.Page("/social-care/audits")).QuerySelector(".audit-alerts"));
    }

    [Fact]
    public async Task The_second_marker_sees_nothing_of_the_first_mark_until_the_second_is_in()
    {
        await Begin(secondShare: 100);
        await Draw();
        var first = await First(ByManager);
        await SendIn(ByManager, first, grade: "1", note: "A very good file");

        // J. Other and Y. Osei have as few second marks as the moderator, who stands first.
        await ByModerator.Send(await ByModerator.Page("/social-care/audits/agreement"), "form[action*=Assign] button");

        var second = (await ByModerator.Page("/social-care/audits/mine")).QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")!;
        var page = await ByModerator.Page(second);
        Assert.DoesNotContain("very good", page.DocumentElement.OuterHtml);
        Assert.DoesNotContain("H. Lindqvist", page.DocumentElement.OuterHtml);
        Assert.Null(page.QuerySelector("select option[selected]:not([value=''])"));
        Assert.Equal(HttpStatusCode.Forbidden, await ByModerator.Status(first));
        Assert.DoesNotContain("Outstanding", Words((await ByModerator.Page("/social-care/audits/agreement")).QuerySelector(".suite-sentence")));

        await SendIn(ByModerator, second, grade: "3");

        Assert.Contains("The first auditor gave: outstanding", (await ByModerator.Page(second)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, await ByModerator.Status(first));
        var agreement = await ByModerator.Page("/social-care/audits/agreement");
        Assert.Equal("Of 1 file marked twice, 0 got the same grade, 0 were one grade apart and 1 further. Too few to judge.", Words(agreement.QuerySelector(".suite-sentence")));
        Assert.Contains("Settle 1 grade on which two auditors differ", (await ByModerator.Page("/")).Body!.TextContent);

        await ByModerator.Send(agreement, "form[action*=Settle] button", (agreement.QuerySelector("form[action*=Settle] select")!.GetAttribute("name")!, "2"), (agreement.QuerySelector("form[action*=Settle] input[type=text]")!.GetAttribute("name")!, "Both looked again"));
        Assert.Equal(("settled a grade", "Both looked again"), await Last());
        Assert.Contains("settled on good by Practice improvement manager: Both looked again", (await ByManager.Page(first)).Body!.TextContent);
    }

    [Fact]
    public async Task A_reminder_is_a_row_and_waits_on_the_home_page_of_whoever_is_reminded()
    {
        await Begin();

        await ByModerator.Send(await ByModerator.Page("/social-care/audits?month=2010-08"), "form[action*=Remind] button");

        Assert.Contains("You were reminded: 3 audits of August 2010 are missing", (await ByManager.Page("/")).Body!.TextContent);
        Assert.Contains("Once, 20 Aug", Words((await ByModerator.Page("/social-care/audits?month=2010-08")).QuerySelector("table.data-table--blocks tbody tr")));
        Assert.Equal("reminded of missing audits", (await Last()).Action);
    }

    [Fact]
    public async Task An_action_is_done_with_its_evidence_and_closed_by_an_audit_of_the_file_that_comes_after()
    {
        await Begin();
        await Draw();
        var first = await First(ByManager);
        await SendIn(ByManager, first, grade: "4", action: "See the child alone");

        var action = await ByManager.Page("/social-care/audits/actions?action=1");
        await ByManager.Send(action, "button[formaction*=Done]", ("Evidence", "Visit of 19 August, on the file"));
        Assert.Contains("0 actions are open, 0 overdue. 1 is done and not closed, 0 closed.", Words((await ByManager.Page("/social-care/audits/actions")).QuerySelector(".suite-sentence")));
        Assert.Null((await ByManager.Page("/social-care/audits/actions?action=1")).QuerySelector("button[formaction*=Close]"));

        await ByModerator.Send(await ByModerator.Page($"{first}/hand"), "button[formaction*=Again]", ("AuditorId", $"{await Post("J. Marsden")}"));
        var again = (await ByModerator.Page("/social-care/audits/mine")).QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")!;
        await SendIn(ByModerator, again, more: ("PutRight", "1"));

        Assert.Contains("1 closed.", Words((await ByManager.Page("/social-care/audits/actions")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task The_review_counts_what_was_found_right_and_a_wrong_decision_needs_an_action()
    {
        await Begin();
        var marsden = await Post("J. Marsden");
        await ByModerator.Send(await ByModerator.Page("/social-care/audits/draws"), "main form button",
            ("What", "review"), ("Month", "1 August 2010"), ("From", "1 July 2010"), ("To", "31 July 2010"), ("Files", "2"), ("Auditors", $"{marsden}"));
        var files = (await ByModerator.Page("/social-care/audits/mine")).QuerySelectorAll<IHtmlAnchorElement>("tbody th a").Select(a => a.GetAttribute("href")!).ToList();

        var refused = await SendIn(ByModerator, files[0], more: ("DecisionRight", "false"));
        Assert.Contains("A wrong decision needs an action: say what has to be done, by whom and when", Words(refused.QuerySelector(".govuk-error-summary")));
        await SendIn(ByModerator, files[0], action: "Look at it again", more: ("DecisionRight", "false"));
        await SendIn(ByModerator, files[1], more: ("DecisionRight", "true"));

        var settings = await ByModerator.Send(
            await ByModerator.Page("/social-care/audits/settings"), "form[action*=Baseline] button", ("BaselineFrom", "1 July 2010"), ("BaselineTo", "30 June 2010"), ("Reduction", "50"));
        Assert.Contains("The period ends after it begins", Words(settings.QuerySelector(".govuk-error-summary")));
        Suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == "socialcare").Run();
        await ByModerator.Send(settings, "form[action*=Baseline] button", ("BaselineTo", "31 July 2010"));

        using var member = await SignIn(Suite, "demo-panel-member");
        var page = await member.Page("/social-care/audits/nfa");
        // All 12 contacts of July ended so, and none of the referrals.
        Assert.Equal("Of contacts 100% 50%", string.Join(' ', Words(page.QuerySelectorAll("table")[1].QuerySelector("tbody tr")).Split(' ')[..4]));
        Assert.Equal("2 of 2 decisions drawn have been audited by somebody from outside the team: 1 were right, 1 wrong, 50.0% right.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Empty(page.QuerySelectorAll("a[href*='audits/file']"));
        Assert.Single((await ByModerator.Page("/social-care/audits/nfa")).QuerySelectorAll("a[href*='audits/file']"));
    }
}
