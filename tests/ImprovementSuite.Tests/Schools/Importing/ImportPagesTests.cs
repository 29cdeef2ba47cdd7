using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static ImprovementSuite.Tests.Schools.Importing.SchoolFiles;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Schools.Importing;

/// <summary>Bringing in files as a school improvement lead would.</summary>
public sealed class ImportPagesTests : IAsyncLifetime
{
    private ImportingSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await ImportingSuite.Start();
        _lead = await SignIn(_suite.Suite, "demo-schools-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task A_register_is_looked_at_then_taken_and_the_next_one_shows_its_changes()
    {
        Assert.Equal("Nothing has been brought in yet. Begin with the register of schools.", Sentence(await _lead.Page("/schools/imports")));
        var page = await UploadRegister(Real("gias_936.csv"), "gias.csv");
        Assert.Equal("Taking this would bring in 42 new records and change 0. Nothing has changed yet.", Sentence(page));
        Assert.Contains("Taking this register says that it is the authority of these schools.", Words(page.QuerySelector("main")));
        Assert.Empty(_suite.Counting());
        await Take(page);
        Assert.Equal("This was taken on 20 September 2018: 42 new records, and 0 that changed.", Sentence(await _lead.Page("/schools/imports/1")));

        var changed = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Real("gias_936.csv")).Replace("Open,,,Primary,4,11,210,200,6", "Closed,,31-08-2018,Primary,4,11,210,200,6"));
        page = await UploadRegister(changed, "gias 2.csv");

