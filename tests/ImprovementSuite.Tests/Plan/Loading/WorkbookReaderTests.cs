using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Loading.Workbook;

namespace ImprovementSuite.Tests.Plan.Loading;

public sealed class WorkbookReaderTests
{
    private static IReadOnlyList<string> Refused(byte[] file) => Assert.Throws<PlanFileException>(() => AnyPlanFile.Read(file)).Problems;

    private static IReadOnlyList<string> Refused(Sheets sheets) => Refused(sheets.File());

    private static Measure Measure(Sheets sheets) => Assert.Single(AnyPlanFile.Read(sheets.File()).Measures);

    [Fact]
    public void Dates_and_numbers_are_taken_as_people_type_them()
    {
        var stages = Measure(Sheets.OfPlan(
            ["NI59", new DateOnly(2010, 3, 31), 80], ["NI59", "30/4/2010", "81"], ["NI59", "31 May 2010", "82%"], ["NI59", "30 Sept  2010", new Sheets.Percent("0.83320000000000005")],
            ["NI59", "2010-10-31", "84.5"], ["NI59", 40543, 85.25])).Stages;

        Assert.Equal([80, 81, 82, 83.32m, 84.5m, 85.25m], stages.Select(stage => stage.Target!.Value));
        Assert.Equal([new(2010, 3, 31), new(2010, 4, 30), new(2010, 5, 31), new(2010, 9, 30), new(2010, 10, 31), new DateOnly(2010, 12, 31)], stages.Select(stage => stage.By!.Value));
    }

    [Fact]
    public void Headings_and_sheets_stand_in_any_order_and_in_any_letters()
    {
        var sheets = Sheets.OfPlan().Without("Plan").With("STAGES ", ["value", " by", "MEASURE", "Date  Inferred"], [85, "31/10/2010", " NI59 ", true])
            .With("plan", ["end", "START", "updated", "Authority", "Title"], ["31/3/2011", "1/4/2010", "20/8/2010", "Council", "Plan"]).Without("Stages");

        var plan = AnyPlanFile.Read(sheets.File());

        Assert.Equal(("Plan", new DateOnly(2010, 8, 20), new DateOnly(2011, 3, 31)), (plan.Title, plan.Updated, plan.End));
        Assert.Equal((85m, true), (plan.Measures[0].Stages[0].Target!.Value, plan.Measures[0].Stages[0].DateInferred));
    }

    [Fact]
    public void Every_slip_is_named_with_its_sheet_row_and_column() => Assert.Equal(
        [
            "Sheet Stages, row 2, column By is \"31/13/2010\", which is not a date: write it as 31 October 2010 or as an Excel date.",
            "Sheet Stages, row 4, column Value is \"most\", which is not a number.",
            "Sheet Stages, row 5, column Measure is \"NI1\", which is not a measure of the plan: add it to sheet Measures, or correct the code.",
            "Sheet Stages, row 6, column Measure is missing.",
            "Sheet Milestones, row 2, column Done is \"nearly\"; it must be yes or no.",
            "Sheet Stages, row 7, column Value: 120% is over 100%, which a share of a whole cannot be.",
            "Sheet Stages, row 7, column By: 30 June 2010 stands after 31 August 2010: put the stages in the order of their dates.",
        ],
        Refused(Sheets.OfPlan(["NI59", "31/13/2010", 80], ["NI59", "31/7/2010", 81], ["NI59", "31/8/2010", "most"], ["NI1", "31/5/2010", 5], [null, "31/5/2010", 5], ["NI59", "30/6/2010", 120])
            .With("Milestones", ["Line", "Title", "Done"], ["1.1", "M", "nearly"])));

    [Fact]
    public void Slips_in_the_notice_and_in_papers_are_named_too() => Assert.Equal(
        [
            "Sheet Papers, row 2, column Panel is not the day of one of the plan's panels.",
            "Sheet Papers, row 2, column Line is 9.9, which is not a line of the plan.",
            "Sheet Conditions, row 3, column Number stands twice: give each condition a number of its own.",
            "Sheet Tests, row 2, column Condition is \"7\", which is not a condition of the notice: add it to sheet Conditions, or correct the number.",
            "Sheet Tests, row 3, column Measure is not right: nI1 is no measure of the plan.",
            "Sheet Conditions has conditions and sheet Notice has no row: say there what the council is under.",
        ],
        Refused(Sheets.OfPlan()
            .With("Papers", ["Panel", "Title", "Owner", "Line"], ["29/9/2010", "Report", "A. Lead", "9.9"])
            .With("Conditions", ["Number", "Text"], [1, "In time"], [1, "In time again"])
            .With("Tests", ["Condition", "Kind", "Measure", "Months"], [7, "months in a row", "NI59", 3], [1, "months in a row", "NI1", 3])));

    [Fact]
    public void Rows_count_as_a_spreadsheet_counts_them() => Assert.Equal(
        "Sheet Stages, row 4, column Value is \"x\", which is not a number.", Assert.Single(Refused(Sheets.OfPlan(["NI59", "30/4/2010", 81], [null, null, null], ["NI59", "31/5/2010", "x"]))));

