using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Ledger;

/// <summary>A recommendation from the day it is given to somebody to the day it relapses, as a service manager and an inspection lead work on it.</summary>
public sealed class RecommendationPagesTests : IAsyncLifetime
{
    private const string Save = "main form button";

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;
    private Visitor _manager = null!;
    private Visitor _reader = null!;
    private string _path = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
        (_lead, _manager, _reader) = (await SignIn(_suite, "demo-inspection-lead"), await SignIn(_suite, "demo-service-manager"), await SignIn(_suite, "demo-panel-member"));
        _path = (await Row(_suite, "H1", "1")).Path;
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        _manager.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Evidence_then_a_claim_then_a_validation_by_somebody_else_meet_it_and_a_relapse_opens_it()
    {
        Assert.Equal("Head of service, Social care, answers for this. It was originally due on 31 March 2010 and is overdue by 142 days.", Sentence(await _reader.Page(_path)));
        Assert.Contains("has no evidence yet", Sentence(await _manager.Page($"{_path}/complete")));

        var shown = await _manager.Upload(await _manager.Page($"{_path}/evidence"), "file", "minutes.txt", Encoding.UTF8.GetBytes("All staff are trained"), ("Title", "Minutes"));
        Assert.EndsWith(_path, shown.Url);
        await _manager.Send(await _manager.Page($"{_path}/complete"), Save, ("Day", "31 March 2010"), ("Why", "Training has ended"));
        Assert.Equal(HttpStatusCode.Forbidden, (await _manager.Read($"{_path}/validate")).Status);
        var form = await _lead.Page($"{_path}/validate");
        Assert.Equal(["Choose whether it is complete", "Choose whether it was a visit or an independent desk check", "Give the day on which it was looked at, such as 20 August 2010"], Errors(await _lead.Send(form, Save)));
        Assert.Equal(["Say what was found"], Errors(await _lead.Send(form, Save, ("Outcome", "complete"), ("How", "1"), ("Day", "20 August 2010"))));
        var met = await _lead.Send(form, Save, ("Outcome", "complete"), ("How", "1"), ("Day", "20 August 2010"), ("Finding", "Every record was seen"));
        Assert.Contains("was met on 31 March 2010, in its original timescale.", Sentence(met));

        Assert.Equal(["Say what has relapsed, or why it is not complete"], Errors(await _lead.Send(await _lead.Page($"{_path}/reopen"), Save)));
        var again = await _lead.Send(await _lead.Page($"{_path}/reopen"), Save, ("Why", "Two new staff are not trained"));
        Assert.Equal(["Reopened: 20 Aug 2010", "Validated: 20 Aug 2010", "Said to be complete: 31 Mar 2010", "Evidence added"], again.QuerySelectorAll("table:last-of-type td[data-label=What]").Select(Words).TakeLast(4));
        Assert.Equal(LedgerStatus.Open, (await Row(_suite, "H1", "1")).Status);
    }

    [Fact]
    public async Task Whoever_gave_the_evidence_is_told_so_before_the_form_of_validation()
    {
        await _lead.Send(await _lead.Page($"{_path}/evidence"), Save, ("Title", "Minutes"), ("Link", "https://council.example/minutes"));
        await _manager.Send(await _manager.Page($"{_path}/complete"), Save, ("Day", "20 August 2010"));

        var page = await _lead.Page($"{_path}/validate");

        Assert.Equal("You added evidence for it: somebody else validates it.", Sentence(page));
        Assert.Null(page.QuerySelector("main form"));
        Assert.Null((await _lead.Page(_path)).QuerySelector($"a[href='{_path}/validate']"));
        using var other = await SignIn(_suite, "demo-performance-manager");
        Assert.NotNull((await other.Page(_path)).QuerySelector($"a[href='{_path}/validate']"));
    }

