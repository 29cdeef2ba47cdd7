using System.Text;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Readings;
using MiniExcelLibs;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Readings;

public sealed class ReadingsFileTests
{
    private const string Head = "measure,from,to,numerator,denominator,value,grade,note,scope\r\n";

    [Fact]
    public void A_csv_becomes_readings()
    {
        var (drafts, errors) = Csv(Head + "NI60,2010-07-01,2010-07-31,128,146,,,\"a note, with a comma\",\r\n\r\nPDR-COMPLETED,,2010-08-20,,,64.5,,,locality: Central\r\n");

        Assert.Empty(errors);
        Assert.Equal([("NI60", Figure.Rate(128, 146), "a note, with a comma"), ("PDR-COMPLETED", Figure.AsStated(64.5m), null)], drafts.Select(draft => (draft.Measure.Code, draft.Figure!, draft.Note)));
        Assert.Equal(Scope.Locality("Central"), drafts[1].Scope);
    }

    [Fact]
    public void Errors_name_the_row_as_a_spreadsheet_counts_and_the_column()
    {
        var (drafts, errors) = Csv(Head + "NI60,2010-07-01,2010-07-31,128,146,,,,\r\n\r\nNI999,,2010-08-20,,,64,,,\r\nNI60,,2010-08-20,9,8,,,,\r\n");

        Assert.Single(drafts);
        Assert.Equal([("readings.csv", null, 4, "measure"), ("readings.csv", null, 5, "numerator")], errors.Select(error => (error.File, error.Sheet, error.Row!.Value, error.Column!)));
    }

    [Fact]
    public void One_reading_may_not_stand_twice_in_a_file()
    {
        var (_, errors) = Csv(Head + "NI60,,2010-08-20,,,80,,,\r\nNI60,2010-04-01,20 August 2010,,,81,,,\r\nNI60,,2010-08-20,,,80,,,locality: Central\r\n");

        Assert.Equal("The same measure, days and scope stand in row 2 already", Assert.Single(errors).What);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("\r\n", "The file has no rows.")]
    [InlineData("measure,from,to\r\n", "There are no readings under the headings.")]
    [InlineData("measure,when,to\r\nNI60,x,y\r\n", "\"when\" is no column of readings: they are measure, from, to, numerator, denominator, value, grade, note, scope, round")]
    [InlineData("from,to\r\n", "The column \"measure\" is missing: the first row has the headings of the template")]
    [InlineData("measure,to,to\r\n", "The column \"to\" stands twice")]
    public void What_is_wrong_with_the_file_itself_is_said(string text, string what) => Assert.Equal(what, Csv(text).Errors[0].What);

    [Theory]
    [InlineData("figures.xls", "Only .csv and .xlsx files can be read. Save the file as one of these.")]
    [InlineData("figures.xlsx", "The file is no Excel workbook (.xlsx). Older .xls files are not read: save it as .xlsx or as CSV.")]
    public void Another_kind_of_file_is_refused(string name, string what) =>
        Assert.Equal(what, Assert.Single(ReadingsFile.Read(name, "not a workbook"u8.ToArray(), Plan2010.Snapshot.Content.Measures, Plan2010.UpdateDay).Errors).What);

    [Fact]
    public void More_than_5_MB_is_refused() =>
        Assert.Equal("The file is larger than 5 MB. Bring it in in parts.", Assert.Single(ReadingsFile.Read("a.csv", new byte[ReadingFile.Largest + 1], Plan2010.Snapshot.Content.Measures, Plan2010.UpdateDay).Errors).What);

    [Fact]
    public void A_file_of_an_older_spreadsheet_keeps_its_pounds()
    {
        var (drafts, errors) = ReadingsFile.Read("a.csv", Encoding.Latin1.GetBytes(Head + "AGENCY-SPEND,,2010-08-20,,,£467459,,,\r\n"), Plan2010.Snapshot.Content.Measures, Plan2010.UpdateDay);

        Assert.Empty(errors);
        Assert.Equal(46_745_900, Assert.Single(drafts).Figure!.Numerator);
    }

    [Fact]
    public void A_workbook_has_dates_and_numbers_and_what_looks_like_a_formula_is_text()
    {
        var (drafts, errors) = Workbook("Readings",
            new() { ["measure"] = "NI60", ["from"] = new DateTime(2010, 7, 1), ["to"] = new DateTime(2010, 7, 31), ["numerator"] = 128, ["denominator"] = 146, ["note"] = "=1+1" },
            new() { ["measure"] = "PDR-COMPLETED", ["from"] = null, ["to"] = "20 August 2010", ["value"] = 64.5 });

        Assert.Empty(errors);
        Assert.Equal([("NI60", Figure.Rate(128, 146), "=1+1"), ("PDR-COMPLETED", Figure.AsStated(64.5m), null)], drafts.Select(draft => (draft.Measure.Code, draft.Figure!, draft.Note)));
    }

    [Fact]
    public void Errors_of_a_workbook_name_sheet_row_and_column()
    {
        var (_, errors) = Workbook("Readings",
            new() { ["measure"] = "NI60", ["from"] = null, ["to"] = new DateTime(2010, 7, 31), ["numerator"] = 128, ["denominator"] = 146 },
            new() { ["measure"] = "NI60", ["from"] = null, ["to"] = new DateTime(2010, 9, 30), ["numerator"] = 1, ["denominator"] = 2 });

        Assert.Equal(new FileError("readings.xlsx", "Readings", 3, "C (to)", "30 September 2010 lies in the future: today is 20 August 2010"), Assert.Single(errors));
    }

    [Fact]
    public void The_template_has_the_columns_and_the_measures_and_can_be_brought_in_again()
    {
        var workbook = ReadingTemplate.Workbook(Plan2010.Snapshot.Content.Measures.Values);

        using var stream = new MemoryStream(workbook);
        Assert.Equal(["Readings", "Measures", "Columns"], MiniExcel.GetSheetNames(stream));
        Assert.Equal(Plan2010.File.Measures.Count + 1, MiniExcel.Query(stream, sheetName: "Measures").Count());
        Assert.Equal("There are no readings under the headings.", Assert.Single(ReadingsFile.Read("readings.xlsx", workbook, Plan2010.Snapshot.Content.Measures, Plan2010.UpdateDay).Errors).What);
        Assert.Equal("There are no readings under the headings.", Csv(Encoding.UTF8.GetString(ReadingTemplate.Csv())).Errors[0].What);
    }

    private static (IReadOnlyList<ReadingDraft> Drafts, IReadOnlyList<FileError> Errors) Csv(string text) =>
        ReadingsFile.Read("readings.csv", Encoding.UTF8.GetBytes(text), Plan2010.Snapshot.Content.Measures, Plan2010.UpdateDay);

    private static (IReadOnlyList<ReadingDraft> Drafts, IReadOnlyList<FileError> Errors) Workbook(string sheet, params Dictionary<string, object?>[] rows)
    {
        using var file = new MemoryStream();
        // Every row with every column, as a spreadsheet has them.
        file.SaveAs(rows.Select(row => ReadingColumns.All.ToDictionary(column => column, column => row.GetValueOrDefault(column))).ToList(), sheetName: sheet);
        return ReadingsFile.Read("readings.xlsx", file.ToArray(), Plan2010.Snapshot.Content.Measures, Plan2010.UpdateDay);
    }
}