    [Fact]
    public void A_column_that_is_missing_unknown_or_there_twice_is_named() => Assert.Equal(
        [
            "Sheet Milestones, row 1: there is no column \"Owner\" here. Its columns are Line, Title, By, Date inferred, Progress, Done, Evidence.",
            "Sheet Milestones, row 1: the column By stands twice.",
            "Sheet Milestones, row 1: the column Title is missing.",
        ],
        Refused(Sheets.OfPlan().With("Milestones", ["Line", "Owner", "By", "by"])));

    [Fact]
    public void What_no_choice_offers_is_told_with_the_choices() => Assert.Equal(
        "Sheet Measures, row 2, column Polarity is \"good is high\"; it must be one of high is good, low is good, mid range is good.",
        Assert.Single(Refused(Sheets.OfPlan().With("Measures", ["Code", "Title", "Kind", "Unit", "Polarity", "Frequency", "Rated on", "Thing", "Things"],
            ["NI59", "M", "Rate", "Percent", "good is high", "Daily", "Year-to-date", "one", "several"]))));

    [Fact]
    public void A_workbook_of_something_else_says_what_is_missing() => Assert.Equal(
        ["The workbook has no sheet Plan. Start from the template, which has every sheet.", "Sheet Plan has no row: say there what the plan is called, whose it is, and for which year."],
        Refused(new Sheets().With("Figures", ["a"])));

    [Fact]
    public void The_template_is_read_as_a_workbook_without_a_plan() => Assert.Equal("Sheet Plan has no row: say there what the plan is called, whose it is, and for which year.", Assert.Single(Refused(Written(null))));

    [Fact]
    public void What_is_no_workbook_is_said()
    {
        Assert.Equal("The file cannot be read as an Excel workbook. Save it again as an Excel workbook (.xlsx) and choose that file.", Assert.Single(Refused([(byte)'P', (byte)'K', 3, 4, 0, 0])));
        Assert.StartsWith("This is an Excel file of the old kind (.xls)", Assert.Single(Refused([0xD0, 0xCF, 0x11, 0xE0, 0, 0])));
        Assert.StartsWith("This is neither an Excel workbook (.xlsx) nor a plan in JSON.", Assert.Single(Refused("Ref;Theme"u8.ToArray())));
    }

    [Fact]
    public void A_file_that_unfolds_to_too_much_is_not_unfolded()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i <= 101; i++)
                entry.Write(zeros);
        }

        Assert.StartsWith("The workbook unfolds to more than 100 MB.", Assert.Single(Refused(file.ToArray())));
    }

    [Fact]
    public void A_text_that_looks_like_a_formula_stays_a_text()
    {
        var plan = Plan2010.File with { Achievements = ["=HYPERLINK(\"http://example.org\")", "+1", "-1", "@SUM(A1)"] };
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(plan)), false);
        var book = document.WorkbookPart!;
        var cells = book.Workbook.Sheets!.Elements<Sheet>().SelectMany(sheet => ((WorksheetPart)book.GetPartById(sheet.Id!.Value!)).Worksheet.Descendants<Cell>()).ToList();
        var styles = book.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();

        Assert.All(cells, cell => Assert.Null(cell.CellFormula));
        foreach (var text in plan.Achievements)
        {
            var cell = Assert.Single(cells, cell => cell.InnerText == text);
            Assert.Equal((CellValues.InlineString, true), (cell.DataType!.Value, styles[(int)cell.StyleIndex!.Value].QuotePrefix!.Value));
        }
    }

    [Fact]
    public void Dates_and_numbers_are_cells_of_their_type_and_choices_are_offered()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(Written(Plan2010.File)), false);
        var book = document.WorkbookPart!;
        Worksheet Of(string name) => ((WorksheetPart)book.GetPartById(book.Workbook.Sheets!.Elements<Sheet>().Single(sheet => sheet.Name == name).Id!.Value!)).Worksheet;
        var stage = Of("Stages").Descendants<Row>().ElementAt(2).Elements<Cell>().ToList();

        Assert.Equal(("40482", "68"), (stage[1].CellValue!.Text, stage[2].CellValue!.Text));
        Assert.All(stage.Skip(1).Take(2), cell => Assert.Null(cell.DataType));
        Assert.Contains(Of("Measures").Descendants<DataValidation>(), list => list.Formula1!.Text == "\"rate,count,cumulative,round,scheduled,judgement\"");
        Assert.Contains(Of("Stages").Descendants<DataValidation>(), list => list.Formula1!.Text == "Measures!$A$2:$A$2000");
        Assert.Equal(["Read me", "Plan", "Lines", "Leads", "Milestones", "Measures", "Baselines", "Stages", "Comparators", "Readings", "Panels", "Freezes", "Papers", "Notice", "Conditions", "Tests", "Achievements"],
            book.Workbook.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value));
    }

    private static byte[] Written(PlanFile? plan)
    {
        using var file = new MemoryStream();
        WorkbookWriter.Write(plan, file);
        return file.ToArray();
    }
}
