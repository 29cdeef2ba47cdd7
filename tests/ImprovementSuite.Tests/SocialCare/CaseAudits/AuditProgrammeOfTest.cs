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
/// A programme over a few records, for tests of its pages. The team manager of Central 2 and the practice improvement manager are recognised
/// when they sign in; J. Other and the manager of North 1 are not.
/// </summary>
public abstract class AuditProgrammeOfTest : IAsyncLifetime
{
    private protected const string Moderator = "demo-practice-improvement-manager";
    private protected const string Manager = "demo-team-manager";

    private protected RunningSuite Suite { get; private set; } = null!;
    private protected Visitor ByModerator { get; private set; } = null!;
    private protected Visitor ByManager { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Suite = await RunningSuite.Start();
        await Suite.CaseFeed.SubmitBatchAsync(
            Cases.Batch(1, [.. Enumerable.Range(1, 12).Select(i => Nfa(i, i % 2 == 0 ? "North 1" : "Central 2")), .. Enumerable.Range(1, 12).Select(i => Cases.Referral($"R{i}", $"2010-07-{i:00}", i % 3 == 0 ? "Central 2" : "North 1", child: $"C{i}"))]),
            await Suite.Key());
        (ByModerator, ByManager) = (await SignIn(Suite, Moderator), await SignIn(Suite, Manager));
    }

    public async Task DisposeAsync()
    {
        ByModerator.Dispose();
        ByManager.Dispose();
        await Suite.DisposeAsync();
    }

    private protected static CaseRecord Nfa(int i, string team)
    {
        var contact = Cases.Contact($"K{i}", $"2010-07-{i:00}");
        contact.Contact.Child = $"K{i}";
        contact.Contact.Allocations[0] = Cases.In(team);
        return contact;
    }

    private protected async Task Begin(int secondShare = 0)
    {
        foreach (var (name, role, team, signIn, agency) in new[]
        {
            ("J. Marsden", "PracticeImprovementManager", "", Moderator, ""), ("H. Lindqvist", "TeamManager", "Central 2", Manager, "true"),
            ("Y. Osei", "TeamManager", "North 1", "", ""), ("J. Other", "OtherAuditor", "", "", ""),
        })
        {
            var form = await ByModerator.Page("/social-care/audits/manager");
            var id = form.QuerySelectorAll<IHtmlOptionElement>("select[name=TeamId] option").Single(option => option.Text.StartsWith(team.Length > 0 ? team : "None", StringComparison.Ordinal)).Value;
            (string, string)[] typed = [("FullName", name), ("Role", role), ("TeamId", id), ("From", "1 October 2009"), ("SignInId", signIn)];
            await ByModerator.Send(form, "main form button", agency == "true" ? [.. typed, ("Agency", "true")] : typed);
        }
        var settings = await ByModerator.Send(await ByModerator.Page("/social-care/audits/settings"), "form[action*=Begin] button", ("FirstMonth", "1 August 2010"));
        await ByModerator.Send(settings, "form[action*=Share] button", ("SecondShare", $"{secondShare}"));
    }

    private protected async Task Draw() => await ByModerator.Send(await ByModerator.Page("/social-care/audits/draws"), "main form button",
        ("What", "files"), ("Month", "1 August 2010"), ("From", "1 July 2010"), ("To", "31 July 2010"), ("Seed", "first seed"));

    private protected static async Task<string> First(Visitor visitor) => (await visitor.Page("/social-care/audits/mine")).QuerySelector<IHtmlAnchorElement>("tbody th a")!.GetAttribute("href")!;

    /// <summary>An audit that is in, of the signed-in manager.</summary>
    private protected static async Task<string> Of(Visitor visitor) => (await visitor.Page("/social-care/audits/mine")).QuerySelectorAll<IHtmlAnchorElement>("tbody th a").Last().GetAttribute("href")!;

    /// <summary>An audit of somebody else, of a file of this team.</summary>
    private protected async Task<string> Of(bool other, string? team = null)
    {
        using var scope = Suite.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<SocialCareDb>();
        var teams = await db.Teams.Where(t => team == null || t.Code == team).Select(t => t.Id).ToListAsync();
        return $"/social-care/audits/file/{await db.Audits.Where(a => other == (a.Auditor.SignIn == "") && teams.Contains(a.TeamId)).Select(a => a.Id).FirstAsync()}";
    }

    private protected async Task<int> Post(string name)
    {
        using var scope = Suite.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<SocialCareDb>().Managers.Where(m => m.Name == name).Select(m => m.Id).SingleAsync();
    }

    private protected static async Task<IHtmlDocument> SendIn(Visitor visitor, string address, string grade = "2", string note = "", string? action = null, (string, string)? more = null)
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
    private protected async Task<(string Action, string? Why)> Last() =>
        (await ChangeLog()).Where(entry => !entry.Action.StartsWith("viewed", StringComparison.Ordinal)).Select(entry => (entry.Action, entry.Why)).Last();

    private protected async Task<List<ChangeEntry>> ChangeLog()
    {
        using var scope = Suite.Services.CreateScope();
        var log = await scope.ServiceProvider.GetRequiredService<SocialCareDb>().ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
        Assert.Null(ChangeEntry.FirstBroken(log));
        return log;
    }
}
