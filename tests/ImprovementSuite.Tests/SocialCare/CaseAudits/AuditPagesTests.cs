using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.CaseAudits;

/// <summary>
/// The programme as its users meet it, over a few records. The team manager of Central 2 and the practice improvement manager are recognised
/// when they sign in; J. Other and the manager of North 1 are not.
/// </summary>
public sealed class AuditPagesTests : IAsyncLifetime
{
    private const string Moderator = "demo-practice-improvement-manager";
    private const string Manager = "demo-team-manager";

    private RunningSuite _suite = null!;
    private Visitor _moderator = null!;
    private Visitor _manager = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await _suite.CaseFeed.SubmitBatchAsync(
            Cases.Batch(1, [.. Enumerable.Range(1, 12).Select(i => Nfa(i, i % 2 == 0 ? "North 1" : "Central 2")), .. Enumerable.Range(1, 12).Select(i => Cases.Referral($"R{i}", $"2010-07-{i:00}", i % 3 == 0 ? "Central 2" : "North 1", child: $"C{i}"))]),
            await _suite.Key());
        (_moderator, _manager) = (await SignIn(_suite, Moderator), await SignIn(_suite, Manager));
    }

    public async Task DisposeAsync()
    {
        _moderator.Dispose();
        _manager.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Managers_are_entered_the_programme_begins_and_what_is_expected_stands_on_the_page()
    {
        await Begin();

        var page = await _manager.Page("/social-care/audits?month=2010-08");

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
        await _moderator.Send(await _moderator.Page("/social-care/audits/settings"), "form[action*=State] button", ("StatedMonth", "1 August 2010"), ("Expected", "10"), ("Why", "Letter of 2 August"));

        var page = await _manager.Page("/social-care/audits?month=2010-08");

        Assert.Contains("0 of the 10", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("The 10 expected were stated by Practice improvement manager on 20 August 2010: Letter of 2 August", Words(page.QuerySelector(".suite-note")));
        Assert.Equal(("stated the expected audits", "Letter of 2 August"), await Last());
    }

    [Fact]
    public async Task A_draw_gives_each_auditor_files_of_other_teams_and_says_why()
    {
        await Begin();
        await Draw();

        var mine = await _manager.Page("/social-care/audits/mine");
        var files = mine.QuerySelectorAll("tbody th").Select(Words).ToList();
        Assert.Equal("3 files wait for your audit.", Words(mine.QuerySelector(".suite-sentence")));
        Assert.All(files, file => Assert.True(int.Parse(file.Replace("Referral R", "")) % 3 != 0));
        var why = await _manager.Page($"{mine.QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")}/why");
        Assert.Contains("of 3 files drawn for H. Lindqvist from a pool of 12. Of these, 4 were taken out", Words(why.QuerySelector(".suite-sentence")));
        Assert.Contains("first seed", why.Body!.TextContent);
        Assert.Contains("Repeated: the pool is the same, and the seed gives 6 of 6 of the files.", Words((await _moderator.Page("/social-care/audits/draws/1?repeat=true")).QuerySelector(".govuk-inset-text")));
    }

    [Fact]
    public async Task A_draft_keeps_what_was_typed_though_it_cannot_be_sent_in()
    {
        await Begin();
        await Draw();
        var address = await First(_manager);

        var page = await _manager.Send(await _manager.Page(address), "button[formaction*=Send]", ("Grade", "3"), ("Note", "Seen twice"), ("Actions[0].What", "Visit"), ("Actions[0].Due", "32 August"));

        var errors = page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words).ToList();
        Assert.Contains("\"32 August\" is not a day: write it as 1 October 2010", errors);
        Assert.Contains("Say who does it", errors);
        Assert.Contains("Grade \"Recording and chronology\"", errors);
        Assert.Equal("32 August", page.QuerySelector<IHtmlInputElement>("input[name='Actions[0].Due']")!.Value);
        var again = await _manager.Page(address);
        Assert.Equal(("3", "Seen twice", "Visit"), (
            again.QuerySelector<IHtmlSelectElement>("select[name=Grade]")!.Value, again.QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value,
            again.QuerySelector<IHtmlInputElement>("input[name='Actions[0].What']")!.Value));
    }

    [Fact]
    public async Task A_finished_audit_is_received_and_counted()
    {
        await Begin();
        await Draw();

        await SendIn(_manager, await First(_manager));

        Assert.Contains("1 of the 6", Words((await _manager.Page("/social-care/audits?month=2010-08")).QuerySelector(".suite-sentence")));
        Assert.Equal("sent in an audit", (await Last()).Action);
        Assert.Equal(HttpStatusCode.OK, await _moderator.Status(await Of(_manager)));
    }

    [Fact]
    public async Task Two_windows_on_one_audit_show_the_second_what_the_first_saved()
    {
        await Begin();
        await Draw();
        var address = await First(_manager);
        var (one, other) = (await _manager.Page(address), await _manager.Page(address));
        await _manager.Send(one, "button[formaction*=Draft]", ("Note", "The first window"));

        var page = await _manager.Send(other, "button[formaction*=Draft]", ("Note", "The second window"));

        Assert.Contains("Nothing of yours is lost", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Contains("Note: The first window", page.QuerySelector("td[data-label='Saved meanwhile']")!.TextContent);
        Assert.Equal("The second window", page.QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value);
        await _manager.Send(page, "button[formaction*=Draft]");
        Assert.Equal("The second window", (await _manager.Page(address)).QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value);
    }

    [Fact]
    public async Task A_file_is_open_to_its_auditor_and_to_moderators_alone_and_each_view_is_kept()
    {
        await Begin();
        await Draw();
        var (mine, theirs) = (await First(_manager), await Of(other: true));

        Assert.Equal(HttpStatusCode.OK, await _manager.Status(mine));
        Assert.Equal("viewed an audit file", (await ChangeLog())[^1].Action);
        Assert.Equal(HttpStatusCode.Forbidden, await _manager.Status(theirs));
        Assert.Equal(HttpStatusCode.Forbidden, await _manager.Status($"{theirs}/why"));
        // A moderator sees that it is out, and not what is being written.
        var page = await _moderator.Page(mine);
        Assert.Contains("What the auditor writes stands here when it is sent in.", page.Body!.TextContent);
        Assert.Empty(page.QuerySelectorAll("select"));
        using var member = await SignIn(_suite, "demo-panel-member");
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
        Assert.Equal(HttpStatusCode.Forbidden, await _manager.Status(path));
        Assert.Equal(HttpStatusCode.OK, await _moderator.Status(path));
    }

    [Fact]
    public async Task Handing_a_file_to_whoever_answers_for_its_team_is_refused()
    {
        await Begin();
        await Draw();
        var address = $"{await Of(other: true, team: "Central 2")}/hand";
        var manager = await Post("H. Lindqvist");

        var page = await _moderator.Send(await _moderator.Page(address), "button[formaction*=Hand]", ("AuditorId", $"{manager}"), ("Why", "On leave"));

        Assert.Contains("H. Lindqvist answers for the team that holds this case. Choose an auditor from outside it", Words(page.QuerySelector(".govuk-error-summary")));
    }

    [Fact]
    public async Task A_case_that_has_come_to_the_auditors_team_since_cannot_be_sent_in()
    {
        await Begin();
        await Draw();
        var address = await First(_manager);
        var reference = Words((await _manager.Page(address)).QuerySelector("h1")).Split(' ')[^1];
        var moved = Cases.Referral(reference, $"2010-07-{int.Parse(reference[1..]):00}", "North 1", 2, $"C{reference[1..]}");
        moved.Referral.Allocations.Add(Cases.In("Central 2", "2010-08-10"));
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(2, moved), await _suite.Key());

        var page = await SendIn(_manager, address);

        Assert.Contains("H. Lindqvist answers for the team that holds this case", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Contains("0 of the 6", Words((await _manager.Page("/social-care/audits?month=2010-08")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task A_child_that_may_not_be_safe_is_told_at_once_and_stands_until_somebody_says_what_was_done()
    {
        await Begin();
        await Draw();
        // The manager of Central 2 audits a file of North 1, so the moderator is told and no other team's manager is.
        await _manager.Send(await _manager.Page(await First(_manager)), "button[formaction*=Draft]", ("Alert", "true"), ("AlertWhat", "Nobody has seen the child since May"));

        Assert.Equal("Safeguarding: 1 child may not be safe, found in an audit Today", Words((await _moderator.Page("/")).QuerySelector(".task-rows li")));
        Assert.DoesNotContain("Safeguarding", Words((await _manager.Page("/")).QuerySelector(".task-rows")));
        Assert.Contains("1 child may not be safe", Words((await _moderator.Page("/social-care/audits")).QuerySelector(".audit-alerts")));

        var alerts = await _moderator.Page("/social-care/audits/alerts");
        var empty = await _moderator.Send(alerts, ".audit-alerts button");
        Assert.Contains("Say what was done, by whom and when", Words(empty.QuerySelector(".govuk-error-summary")));
        await _moderator.Send(alerts, ".audit-alerts button", ("answer-1", "Seen this afternoon by the duty team"));

        Assert.Equal(("answered a safeguarding alert", null), await Last());
        Assert.Null((await _moderator.Page("/social-care/audits")).QuerySelector(".audit-alerts"));
    }

    [Fact]
    public async Task The_second_marker_sees_nothing_of_the_first_mark_until_the_second_is_in()
    {
        await Begin(secondShare: 100);
        await Draw();
        var first = await First(_manager);
        await SendIn(_manager, first, grade: "1", note: "A very good file");

        // J. Other and Y. Osei have as few second marks as the moderator, who stands first.
        await _moderator.Send(await _moderator.Page("/social-care/audits/agreement"), "form[action*=Assign] button");

        var second = (await _moderator.Page("/social-care/audits/mine")).QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")!;
        var page = await _moderator.Page(second);
        Assert.DoesNotContain("very good", page.DocumentElement.OuterHtml);
        Assert.DoesNotContain("H. Lindqvist", page.DocumentElement.OuterHtml);
        Assert.Null(page.QuerySelector("select option[selected]:not([value=''])"));
        Assert.Equal(HttpStatusCode.Forbidden, await _moderator.Status(first));
        Assert.DoesNotContain("Outstanding", Words((await _moderator.Page("/social-care/audits/agreement")).QuerySelector(".suite-sentence")));

        await SendIn(_moderator, second, grade: "3");

        Assert.Contains("The first auditor gave: outstanding", (await _moderator.Page(second)).Body!.TextContent);
        Assert.Equal(HttpStatusCode.OK, await _moderator.Status(first));
        var agreement = await _moderator.Page("/social-care/audits/agreement");
        Assert.Equal("Of 1 file marked twice, 0 got the same grade, 0 were one grade apart and 1 further. Too few to judge.", Words(agreement.QuerySelector(".suite-sentence")));
        Assert.Contains("Settle 1 grade on which two auditors differ", (await _moderator.Page("/")).Body!.TextContent);

        await _moderator.Send(agreement, "form[action*=Settle] button", (agreement.QuerySelector("form[action*=Settle] select")!.GetAttribute("name")!, "2"), (agreement.QuerySelector("form[action*=Settle] input[type=text]")!.GetAttribute("name")!, "Both looked again"));
        Assert.Equal(("settled a grade", "Both looked again"), await Last());
        Assert.Contains("settled on good by Practice improvement manager: Both looked again", (await _manager.Page(first)).Body!.TextContent);
    }

    [Fact]
    public async Task A_reminder_is_a_row_and_waits_on_the_home_page_of_whoever_is_reminded()
    {
        await Begin();

        await _moderator.Send(await _moderator.Page("/social-care/audits?month=2010-08"), "form[action*=Remind] button");

        Assert.Contains("You were reminded: 3 audits of August 2010 are missing", (await _manager.Page("/")).Body!.TextContent);
        Assert.Contains("Once, 20 Aug", Words((await _moderator.Page("/social-care/audits?month=2010-08")).QuerySelector("table.data-table--blocks tbody tr")));
        Assert.Equal("reminded of missing audits", (await Last()).Action);
    }

    [Fact]
    public async Task An_action_is_done_with_its_evidence_and_closed_by_an_audit_of_the_file_that_comes_after()
    {
        await Begin();
        await Draw();
        var first = await First(_manager);
        await SendIn(_manager, first, grade: "4", action: "See the child alone");

        var action = await _manager.Page("/social-care/audits/actions?action=1");
        await _manager.Send(action, "button[formaction*=Done]", ("Evidence", "Visit of 19 August, on the file"));
        Assert.Contains("0 actions are open, 0 overdue. 1 is done and not closed, 0 closed.", Words((await _manager.Page("/social-care/audits/actions")).QuerySelector(".suite-sentence")));
        Assert.Null((await _manager.Page("/social-care/audits/actions?action=1")).QuerySelector("button[formaction*=Close]"));

        await _moderator.Send(await _moderator.Page($"{first}/hand"), "button[formaction*=Again]", ("AuditorId", $"{await Post("J. Marsden")}"));
        var again = (await _moderator.Page("/social-care/audits/mine")).QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")!;
        await SendIn(_moderator, again, more: ("PutRight", "1"));

        Assert.Contains("1 closed.", Words((await _manager.Page("/social-care/audits/actions")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task The_review_counts_what_was_found_right_and_a_wrong_decision_needs_an_action()
    {
        await Begin();
        var marsden = await Post("J. Marsden");
        await _moderator.Send(await _moderator.Page("/social-care/audits/draws"), "main form button",
            ("What", "review"), ("Month", "1 August 2010"), ("From", "1 July 2010"), ("To", "31 July 2010"), ("Files", "2"), ("Auditors", $"{marsden}"));
        var files = (await _moderator.Page("/social-care/audits/mine")).QuerySelectorAll<IHtmlAnchorElement>("tbody th a").Select(a => a.GetAttribute("href")!).ToList();

        var refused = await SendIn(_moderator, files[0], more: ("DecisionRight", "false"));
        Assert.Contains("A wrong decision needs an action: say what has to be done, by whom and when", Words(refused.QuerySelector(".govuk-error-summary")));
        await SendIn(_moderator, files[0], action: "Look at it again", more: ("DecisionRight", "false"));
        await SendIn(_moderator, files[1], more: ("DecisionRight", "true"));

        using var member = await SignIn(_suite, "demo-panel-member");
        var page = await member.Page("/social-care/audits/nfa");
        Assert.Equal("2 of 2 decisions drawn have been audited by somebody from outside the team: 1 were right, 1 wrong, 50.0% right.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Empty(page.QuerySelectorAll("a[href*='audits/file']"));
        Assert.Single((await _moderator.Page("/social-care/audits/nfa")).QuerySelectorAll("a[href*='audits/file']"));
    }

    [Fact]
    public async Task A_case_restricted_after_its_draw_is_closed_to_all_who_are_not_named_and_keeps_what_was_written()
    {
        await Begin();
        await Draw();
        var address = await First(_manager);
        var open = await _manager.Page(address);
        var reference = Words(open.QuerySelector("h1")).Split(' ')[^1];
        await Restrict($"C{reference[1..]}", version: 1);

        var page = await _manager.Send(open, "button[formaction*=Send]", ("Grade", "4"), ("Note", "Seen twice"));

        Assert.Equal("This case has been restricted since its file was given out, and you are not named for it.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Your draft is saved", page.Body!.TextContent);
        Assert.Equal(3, (await _manager.Page("/social-care/audits/mine")).QuerySelectorAll("tbody tr").Length);
        foreach (var (visitor, path) in new[]
        {
            (_manager, "/social-care/audits/mine"), (_manager, address), (_manager, $"{address}/why"), (_moderator, address), (_moderator, $"{address}/why"),
            (_moderator, $"{address}/hand"), (_moderator, "/social-care/audits/draws/1"),
        })
        {
            var shown = (await visitor.Page(path)).DocumentElement.OuterHtml;
            Assert.Contains("estricted case", shown);
            Assert.DoesNotContain($"Referral {reference}<", shown);
            Assert.DoesNotContain($"referral {reference},", shown);
        }
        var handed = await _moderator.Send(await _moderator.Page($"{address}/hand"), "button[formaction*=Hand]", ("AuditorId", $"{await Post("J. Marsden")}"), ("Why", "Restricted"));
        Assert.Contains("This case has been restricted, and J. Marsden is not named for it. Name them under restricted cases, or choose an auditor who is", Words(handed.QuerySelector(".govuk-error-summary")));

        await _moderator.Send(await _moderator.Page("/social-care/restricted"), "form.suite-prose button", ("Child", $"C{reference[1..]}"), ("PersonId", Manager), ("Why", "The audit that was begun"));

        Assert.Equal("Seen twice", (await _manager.Page(address)).QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value);
        await SendIn(_manager, address);
        Assert.Contains("1 of the 6", Words((await _manager.Page("/social-care/audits?month=2010-08")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task What_an_audit_said_of_a_case_is_closed_with_it()
    {
        await Begin(secondShare: 100);
        await Draw();
        var address = await First(_manager);
        await _manager.Send(await _manager.Page(address), "button[formaction*=Draft]", ("Alert", "true"), ("AlertWhat", "Nobody has seen the child since May"));
        await SendIn(_manager, address, grade: "1", action: "See the child alone");
        await _moderator.Send(await _moderator.Page("/social-care/audits/agreement"), "form[action*=Assign] button");
        await SendIn(_moderator, await First(_moderator), grade: "3");
        var reference = Words((await _moderator.Page(address)).QuerySelector("h1")).Split(' ')[^1];
        await Restrict($"C{reference[1..]}", version: 1);

        var (alerts, actions, agreement) = (await _moderator.Page("/social-care/audits/alerts"), await _moderator.Page("/social-care/audits/actions"), await _moderator.Page("/social-care/audits/agreement"));

        Assert.Contains("Restricted case, North 1", Words(alerts.QuerySelector(".audit-alerts h2")));
        Assert.Empty(alerts.QuerySelectorAll(".audit-alerts form"));
        Assert.Equal("Restricted case Not shown Not shown 1 Sep 2010 Open", Words(actions.QuerySelector("tbody tr")));
        Assert.Equal(HttpStatusCode.NotFound, await _moderator.Status("/social-care/audits/actions?action=1"));
        Assert.Empty(agreement.QuerySelectorAll("form[action*=Settle]"));
        foreach (var page in new[] { alerts, actions, agreement })
        {
            Assert.DoesNotContain($"Referral {reference}", page.DocumentElement.OuterHtml);
            Assert.DoesNotContain("the child", page.Body!.TextContent);
        }
        // Restricted no more: everything stands where it was.
        await Restrict($"C{reference[1..]}", version: 2, restricted: false);
        Assert.Single((await _moderator.Page("/social-care/audits/agreement")).QuerySelectorAll("form[action*=Settle]"));
        await _moderator.Send(await _moderator.Page("/social-care/audits/alerts"), ".audit-alerts button", ("answer-1", "Seen this afternoon"));
        Assert.Equal("answered a safeguarding alert", (await Last()).Action);
    }

    private async Task Restrict(string child, long version, bool restricted = true) => await _suite.CaseFeed.SubmitBatchAsync(
        Cases.Batch(100 + (int)version, new CaseRecord { Key = Cases.Key(child, version), Child = new Child { BornOn = "2004-02-29", Restricted = restricted } }), await _suite.Key());

    private static CaseRecord Nfa(int i, string team)
    {
        var contact = Cases.Contact($"K{i}", $"2010-07-{i:00}");
        contact.Contact.Child = $"K{i}";
        contact.Contact.Allocations[0] = Cases.In(team);
        return contact;
    }

    private async Task Begin(int secondShare = 0)
    {
        foreach (var (name, role, team, signIn, agency) in new[]
        {
            ("J. Marsden", "PracticeImprovementManager", "", Moderator, ""), ("H. Lindqvist", "TeamManager", "Central 2", Manager, "true"),
            ("Y. Osei", "TeamManager", "North 1", "", ""), ("J. Other", "OtherAuditor", "", "", ""),
        })
        {
            var form = await _moderator.Page("/social-care/audits/manager");
            var id = form.QuerySelectorAll<IHtmlOptionElement>("select[name=TeamId] option").Single(option => option.Text.StartsWith(team.Length > 0 ? team : "None", StringComparison.Ordinal)).Value;
            (string, string)[] typed = [("FullName", name), ("Role", role), ("TeamId", id), ("From", "1 October 2009"), ("SignInId", signIn)];
            await _moderator.Send(form, "main form button", agency == "true" ? [.. typed, ("Agency", "true")] : typed);
        }
        var settings = await _moderator.Send(await _moderator.Page("/social-care/audits/settings"), "form[action*=Begin] button", ("FirstMonth", "1 August 2010"));
        await _moderator.Send(settings, "form[action*=Share] button", ("SecondShare", $"{secondShare}"));
    }

    private async Task Draw() => await _moderator.Send(await _moderator.Page("/social-care/audits/draws"), "main form button",
        ("What", "files"), ("Month", "1 August 2010"), ("From", "1 July 2010"), ("To", "31 July 2010"), ("Seed", "first seed"));

    private static async Task<string> First(Visitor visitor) => (await visitor.Page("/social-care/audits/mine")).QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")!;

    /// <summary>An audit that is in, of the signed-in manager.</summary>
    private static async Task<string> Of(Visitor visitor) => (await visitor.Page("/social-care/audits/mine")).QuerySelectorAll<IHtmlAnchorElement>("tbody th a").Last().GetAttribute("href")!;

    /// <summary>An audit of somebody else, of a file of this team.</summary>
    private async Task<string> Of(bool other, string? team = null)
    {
        using var scope = _suite.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        var teams = await db.Teams.Where(t => team == null || t.Code == team).Select(t => t.Id).ToListAsync();
        return $"/social-care/audits/file/{await db.Audits.Where(a => other == (a.Auditor.SignIn == "") && teams.Contains(a.TeamId)).Select(a => a.Id).FirstAsync()}";
    }

    private async Task<int> Post(string name)
    {
        using var scope = _suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Managers.Where(m => m.Name == name).Select(m => m.Id).SingleAsync();
    }

    private static async Task<IHtmlDocument> SendIn(Visitor visitor, string address, string grade = "2", string note = "", string? action = null, (string, string)? more = null)
    {
        var page = await visitor.Page(address);
        List<(string, string)> typed = [.. page.QuerySelectorAll("select[name^=grade-]").Select(select => (select.GetAttribute("name")!, grade)), ("Grade", grade), ("Note", note)];
        if (action is not null)
            typed.AddRange([("Actions[0].What", action), ("Actions[0].Owner", "Y. Osei"), ("Actions[0].Due", "1 September 2010")]);
        if (more is { } field)
            typed.Add(field);
        return await visitor.Send(page, "button[formaction*=Send]", [.. typed]);
    }

    /// <summary>The last thing that was done and not only looked at.</summary>
    private async Task<(string Action, string? Why)> Last() =>
        (await ChangeLog()).Where(entry => !entry.Action.StartsWith("viewed", StringComparison.Ordinal)).Select(entry => (entry.Action, entry.Why)).Last();

    private async Task<List<ChangeEntry>> ChangeLog()
    {
        using var scope = _suite.Services.CreateScope();
        var log = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Null(ChangeEntry.FirstBroken(log));
        return log;
    }
}
