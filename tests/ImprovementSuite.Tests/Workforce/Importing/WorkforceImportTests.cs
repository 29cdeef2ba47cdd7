using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Importing;
using static ImprovementSuite.Tests.Support.Visitor;
using static ImprovementSuite.Tests.Workforce.WorkforceOfTest;

namespace ImprovementSuite.Tests.Workforce.Importing;

/// <summary>Bringing in files as a human resources lead would.</summary>
public sealed class WorkforceImportTests : IAsyncLifetime
{
    private const string Posts = "Post number,Role,Team,Locality,Full time,Contract,First day,Last day\n";
    private const string People = "Post number,Person,Full time,First day,Last day,Why it ended,Take out\n";

    private RunningSuite _suite = null!;
    private Visitor _lead = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        _lead = await SignIn(_suite, "demo-hr-lead");
    }

    public async Task DisposeAsync()
    {
        _lead.Dispose();
        await _suite.DisposeAsync();
    }

    [Fact]
    public async Task The_example_of_every_form_is_taken_and_the_same_again_changes_nothing()
    {
        Assert.Equal("Nothing has been brought in yet. Begin with the posts of the establishment.", Sentence(await _lead.Page("/workforce/imports")));
        foreach (var form in WorkforceForms.All)
        {
            var (file, name, _) = await _lead.Download($"/workforce/imports?handler=template&form={form.Code}");
            Assert.Equal($"{form.Code.Replace('_', '-')}.csv", name);
            var page = await Upload(form.Code, file);
            Assert.Equal("Taking this would bring in 1 new record, change 0. 0 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
            page = await Take(page);
            Assert.Equal("This was taken on 20 August 2010: 1 new record, 0 changed and 0 the same as before.", Sentence(page));
            Assert.Equal(1, Read(_suite, connection => connection.Scalar<long>($"SELECT COUNT(*) FROM {form.Code} WHERE Counts = 1")));

            Assert.StartsWith("Taking this would bring in 0 new records, change 0.", Sentence(await Upload(form.Code, file)));
            var (workbook, workbookName, _) = await _lead.Download($"/workforce/imports?handler=workbook&form={form.Code}");
            Assert.Equal($"{form.Code.Replace('_', '-')}.xlsx", workbookName);
            Assert.StartsWith("Taking this would bring in 0 new records, change 0.", Sentence(await Upload(form.Code, workbook)));
            Assert.Contains(form.Columns[0].Means, Words((await _lead.Page($"/workforce/imports?form={form.Code}")).QuerySelector("main")));
        }
        Assert.DoesNotContain("SW1234567", Read(_suite, connection => connection.Query("SELECT Worker || RecordId FROM census_worker", row => row.GetString(0))).Single());
    }

    [Fact]
    public async Task Wrong_lines_are_named_by_line_and_heading_and_nothing_else_is_lost()
    {
        await Take(await Upload("post", Posts + "S1,Social worker,Central 1,Central,1,Permanent,01/04/2008,\nS2,social-worker,,,0.6,permanent,2008-04-01,31/12/2009\n"));
        var page = await Upload(
            "person_in_post",
            People + "S1,A,1,05/01/2009,,,\nS1,B,0.5,01/02/2010,,,\nS1,C,1.2,05/01/2008,04/01/2009,left,\nS1,D,1,30/02/2008,,,\nS1,E,1,2008-06-01,2008-05-01,Left,\nS2,F,0.6,01/01/2009,,,\nS1,A,1,05/01/2009,,,\nS1,G,1,2008-04-01,2008-12-31,left,\n");

        Assert.Equal("Taking this would bring in 2 new records, change 0. 6 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
        Assert.Equal(
            [
                "3 First day On 1 February 2010 post S1 would have 1.5 in 1 full-time equivalent, with record S1|A|2009-01-05: end one first, or correct the hours.",
                "4 Full time Full time is 1.2, which is over 1: a person or a post has one full-time equivalent at the most.",
                "5 First day First day is \"30/02/2008\", which is no day of the calendar: write it as 16/12/2009.",
                "6 Last day Last day (1 May 2008) lies before First day (1 June 2008): correct one of them.",
                "7 Last day Post S2 ends on 31 December 2009, and this person is in it without an end: give a day by then in Last day, or correct the post first.",
                "8 The whole line S1, A, 2009-01-05 stands in line 2 already, and that line is read. Delete the wrong one of the two, or correct what tells them apart.",
            ],
            page.QuerySelectorAll("main table:first-of-type tbody tr").Select(Words));
        Assert.StartsWith("Line", Encoding.UTF8.GetString((await _lead.Download(new Uri(page.Url).AbsolutePath + "?handler=csv")).File).TrimStart('\uFEFF', '"'));
        Assert.Equal(0, People_());

        await Take(page);
        Assert.Equal(2, People_());
    }

    [Fact]
    public async Task What_changes_is_shown_field_by_field_and_a_mistake_is_taken_out()
    {
        await Take(await Upload("post", Posts + "S1,Social worker,Central 1,Central,1,Permanent,01/04/2008,\n"));
        await Take(await Upload("person_in_post", People + "S1,A,1,05/01/2009,,,\n"));

        // The one who leaves stands after the one who comes, and makes room all the same.
        var page = await Upload("person_in_post", People + "S1,B,1,01/06/2010,,,\nS1,A,1,05/01/2009,31/05/2010,Left,\n");
        Assert.Equal("Taking this would bring in 1 new record, change 1. 0 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
        Assert.Equal(["S1, A, 2009-01-05 Last day Nothing 31 May 2010", "S1, A, 2009-01-05 Why it ended Nothing left"], page.QuerySelectorAll("main tbody tr").Select(Words));
        await Take(page);

        page = await Upload("person_in_post", People + ",B,1,01/06/2010,,,yes\n");
        Assert.Equal(["2 Post number Post number is empty, so nothing says which record is to be taken out: give it."], page.QuerySelectorAll("main tbody tr").Select(Words));

        page = await Upload("person_in_post", People + "S1,B,1,01/06/2010,,,yes\n");
        Assert.StartsWith("Taking this would bring in 0 new records, change 0 and take 1 out.", Sentence(page));
        await Take(page);

        Assert.Equal(["A"], Read(_suite, connection => connection.Query("SELECT Person FROM person_in_post WHERE Counts = 1", row => row.GetString(0))));
        Assert.StartsWith("Taking this would bring in 1 new record", Sentence(await Upload("person_in_post", People + "S1,B,1,01/07/2010,,,\n")));
    }

    [Theory]
    [InlineData("", 39_539)]
    [InlineData("<workbookPr date1904=\"1\"/>", 38_077)]
    public async Task A_workbook_is_read_as_a_csv_is(string counted, int day)
    {
        var page = await Upload("post", Workbook(counted, day), "posts.xlsx");

        Assert.Equal("Taking this would bring in 1 new record, change 0. 1 line is wrong and left out. Nothing has changed yet.", Sentence(page));
        Assert.Contains("3 Role Role is \"Nurse\", which is not in its list", Words(page.QuerySelector("main")));
        await Take(page);
        Assert.Equal(["S1 2008-04-01 60"], Read(_suite, connection => connection.Query("SELECT Number, StartsOn, Fte FROM post", row => $"{row.GetString(0)} {row.GetDay(1):yyyy-MM-dd} {row.GetInt32(2)}")));
    }

    [Theory]
    [InlineData("", "a,b\n1,2", "Choose what is in the file")]
    [InlineData("post", "", "Choose a file")]
    [InlineData("post", "Post number,Role\nS1,Social worker", "The headings Full time, Contract and First day are missing from the first line, without which this is no file of posts of the establishment. Choose another file, or put them in")]
    [InlineData("post", "Post number,post number\n1,2", "The heading Post number stands in the file twice. Take one of the two columns out")]
    [InlineData("campaign", "Campaign,Role,Full time,Advertised\n", "The file has headings and no lines under them")]
    [InlineData("post", "PK\u0003\u0004 broken", "The file cannot be read as an Excel workbook. Save it again as an Excel workbook (.xlsx), or as CSV, and choose that")]
    [InlineData("census", "a,b\n1,2", "The file is no XML from line 1 on. Export the return again from the system that made it")]
    [InlineData("census", "<Return/>", "The file is no workforce census: it begins with Return, and a return begins with Message. Choose the XML file that was sent to the department")]
    [InlineData("census", "<Message><CSWWWorker/></Message>", "The return has no Header, which says the year of the census. Export it again from the system that made it")]
    [InlineData("census", "<Message><Header><LEA>301</LEA></Header></Message>", "The Header of the return has no Year before what it is of. Export the return again with the year of the census")]
    [InlineData("census", "<!DOCTYPE Message [<!ENTITY a \"b\">]><Message/>", "The file has a document type (DTD), which is not taken, because it can make a reader fetch or unfold anything. Export the return again without it")]
    public async Task A_file_that_cannot_be_taken_is_said_in_a_sentence(string form, string content, string sentence)
    {
        var page = await Upload(form, Encoding.UTF8.GetBytes(content));

        Assert.Contains(sentence, page.QuerySelectorAll(".govuk-error-summary li").Select(Words));
        Assert.Equal(form, ((IHtmlSelectElement)page.QuerySelector("#Form")!).Value);
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM import")));
    }

    [Fact]
    public async Task A_return_of_the_census_gives_its_rates_and_keeps_no_registration_number()
    {
        var page = await Upload("census", Encoding.UTF8.GetBytes(
            """
            <Message>
              <Header><CollectionDetails><Collection>CSWW</Collection><Year>2009</Year><ReferenceDate>2009-09-30</ReferenceDate></CollectionDetails></Header>
              <LALevelVacancies><NumberOfVacancies>1.5</NumberOfVacancies><NoAgencyFTE>1</NoAgencyFTE></LALevelVacancies>
              <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW0000001</SWENo><FTE>1</FTE><OrgRole>5</OrgRole><Cases30>18</Cases30><WorkingDaysLost>5.5</WorkingDaysLost></CSWWWorker>
              <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW0000002</SWENo><FTE>1.000000</FTE></CSWWWorker>
              <CSWWWorker><AgencyWorker>1</AgencyWorker><SWENo>SW0000003</SWENo><FTE>0.5</FTE><Cases30>6</Cases30></CSWWWorker>
              <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW0000004</SWENo><FTE>0</FTE><RoleEndDate>2009-03-31</RoleEndDate><FTE30>0.5</FTE30></CSWWWorker>
              <CSWWWorker><AgencyWorker>2</AgencyWorker><SWENo>SW0000005</SWENo><FTE>1</FTE></CSWWWorker>
              <CSWWWorker><AgencyWorker>0</AgencyWorker><SWENo>SW0000006</SWENo><FTE>1.4</FTE></CSWWWorker>
            </Message>
            """), "census.xml");

        Assert.Equal("Taking this would bring in 5 new records, change 0. 2 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
        Assert.Equal(
            [
                "8 AgencyWorker Worker 5: AgencyWorker is \"2\": give 1 for an agency worker and 0 for one whom the council employs.",
                "9 FTE Worker 6: FTE is \"1.4\": give a full-time equivalent of 0 to 1.",
            ],
            page.QuerySelectorAll("main tbody tr").Select(Words));
        await Take(page);

        using var member = await SignIn(_suite, "demo-panel-member");
        page = await member.Page("/workforce/census");
        Assert.Equal("On 30 September 2009, 1.5 of 3.5 full-time posts of social workers were vacant, 0.5 had left in the year, and 24 cases were held.", Sentence(page));
        Assert.Equal(
            [
                "Vacancy rate vacancies / (vacancies + in post) 1.5 of 3.5 42.9%", "Agency rate agency / (agency + in post) 0.5 of 2.5 20.0%", "Turnover left in the year / in post on 30 September 0.5 of 2 25.0%",
                "Caseload cases / full-time posts of those who hold a case or more, agency included 24 for 1.5 full-time posts 16.0",
                "Sickness absence working days lost / (in post x 253 working days) 6 of 506 1.2%",
            ],
            page.QuerySelectorAll("main tbody tr").Select(Words));
        Assert.DoesNotContain("SW000000", string.Concat(Read(_suite, connection => connection.Query("SELECT Worker || RecordId FROM census_worker UNION ALL SELECT RecordId || CAST(Body AS TEXT) FROM import_record", row => row.GetString(0)))));
    }

    [Fact]
    public async Task Who_was_shown_something_else_looks_again_and_what_was_dropped_is_gone()
    {
        var page = await Upload("campaign", "Campaign,Role,Full time,Advertised\nSpring,Social worker,3,01/03/2010\n");
        await Take(await Upload("campaign", "Campaign,Role,Full time,Advertised\nSpring,Social worker,4,01/03/2010\n"));

        page = await _lead.Send(page, "form button.govuk-button:not(.govuk-button--secondary)");
        Assert.Contains("Something else has been taken or undone since you were shown what this would change", Words(page.QuerySelector(".govuk-error-summary")));
        Assert.Equal("Taking this would bring in 0 new records, change 1. 0 lines are wrong and left out. Nothing has changed yet.", Sentence(page));
        await _lead.Send(page, "form button.govuk-button--secondary");

        Assert.Equal("This was dropped. Nothing of it was taken.", Sentence(await _lead.Page("/workforce/imports/1")));
        Assert.Equal(0, Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM import_record WHERE ImportId = 1")));
    }

    [Fact]
    public async Task Only_who_looks_after_the_workforce_comes_here()
    {
        await Upload("campaign", "Campaign,Role,Full time,Advertised\nSpring,Social worker,3,01/03/2010\n");
        using var member = await SignIn(_suite, "demo-panel-member");

        foreach (var path in new[] { "/workforce/imports", "/workforce/imports/1", "/workforce/imports/1?handler=csv", "/workforce/imports?handler=template&form=post" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, await member.Status(path));
            Assert.Equal(HttpStatusCode.OK, await _lead.Status(path));
        }
        Assert.Equal(HttpStatusCode.NotFound, await _lead.Status("/workforce/imports/77"));
    }

    [Fact]
    public void A_long_identifier_stays_the_same_and_tells_apart()
    {
        var (one, other) = (ImportDraft.Identifier([new string('a', 60), "2010-01-01"]), ImportDraft.Identifier([new string('a', 60), "2010-01-02"]));

        Assert.Equal((64, 64), (one.Length, other.Length));
        Assert.NotEqual(one, other);
        Assert.Equal("S1|A", ImportDraft.Identifier(["S1", "A"]));
    }

    private long People_() => Read(_suite, connection => connection.Scalar<long>("SELECT COUNT(*) FROM person_in_post WHERE Counts = 1"));

    private Task<IHtmlDocument> Upload(string form, string content) => Upload(form, Encoding.UTF8.GetBytes(content));

    private async Task<IHtmlDocument> Upload(string form, byte[] content, string name = "file.csv") => await _lead.Upload(await _lead.Page("/workforce/imports"), "file", name, content, ("Form", form));

    private Task<IHtmlDocument> Take(IHtmlDocument page) => _lead.Send(page, "form button.govuk-button:not(.govuk-button--secondary)");

    private static string Sentence(IHtmlDocument page) => Words(page.QuerySelector(".suite-sentence"));

    /// <summary>A workbook as Excel writes it: texts shared and in cells, a day as a number with a style, counted from 1900 or, by old Macs, from 1904.</summary>
    private static byte[] Workbook(string counted, int day)
    {
        var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">""" + counted + """<sheets><sheet name="Posts" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Part("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
            Part("xl/sharedStrings.xml", """<sst><si><t>Post number</t></si><si><r><t>Ro</t></r><r><t>le</t></r></si><si><t>Full time</t></si><si><t>Contract</t></si><si><t>First day</t></si><si><t>Social worker</t></si></sst>""");
            Part("xl/styles.xml", """<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            Part("xl/worksheets/sheet1.xml", $"""
                <worksheet><sheetData>
                <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>S1</t></is></c><c r="B2" t="s"><v>5</v></c><c r="C2"><v>0.6</v></c><c r="D2" t="inlineStr"><is><t>Permanent</t></is></c><c r="E2" s="1"><v>{day}</v></c></row>
                <row r="3"><c r="A3" t="inlineStr"><is><t>S2</t></is></c><c r="B3" t="inlineStr"><is><t>Nurse</t></is></c><c r="C3"><v>1</v></c><c r="D3" t="inlineStr"><is><t>Permanent</t></is></c><c r="E3" s="1"><v>{day}</v></c></row>
                </sheetData></worksheet>
                """);

            void Part(string name, string xml)
            {
                using var part = new StreamWriter(zip.CreateEntry(name).Open());
                part.Write(xml);
            }
        }
        return file.ToArray();
    }
}
