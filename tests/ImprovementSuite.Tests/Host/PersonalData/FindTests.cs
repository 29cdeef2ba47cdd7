using System.Net;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.PersonalData;

public sealed class FindTests : CasesOfLongAgo
{
    [Theory]
    [InlineData(Ended)]
    [InlineData("A-ended-in-2003")]
    [InlineData("pseudonym")]
    public async Task Everything_about_a_child_is_found_by_any_of_its_references(string typed)
    {
        var page = await Find(Lead, typed == "pseudonym" ? Pseudonyms.Of("R-ended-in-2003").ToLowerInvariant() : typed);

        Assert.Equal($"3 records are held about {Ended}.", Words(page.QuerySelector(".suite-sentence")));
        Assert.Equal(["Children", "Referrals", "Assessments"], page.QuerySelectorAll("h2").Select(Words));
        Assert.Equal($"R-ended-in-2003 {Ended} 2003-05-06", string.Join(' ', page.QuerySelectorAll("tbody")[1].QuerySelectorAll("td").Take(3).Select(Words)));
    }

    [Fact]
    public async Task It_can_be_taken_away_as_a_file_in_which_nothing_is_a_formula()
    {
        await Send(Cases.Referral("=2+3", "2010-08-03", child: Ended));

        var file = await Export(Lead, Ended);

        Assert.StartsWith("\uFEFFHeld as,Number,Field,Value\r\n", file);
        Assert.Contains("\"Assessments\",1,\"Completed on\",\"2003-05-09\"\r\n", file);
        Assert.Contains("\"Assessments\",1,\"Kind\",\"initial\"\r\n", file);
        Assert.Contains("\"Referrals\",2,\"Reference\",\"'=2+3\"\r\n", file);
        Assert.Contains("\"Children\",1,\"Born on\",\"2000-02-29\"\r\n", file);
    }

    [Fact]
    public async Task A_rejected_record_that_names_the_child_is_held_too()
    {
        var wrong = Cases.Referral("R-wrong", "2010-02-30", child: Ended);
        await Suite.CaseFeed.SubmitBatchAsync(Cases.Batch(100, wrong), await Suite.Key("case-system"));

        Assert.Contains("\"Rejected records\",1,\"Record\",\"referral R-wrong\"", await Export(Lead, Ended));
    }

    [Fact]
    public async Task A_worker_is_found_by_name_and_children_are_only_counted()
    {
        var page = await Find(Lead, "c. okafor");

        Assert.Equal(["Records of children that name the worker"], page.QuerySelectorAll("h2").Select(Words));
        Assert.Equal(["Assessments 2"], page.QuerySelectorAll("tbody tr").Select(Words));
    }

    [Fact]
    public async Task A_manager_finds_the_records_of_the_own_team_by_the_pseudonym_that_an_analyst_names()
    {
        using var analyst = await SignIn(Suite, "demo-analyst");
        var row = Words((await analyst.Page("/social-care/records/NI59?from=2003-05-01&to=2003-05-31")).QuerySelector("tbody tr:last-child th"));
        Assert.Equal(Pseudonyms.Of("A-ended-in-2003"), row);

        using var manager = await SignIn(Suite, "demo-team-manager");
        Assert.Contains("A-ended-in-2003", Words((await Find(manager, row)).QuerySelector("main")));
        // Of another team.
        Assert.Contains("Nothing that you may open", Words((await Find(manager, "A-first")).QuerySelector("main")));
        Assert.Equal(HttpStatusCode.Forbidden, await manager.Post(await manager.Page("/find"), "/find?handler=Export", ("Text", Ended)));
        Assert.Equal(HttpStatusCode.Forbidden, await analyst.Status("/find"));
    }

    [Fact]
    public async Task A_restricted_case_is_there_for_whoever_is_named_and_for_nobody_else()
    {
        await Send(new CaseRecord { Key = Cases.Key(Ended, 2), Child = new Child { BornOn = "2000-02-29", Restricted = true } });

        Assert.Contains("Nothing that you may open", Words((await Find(Lead, Ended)).QuerySelector("main")));

        using var practice = await SignIn(Suite, "demo-practice-improvement-manager");
        await practice.Send(await practice.Page("/social-care/restricted"), "form[action*=Name] button", ("Child", Ended), ("PersonId", "demo-information-governance-lead"), ("Why", "Asked for by the family"));
        Assert.Contains($"4 records are held about {Ended}.", Words((await Find(Lead, Ended)).QuerySelector("main")));
    }

    [Fact]
    public async Task Each_look_is_kept_and_no_change_log_has_a_reference()
    {
        await Find(Lead, Ended);
        await Export(Lead, Ended);
        await Find(Lead, "not-there");

        var log = (await ChangeLog<AccountsDb>()).Where(entry => entry.ActorId == "demo-information-governance-lead" && entry.Action != "signed in").ToList();
        Assert.Equal(
            [("looked up what is held", Pseudonyms.Of(Ended), "3 records"), ("exported what is held", Pseudonyms.Of(Ended), "3 records"), ("looked up what is held", Pseudonyms.Of("not-there"), "0 records")],
            log.Select(entry => (entry.Action, entry.Subject, entry.After)));
        Assert.All((await ChangeLog<AccountsDb>()).Concat(await ChangeLog<SocialCareDb>()), entry => Assert.DoesNotContain("ended-in-2003", $"{entry.Subject} {entry.Before} {entry.After} {entry.Why}"));
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Find(Visitor who, string text) => await who.Send(await who.Page("/find"), "main form button", ("Text", text));

    private static async Task<string> Export(Visitor who, string text)
    {
        var (file, name, type) = await who.SendForFile(await who.Page("/find"), "main form button", "/find?handler=Export", ("Text", text));
        Assert.Equal(("what-is-held-2010-08-20.csv", "text/csv"), (name, type));
        return System.Text.Encoding.UTF8.GetString(file);
    }
}
