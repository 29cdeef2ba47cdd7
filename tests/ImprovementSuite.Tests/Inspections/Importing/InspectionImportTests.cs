using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Inspections.Importing;

/// <summary>Bringing in files as an inspection lead would.</summary>
public sealed class InspectionImportTests : IAsyncLifetime
{
    private const string Recommendations = "Report,Number,Kind,Text,Owner,Service,Original date,Completed,Evidence,Validated,Validated by,Validated how,Take out\n";

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _lead = await SignIn(_suite, "demo-inspection-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_example_of_every_form_is_taken_in_their_order_and_the_same_again_changes_nothing()
    {
        Assert.StartsWith("Nothing has been brought in yet.", Sentence(await _lead.Page("/inspections/imports")));
        foreach (var form in InspectionForms.All)
        {
            var (file, name, _) = await _lead.Download($"/inspections/imports?handler=template&form={form.Code}");
            Assert.Equal($"{form.Code.Replace('_', '-')}.csv", name);
            var page = await Upload(form.Code, file);
            Assert.Equal($"Taking this would bring in 1 new {form.One}, change 0. 0 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
            Assert.Equal($"This was taken on 20 August 2010: 1 new {form.One}, 0 changed and 0 the same as before.", Sentence(await Take(page)));
            Assert.Equal(1, Read(_suite, connection => connection.Scalar<long>($"SELECT COUNT(*) FROM {form.Code} WHERE Counts = 1")));

            Assert.StartsWith($"Taking this would bring in 0 new {form.One}s, change 0.", Sentence(await Upload(form.Code, file)));
            var (workbook, workbookName, _) = await _lead.Download($"/inspections/imports?handler=workbook&form={form.Code}");
            Assert.Equal($"{form.Code.Replace('_', '-')}.xlsx", workbookName);
            Assert.StartsWith($"Taking this would bring in 0 new {form.One}s, change 0.", Sentence(await Upload(form.Code, workbook)));
            Assert.Contains(form.Columns[0].Means, Words((await _lead.Page($"/inspections/imports?form={form.Code}")).QuerySelector("main")));
        }
    }

    [Fact]
    public async Task Wrong_lines_are_named_by_line_and_heading_and_nothing_else_is_lost()
    {
        await Fill(_suite);
        var page = await Upload("recommendation", Recommendations
            + "H1,1,Recommendation,Do what H1 says under 1,Head of service,Social care,31/03/2010\n"
            + "H1,3,requirement,New,Head,Social care,30/09/2010\n"
            + "H1,3,Requirement,New,Head,Social care,30/09/2010\n"
            + "H1,4,Recommendation,Early,Head,Social care,01/02/2010\n"
            + "H1,5,Recommendation,Closed,Head,Social care,30/09/2010,01/08/2010\n"
            + "H1,2,Recommendation,Later,Head,Social care,30/09/2010\n"
            + "NONE,1,Recommendation,Lost,Head,Social care,30/09/2010\n"
            + "H1,6,Suggestion,Odd,Head,Social care,30/09/2010\n"
            + "H1,7,Recommendation,No day,Head,Social care,30/02/2010\n"
            + "H1,8,Recommendation,Own,Head,Social care,30/09/2010,01/08/2010,Minutes,02/08/2010,head,Visit\n");

        Assert.Equal("Taking this would bring in 1 new recommendation, change 0. 8 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
        Assert.Equal(
            [
                "4 The whole line H1, 3 stands in line 3 already, and that line is read. Delete the wrong one of the two, or correct what tells them apart.",
                "5 Original date Original date is 1 February 2010, before the inspection began on 10 February 2010: correct one of them.",
                "6 Evidence Evidence is empty and Completed is given: say what shows that it is complete, or leave Completed empty.",
                "7 Original date Original date is 30 September 2010, and the original date of recommendation 2 is 31 July 2010. An original date never changes: agree a revised date on the recommendation's page. Where it is not the report's date, withdraw the recommendation on its page, with the reason, and send it with a number of its own, such as 2a.",
                "8 Report No inspection NONE is here: send the inspection first, or correct its reference.",
                "9 Kind Kind is \"Suggestion\", which is not in its list: give one of Recommendation, Requirement, Action.",
                "10 Original date Original date is \"30/02/2010\", which is no day of the calendar: write it as 16/12/2009.",
                "11 Validated by Validated by is \"head\", who is the owner: nobody validates their own. Give who else found that it is complete.",
            ],
            page.QuerySelectorAll("main table:first-of-type tbody tr").Select(Words));
        Assert.Equal(0, Standing("H1", "3"));

        page = await Take(page);
        Assert.Equal("This was taken on 20 August 2010: 1 new recommendation, 0 changed and 1 the same as before.", Sentence(page));
        Assert.Equal(["4", "5", "6", "7", "8", "9", "10", "11"], page.QuerySelectorAll("main tbody th").Select(Words).Take(8));
        Assert.Equal((1, 1), (Standing("H1", "3"), Standing("H1", "1")));
    }

    [Fact]
    public async Task A_grade_is_written_as_the_scale_of_its_framework_has_it_and_one_that_it_has_not_is_named()
    {
        await Fill(_suite);
        var page = await Upload("judgement", "Report,Area,Grade\nH2,Overall,Excellent\nF1,OVERALL,Good\nH1,overall,Inadequate\n");

        Assert.Equal("Taking this would bring in 0 new grades, change 1. 1 line is wrong and left out. Nothing has changed yet.", Sentence(page));
        Assert.Equal(
            [
                "2 Grade Grade is \"Excellent\", which Ofsted inspections of services and settings, 2009 to 2012 does not have: give one of inadequate, satisfactory, good, outstanding.",
                "F1, overall Grade satisfactory good",
            ],
            page.QuerySelectorAll("main tbody tr").Select(Words));
    }

    [Fact]
    public async Task An_import_is_undone_and_each_record_is_as_it_was_before_it()
    {
        await Fill(_suite);
        await Take(await Upload("recommendation", Recommendations + "H1,2,Recommendation,Do what H1 says under 2,Director,Social care,31/07/2010\nH1,3,Recommendation,New,Head,Social care,30/09/2010\n"));
        Assert.Equal(("Director", 1), (await Owner("H1", "2"), Standing("H1", "3")));

        var page = await _lead.Page("/inspections/imports/1");
        Assert.Contains("1 recommendation would be again as it was before it, and 1 that was not there before would go.", Words(page.QuerySelector("main")));
        page = await _lead.Send(page, Undo);
        Assert.Contains("Say why it is undone: it is kept in the change log", Words(page.QuerySelector(".govuk-error-summary")));
        page = await _lead.Send(page, Undo, ("Why", "The wrong file"));

        Assert.StartsWith("This was undone on 20 August 2010 by ", Sentence(page));
        Assert.Contains("Why: The wrong file", Words(page.QuerySelector("main")));
        Assert.Equal(("Head of service", 0), (await Owner("H1", "2"), Standing("H1", "3")));
        Assert.Null((await _lead.Page("/inspections/imports/1")).QuerySelector(Undo));
    }

    [Fact]
    public async Task What_changed_since_is_left_alone_and_comes_free_when_the_later_import_is_undone()
    {
        await Fill(_suite);
        await Take(await Upload("recommendation", Recommendations + "H1,2,Recommendation,Do what H1 says under 2,First,Social care,31/07/2010\n"));
        await Take(await Upload("recommendation", Recommendations + "H1,2,Recommendation,Do what H1 says under 2,Second,Social care,31/07/2010\n"));
        Assert.Contains("Nothing of it is left to undo: 1 record came later as well", Words((await _lead.Page("/inspections/imports/1")).QuerySelector("main")));

        await _lead.Send(await _lead.Page("/inspections/imports/2"), Undo, ("Why", "Wrong"));
        Assert.Equal("First", await Owner("H1", "2"));
        await _lead.Send(await _lead.Page("/inspections/imports/1"), Undo, ("Why", "Wrong"));
        Assert.Equal("Head of service", await Owner("H1", "2"));
    }

    [Fact]
    public async Task What_others_hang_on_is_undone_after_them()
    {
        await Take(await Upload("provider", "Provider,Name,Kind\nNEW,New home,Children's home\n"));
        await Take(await Upload("inspection", "Report,Kind,Provider,Title,First day\nNEW-R,Peer review,NEW,Peer review,01/06/2010\n"));

        var page = await _lead.Page("/inspections/imports/1");
        Assert.Contains("1 record stands in the way, because what came later cannot be without it. Undo or correct that first.", Words(page.QuerySelector("main")));
        Assert.Equal(["2 Provider NEW cannot be withdrawn: 1 inspection names it. Withdraw it first."], page.QuerySelectorAll("main tbody tr").Select(Words));
        Assert.Null(page.QuerySelector(Undo));

        await _lead.Send(await _lead.Page("/inspections/imports/2"), Undo, ("Why", "Wrong"));
        await _lead.Send(await _lead.Page("/inspections/imports/1"), Undo, ("Why", "Wrong"));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM provider WHERE Counts = 1")));
    }

    [Fact]
    public async Task What_a_stop_cut_off_is_taken_or_undone_again_and_nothing_changes_twice()
    {
        await Fill(_suite);
        await Take(await Upload("recommendation", Recommendations + "H1,3,Recommendation,New,Head,Social care,30/09/2010\nH1,4,Recommendation,New,Head,Social care,30/09/2010\n"));
        await Cut("Taking");
        var page = await _lead.Page("/inspections/imports/1");
        Assert.Equal("Taking this was cut off. Take it again: what is there already does not change twice.", Sentence(page));
        Assert.Equal("This was taken on 20 August 2010: 2 new recommendations, 0 changed and 0 the same as before.", Sentence(await Take(page)));

        // One of its two records was taken back before the stop.
        await Cut("Undoing");
        var version = Read(_suite, connection => connection.Scalar<long>("SELECT UndoneAs FROM import"));
        await Send(_suite, Withdrawn(Recommendation("H1", "3", "2010-09-30", id: "H1|3", version: version - 1)));
        page = await _lead.Page("/inspections/imports/1");
        Assert.Equal("Undoing this was cut off. Undo it again: what is back already does not change twice.", Sentence(page));
        Assert.Equal("This was undone by Ann Lee: every record is as it was before it.", Sentence(await _lead.Send(page, Undo)));
        Assert.Equal((0, 0), (Standing("H1", "3"), Standing("H1", "4")));
        Assert.Equal([version, version], Read(_suite, connection => connection.Query("SELECT Version FROM recommendation WHERE RecordId IN ('H1|3', 'H1|4')", row => row.GetInt64(0))));

        Task Cut(string state) => Edit(_suite, async db =>
        {
            var import = db.Entry(await db.Imports.FindAsync(1) ?? throw new InvalidOperationException());
            import.Property(one => one.State).CurrentValue = Enum.Parse<ImportState>(state);
            (import.Property(one => one.UndoneAs).CurrentValue, import.Property(one => one.UndoneBy).CurrentValue) = (import.Entity.TakenAs + 1, "Ann Lee");
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task A_line_takes_a_record_out_and_what_was_dropped_is_gone()
    {
        await Fill(_suite);
        var page = await Upload("recommendation", Recommendations + "H1,1,,,,,,,,,,,yes\nH1,9,,,,,,,,,,,yes\n");
        Assert.Equal("Taking this would bring in 0 new recommendations, change 0 and take 1 out. 0 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
        await _lead.Send(page, "form button.govuk-button--secondary");
        Assert.Equal("This was dropped. Nothing of it was taken.", Sentence(await _lead.Page("/inspections/imports/1")));
        Assert.Equal((1, 0), (Standing("H1", "1"), Read(_suite, connection => connection.Scalar<int>("SELECT COUNT(*) FROM import_record"))));

        await Take(await Upload("recommendation", Recommendations + "H1,1,,,,,,,,,,,yes\n"));
        Assert.Equal(0, Standing("H1", "1"));
        await _lead.Send(await _lead.Page("/inspections/imports/2"), Undo, ("Why", "It stands"));
        Assert.Equal(1, Standing("H1", "1"));
    }

    [Theory]
    [InlineData("", "a,b\n1,2", "Choose what is in the file")]
    [InlineData("provider", "", "Choose a file")]
    [InlineData("provider", "Provider,Name\nA,B", "The heading Kind is missing from the first line, without which this is no file of providers. Choose another file, or put it in")]
    [InlineData("judgement", "Report,Area,Grade\n", "The file has headings and no lines under them")]
    [InlineData("judgement", "PK\u0003\u0004 broken", "The file cannot be read as an Excel workbook. Save it again as an Excel workbook (.xlsx), or as CSV, and choose that")]
    public async Task A_file_that_cannot_be_taken_is_said_in_a_sentence(string form, string content, string sentence)
    {
        var page = await Upload(form, Encoding.UTF8.GetBytes(content));

        Assert.Contains(sentence, page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Equal(form, ((IHtmlSelectElement)page.QuerySelector("#Form")!).Value);
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM import")));
    }

    [Fact]
    public async Task A_provider_its_report_and_its_recommendations_are_typed_one_after_the_other()
    {
        var page = await _lead.Page("/inspections/enter");
        Assert.Equal("0 providers, 0 reports, 0 grades, 0 recommendations and 0 visits are here.", Sentence(page));
        page = await Save(await _lead.Page("/inspections/enter?form=provider"), ("provider", "FOS"), ("name", "Fostering service"), ("kind", "fostering"));
        Assert.StartsWith("Kept: provider FOS, where it can be undone.", Sentence(page));
        Assert.Equal("FOS", ((IHtmlSelectElement)page.QuerySelector("#provider")!).Value);

        page = await Save(page, ("inspection", "FOS-2010"), ("kind", "inspection"), ("title", "Fostering inspection, 2010"), ("framework", ""), ("began_on", "12 May 2010"));
        Assert.EndsWith("0 grades and 0 recommendations of Fostering inspection, 2010, FOS-2010 are here.", Sentence(page));
        page = await Save(page, ("number", "1"), ("kind", "recommendation"), ("text", "Review the plans"), ("owner", "Head"), ("service", "Fostering"), ("due_on", "30 September 2010"));
        Assert.EndsWith("0 grades and 1 recommendation of Fostering inspection, 2010, FOS-2010 are here.", Sentence(page));
        Assert.Equal("", ((IHtmlInputElement)page.QuerySelector("#number")!).Value);
        Assert.Equal(new DateOnly(2010, 9, 30), (await Row(_suite, "FOS-2010", "1")).OriginallyDueOn);
    }

    [Fact]
    public async Task What_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost()
    {
        await Fill(_suite);
        var form = await _lead.Page("/inspections/enter?form=recommendation&inspection=H1");
        var right = new (string, string)[] { ("number", "3"), ("kind", "recommendation"), ("text", "Words"), ("owner", "Head"), ("service", "Social care"), ("due_on", "30 September 2010") };

        Assert.Equal("Error: Recommendation H1, 1 is here already: correct Number, or open that one to change it", await Error("number", ("number", "1")));
        Assert.Equal("Error: Original date is \"soon\", which is no day of the calendar: write it as 16/12/2009", await Error("due_on", ("due_on", "soon")));
        Assert.Equal("Error: Original date is 1 February 2010, before the inspection began on 10 February 2010: correct one of them", await Error("due_on", ("due_on", "1 February 2010")));
        Assert.Equal("Error: Owner is empty: give it", await Error("owner", ("owner", "")));
        Assert.Equal(0, Standing("H1", "3"));

        async Task<string> Error(string field, (string Name, string Value) wrong)
        {
            var page = await Save(form, [.. right.Where(one => one.Item1 != wrong.Name), wrong]);
            Assert.Equal("Words", ((IHtmlTextAreaElement)page.QuerySelector("#text")!).Value.Trim());
            return Words(page.QuerySelector($"#{field}-error"));
        }
    }

    [Fact]
    public async Task Nobody_meets_a_recommendation_by_typing_it_and_a_correction_leaves_what_a_file_said_of_it()
    {
        await Fill(_suite);
        await Send(_suite, Recommendation("H1", "1", "2010-03-31", completed: "2010-03-01", evidence: "File 7", validated: "2010-03-05", validatedBy: "Reviewer", how: "desk-check", version: 2));
        var form = await _lead.Page("/inspections/enter?form=recommendation&inspection=H1&number=3");
        Assert.Null(form.QuerySelector("#completed_on, #validated_by"));

        await _lead.Post(form, "/inspections/enter?form=recommendation",
            ("inspection", "H1"), ("number", "3"), ("kind", "recommendation"), ("text", "Words"), ("owner", "Head"), ("service", "Social care"), ("due_on", "30 September 2010"),
            ("completed_on", "18 August 2010"), ("evidence", "Done"), ("validated_on", "19 August 2010"), ("validated_by", "J Smith"), ("validated_how", "visit"));

        Assert.Equal(LedgerStatus.Open, (await Row(_suite, "H1", "3")).Status);
        var opened = await _lead.Page("/inspections/enter?form=recommendation&inspection=H1&number=1");
        Assert.Equal((await Row(_suite, "H1", "1")).Path, ((IHtmlAnchorElement)opened.QuerySelector(".govuk-inset-text a")!).GetAttribute("href"));
        await Save(opened, ("text", "Words put right"));
        var row = await Row(_suite, "H1", "1");
        Assert.Equal((LedgerStatus.Met, new DateOnly(2010, 3, 1), "Words put right"), (row.Status, row.CompletedOn!.Value, row.Text));
    }

    [Fact]
    public async Task A_record_is_opened_as_it_stands_and_the_second_of_two_savers_is_shown_the_difference()
    {
        await Fill(_suite);
        var (mine, theirs) = (await _lead.Page("/inspections/enter?form=recommendation&inspection=H1&number=2"), await _lead.Page("/inspections/enter?form=recommendation&inspection=H1&number=2"));
        Assert.EndsWith("This is how this recommendation stands: what you save is a later version of it.", Sentence(mine));
        Assert.Equal("31 July 2010", ((IHtmlInputElement)mine.QuerySelector("#due_on")!).Value);
        await Save(theirs, ("owner", "Director"));

        var page = await Save(mine, ("owner", "Deputy"));
        Assert.Equal("Error: Somebody else has saved this recommendation meanwhile, with Owner “Director”. Save again if yours is right", Words(page.QuerySelector("#number-error")));
        Assert.Equal(("Director", "Deputy"), (await Owner("H1", "2"), ((IHtmlInputElement)page.QuerySelector("#owner")!).Value));
        await Save(page);
        Assert.Equal("Deputy", await Owner("H1", "2"));
    }

    [Fact]
    public async Task Only_who_looks_after_inspections_comes_here()
    {
        await Upload("provider", "Provider,Name,Kind\nA,B,Other service\n");
        using var member = await SignIn(_suite, "demo-panel-member");

        foreach (var path in new[] { "/inspections/imports", "/inspections/imports/1", "/inspections/imports/1?handler=csv", "/inspections/imports?handler=template&form=provider", "/inspections/enter", "/inspections/enter?form=provider" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await member.Status(path));
            Assert.Equal(HttpStatusCode.OK, await _lead.Status(path));
        }
        foreach (var path in new[] { "/inspections/imports/77", "/inspections/enter?form=child" })
            Assert.Equal(HttpStatusCode.NotFound, await _lead.Status(path));
    }

    [Fact]
    public async Task A_file_of_200_MB_is_refused_beside_its_field()
    {
        var vast = new byte[200 << 20];

        foreach (var (page, most) in new[] { (await Upload("provider", vast), 20), (await _lead.Upload(await _lead.Page("/inspections/authorities"), "file", "overview.csv", vast), 2) })
        {
            Assert.Contains($"more than {most} MB", Words(page.QuerySelector(".govuk-error-summary")));
            Assert.Contains($"more than {most} MB", Words(page.QuerySelector("#file-error")));
        }
    }

    private const string Undo = "form[action*='handler=Undo'] button";

    private long Standing(string report, string number) =>
        Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM recommendation WHERE InspectionRef = $1 AND Number = $2 AND Counts = 1", report, number));

    private async Task<string> Owner(string report, string number) => (await Row(_suite, report, number)).Owner;

    private Task<IHtmlDocument> Save(IHtmlDocument page, params (string Name, string Value)[] filled) => _lead.Send(page, "form[action*='/inspections/enter'] button.govuk-button", filled);

    private Task<IHtmlDocument> Upload(string form, string content) => Upload(form, Encoding.UTF8.GetBytes(content));

    private async Task<IHtmlDocument> Upload(string form, byte[] content) => await _lead.Upload(await _lead.Page("/inspections/imports"), "file", "file.csv", content, ("Form", form));

    private Task<IHtmlDocument> Take(IHtmlDocument page) => _lead.Send(page, "form button.govuk-button:not(.govuk-button--secondary)");

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));
}
