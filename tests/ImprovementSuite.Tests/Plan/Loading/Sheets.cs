using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace ImprovementSuite.Tests.Plan.Loading;

/// <summary>Workbooks as people and other programs make them: sheets of rows, each cell a text, a number, a date or a percentage.</summary>
internal sealed class Sheets
{
    private readonly List<(string Name, object?[][] Rows)> _sheets = [];

    /// <summary>A plan of one line and one measure, of which a test changes what it is about.</summary>
    public static Sheets OfPlan(params object?[][] stages) => new Sheets()
        .With("Plan", ["Title", "Authority", "Updated", "Start", "End"], ["Plan", "Council", new DateOnly(2010, 8, 20), new DateOnly(2010, 4, 1), "31 March 2011"])
        .With("Lines", ["Reference", "Theme", "Name", "Action", "Measures"], ["1.1", "T", "N", "A", "NI59"])
        .With("Measures", ["Code", "Title", "Kind", "Unit", "Polarity", "Frequency", "Rated on", "Thing", "Things"], ["NI59", "M", "rate", "percent", "high is good", "daily", "year to date", "one", "several"])
        .With("Stages", [["Measure", "By", "Value"], .. stages]);

    public Sheets With(string name, params object?[][] rows)
    {
        _sheets.RemoveAll(sheet => sheet.Name == name);
        _sheets.Add((name, rows));
        return this;
    }

    public Sheets Without(string name)
    {
        _sheets.RemoveAll(sheet => sheet.Name == name);
        return this;
    }

    public byte[] File()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var listed = new DocumentFormat.OpenXml.Spreadsheet.Sheets();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new(
                """
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
                <cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="9" applyNumberFormat="1"/></cellXfs></styleSheet>
                """);
            var texts = book.AddNewPart<SharedStringTablePart>();
            texts.SharedStringTable = new SharedStringTable();
            foreach (var (name, rows) in _sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select(row => new Row(row.Select(value => Cell(value, texts.SharedStringTable))))));
                listed.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)listed.ChildElements.Count + 1, Name = name });
            }
            book.Workbook = new Workbook(listed);
        }
        return file.ToArray();
    }

    private static Cell Cell(object? value, SharedStringTable texts)
    {
        switch (value)
        {
            case null:
                return new Cell();
            case string text:
                texts.Append(new SharedStringItem(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
                return new Cell(new CellValue((texts.ChildElements.Count - 1).ToString(CultureInfo.InvariantCulture))) { DataType = CellValues.SharedString };
            case DateOnly day:
                return new Cell(new CellValue(day.ToDateTime(default).ToOADate().ToString(CultureInfo.InvariantCulture))) { StyleIndex = 1 };
            case Percent percent:
                return new Cell(new CellValue(percent.Share)) { StyleIndex = 2 };
            case bool flag:
                return new Cell(new CellValue(flag ? "1" : "0")) { DataType = CellValues.Boolean };
            default:
                return new Cell(new CellValue(Convert.ToString(value, CultureInfo.InvariantCulture)!));
        }
    }

    /// <summary>A share that the sheet shows as a percentage, in the digits that a program saved.</summary>
    internal sealed record Percent(string Share);
}
