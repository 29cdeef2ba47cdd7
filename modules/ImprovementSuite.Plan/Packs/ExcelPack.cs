using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Packs;

/// <summary>The pack as an Excel workbook. Whatever a person wrote is a text in its cell and never a formula.</summary>
internal static class ExcelPack
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The row of a sheet's heads; over it stands what the sheet belongs to.</summary>
    public const int HeadRow = 2;

    // What a cell of Excel holds at most.
    private const int Longest = 32_767;
    private const uint A4 = 9;
    private const double LineHeight = 13;
    private const double HighestRow = 409;
    private const string Continued = " ... (the rest is in the Word pack)";

    /// <param name="progress">Is told of each row that is written.</param>
    public static void Write(PackContent pack, Stream file, PackProgress? progress = null)
    {
        progress ??= new();
        var (sheets, charts) = (PackSheets.Of(pack), PackChart.Of(pack));
        progress.Start(sheets.Sum(sheet => sheet.Rows.Count));

        using var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook);
        (document.PackageProperties.Title, document.PackageProperties.Creator, document.PackageProperties.Language) =
            (PackWords.Clean($"{pack.Title}: {PackWords.MarkingOf(pack)}"), PackWords.Clean(pack.Authority), "en-GB");
        var book = document.AddWorkbookPart();
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(ExcelStyles.Xml);

        var listed = new List<Sheet>();
        foreach (var sheet in sheets)
        {
            var part = Added(sheet.Name);
            using var writer = OpenXmlWriter.Create(part);
            Write(writer, sheet, pack, progress);
        }
        if (charts.Count > 0)
            ExcelCharts.Add(charts, pack, Added(ExcelCharts.FiguresSheet), Added(ExcelCharts.ChartsSheet));

        book.Workbook = new Workbook(
            new WorkbookProperties { Date1904 = false }, new BookViews(new WorkbookView { ActiveTab = 0 }), new Sheets(listed),
            new DefinedNames(sheets.Select((sheet, place) => new DefinedName(PrintTitles(sheet)) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)place })));

        string PrintTitles(PackSheet sheet)
        {
            var name = $"'{sheet.Name.Replace("'", "''")}'!";
            return $"{name}$A:${Column(sheet.Frozen - 1)},{name}$1:${HeadRow}";
        }

        WorksheetPart Added(string name)
        {
            var part = book.AddNewPart<WorksheetPart>();
            listed.Add(new() { Id = book.GetIdOfPart(part), SheetId = (uint)listed.Count + 1, Name = name });
            return part;
        }
    }

    private static void Write(OpenXmlWriter writer, PackSheet sheet, PackContent pack, PackProgress progress)
    {
        var last = Column(sheet.Columns.Count - 1);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView(new Pane
        {
            HorizontalSplit = sheet.Frozen, VerticalSplit = HeadRow, TopLeftCell = $"{Column(sheet.Frozen)}{HeadRow + 1}", ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen,
        }) { WorkbookViewId = 0, ShowGridLines = false, TabSelected = sheet.Name == "Summary" }));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = 15 });
        writer.WriteElement(new Columns(sheet.Columns.Select((column, place) => new Column { Min = (uint)place + 1, Max = (uint)place + 1, Width = column.Width, CustomWidth = true })));

        writer.WriteStartElement(new SheetData());
        writer.WriteElement(new Row(Text($"{pack.Title}. {PackWords.MarkingOf(pack)}. {PackWords.FiguresOn(pack)}. {PackWords.State(pack)}.", "A1", ExcelStyle.Title)) { RowIndex = 1, Height = 21, CustomHeight = true });
        writer.WriteElement(new Row(sheet.Columns.Select((column, place) => Text(column.Head, $"{Column(place)}{HeadRow}", column.Figures ? ExcelStyle.FiguresHead : ExcelStyle.Head))) { RowIndex = HeadRow, Height = 2 * LineHeight, CustomHeight = true });
        for (var i = 0; i < sheet.Rows.Count; i++)
        {
            var row = HeadRow + 1 + i;
            writer.WriteElement(new Row(sheet.Rows[i].Select((value, place) => Cell(value, $"{Column(place)}{row}"))) { RowIndex = (uint)row, Height = Height(sheet, sheet.Rows[i]), CustomHeight = true });
            progress.Step();
        }
        if (sheet.Rows.Count == 0)
            writer.WriteElement(new Row(Text("None", $"A{HeadRow + 1}")) { RowIndex = HeadRow + 1 });
        writer.WriteEndElement();

        writer.WriteElement(new AutoFilter { Reference = $"A{HeadRow}:{last}{HeadRow + Math.Max(1, sheet.Rows.Count)}" });
        WritePrint(writer, pack, new() { FitToWidth = (uint)sheet.PagesWide, FitToHeight = 0 });
        writer.WriteEndElement();
    }

    // Programs other than Excel do not find a row's height from its texts.
    private static double Height(PackSheet sheet, IReadOnlyList<object?> row) => Math.Min(HighestRow, LineHeight * row.Zip(sheet.Columns).Max(cell =>
        (cell.First is Rated rated ? rated.Word : cell.First as string)?.Split('\n').Sum(line => 1 + line.Length / (cell.Second.Width + 1)) ?? 1));

    /// <summary>How a sheet prints: landscape, with the marking and the page's number on each page.</summary>
    internal static void WritePrint(OpenXmlWriter writer, PackContent pack, PageSetup setup)
    {
        (setup.PaperSize, setup.Orientation) = (A4, OrientationValues.Landscape);
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.7, Bottom = 0.6, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(setup);
        writer.WriteElement(new HeaderFooter(
            new OddHeader($"&L{Printed(PackWords.MarkingOf(pack))}&R{Printed(PackWords.State(pack))}"),
            new OddFooter($"&L{Printed(PackWords.FiguresOn(pack))}&C&A&RPage &P of &N")));
    }

    internal static Cell Cell(object? value, string at) => value switch
    {
        // Empty, with the rule under its row.
        null => new() { CellReference = at, StyleIndex = ExcelStyle.Text },
        string text => Text(text, at),
        Rated rated => Text(rated.Word, at, ExcelStyle.Red + (uint)rated.Colour),
        int or long => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture), at, ExcelStyle.Whole),
        decimal number => Number(number, at, decimal.IsInteger(number) ? ExcelStyle.Whole : ExcelStyle.Decimal),
        DateOnly day => Number(ChartXml.Serial(day), at, ExcelStyle.Day),
        SheetFigure { Unit: Unit.Percent } figure => Number(PackChart.Plain(figure.Unit, figure.Value), at, ExcelStyle.Percent),
        SheetFigure { Unit: Unit.Pence } figure => Number(figure.Value, at, ExcelStyle.Pounds),
        SheetFigure figure => Number(figure.Value, at, decimal.IsInteger(figure.Value) ? ExcelStyle.Whole : ExcelStyle.Decimal),
        _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    /// <summary>An inline string: Excel never reads one as a formula. With the quote prefix it stays a text also when somebody edits it.</summary>
    internal static Cell Text(string text, string at, uint style = ExcelStyle.Text)
    {
        var shown = PackWords.Clean(text);
        if (shown.Length > Longest)
            shown = PackWords.Clean(shown[..(Longest - Continued.Length)]) + Continued;
        if (style == ExcelStyle.Text && shown.Length > 0 && shown[0] is '=' or '+' or '-' or '@' or '\t' or '\n')
            style = ExcelStyle.Quoted;
        return new(new InlineString(new Text(EscapedNumbers.Replace(shown)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = at, DataType = CellValues.InlineString, StyleIndex = style };
    }

    /// <summary>"A", "Z", "AA".</summary>
    internal static string Column(int place) => place < 26 ? ((char)('A' + place)).ToString() : Column(place / 26 - 1) + Column(place % 26);

    private static Cell Number(decimal number, string at, uint style) => new(new CellValue(number.ToString(CultureInfo.InvariantCulture))) { CellReference = at, StyleIndex = style };

    // An ampersand begins a code in what a page prints at its head, and the whole of it has 255 characters at most.
    private static string Printed(string text) => PackWords.Clean(text.Length > 100 ? text[..100] : text).Replace("&", "&&");
}
