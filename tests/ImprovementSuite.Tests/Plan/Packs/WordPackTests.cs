using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;

namespace ImprovementSuite.Tests.Plan.Packs;

/// <summary>The Word pack is read as XML, as Word would read it, and compared with the plan itself.</summary>
public sealed class WordPackTests
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Wp = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly byte[] File = PackForm.Word.Write(Pack2010.Content);
    private static readonly XDocument Document = Read(File);

    [Fact]
    public void Every_cell_of_every_line_says_what_the_plan_says()
    {
        var said = Tables(Document).Where(table => Head(table)[0] == "Objective").SelectMany(Body).ToList();

        var expected = Plan2010.Snapshot.Lines.Select(rating => new PlanRow(rating, Plan2010.Snapshot)).Select(row => new[]
        {
            row.Line.Objective ?? "–",
            $"{InWords.Ref(row.Line.Ref)} {row.Line.Name}\n{row.Line.Action}",
            row.Line.BaselineText ?? "–",
            Lines(row.Reading, row.UnderReading, row.Origin is null ? null : $"As at {row.AsAt}, {row.Origin.ToLowerInvariant()}", row.Stale ? "Stale" : null, row.Watch ? "Watch: above the mid-range, check thresholds" : null),
            Lines(row.Expected, row.Gap),
            row.Line.TargetText ?? "–",
            row.Line.TargetDateText ?? "–",
            InWords.List(row.Line.Leads.Select(lead => lead.ToString())),
            InWords.Word(row.Rating) + (row.Rating.Leading?.Travel is { } travel ? $", {travel.Direction.ToString().ToLowerInvariant()} {(travel.SinceBaseline ? "since baseline" : "since 13 July")}" : ""),
            Lines(row.Line.Declared + (row.Line.DeclaredDirection is { } arrow ? $", {arrow.ToString().ToLowerInvariant()}" : ""), InWords.Differs(row.Rating.Difference)),
            Lines(row.Line.Commentary?.Replace("\n\n", "\n") ?? "No commentary.", row.Rating.Difference == Difference.None ? null : $"No reason was given for declaring {row.Line.Declared.ToString().ToLowerInvariant()}."),
            string.Join(", ", row.Line.Workstreams),
        }).ToList();
        Assert.Equal(29, said.Count);
        for (var i = 0; i < expected.Count; i++)
            Assert.Equal(expected[i], said[i]);
    }

    [Theory]
    [InlineData("NI 59", "Amber, level since 13 July", "Amber, level")]
    [InlineData("NI 68", "Green, improving since 13 July", "Green, improving")]
    [InlineData("3.5", "Red, worsening since baseline", "Amber, level\n≠ Declared is kinder")]
    [InlineData("1.1", "Amber", "Amber, improving")]
    [InlineData("1.7", "No reading", "Complete\nNo figure behind it")]
    public void A_colour_is_a_word_with_its_arrow_in_words(string line, string computed, string declared)
    {
        var row = Tables(Document).Where(table => Head(table)[0] == "Objective").SelectMany(Body).Single(cells => cells[1].StartsWith(line + " ", StringComparison.Ordinal));

        Assert.Equal((computed, declared), (row[8], row[9]));
    }

    [Fact]
    public void It_opens_without_repair() => Assert.Empty(Faults(File));

    [Fact]
    public void A_preview_and_an_empty_plan_open_too()
    {
        Assert.Empty(Faults(PackForm.Word.Write(Pack2010.Preview)));
        Assert.Empty(Faults(PackForm.Word.Write(Pack2010.Preview with { Lines = [], Papers = [], Decisions = [], Restated = [], Achievements = [], LastPanel = null })));
    }

    [Fact]
    public void Its_sections_are_headings_that_the_navigation_pane_and_the_contents_know()
    {
        var headings = Document.Descendants(W + "p").Where(p => Style(p) == "Heading1").ToList();

        string[] themes = [.. Plan2010.File.Lines.Select(line => line.Theme).Distinct()];
        Assert.Equal(
            ["Summary", "What needs attention", .. themes, "Challenge list", "Decisions and carried over", "Restated figures", "Papers", "Measures", "Achievements"],
            headings.Select(Text));
        Assert.Equal("Notice to improve: action plan", Text(Document.Descendants(W + "p").Single(p => Style(p) == "Title")));
        Assert.Equal(
            headings.Select(heading => heading.Element(W + "bookmarkStart")!.Attribute(W + "name")!.Value),
            Document.Descendants(W + "hyperlink").Select(link => link.Attribute(W + "anchor")!.Value));
        var styles = XDocument.Parse(Pack2010.PartOf(File, "word/styles.xml"));
        Assert.Equal("0", styles.Descendants(W + "style").Single(style => style.Attribute(W + "styleId")!.Value == "Heading1").Descendants(W + "outlineLvl").Single().Attribute(W + "val")!.Value);
    }

    [Fact]
    public void Every_table_repeats_its_head_and_has_a_caption()
    {
        var tables = Tables(Document);

        Assert.True(tables.Count >= 20, $"There are {tables.Count} tables.");
        Assert.All(tables, table => Assert.Single(table.Elements(W + "tr").Take(1), row => row.Element(W + "trPr")?.Element(W + "tblHeader") is not null));
        Assert.All(tables, table => Assert.NotEmpty(table.Element(W + "tblPr")!.Element(W + "tblCaption")!.Attribute(W + "val")!.Value));
    }

    [Fact]
    public void A_short_row_stays_on_one_page_and_a_long_one_need_not()
    {
        var rows = Tables(Read(PackForm.Word.Write(Pack2010.With(line => line with { Commentary = new string('a', 20_000) })))).Where(table => Head(table)[0] == "Objective").SelectMany(table => table.Elements(W + "tr").Skip(1)).ToList();

        Assert.Null(rows[0].Element(W + "trPr")?.Element(W + "cantSplit"));
        Assert.True(rows.Count(row => row.Element(W + "trPr")?.Element(W + "cantSplit") is not null) > 20);
    }

    [Fact]
    public void It_lies_across_on_A4_and_says_on_every_page_whose_it_is_and_what()
    {
        var page = Document.Descendants(W + "pgSz").Single();
        Assert.Equal(("16838", "11906", "landscape"), (page.Attribute(W + "w")!.Value, page.Attribute(W + "h")!.Value, page.Attribute(W + "orient")!.Value));

        Assert.Equal(
            ["Confidential to the Improvement Panel of 29 September 2010\tFrozen by Performance manager on 20 August 2010, 2:05pm", "Rotherham MBC, Notice to improve: action plan\tFigures as at 20 August 2010"],
            Part(File, "header").Descendants(W + "p").Select(Text));
        Assert.Equal("Confidential to the Improvement Panel of 29 September 2010\tPreview, not frozen", Text(Part(PackForm.Word.Write(Pack2010.Preview), "header").Descendants(W + "p").First()));
        Assert.Equal([" PAGE ", " NUMPAGES "], Part(File, "footer").Descendants(W + "fldSimple").Select(field => field.Attribute(W + "instr")!.Value));
        Assert.All(Document.Descendants(W + "sectPr").Descendants(W + "titlePg"), first => Assert.Fail("The first page has another head."));
    }

    [Fact]
    public void It_knows_its_language_title_and_type()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(File), false);

        Assert.Equal(("en-GB", "Notice to improve: action plan: Confidential to the Improvement Panel of 29 September 2010"), (document.PackageProperties.Language, document.PackageProperties.Title));
        var styles = XDocument.Parse(Pack2010.PartOf(File, "word/styles.xml"));
        Assert.Equal("en-GB", styles.Descendants(W + "docDefaults").Descendants(W + "lang").Single().Attribute(W + "val")!.Value);
        Assert.All(styles.Descendants(W + "rFonts"), font => Assert.Equal("Arial", font.Attribute(W + "ascii")!.Value));
    }

    [Fact]
    public void Each_measure_that_was_read_twice_has_a_native_chart_with_its_figures_and_words_for_it()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(File), false);
        var charts = document.MainDocumentPart!.ChartParts.ToList();
        var expected = PackChart.Of(Pack2010.Content);

        Assert.Contains(expected, chart => chart.Title == "NI 59: Initial assessments within 7 working days of referral");
        Assert.Equal(expected.Count, charts.Count);
        Assert.All(charts, chart => Assert.NotEmpty(chart.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumberingCache>().SelectMany(cache => cache.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>())));
        Assert.All(charts, chart => Assert.Equal(["Reading", "Expected"], chart.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.StringPoint>().Select(point => point.InnerText)));
        Assert.Equal(expected.Select(chart => $"Line chart. {chart.Title}. {chart.Says}"), Document.Descendants(Wp + "docPr").Select(drawing => drawing.Attribute("descr")!.Value));
        // Its figures can be edited in Word: they lie in a workbook beside it.
        Assert.All(charts, chart => Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(SpreadsheetDocument.Open(chart.EmbeddedPackagePart!.GetStream(), false))));
    }

    [Fact]
    public void The_other_sections_say_what_they_hold()
    {
        Assert.Equal(
            ["13 Jul 2010", "NI 59", "To be asked again", "Why do the localities differ?", "Gani Martins, by 1 Sep 2010", "Not answered yet"], Body(Tables(Document).Single(table => Head(table)[0] == "Meeting"))[0]);
        Assert.Equal(["13 Jul 2010", "Initial assessments within 7 working days of referral", "1 April to 13 July 2010", "80.16%", "79.9%"], Body(Tables(Document).Single(table => Head(table)[0] == "Panel"))[0]);
        Assert.Equal(["19 Aug 2010", "25 Aug 2010, addendum", "Not received yet"], Body(Tables(Document).Single(table => Head(table).Contains("Paper"))).Select(row => row[3]));
        Assert.Equal(["Computed", "1", "8", "3", "0", "17"], Body(Tables(Document)[0])[0]);
        Assert.Equal(["Declared", "5", "19", "4", "1", "0"], Body(Tables(Document)[0])[1]);
        Assert.Equal(Plan2010.File.Achievements, Document.Descendants(W + "p").Where(p => Style(p) == "ListBullet").Select(Text));
        Assert.Equal(Plan2010.File.Lines.Sum(line => line.Milestones.Count), Tables(Document).Where(table => Head(table).Contains("Milestone")).Sum(table => Body(table).Count));
    }

    [Fact]
    public void What_nobody_should_have_typed_does_not_break_it()
    {
        var weird = "a\u0000b\u0001c\u001f <b>&amp;</b> 😀 \ud83d \ufffe\uffff é\vnext\ttab " + new string('x', 20_000);
        var file = PackForm.Word.Write(Pack2010.With(line => line with { Commentary = weird, Name = "=HYPERLINK(\"http://a\")", Objective = weird }) with { Title = "A & B <\u0002>", Authority = "\ud800" });

        Assert.Empty(Faults(file));
        var row = Tables(Read(file)).Where(table => Head(table)[0] == "Objective").SelectMany(Body).First();
        Assert.StartsWith("abc <b>&amp;</b> 😀   é\nnext\ttab xxx", row[0]);
        Assert.Equal(20_000, row[0].Count(letter => letter == 'x') - "next".Count(letter => letter == 'x'));
        Assert.StartsWith("NI 68 =HYPERLINK(\"http://a\")\n", row[1]);
    }

    private static string Lines(params string?[] texts) => string.Join('\n', texts.Where(text => text is not null));

    private static IEnumerable<string> Faults(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    private static XDocument Read(byte[] file) => XDocument.Parse(Pack2010.PartOf(file, "word/document.xml"), LoadOptions.PreserveWhitespace);

    private static XDocument Part(byte[] file, string kind)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        OpenXmlPart part = kind == "header" ? document.MainDocumentPart!.HeaderParts.Single() : document.MainDocumentPart!.FooterParts.Single();
        return XDocument.Load(part.GetStream(), LoadOptions.PreserveWhitespace);
    }

    private static List<XElement> Tables(XDocument document) => [.. document.Descendants(W + "tbl")];

    private static IReadOnlyList<string> Head(XElement table) => Cells(table.Elements(W + "tr").First());

    private static IReadOnlyList<string[]> Body(XElement table) => [.. table.Elements(W + "tr").Skip(1).Select(Cells)];

    private static string[] Cells(XElement row) => [.. row.Elements(W + "tc").Select(cell => string.Join('\n', cell.Elements(W + "p").Select(Text)))];

    private static string? Style(XElement paragraph) => paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val")?.Value;

    private static string Text(XElement paragraph) => string.Concat(paragraph.Descendants().Select(part =>
        part.Name == W + "t" ? part.Value : part.Name == W + "br" ? "\n" : part.Name == W + "tab" && part.Parent!.Name == W + "r" ? "\t" : ""));
}
