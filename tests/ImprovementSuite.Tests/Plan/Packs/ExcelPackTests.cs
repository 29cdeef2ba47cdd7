using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Pages.Plan;
using ImprovementSuite.Plan.Ratings;
using MiniExcelLibs;

namespace ImprovementSuite.Tests.Plan.Packs;

/// <summary>The Excel pack is read by another library than the one that writes it, and compared with the plan itself.</summary>
public sealed class ExcelPackTests
{
    private static readonly byte[] File = PackForm.Excel.Write(Pack2010.Content);

    private static readonly string[] Themes =
    [
        "Staying Safe - Performance", "1. Staying Safe - Social Worker", "2. Enjoying and Achieving", "3. Leadership and Management", "4. Performance Management", "5. Recruitment and Retention",
    ];

    [Fact]
    public void There_is_a_sheet_a_theme_among_the_others() => Assert.Equal(
        ["Summary", "What needs attention", .. Themes, "Measures", "Milestones", "Challenge list", "Decisions", "Restated figures", "Papers", "Achievements", "Trend figures", "Charts"],
        MiniExcel.GetSheetNames(new MemoryStream(File)));

    [Fact]
    public void Every_cell_of_every_line_says_what_the_plan_says()
    {
        var said = Themes.SelectMany(theme => Rows(File, theme)).ToList();

        var expected = Plan2010.Snapshot.Lines.Select(rating => new PlanRow(rating, Plan2010.Snapshot)).Select(row =>
        {
            var leading = row.Rating is { Leading: { Reading: not null } read, MilestoneDecides: false } ? read : null;
            return new Dictionary<string, object?>
            {
                ["Ref"] = InWords.Ref(row.Line.Ref), ["Line"] = row.Line.Name, ["Objective"] = row.Line.Objective, ["Key action"] = row.Line.Action, ["Baseline"] = row.Line.BaselineText,
                ["Current performance"] = Number(leading?.Measure.Unit, leading?.Reading!.Value) ?? row.Reading, ["Counts"] = row.UnderReading,
                ["As at"] = leading is null ? row.Origin is null ? null : row.AsAt : leading.Reading!.To.ToDateTime(default), ["Source"] = row.Origin, ["Freshness"] = row.Stale ? "Stale" : null,
                ["Expected"] = Number(leading?.Measure.Unit, leading?.Expected) ?? row.Expected, ["Gap"] = row.Gap, ["Targets"] = row.Line.TargetText, ["Target date"] = row.Line.TargetDateText,
                ["Lead"] = InWords.List(row.Line.Leads.Select(lead => lead.ToString())),
                ["Computed"] = InWords.Word(row.Rating) + (row.Rating.Leading?.Travel is { } travel ? $", {travel.Direction.ToString().ToLowerInvariant()} {(travel.SinceBaseline ? "since baseline" : "since 13 July")}" : ""),
                ["Declared"] = row.Line.Declared + (row.Line.DeclaredDirection is { } arrow ? $", {arrow.ToString().ToLowerInvariant()}" : ""),
                ["Difference"] = InWords.Differs(row.Rating.Difference),
                ["Reason"] = row.Rating.Difference == Difference.None ? null : $"No reason was given for declaring {row.Line.Declared.ToString().ToLowerInvariant()}.",
                ["Commentary"] = row.Line.Commentary, ["Workstream"] = string.Join(", ", row.Line.Workstreams),
            };
        }).ToList();
        Assert.Equal(29, said.Count);
        foreach (var (line, row) in expected.Zip(said))
            Assert.Equal(line.Select(cell => (cell.Key, cell.Value)), line.Keys.Select(head => (head, row.TryGetValue(head, out var value) ? value : "no such column")));

        static object? Number(Unit? unit, decimal? value) => value is { } known ? double.Parse(PackChart.Plain(unit!.Value, known).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : null;
    }

    [Fact]
    public void Numbers_are_numbers_money_is_in_pounds_and_days_are_days()
    {
        var measures = Rows(File, "Measures").ToDictionary(row => (string)row["Code"]!);

        Assert.Equal(0.8011, Assert.IsType<double>(measures["NI59"]["Latest figure"]), 4);
        Assert.Equal(467_459.0, measures["AGENCY-SPEND"]["Latest figure"]);
        Assert.Equal((52.0, 68.0, new DateTime(2010, 7, 31)), (measures["AUDITS-COMPLETED"]["Numerator"], measures["AUDITS-COMPLETED"]["Denominator"], measures["AUDITS-COMPLETED"]["As at"]));
        Assert.Equal(("0.00%", "\"£\"#,##0.00", "d\\ mmm\\ yyyy"), (Format("Measures", "NI59", 3), Format("Measures", "AGENCY-SPEND", 3), Format("Measures", "NI59", 7)));
        Assert.Equal([29.0, 29.0], Rows(File, "Summary").Take(2).Select(row => row["All"]));
        Assert.Equal(new DateTime(2010, 8, 31), Rows(File, "Milestones").First(row => (string)row["Ref"]! == "1.3" && (string)row["Done"]! == "No")["Due"]);
    }

    [Fact]
    public void Heads_and_names_stay_when_a_sheet_is_moved_and_are_printed_on_every_page()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(File), false);
        foreach (var (name, sheet) in Sheets(document).Where(sheet => sheet.Name is not ("Charts" or "Trend figures")))
        {
            var pane = sheet.Descendants<Pane>().Single();
            Assert.Equal((2.0, PaneStateValues.Frozen), (pane.VerticalSplit!.Value, pane.State!.Value));
            Assert.True(pane.HorizontalSplit! >= 1, name);
            Assert.All(sheet.Descendants<Column>(), column => Assert.True(column.Width! >= 8, name));
        }
        Assert.All(Sheets(document), sheet => Assert.Equal(OrientationValues.Landscape, sheet.Sheet.Descendants<PageSetup>().Single().Orientation!.Value));
        Assert.All(Sheets(document), sheet => Assert.StartsWith("&LConfidential to the Improvement Panel of 29 September 2010", sheet.Sheet.Descendants<OddHeader>().Single().Text));
        Assert.Equal(15, document.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().Count(name => name.Name == "_xlnm.Print_Titles" && name.Text.EndsWith("!$1:$2", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_opens_without_repair()
    {
        Assert.Empty(Faults(File));
        Assert.Empty(Faults(PackForm.Excel.Write(Pack2010.Preview with { Lines = [], Papers = [], Decisions = [], Restated = [], Achievements = [], LastPanel = null })));
    }

    [Fact]
    public void Each_measure_that_was_read_twice_has_a_native_chart_on_its_figures_and_words_for_it()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(File), false);
        var drawings = document.WorkbookPart!.WorksheetParts.Single(part => part.DrawingsPart is not null).DrawingsPart!;
        var expected = PackChart.Of(Pack2010.Content);

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Count, drawings.ChartParts.Count());
        Assert.Equal(
            expected.Select(chart => $"Line chart. {chart.Title}. {chart.Says}"),
            drawings.WorksheetDrawing.Descendants<DocumentFormat.OpenXml.Drawing.Spreadsheet.NonVisualDrawingProperties>().Select(drawing => drawing.Description!.Value));
        // What a chart draws is what stands in the cells that it names.
        var figures = MiniExcel.Query(new MemoryStream(File), sheetName: "Trend figures").Cast<IDictionary<string, object?>>().ToList();
        foreach (var chart in drawings.ChartParts)
        {
            var readings = chart.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Values>().First();
            var range = readings.Descendants<DocumentFormat.OpenXml.Drawing.Charts.Formula>().Single().Text.Split('!')[1].Replace("$", "").Split(':').Select(cell => int.Parse(cell[1..])).ToArray();
            var cells = Enumerable.Range(range[0], range[1] - range[0] + 1).Select(row => figures[row - 1]["B"]).OfType<double>();
            Assert.Equal(cells, readings.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>().Select(point => double.Parse(point.InnerText, CultureInfo.InvariantCulture)));
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://a\",\"b\")")]
    [InlineData("+1+1")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void What_looks_like_a_formula_stays_a_text(string name)
    {
        var file = PackForm.Excel.Write(Pack2010.With(line => line with { Name = name, Commentary = name }));

        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Empty(Sheets(document).SelectMany(sheet => sheet.Sheet.Descendants<CellFormula>()));
        var cell = Sheets(document).Single(sheet => sheet.Name == Themes[0]).Sheet.Descendants<Cell>().Single(cell => cell.CellReference == "B3");
        Assert.Equal((CellValues.InlineString, PackWords.Clean(name)), (cell.DataType!.Value, cell.InnerText));
        // Also after somebody has edited it in Excel.
        var format = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value);
        Assert.True(format.QuotePrefix?.Value);
        Assert.Equal(PackWords.Clean(name), Rows(file, Themes[0]).First()["Line"]);
    }

    [Fact]
    public void What_nobody_should_have_typed_does_not_break_it()
    {
        var weird = "a\u0000b\u0001c <b>&amp;</b> 😀 \ud83d \ufffe é\vnext _x0041_ ";
        var file = PackForm.Excel.Write(Pack2010.With(line => line with { Name = weird, Commentary = weird + new string('x', 20_000), Objective = new string('y', 60_000), Theme = "a/b:c?d*[e]'" }) with { Title = "A & B <\u0002>" });

        Assert.Empty(Faults(file));
        var row = Rows(file, "a b c d e").Single();
        Assert.StartsWith("abc <b>&amp;</b> 😀   é\nnext", (string)row["Line"]!);
        Assert.Equal(20_000, ((string)row["Commentary"]!).Count(letter => letter == 'x') - 2);
        Assert.Equal(32_767, ((string)row["Objective"]!).Length);
        Assert.EndsWith("(the rest is in the Word pack)", (string)row["Objective"]!);
        // Excel would read this as the letter A.
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        Assert.Contains("_x005F_x0041_", Sheets(document).Single(sheet => sheet.Name == "a b c d e").Sheet.InnerText);
    }

    [Theory]
    [InlineData("A theme", "A theme", "a THEME", "a THEME (2)")]
    [InlineData("", "Sheet", "[]", "Sheet (2)")]
    [InlineData("History", "History (2)", "'quoted'", "quoted")]
    [InlineData("Leadership and management of everything", "Leadership and management of", "Leadership and management of all else", "Leadership and management (2)")]
    public void A_sheet_has_a_name_that_Excel_takes(string first, string firstName, string second, string secondName)
    {
        var names = new ImprovementSuite.Plan.Packs.SheetNames();

        Assert.Equal((firstName, secondName), (names.For(first), names.For(second)));
    }

    private static IEnumerable<string> Faults(byte[] file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(file), false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}")];
    }

    private static IEnumerable<(string Name, Worksheet Sheet)> Sheets(SpreadsheetDocument document) => document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>()
        .Select(sheet => (sheet.Name!.Value!, ((WorksheetPart)document.WorkbookPart.GetPartById(sheet.Id!.Value!)).Worksheet));

    private static IReadOnlyList<IDictionary<string, object?>> Rows(byte[] file, string sheet) =>
        [.. MiniExcel.Query(new MemoryStream(file), useHeaderRow: true, sheetName: sheet, startCell: "A2").Cast<IDictionary<string, object?>>()];

    private static string Format(string sheet, string code, int column)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(File), false);
        var row = Sheets(document).Single(each => each.Name == sheet).Sheet.Descendants<Row>().Single(row => row.Elements<Cell>().First().InnerText == code);
        var cell = row.Elements<Cell>().Single(cell => cell.CellReference!.Value!.StartsWith((char)('A' + column)));
        var styles = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().SingleOrDefault(own => own.NumberFormatId! == format)?.FormatCode!.Value ?? (format == 10 ? "0.00%" : format.ToString());
    }
}