    [Fact]
    public async Task Wrong_evidence_is_told_beside_its_field_and_nothing_of_it_is_left()
    {
        var form = await _manager.Page($"{_path}/evidence");
        Assert.Equal(["Say what it is, such as: Minutes of the team meeting", "Choose a file, or give a link"], Errors(await _manager.Send(form, Save)));
        Assert.Equal(["Give an address that begins with https:// and has 500 characters at most"], Errors(await _manager.Send(form, Save, ("Title", "Minutes"), ("Link", "javascript:alert(1)"))));
        var mislabelled = await _manager.Upload(form, "file", "minutes.pdf", [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A], ("Title", "Minutes"));
        Assert.Equal(["“minutes.pdf” is named as a PDF file, and its content is a PNG picture: choose the right file, or give it the ending .png"], Errors(mislabelled));
        Assert.Contains("its content is a PNG picture", Words(mislabelled.QuerySelector("#file-error")));
        Assert.Equal("Minutes", mislabelled.QuerySelector<IHtmlInputElement>("#Title")!.Value);

        Assert.Equal(
            ["“minutes.txt” has more than 20 MB: send a part or a smaller copy of it, or give a link to where it is"],
            Errors(await _manager.Upload(form, "file", "minutes.txt", new byte[200 << 20], ("Title", "Minutes"))));

        Assert.Empty(await Edit(_suite, db => db.Evidence.ToListAsync()));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_suite.Folder, "evidence")));
    }

    [Fact]
    public async Task A_file_comes_back_as_it_was_and_who_opened_it_is_kept()
    {
        var content = Encoding.UTF8.GetBytes("All staff are trained");
        await _manager.Upload(await _manager.Page($"{_path}/evidence"), "file", "minutes.txt", content, ("Title", "Minutes"));
        Assert.Equal(["This file is there already, as “Minutes”"], Errors(await _manager.Upload(await _manager.Page($"{_path}/evidence"), "file", "again.txt", content, ("Title", "Once more"))));

        var item = await Edit(_suite, db => db.Evidence.SingleAsync());
        var (file, name, type) = await _reader.Download($"{_path}/evidence/{item.Id}");

        Assert.Equal((content.Length, "minutes.txt", "text/plain"), (file.Length, name, type));
        Assert.Equal(content, file);
        Assert.Equal(
            $"opened evidence of a recommendation: Recommendation 1 of Report H1, Minutes: minutes.txt, 21 bytes, SHA-256 {item.Sha256}",
            await Edit(_suite, db => db.ChangeLog.OrderByDescending(entry => entry.Sequence).Select(entry => $"{entry.Action}: {entry.Subject}, {entry.After}").FirstAsync()));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status($"{(await Row(_suite, "H1", "2")).Path}/evidence/{item.Id}"));

        Assert.Equal(["Say why it is removed"], Errors(await _manager.Send(await _manager.Page($"{_path}/evidence/{item.Id}/remove"), Save)));
        await _manager.Send(await _manager.Page($"{_path}/evidence/{item.Id}/remove"), Save, ("Why", "It names a member of staff"));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_suite.Folder, "evidence")));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status($"{_path}/evidence/{item.Id}"));
    }

    [Fact]
    public async Task A_link_is_opened_through_the_suite_so_that_who_opened_it_is_kept()
    {
        await _manager.Send(await _manager.Page($"{_path}/evidence"), Save, ("Title", "Minutes"), ("Link", "https://bücher.example/protokoll für alle?nr=1"));
        var item = await Edit(_suite, db => db.Evidence.SingleAsync());
        var address = (await _reader.Page(_path)).QuerySelector($"a[href='{_path}/evidence/{item.Id}']");

        Assert.Equal(item.Link, Words(address));
        Assert.Equal((HttpStatusCode.Redirect, "https://xn--bcher-kva.example/protokoll%20f%C3%BCr%20alle?nr=1"), await _reader.LeadsTo($"{_path}/evidence/{item.Id}"));
        Assert.Equal(
            $"opened evidence of a recommendation: Recommendation 1 of Report H1, Minutes: {item.Link}",
            await Edit(_suite, db => db.ChangeLog.OrderByDescending(entry => entry.Sequence).Select(entry => $"{entry.Action}: {entry.Subject}, {entry.After}").FirstAsync()));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status($"{(await Row(_suite, "H1", "2")).Path}/evidence/{item.Id}"));

        // Nothing but an address on the web is followed, whatever stands in the database.
        await Edit(_suite, db => db.Database.ExecuteSqlAsync($"UPDATE evidence SET Link = 'javascript:alert(1)'"));
        Assert.Equal("The link leads nowhere", Words((await _reader.Page($"{_path}/evidence/{item.Id}")).QuerySelector("h1")));
    }

    [Fact]
    public async Task The_only_evidence_of_what_is_claimed_stays()
    {
        await AddEvidence(_suite, "H1", "1", Owner);
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, RunningSuite.Today, null, Owner)));
        var item = await Edit(_suite, db => db.Evidence.SingleAsync());

        var refused = await _manager.Send(await _manager.Page($"{_path}/evidence/{item.Id}/remove"), Save, ("Why", "A mistake"));

        Assert.Equal(["It is the only evidence that recommendation 1 is complete: add other evidence first, or have it reopened"], Errors(refused));
    }

    [Fact]
    public async Task The_second_of_two_savers_is_shown_what_the_first_did()
    {
        var (one, other) = (await _lead.Page($"{_path}/assign"), await _lead.Page($"{_path}/assign"));
        await _lead.Send(one, Save, ("Owner", "Registered manager"));
        var second = await _lead.Send(other, Save, ("Owner", "Deputy"));
        Assert.Contains("Nothing of yours is lost", Errors(second).Single());
        Assert.Equal(["Step Given to somebody by Inspection lead, Performance Give it to somebody", "Owner Registered manager Deputy"], second.QuerySelectorAll("table tbody tr").Select(Words));
        await _lead.Send(second, Save);
        Assert.Equal("Deputy", (await Row(_suite, "H1", "1")).Owner);

        var (third, fourth) = (await _manager.Page($"{_path}/revise"), await _manager.Page($"{_path}/revise"));
        await _manager.Send(third, Save, ("Day", "30 September 2010"), ("Why", "Late"), ("ApprovedBy", "Director"));
        var shown = await _manager.Send(fourth, Save, ("Day", "31 October 2010"), ("Why", "Later"), ("ApprovedBy", "Director"));
        Assert.Contains("Revised date 30 September 2010 31 October 2010", shown.QuerySelectorAll("table tbody tr").Select(Words));
        Assert.Equal("31 October 2010", shown.QuerySelector<IHtmlInputElement>("#Day")!.Value);
    }

    [Fact]
    public async Task Days_and_reasons_are_told_beside_their_fields()
    {
        await AddEvidence(_suite, "H1", "1", Owner);
        Assert.Equal(["9 February 2010 is before the inspection, which began on 10 February 2010: correct the day"], Errors(await _manager.Send(await _manager.Page($"{_path}/complete"), Save, ("Day", "9 February 2010"))));
        Assert.Equal(["“soon” is not a day: write it as 20 August 2010"], Errors(await _manager.Send(await _manager.Page($"{_path}/complete"), Save, ("Day", "soon"))));
        var revise = await _manager.Send(await _manager.Page($"{_path}/revise"), Save, ("Day", "30 September 2010"), ("Why", "Late"), ("ApprovedBy", "Head of service"));
        Assert.Equal(["Head of service is the owner: somebody else approves a revised date"], Errors(revise));
        Assert.NotNull(revise.QuerySelector("#ApprovedBy-error"));
        Assert.Equal(["9 February 2010 is before the inspection, which began on 10 February 2010: correct the day"], Errors(await _manager.Send(await _manager.Page($"{_path}/action"), Save, ("What", "Train"), ("Who", "Deputy"), ("Due", "9 February 2010"))));
    }

    [Fact]
    public async Task Actions_are_added_and_done_and_late_ones_are_counted()
    {
        await _manager.Send(await _manager.Page($"{_path}/action"), Save, ("What", "Train all staff"), ("Who", "Deputy"), ("Due", "1 August 2010"));
        var page = await _manager.Page(_path);
        Assert.Contains("1 action: 0 done, 1 late.", Words(page.QuerySelector("main")));
        var id = await Edit(_suite, db => db.Actions.Select(action => action.Id).SingleAsync());
        var (one, other) = (await _manager.Page($"{_path}/action/{id}"), await _manager.Page($"{_path}/action/{id}"));

        await _manager.Send(one, Save, ("Done", "20 August 2010"));

        Assert.Equal(["Who Deputy Head", "Done on 20 August 2010 Nothing"], (await _manager.Send(other, Save, ("Who", "Head"))).QuerySelectorAll("table tbody tr").Select(Words));
        Assert.Contains("1 action: 1 done, 0 late.", Words((await _reader.Page(_path)).QuerySelector("main")));
    }

    [Fact]
    public async Task Duplicates_are_linked_both_ways_and_what_is_withdrawn_is_put_back()
    {
        var peer = await Row(_suite, "PEER", "1");
        var linked = await _lead.Send(await _lead.Page($"{peer.Path}/link"), "main form[method=post] button", ("Other", _path.Split('/')[^1]), ("Why", "Both ask for training"));
        Assert.Equal("Duplicate: counted with another.", Words(linked.QuerySelector(".suite-note")));
        Assert.NotNull(linked.QuerySelector($"main li a[href='{_path}']"));
        Assert.NotNull((await _reader.Page(_path)).QuerySelector($"main li a[href='{peer.Path}']"));
        await _lead.Send(await _lead.Page($"{peer.Path}/link"), Save);
        Assert.Null((await Row(_suite, "PEER", "1")).DuplicateOfId);

        await _lead.Send(await _lead.Page($"{_path}/withdraw"), Save, ("Why", "The inspectorate took it back"));
        Assert.Equal(LedgerStatus.Withdrawn, (await Row(_suite, "H1", "1")).Status);
        Assert.Equal(["Say why it applies again"], Errors(await _lead.Send(await _lead.Page($"{_path}/withdraw"), Save)));
        await _lead.Send(await _lead.Page($"{_path}/withdraw"), Save, ("Why", "By mistake"));
        Assert.Equal(LedgerStatus.Open, (await Row(_suite, "H1", "1")).Status);
    }

    [Fact]
    public async Task Each_form_is_for_those_who_have_its_task()
    {
        foreach (var form in new[] { "complete", "revise", "evidence", "action", "validate", "reopen", "assign", "withdraw", "link" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await _reader.Read($"{_path}/{form}")).Status);
            Assert.Equal(HttpStatusCode.OK, await _lead.Status($"{_path}/{form}"));
            Assert.Equal(HttpStatusCode.NotFound, await _lead.Status($"/inspections/recommendations/999999/{form}"));
        }
        Assert.Empty((await _reader.Page(_path)).QuerySelectorAll($"main a[href^='{_path}/']"));
    }

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));

    private static List<string> Errors(IHtmlDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(Words)];
}
