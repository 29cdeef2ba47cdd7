using System.Net;
using System.Text;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Inspections.Pages.ProviderPagesTests;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Pages;

/// <summary>Serious case reviews, and their papers for those alone who are named.</summary>
public sealed class ReviewPagesTests : IAsyncLifetime
{
    private const string Papers = "/inspections/reviews/SCR1/papers";
    private const string Name = "form[action*='handler=Name'] button";

    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4 an overview");

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;
    private Visitor _manager = null!;
    private Visitor _reader = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        (_lead, _manager, _reader) = (await SignIn(_suite, "demo-inspection-lead"), await SignIn(_suite, "demo-service-manager"), await SignIn(_suite, "demo-panel-member"));
        await Fill(_suite);
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        _manager.Dispose();
        _reader.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task Reviews_are_current_outstanding_or_done()
    {
        Assert.Equal("There are no current or outstanding reviews.", Words((await _reader.Page("/inspections/reviews")).QuerySelector(".suite-sentence")));
        await SendReview();
        await Send(_suite, Report("SCR2", "AUTH", "2010-07-01", kind: "serious-case-review", framework: "scr-2008"));

        var page = await _reader.Page("/inspections/reviews");
        Assert.Equal(
            "1 review is current and not judged yet. 1 review has actions outstanding: of 1 action 0 are met, 0 wait to be validated and 1 is open, 1 of them past the original date.",
            Words(page.QuerySelector(".suite-sentence")));
        Assert.Contains("Of 1 review that was judged, 0 were adequate or better. The plan counts those judged since 1 April 2010: there is none.", Words(page.QuerySelector("main")));
        Assert.Contains("Report SCR1 Inadequate 1 Dec 2009 Not yet 1 0 0 1 1 Head of service", page.QuerySelectorAll("tbody tr").Select(Words));

        await Send(_suite, Withdrawn(Report("SCR2", "AUTH", "2010-07-01", kind: "serious-case-review", framework: "scr-2008")));
        await AddEvidence(_suite, "SCR1", "1", Owner);
        Assert.Null(await Step(_suite, "SCR1", "1", (desk, one) => desk.Complete(one, new(2010, 8, 1), null, Owner)));
        Assert.Null(await Step(_suite, "SCR1", "1", (desk, one) => desk.Validate(one, true, new(2010, 8, 10), ImprovementSuite.Inspections.Ledger.ValidatedHow.Visit, "Seen", Validator)));
        Assert.Equal("There are no current or outstanding reviews: the one that was judged has every action met.", Words((await _reader.Page("/inspections/reviews")).QuerySelector(".suite-sentence")));
        Assert.Equal(HttpStatusCode.NotFound, await _reader.Status("/inspections/reviews/F1"));
    }

    [Fact]
    public async Task Papers_are_opened_by_those_alone_who_are_named_and_each_look_is_kept()
    {
        await SendReview();
        // Whoever looks after inspections is nobody to the papers until they are named.
        Assert.Equal(HttpStatusCode.Forbidden, await _lead.Status(Papers));
        Assert.Equal(HttpStatusCode.Forbidden, await _manager.Status("/inspections/reviews/SCR1/readers"));

        var form = await _lead.Page("/inspections/reviews/SCR1/readers");
        Assert.Equal(2, Errors(await _lead.Send(form, Name)).Count());
        Assert.Contains("demo-service-manager", form.QuerySelectorAll("#Person-offers option").Select(option => option.GetAttribute("value")));
        var unknown = await _lead.Send(form, Name, ("Person", "Servise manager"), ("Why", "Chairs the review panel"));
        Assert.Contains("Nobody can sign in as “Servise manager”: choose one of those who are offered", Errors(unknown).Single());
        Assert.Equal(("Servise manager", "Chairs the review panel"), (unknown.QuerySelector("#Person")!.GetAttribute("value"), unknown.QuerySelector("#Why")!.GetAttribute("value")));
        await _lead.Send(form, Name, ("Person", " service manager, Central 1 and Central 2"), ("Why", "Chairs the review panel"));
        Assert.Contains("Service manager, Central 1 and Central 2 is named for this review already", Errors(await _lead.Send(form, Name, ("Person", "Demo-service-manager"), ("Why", "Again"))).Single());
        Assert.Contains("Service manager, Central 1 and Central 2 demo-service-manager Inspection lead", Words((await _lead.Page("/inspections/reviews/SCR1/readers")).QuerySelector("tbody tr")));

        var page = await _manager.Page(Papers);
        Assert.Contains("its content is plain text", Errors(await _manager.Upload(page, "file", "overview.pdf", Encoding.ASCII.GetBytes("MZ nothing"), ("Title", "Overview"))).Single());
        Assert.Contains("Choose a file, or give a link", Errors(await _manager.Send(page, Save, ("Title", "Overview"))).Single());
        page = await _manager.Upload(page, "file", "overview.pdf", Pdf, ("Title", "Overview report"));
        Assert.StartsWith("1 paper of Report SCR1 is here.", Words(page.QuerySelector(".suite-sentence")));
        var address = page.QuerySelector("tbody a")!.GetAttribute("href")!;
        Assert.Equal(Pdf, (await _manager.Download(address)).File);
        page = await _manager.Send(await _manager.Page(Papers), Save, ("Title", "Terms of reference"), ("Link", "https://board.example/terms"));
        var link = page.QuerySelectorAll("tbody a").Single(link => Words(link) == "https://board.example/terms").GetAttribute("href")!;
        Assert.Equal((HttpStatusCode.Redirect, "https://board.example/terms"), await _manager.LeadsTo(link));
        Assert.Equal(HttpStatusCode.Forbidden, await _reader.Status(link));
        foreach (var other in new[] { _lead, _reader })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await other.Status(address));
            Assert.DoesNotContain("papers\"", (await other.Page("/inspections/reviews/SCR1")).QuerySelector("main")!.InnerHtml);
        }

        await _lead.Send(await _lead.Page("/inspections/reviews/SCR1/readers"), "form[action*='handler=Remove'] button");
        Assert.Equal(HttpStatusCode.Forbidden, await _manager.Status(address));
        var actions = await Edit(_suite, db => db.ChangeLog.OrderBy(entry => entry.Sequence).Select(entry => entry.Action).Where(action => action.Contains("review")).ToListAsync());
        Assert.Equal("named a reader of the papers of a review", actions[0]);
        Assert.Contains("added a paper of a review", actions);
        Assert.Equal(2, actions.Count(action => action == "opened a paper of a review"));
        Assert.True(actions.Count(action => action == "viewed the papers of a review") >= 2);
        Assert.Equal("removed a reader of the papers of a review", actions[^1]);
    }

    private Task SendReview() => Send(
        _suite, Report("SCR1", "AUTH", "2009-02-02", ended: "2009-12-01", kind: "serious-case-review", framework: "scr-2008"), Judgement("SCR1", "inadequate"), Recommendation("SCR1", "1", "2010-06-30", kind: "action"));
}