        Assert.Equal("Taking this would bring in 0 new records and change 1. Nothing has changed yet.", Sentence(page));
        Assert.Equal(["Kingswood Primary School124937 Status Open Closed", "Kingswood Primary School124937 Closed Nothing 31 Aug 2018"], page.QuerySelectorAll("table:last-of-type tbody tr").Select(Words).TakeLast(2));
    }

    [Fact]
    public async Task Results_show_who_would_be_below_who_is_missing_and_what_is_wrong()
    {
        await _suite.TakeRegister(Register("PhaseOfEducation (name),StatutoryHighAge", "125000,936,Abbey,Open,Primary,11", "125001,936,Brook,Open,Primary,11", "125002,936,Canal,Open,Primary,11", "125003,936,Infants,Open,Primary,7"));
        await _suite.TakeTable(Table("1,936,125000,Abbey,20,70%,0,0,0,"));

        var page = await UploadTable(Table(
            "1,936,125000,Abbey,20,60%,-5.4,0,0,", "1,936,125001,Brook,20,80%,0,0,0,", "1,936,125009,Unknown,20,50%,0,0,0,", "1,372,106000,Elsewhere,20,50%,-6,-8,-6,", "1,936,125002,=Canal,20,101%,0,0,0,"));

        Assert.Equal("Taking this would bring in 3 new records and change 1. Nothing has changed yet.", Sentence(page));
        var text = Words(page.QuerySelector("main"));
        Assert.Contains("1 school of your 2 would be below the floor by these results.", text);
        Assert.Contains("Abbey125000 Changed The expected standard in reading, writing and maths: 70%, then 60% Reading progress: 0, then -5.4 20 70% 60% Below. 60% is under 65%, and reading -5.4 is under -5.", Rows(page));
        Assert.Contains("Brook125001 New 20 None 80% 80% is over 65%.", Rows(page));
        Assert.Contains("6 PTRWM_EXP 125002 =Canal PTRWM_EXP is \"101%\", which is over 100: a percentage lies between 0 and 100.", Rows(page));
        Assert.Contains("Left out, because something is wrong with them 1", Rows(page));
        Assert.Equal(["Canal, 125002"], page.QuerySelectorAll("main .govuk-list--bullet li").Select(Words));
        Assert.Contains("1 result may be of your schools and has a number that the register does not have.", text);

        var (csv, name, type) = await _lead.Download("/schools/imports/3?handler=csv");
        Assert.Equal(("import-3-faults.csv", "text/csv"), (name, type));
        Assert.Equal("6,\"PTRWM_EXP\",\"125002 =Canal\",\"PTRWM_EXP is \"\"101%\"\", which is over 100: a percentage lies between 0 and 100.\"", Encoding.UTF8.GetString(csv).Split("\r\n")[1]);

        // Dropped, nothing of it is left, and another one may come.
        var after = await _lead.Send(page, "button.govuk-button--secondary");
        Assert.Contains(Rows(after), row => row.StartsWith("results.csv, number 3 Final results of 2018") && row.EndsWith("Dropped"));
        Assert.Equal("This was dropped. Nothing of it was taken.", Sentence(await _lead.Page("/schools/imports/3")));
        Assert.Equal(0, await _suite.Db(db => db.Set<ImportFault>().CountAsync()));
    }

    [Fact]
    public async Task It_is_undone_with_a_reason()
    {
        var page = await UploadTable(Table("1,936,125000,Abbey,20,70%,0,0,0,"));
        await Take(page);
        page = await _lead.Page("/schools/imports/1");
        Assert.Contains("0 records would be again as they were before it, and 1 that was not there before would go.", Words(page.QuerySelector("main")));

        page = await _lead.Send(page, "form button.govuk-button--secondary");
        Assert.Contains("Say why it is undone: it is kept in the change log", Words(page.QuerySelector(".govuk-error-summary")));
        await _lead.Send(page, "form button.govuk-button--secondary", ("Why", "It was the wrong file"));
        await _suite.Until(1, ImportState.Undone);

        Assert.Equal($"This was undone on 20 September 2018 by {(await _suite.Import(1)).UndoneBy}: every record is as it was before it.", Sentence(await _lead.Page("/schools/imports/1")));
        Assert.Empty(_suite.Counting());
    }

    [Fact]
    public async Task Who_was_shown_something_else_looks_again()
    {
        var page = await UploadTable(Table("1,936,125000,Abbey,20,70%,0,0,0,"));
        await _suite.TakeTable(Table("1,936,125000,Abbey,20,60%,0,0,0,"));

        page = await _lead.Send(page, "button.govuk-button:not(.govuk-button--secondary)");

        Assert.Contains("Something else has been taken or undone since", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal("Taking this would bring in 0 new records and change 1. Nothing has changed yet.", Sentence(page));
        Assert.Equal(ImportState.Waiting, (await _suite.Import(1)).State);
    }

    [Theory]
    [InlineData("Results", "", "Final", "RECTYPE", "Give the year of the tests, such as 2010 for the school year 2009/10")]
    [InlineData("Results", "2021", "Final", "RECTYPE", "There were no tests in 2020 and 2021, and so there are no results of these years")]
    [InlineData("Results", "2018", "", "RECTYPE", "Choose whether the results are provisional, revised or final")]
    [InlineData("", "2018", "Final", "RECTYPE", "Choose what is in the file")]
    [InlineData("Register", "", "", "", "Choose a CSV file")]
    [InlineData("Register", "", "", "URN,Name", "Line 1: the headings LA (code), EstablishmentName and EstablishmentStatus (name) are missing, without which this is no register of schools. Choose another file, or put them in")]
    public async Task What_cannot_be_read_is_said_beside_its_field_and_nothing_chosen_is_lost(string kind, string year, string status, string content, string sentence)
    {
        var page = await _lead.Upload(await _lead.Page("/schools/imports"), "file", "a.csv", Encoding.UTF8.GetBytes(content), ("Kind", kind), ("Year", year), ("Status", status));

        Assert.Contains(sentence, page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Contains($"Error: {sentence}", page.QuerySelectorAll(".govuk-error-message").Select(Words));
        Assert.Equal((kind, year), (((IHtmlSelectElement)page.QuerySelector("#Kind")!).Value, ((IHtmlInputElement)page.QuerySelector("#Year")!).Value));
        Assert.Equal(0, await _suite.Db(db => db.Imports.CountAsync()));
    }

    [Fact]
    public async Task Results_without_a_school_are_matched_and_the_match_is_taken_back()
    {
        await _suite.TakeRegister(Register("PhaseOfEducation (name)", "125000,936,Abbey,Open,Primary"));
        await _suite.TakeTable(Table("1,936,125009,Abbey (old number),20,50%,-6,-8,-6,", "1,372,106000,Elsewhere,20,50%,0,0,0,"));
        var page = await _lead.Page("/schools/unmatched");
        Assert.Equal("1 result has a number that the register does not have. It is kept aside and counts for no school.", Sentence(page));
        Assert.Contains("125009 Abbey (old number) 936 Final, 2018 20 50%", Rows(page));

        page = await _lead.Send(page, "main form button.govuk-button", ("Number", "125009"), ("School", "125000"));
        Assert.Contains("Say how you know: it is kept in the change log", page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        page = await _lead.Send(page, "main form button.govuk-button", ("Number", "125009"), ("School", "125000"), ("Why", "It became an academy"));

        Assert.Equal("Every result of your authority is of a school that the register has, or was matched to one.", Sentence(page));
        Assert.Contains("125009 Abbey, 125000 final 2018, 50% Take it back for 125009", Rows(page));
        var book = await _suite.Db(db => ImprovementSuite.Schools.Data.FloorReading.Floor(db, default));
        Assert.Equal(50_00, book.Result(125000, 2018)!.Figures[ImprovementSuite.Schools.Results.Ks2Figure.ExpectedReadingWritingMaths]);

        page = await _lead.Send(page, "button.suite-link-button");
        Assert.StartsWith("1 result has a number", Sentence(page));
        Assert.Equal(
            ["matched results to a school", "took back which school results are of"],
            await _suite.Db(db => db.ChangeLog.Where(entry => entry.Subject == "125009").OrderBy(entry => entry.Sequence).Select(entry => entry.Action).ToListAsync()));
    }

    [Fact]
    public async Task Results_of_one_school_are_typed_beside_those_that_are_there()
    {
        await _suite.TakeRegister(Register("PhaseOfEducation (name)", "125000,936,Abbey,Open,Primary"));
        await _suite.TakeTable(Table("1,936,125000,Abbey,20,70%,1,2,3,"));
        var page = await _lead.Page("/schools/results/enter");
        Assert.Equal("Choose a school and a year. You then see what there is, and type what is new.", Sentence(page));

        page = await _lead.Page("/schools/results/enter?Urn=125000&Year=2018&Status=Final");
        Assert.Equal("The final results of 2018 of Abbey: 1 result of that year is there so far.", Sentence(page));
        Assert.Contains("Final 20 70% 70% is over 65%.", Rows(page));

        page = await _lead.Send(page, "main form button.govuk-button", ("Pupils", "20"), ("Reached", "21"));
        Assert.Contains("More pupils reached the standard than were eligible: correct one of the two", page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Equal("21", ((IHtmlInputElement)page.QuerySelector("#Reached")!).Value);
        page = await _lead.Send(page, "main form button.govuk-button", ("Pupils", "20"), ("Reached", ""), ("Percent", "120"));
        Assert.Contains("The percentage is \"120\", which is over 100: a percentage lies between 0 and 100", page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        page = await _lead.Send(page, "main form button.govuk-button", ("Pupils", "20"), ("Reached", "15"), ("Percent", ""));

        Assert.Equal("Final results of Abbey, 2018", Words(page.QuerySelector("h1")));
        Assert.Contains("Abbey125000 Changed At the standard: nothing, then 15 The expected standard in reading, writing and maths: 70%, then nothing 20 70% 75% 75% is over 65%.", Rows(page));
        // What was not typed stays.
        Assert.Contains("Reading=100|", _suite.Counting().Single(line => line.StartsWith("result")));
    }

    [Fact]
    public async Task Only_who_looks_after_schools_comes_here()
    {
        await _suite.ReadTable(Table("1,936,125000,Abbey,20,70%,0,0,0,"));
        using var member = await SignIn(_suite.Suite, "demo-panel-member");

        foreach (var path in new[] { "/schools/imports", "/schools/imports/1", "/schools/imports/1?handler=csv", "/schools/imports?handler=template", "/schools/unmatched", "/schools/results/enter" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await member.Status(path));
            Assert.Equal(HttpStatusCode.OK, await _lead.Status(path));
        }
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/schools/imports/77"));
    }

    private async Task<IHtmlDocument> UploadRegister(byte[] file, string name) => await _lead.Upload(await _lead.Page("/schools/imports"), "file", name, file, ("Kind", "Register"), ("Year", ""), ("Status", ""));

    private async Task<IHtmlDocument> UploadTable(byte[] file) => await _lead.Upload(await _lead.Page("/schools/imports"), "file", "results.csv", file, ("Kind", "Results"), ("Year", "2018"), ("Status", "Final"));

    private async Task Take(IHtmlDocument page)
    {
        await _lead.Send(page, "button.govuk-button:not(.govuk-button--secondary)");
        await _suite.Until(int.Parse(new Uri(page.Url).Segments[^1]), ImportState.Done);
    }

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));

    private static IEnumerable<string> Rows(IHtmlDocument page) => page.QuerySelectorAll("main tbody tr").Select(Words);
}
