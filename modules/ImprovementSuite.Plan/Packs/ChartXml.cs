using System.Globalization;
using System.Xml.Linq;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Packs;

/// <summary>
/// A native line chart for Word and Excel: the reading as a solid line with marks, what was expected as a dashed one without. It holds its
/// figures itself, so that it is drawn also where its workbook is not opened.
/// </summary>
internal static class ChartXml
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheet">The sheet that holds its figures: day, reading and expected in the columns A, B and C.</param>
    /// <param name="firstRow">The row of its first point.</param>
    /// <param name="workbook">The relation of the workbook embedded beside it; null where the chart stands in its workbook.</param>
    public static XDocument Of(PackChart chart, string sheet, int firstRow, string? workbook = null)
    {
        var format = chart.Unit switch { Unit.Percent => "0%", Unit.Pence => "£#,##0", _ => "#,##0" };
        var quoted = sheet.Replace("'", "''");
        return new(new XElement(C + "chartSpace",
            new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", R),
            Value("date1904", 0), Value("lang", "en-GB"), Value("roundedCorners", 0),
            new XElement(C + "chart",
                Title(chart.Title), Value("autoTitleDeleted", 0),
                new XElement(C + "plotArea",
                    new XElement(C + "layout"),
                    new XElement(C + "lineChart",
                        Value("grouping", "standard"), Value("varyColors", 0),
                        Series(0, "Reading", "1D70B8", null, 28575, "circle", point => point.Reading),
                        Series(1, "Expected", "0B0C0C", "sysDash", 19050, "none", point => point.Expected),
                        Value("marker", 1), Value("axId", 1), Value("axId", 2)),
                    new XElement(C + "dateAx", Axis(1, "b", "mmm yy", 2, grid: false), Value("auto", 1), Value("lblOffset", 100), Value("baseTimeUnit", "days"), Value("majorUnit", MonthsBetweenMarks(chart)), Value("majorTimeUnit", "months")),
                    new XElement(C + "valAx", Axis(2, "l", format, 1, grid: true), Value("crossBetween", "midCat"))),
                new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", 0)),
                Value("plotVisOnly", 1), Value("dispBlanksAs", "span")),
            new XElement(C + "spPr", new XElement(A + "solidFill", Colour("FFFFFF")), new XElement(A + "ln", new XElement(A + "noFill"))),
            new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", Type("defRPr", 900, bold: false)), new XElement(A + "endParaRPr", new XAttribute("lang", "en-GB")))),
            workbook is null ? null : new XElement(C + "externalData", new XAttribute(R + "id", workbook), Value("autoUpdate", 0))));

        XElement Series(int place, string name, string colour, string? dash, int width, string mark, Func<PackChartPoint, decimal?> figure)
        {
            var column = (char)('B' + place);
            return new(C + "ser",
                Value("idx", place), Value("order", place),
                new XElement(C + "tx", new XElement(C + "strRef", new XElement(C + "f", $"'{quoted}'!${column}${firstRow - 1}"),
                    new XElement(C + "strCache", Value("ptCount", 1), new XElement(C + "pt", new XAttribute("idx", 0), new XElement(C + "v", name))))),
                new XElement(C + "spPr", new XElement(A + "ln", new XAttribute("w", width), new XElement(A + "solidFill", Colour(colour)), dash is null ? null : new XElement(A + "prstDash", new XAttribute("val", dash)))),
                new XElement(C + "marker", Value("symbol", mark), mark == "none" ? null : new object[]
                {
                    Value("size", 7), new XElement(C + "spPr", new XElement(A + "solidFill", Colour(colour)), new XElement(A + "ln", new XElement(A + "noFill"))),
                }),
                new XElement(C + "cat", Figures('A', "d mmm yy", point => Serial(point.Day))),
                new XElement(C + "val", Figures(column, format, point => figure(point) is { } value ? PackChart.Plain(chart.Unit, value) : null)),
                Value("smooth", 0));
        }

        XElement Figures(char column, string formatCode, Func<PackChartPoint, decimal?> figure) => new(C + "numRef",
            new XElement(C + "f", $"'{quoted}'!${column}${firstRow}:${column}${firstRow + chart.Points.Count - 1}"),
            new XElement(C + "numCache",
                new XElement(C + "formatCode", formatCode), Value("ptCount", chart.Points.Count),
                chart.Points.Select((point, place) => figure(point) is { } value
                    ? new XElement(C + "pt", new XAttribute("idx", place), new XElement(C + "v", value.ToString(CultureInfo.InvariantCulture)))
                    : null)));
    }

    /// <summary>A day as Excel counts it.</summary>
    public static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    // About six marks, however long the trend is.
    private static int MonthsBetweenMarks(PackChart chart) => 1 + (chart.Points[^1].Day.DayNumber - chart.Points[0].Day.DayNumber) / 200;

    private static object[] Axis(int id, string place, string format, int crosses, bool grid) =>
    [
        Value("axId", id), new XElement(C + "scaling", Value("orientation", "minMax")), Value("delete", 0), Value("axPos", place),
        .. grid ? [new XElement(C + "majorGridlines", new XElement(C + "spPr", Stroke("E4E4E4")))] : Array.Empty<object>(),
        new XElement(C + "numFmt", new XAttribute("formatCode", format), new XAttribute("sourceLinked", 0)),
        Value("majorTickMark", "out"), Value("minorTickMark", "none"), Value("tickLblPos", "low"), new XElement(C + "spPr", Stroke("717171")),
        Value("crossAx", crosses), Value("crosses", "autoZero"),
    ];

    private static XElement Title(string title) => new(C + "title",
        new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(A + "p",
            new XElement(A + "pPr", Type("defRPr", 1000, bold: true)), new XElement(A + "r", Type("rPr", 1000, bold: true), new XElement(A + "t", PackWords.Clean(title)))))),
        Value("overlay", 0));

    private static XElement Type(string element, int size, bool bold) => new(A + element,
        new XAttribute("lang", "en-GB"), new XAttribute("sz", size), new XAttribute("b", bold ? 1 : 0), new XElement(A + "latin", new XAttribute("typeface", "Arial")));

    private static XElement Stroke(string colour) => new(A + "ln", new XAttribute("w", 9525), new XElement(A + "solidFill", Colour(colour)));

    private static XElement Colour(string colour) => new(A + "srgbClr", new XAttribute("val", colour));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));
}
