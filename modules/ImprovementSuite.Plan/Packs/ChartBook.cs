using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ImprovementSuite.Plan.Packs;

/// <summary>
/// The small workbook inside a Word chart: without it Word draws the chart and will not let anybody edit its figures. It has one sheet of
/// figures and no words of the plan, so it is written as it stands.
/// </summary>
internal static class ChartBook
{
    public const string Sheet = "Figures";
    public const int FirstRow = 2;

    private const string Head = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static void Write(PackChart chart, Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml",
            $"""
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/></Types>
            """);
        Part(zip, "_rels/.rels", Relations(("officeDocument", "xl/workbook.xml")));
        Part(zip, "xl/_rels/workbook.xml.rels", Relations(("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")));
        Part(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="{Sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        Part(zip, "xl/styles.xml",
            $"""
            <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="15" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="{(chart.Unit == Contracts.Unit.Percent ? 10 : 4)}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
            """);
        Part(zip, "xl/worksheets/sheet1.xml", Figures(chart));
    }

    private static string Figures(PackChart chart)
    {
        var sheet = new StringBuilder($"""<worksheet xmlns="{Main}"><cols><col min="1" max="3" width="14" customWidth="1"/></cols><sheetData><row r="1">{Words("A1", "Day")}{Words("B1", "Reading")}{Words("C1", "Expected")}</row>""");
        for (var i = 0; i < chart.Points.Count; i++)
        {
            var (point, row) = (chart.Points[i], FirstRow + i);
            sheet.Append(CultureInfo.InvariantCulture, $"""<row r="{row}"><c r="A{row}" s="1"><v>{ChartXml.Serial(point.Day)}</v></c>{Number($"B{row}", point.Reading)}{Number($"C{row}", point.Expected)}</row>""");
        }
        return sheet.Append("</sheetData></worksheet>").ToString();

        string Number(string cell, decimal? value) =>
            value is { } figure ? string.Create(CultureInfo.InvariantCulture, $"""<c r="{cell}" s="2"><v>{PackChart.Plain(chart.Unit, figure)}</v></c>""") : "";

        static string Words(string cell, string words) => $"""<c r="{cell}" t="inlineStr"><is><t>{words}</t></is></c>""";
    }

    private static string Relations(params IEnumerable<(string Kind, string Target)> relations) =>
        $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(relations.Select((to, i) => $"""<Relationship Id="rId{i + 1}" Type="{Office}/{to.Kind}" Target="{to.Target}"/>"""))}</Relationships>""";

    private static void Part(ZipArchive zip, string name, string xml)
    {
        using var entry = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
        entry.Write(Head);
        entry.Write(xml);
    }
}
