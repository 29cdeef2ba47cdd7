using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using A = DocumentFormat.OpenXml.Drawing;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace ImprovementSuite.Plan.Packs;

/// <summary>The charts of the Excel pack on a sheet of their own, two beside each other, and the figures that they draw on another.</summary>
internal static class ExcelCharts
{
    public const string FiguresSheet = "Trend figures";
    public const string ChartsSheet = "Charts";

    // Of the default columns and rows.
    private const int Columns = 9;
    private const int Rows = 17;
    private const int RowsOfCharts = 2;
    private const int TopRows = 2;

    public static void Add(IReadOnlyList<PackChart> charts, PackContent pack, WorksheetPart figures, WorksheetPart sheet)
    {
        var firstRows = WriteFigures(charts, pack, figures);
        var drawings = sheet.AddNewPart<DrawingsPart>();
        drawings.WorksheetDrawing = new X.WorksheetDrawing(charts.Select((chart, place) => Placed(chart, place, Part(drawings, chart, firstRows[place]))));

        using var writer = OpenXmlWriter.Create(sheet);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }));
        writer.WriteElement(new SheetData(new Row(ExcelPack.Text($"{pack.Title}. {PackWords.MarkingOf(pack)}. Trend of each measure that was read more than once, and what the plan expected.", "A1", ExcelStyle.Title)) { RowIndex = 1 }));
        ExcelPack.WritePrint(writer, pack, new() { Scale = 85 });
        if (Breaks(charts.Count) is { Count: > 0 } breaks)
            writer.WriteElement(new RowBreaks(breaks) { Count = (uint)breaks.Count, ManualBreakCount = (uint)breaks.Count });
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Drawing { Id = sheet.GetIdOfPart(drawings) });
        writer.WriteEndElement();
    }

    /// <returns>The row of each chart's first point.</returns>
    private static IReadOnlyList<int> WriteFigures(IReadOnlyList<PackChart> charts, PackContent pack, WorksheetPart part)
    {
        var first = new List<int>();
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }));
        writer.WriteElement(new DocumentFormat.OpenXml.Spreadsheet.Columns(new Column { Min = 1, Max = 3, Width = 18, CustomWidth = true }));
        writer.WriteStartElement(new SheetData());
        writer.WriteElement(Line(1, ExcelPack.Text($"{pack.Title}. {PackWords.MarkingOf(pack)}. The figures behind the charts.", "A1", ExcelStyle.Title)));
        var row = 3;
        foreach (var chart in charts)
        {
            writer.WriteElement(Line(row, ExcelPack.Text(chart.Title, $"A{row}", ExcelStyle.Title)));
            row++;
            writer.WriteElement(Line(row, ExcelPack.Text("Day", $"A{row}", ExcelStyle.Head), ExcelPack.Text("Reading", $"B{row}", ExcelStyle.Head), ExcelPack.Text("Expected", $"C{row}", ExcelStyle.Head)));
            row++;
            first.Add(row);
            foreach (var point in chart.Points)
            {
                object?[] cells = [point.Day, SheetFigure.Of(point.Reading, chart.Unit), SheetFigure.Of(point.Expected, chart.Unit)];
                writer.WriteElement(Line(row, [.. cells.Select((value, place) => ExcelPack.Cell(value, $"{ExcelPack.Column(place)}{row}"))]));
                row++;
            }
            row++;
        }
        writer.WriteEndElement();
        ExcelPack.WritePrint(writer, pack, new() { FitToWidth = 1, FitToHeight = 0 });
        writer.WriteEndElement();
        return first;

        static Row Line(int row, params Cell[] cells) => new(cells) { RowIndex = (uint)row };
    }

    // A page holds two rows of charts and cuts none.
    private static IReadOnlyList<Break> Breaks(int charts) =>
        [.. Enumerable.Range(1, Math.Max(0, (charts - 1) / (2 * RowsOfCharts))).Select(page => new Break { Id = (uint)(TopRows + page * RowsOfCharts * Rows), Max = 16383, ManualPageBreak = true })];

    private static string Part(DrawingsPart drawings, PackChart chart, int firstRow)
    {
        var part = drawings.AddNewPart<ChartPart>();
        using (var stream = part.GetStream(FileMode.Create))
            ChartXml.Of(chart, FiguresSheet, firstRow).Save(stream, SaveOptions.DisableFormatting);
        return drawings.GetIdOfPart(part);
    }

    private static X.TwoCellAnchor Placed(PackChart chart, int place, string relation)
    {
        var (column, row) = (place % 2 * Columns, TopRows + (place / 2 * Rows));
        return new(
            new X.FromMarker(Marker(column, row)), new X.ToMarker(Marker(column + Columns - 1, row + Rows - 1)),
            new X.GraphicFrame(
                new X.NonVisualGraphicFrameProperties(
                    new X.NonVisualDrawingProperties { Id = (uint)place + 2, Name = $"Chart {place + 1}", Title = PackWords.Clean(chart.Title), Description = PackWords.Clean($"Line chart. {chart.Title}. {chart.Says}") },
                    new X.NonVisualGraphicFrameDrawingProperties()),
                new X.Transform(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = 0, Cy = 0 }),
                new A.Graphic(new A.GraphicData(new C.ChartReference { Id = relation }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" })) { Macro = "" },
            new X.ClientData());
    }

    private static OpenXmlElement[] Marker(int column, int row) =>
        [new X.ColumnId(column.ToString()), new X.ColumnOffset("0"), new X.RowId(row.ToString()), new X.RowOffset("0")];
}
