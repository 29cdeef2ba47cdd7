using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.CaseAudits;

/// <summary>Cases that were restricted after they were drawn for an audit.</summary>
public sealed class RestrictedAuditTests : AuditProgrammeOfTest
{
    [Fact]
    public async Task A_case_restricted_after_its_draw_is_closed_to_all_who_are_not_named_and_keeps_what_was_written()
    {
        await Begin();
        await Draw();
        var address = await First(ByManager);
        var open = await ByManager.Page(address);
        var reference = Words(open.QuerySelector("h1")).Split(' ')[^1];
        await Restrict($"C{reference[1..]}", version: 1);

        var page = await ByManager.Send(open, "button[formaction*=Send]", ("Grade", "4"), ("Note", "Seen twice"));

        Assert.Equal("This case has been restricted since its file was given out, and you are not named for it.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Your draft is saved", page.Body!.TextContent);
        Assert.Equal(3, (await ByManager.Page("/social-care/audits/mine")).QuerySelectorAll("tbody tr").Length);
        foreach (var (visitor, path) in new[]
        {
            (ByManager, "/social-care/audits/mine"), (ByManager, address), (ByManager, $"{address}/why"), (ByModerator, address), (ByModerator, $"{address}/why"),
            (ByModerator, $"{address}/hand"), (ByModerator, "/social-care/audits/draws/1"),
        })
        {
            var shown = (await visitor.Page(path)).DocumentElement.OuterHtml;
            Assert.Contains("estricted case", shown);
            Assert.DoesNotContain($"Referral {reference}<", shown);
            Assert.DoesNotContain($"referral {reference},", shown);
        }
        var handed = await ByModerator.Send(await ByModerator.Page($"{address}/hand"), "button[formaction*=Hand]", ("AuditorId", $"{await Post("J. Marsden")}"), ("Why", "Restricted"));
        Assert.Contains("This case has been restricted, and J. Marsden is not named for it. Name them under restricted cases, or choose an auditor who is", Words(handed.QuerySelector(".govuk-error-summary")));

        await ByModerator.Send(await ByModerator.Page("/social-care/restricted"), "form.suite-prose button", ("Child", $"C{reference[1..]}"), ("PersonId", Manager), ("Why", "The audit that was begun"));

        Assert.Equal("Seen twice", (await ByManager.Page(address)).QuerySelector<IHtmlTextAreaElement>("textarea[name=Note]")!.Value);
        await SendIn(ByManager, address);
        Assert.Contains("1 of the 6", Words((await ByManager.Page("/social-care/audits?month=2010-08")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task What_an_audit_said_of_a_case_is_closed_with_it()
    {
        await Begin(secondShare: 100);
        await Draw();
        var address = await First(ByManager);
        await ByManager.Send(await ByManager.Page(address), "button[formaction*=Draft]", ("Alert", "true"), ("AlertWhat", "Nobody has seen the child since May"));
        await SendIn(ByManager, address, grade: "1", action: "See the child alone");
        await ByModerator.Send(await ByModerator.Page("/social-care/audits/agreement"), "form[action*=Assign] button");
        await SendIn(ByModerator, await First(ByModerator), grade: "3");
        var reference = Words((await ByModerator.Page(address)).QuerySelector("h1")).Split(' ')[^1];
        await Restrict($"C{reference[1..]}", version: 1);

        var (alerts, actions, agreement) = (await ByModerator.Page("/social-care/audits/alerts"), await ByModerator.Page("/social-care/audits/actions"), await ByModerator.Page("/social-care/audits/agreement"));

        Assert.Contains("Restricted case, North 1", Words(alerts.QuerySelector(".audit-alerts h2")));
        Assert.Empty(alerts.QuerySelectorAll(".audit-alerts form"));
        Assert.Equal("Restricted case Not shown Not shown 1 Sep 2010 Open", Words(actions.QuerySelector("tbody tr")));
        Assert.Equal(HttpStatusCode.NotFound, await ByModerator.Status("/social-care/audits/actions?action=1"));
        Assert.Empty(agreement.QuerySelectorAll("form[action*=Settle]"));
        foreach (var page in new[] { alerts, actions, agreement })
        {
            Assert.DoesNotContain($"Referral {reference}", page.DocumentElement.OuterHtml);
            Assert.DoesNotContain("the child", page.Body!.TextContent);
        }
        // Restricted no more: everything stands where it was.
        await Restrict($"C{reference[1..]}", version: 2, restricted: false);
        Assert.Single((await ByModerator.Page("/social-care/audits/agreement")).QuerySelectorAll("form[action*=Settle]"));
        await ByModerator.Send(await ByModerator.Page("/social-care/audits/alerts"), ".audit-alerts button", ("answer-1", "Seen this afternoon"));
        Assert.Equal("answered a safeguarding alert", (await Last()).Action);
    }

    private async Task Restrict(string child, long version, bool restricted = true) => await Suite.CaseFeed.SubmitBatchAsync(
        Cases.Batch(100 + (int)version, new CaseRecord { Key = Cases.Key(child, version), Child = new Child { BornOn = "2004-02-29", Restricted = restricted } }), await Suite.Key());
}
