using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.SocialCare.AnnexA.Importing;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.SocialCare.AnnexA.AnnexAFile;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.SocialCare.AnnexA;

/// <summary>Uploading a workbook as an analyst would.</summary>
public sealed class AnnexAPageTests : IAsyncLifetime
{
    private const string Address = "/social-care/annex-a";

    private static readonly DateOnly Day = new(2010, 7, 5);

    private RunningSuite _suite = null!;
    private Visitor _analyst = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _analyst = await SignIn(_suite, "demo-analyst");
    }

    public async Task DisposeAsync()
    {
        _analyst.Dispose();
        await _suite.DisposeAsync();
    }

    private string Pseudonym(string reference) => _suite.Services.GetRequiredService<Pseudonyms>().Of(reference);

    [Fact]
    public async Task A_workbook_is_read_and_the_page_says_what_became_of_it()
    {
        Assert.Equal("No Annex A workbook has been sent yet.", Words((await _analyst.Page(Address)).QuerySelector(".suite-sentence")));

        var page = await Upload(new WorkbookWriter()
            .List(1, Contact("C1", Day), Contact("C2", Day, ("Gender", null)))
            .List(3, Referral("C1", Day), Referral("C2", "31/02/2010"))
            .Sheet("Notes", ["Thanks"]));

        Assert.Equal("4 rows of annex a.xlsx were read; 1 was rejected and waits to be corrected.", Words(page.QuerySelector(".suite-sentence")));
        var lists = page.QuerySelectorAll("table:first-of-type tbody tr").Select(Words).ToList();
        Assert.Equal("List 1 contacts 2 1 1 0 All there", lists[0]);
        Assert.Equal("List 2 early help assessments Not in the workbook", lists[1]);
        Assert.Equal("List 3 referrals 2 1 0 1 All there", lists[2]);
        Assert.Equal("List 6 children in need, checked and counted only Not in the workbook", lists[5]);
        Assert.Contains("Sheets that are no list of Annex A were passed over: Notes.", Words(page.QuerySelector("main")));
        Assert.Contains(
            "List 3 3 List 3, row 3 List 3, row 3, Date of referral: \"31/02/2010\" is no day of the calendar. Correct the cell and send the workbook again.", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Contains("List 1 Gender is blank 1 3", page.QuerySelectorAll("tbody tr").Select(Words));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_suite.Folder, "annex-a-uploads")));
        Assert.Contains("List 3, row 3, Date of referral", Words((await _analyst.Page("/feeds/rejected")).QuerySelector("tbody")));
        Assert.Equal(["sent an Annex A workbook", "viewed rejected rows"], (await Db(db => db.ChangeLog.Select(entry => entry.Action).ToListAsync())).Distinct());

        var (csv, name, _) = await _analyst.Download($"{Address}?handler=csv&import=1");
        Assert.Equal("annex-a-1-rejected.csv", name);
        Assert.Equal(2, Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        var corrected = await Upload(new WorkbookWriter { SavedAt = new DateTime(2010, 8, 2, 0, 0, 0, DateTimeKind.Utc) }.List(3, Referral("C1", Day), Referral("C2", "28/02/2010")));
        Assert.Equal("2 rows of annex a.xlsx were read; none was rejected.", Words(corrected.QuerySelector(".suite-sentence")));
        Assert.Equal("No record is waiting to be corrected.", Words((await _analyst.Page("/feeds/rejected")).QuerySelector(".suite-sentence")));
    }

    [Fact]
    public async Task Beside_a_live_feed_it_says_in_how_many_records_it_differs()
    {
        await _suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R1", "2010-07-05")), await _suite.Key());

        var page = await Upload(new WorkbookWriter().List(3, Referral("C1", Day), Referral("C2", Day)));

        Assert.Equal(
            "case-system is the source of record of referrals: this workbook was compared with it and does not count. All that came as annex-a makes 1 difference.", Words(page.QuerySelector(".govuk-inset-text p")));
        Assert.NotNull(page.QuerySelector("a[href='/social-care/sources']"));
        Assert.Contains($"{Pseudonym("C2/3/2010-07-05")} referral annex-a 2010-07-05 has no such record", (await _analyst.Page("/social-care/sources")).QuerySelectorAll("tbody tr").Select(Words));
    }

    [Theory]
    [InlineData("letter.xlsx", "Dear panel", "The file is no Excel workbook. Save it as an Excel workbook (.xlsx) and send that")]
    [InlineData("empty.xlsx", "", "Choose an Annex A workbook")]
    public async Task What_is_no_workbook_is_said_beside_the_field(string name, string content, string sentence)
    {
        var page = await _analyst.Upload(await _analyst.Page(Address), "file", name, Encoding.UTF8.GetBytes(content));

        Assert.Equal($"Error: {sentence}", Words(page.QuerySelector("#file-error")));
        Assert.Equal(0, await Db(db => db.AnnexAUploads.CountAsync()));
    }

    [Fact]
    public async Task A_workbook_that_breaks_off_keeps_what_was_taken_and_says_where()
    {
        var broken = new WorkbookWriter().List(1, Contact("C1", Day)).Raw("List 3", "<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</c></row>");

        var page = await Upload(broken);

        Assert.StartsWith("annex a.xlsx was not read to its end. List 3 is broken after row", Words(page.QuerySelector(".suite-sentence")));
        Assert.NotNull(page.QuerySelector("#file"));
    }

    [Fact]
    public async Task Only_who_changes_definitions_sends_and_only_who_reads_every_team_sees_rows()
    {
        await Upload(new WorkbookWriter().List(3, Referral("C2", "31/02/2010")));
        using var manager = await SignIn(_suite, "demo-performance-manager");
        using var teamManager = await SignIn(_suite, "demo-team-manager");

        var page = await manager.Page(Address);
        Assert.Contains("1 thing is wrong with rejected rows.", Words(page.QuerySelector("main")));
        Assert.DoesNotContain("31/02/2010", Words(page.QuerySelector("main")));
        Assert.Equal(HttpStatusCode.Forbidden, await manager.Status($"{Address}?handler=csv&import=1"));
        Assert.Equal(HttpStatusCode.Forbidden, await teamManager.Status(Address));
        Assert.Equal(HttpStatusCode.NotFound, await _analyst.Status($"{Address}?import=77"));
    }

    [Fact]
    public async Task A_rejected_row_of_a_restricted_case_has_no_reference()
    {
        await _suite.CaseFeed.SubmitBatchAsync(
            Cases.Batch(1, new CaseRecord { Key = new RecordKey { RecordId = "C2", Version = 1 }, Child = new Child { Restricted = true } }), await _suite.Key());

        var page = await Upload(new WorkbookWriter().List(3, Referral("C2", Day, ("Referral NFA?", "perhaps")), Referral("C3", Day, ("Referral NFA?", "perhaps"))));

        Assert.Equal(["Restricted case", Pseudonym("C3/3/2010-07-05")], page.QuerySelectorAll("td[data-label=Record]").Select(Words));
    }

    [Fact]
    public async Task After_a_restart_what_was_being_read_is_to_be_sent_again()
    {
        await Db(async db =>
        {
            db.AnnexAUploads.Add(AnnexAUpload.Of("annex a.xlsx", "annex-a", "M. Shah", new DateTime(2010, 8, 20, 8, 0, 0, DateTimeKind.Utc)));
            return await db.SaveChangesAsync();
        });
        var waiting = await _analyst.Page(Address);
        Assert.Equal("annex a.xlsx is about to be read.", Words(waiting.QuerySelector(".suite-sentence")));
        Assert.Null(waiting.QuerySelector("#file"));
        var left = _suite.Services.GetRequiredService<UploadFolder>().NewFile();
        await File.WriteAllTextAsync(left, "children");

        await _suite.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<CutOffUploads>().Single().StartAsync(default);

        Assert.False(File.Exists(left));
        Assert.StartsWith("annex a.xlsx was not read to its end, because the suite was stopped", Words((await _analyst.Page(Address)).QuerySelector(".suite-sentence")));
    }

    private async Task<IHtmlDocument> Upload(WorkbookWriter workbook)
    {
        var page = await _analyst.Upload(await _analyst.Page(Address), "file", "annex a.xlsx", workbook.ToBytes());
        while (page.QuerySelector("[role=status]") is not null)
        {
            await Task.Delay(50);
            page = await _analyst.Page(Address);
        }
        return page;
    }

    private async Task<T> Db<T>(Func<SocialCareDb, Task<T>> ask)
    {
        using var scope = _suite.Services.CreateScope();
        return await ask(scope.ServiceProvider.GetRequiredService<SocialCareDb>());
    }
}
