using System.Globalization;
using System.IO.Compression;
using System.Security;

namespace ImprovementSuite.Tests.SocialCare.AnnexA;

/// <summary>
/// Writes a workbook part by part, so that a test says what stands in each cell: a text, a <see cref="DateOnly"/> as Excel keeps it, a number,
/// <see cref="Error"/>, or null for nothing.
/// </summary>
internal sealed class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private readonly List<(string Name, string Xml)> _sheets = [];

    /// <summary>A cell with an error of Excel, such as #N/A.</summary>
    public sealed record Error(string Text);

    /// <summary>When the workbook says that it was saved, UTC; null: it does not say.</summary>
    public DateTime? SavedAt { get; init; } = new DateTime(2010, 8, 1, 9, 0, 0, DateTimeKind.Utc);

    public string Dimension { get; init; } = "A1:B2";

    public IReadOnlyList<(string Name, string Content)> OtherParts { get; init; } = [];

    public WorkbookWriter Sheet(string name, params object?[][] rows)
    {
        var cells = rows.Select((row, i) => $"<row r=\"{i + 1}\">{string.Concat(row.Select((cell, column) => Cell($"{Letter(column)}{i + 1}", cell)))}</row>");
        return Raw(name, $"<worksheet xmlns=\"{Main}\"><dimension ref=\"{Dimension}\"/><sheetData>{string.Concat(cells)}</sheetData></worksheet>");
    }

    public WorkbookWriter Raw(string name, string xml)
    {
        _sheets.Add((name, xml));
        return this;
    }

    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            var numbers = Enumerable.Range(1, _sheets.Count).ToList();
            Add(zip, "[Content_Types].xml",
                $"""
                 <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>
                 <Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
                 {string.Concat(numbers.Select(n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Types}.worksheet+xml\"/>"))}</Types>
                 """);
            Add(zip, "_rels/.rels",
                $"""<Relationships xmlns="{Relations}"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets>{string.Concat(numbers.Select(n => $"<sheet name=\"{SecurityElement.Escape(_sheets[n - 1].Name)}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>"))}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Relations}">{string.Concat(numbers.Select(n => $"<Relationship Id=\"rId{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"))}<Relationship Id="rId99" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, "xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>""");
            Add(zip, "docProps/core.xml",
                $"""
                 <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{(SavedAt is { } saved
                     ? $"<dcterms:modified xsi:type=\"dcterms:W3CDTF\">{saved:yyyy-MM-ddTHH:mm:ssZ}</dcterms:modified>" : "")}</cp:coreProperties>
                 """);
            foreach (var n in numbers)
                Add(zip, $"xl/worksheets/sheet{n}.xml", _sheets[n - 1].Xml);
            foreach (var (name, content) in OtherParts)
                Add(zip, name, content);
        }
        return memory.ToArray();
    }

    private static string Cell(string reference, object? content) => content switch
    {
        null => "",
        DateOnly day => $"<c r=\"{reference}\" s=\"1\"><v>{day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)}</v></c>",
        int or double => $"<c r=\"{reference}\"><v>{Convert.ToString(content, CultureInfo.InvariantCulture)}</v></c>",
        Error error => $"<c r=\"{reference}\" t=\"e\"><v>{error.Text}</v></c>",
        _ => $"<c r=\"{reference}\" t=\"inlineStr\"><is><t>{SecurityElement.Escape(content.ToString())}</t></is></c>",
    };

    private static string Letter(int column) => column < 26 ? ((char)('A' + column)).ToString() : $"{Letter(column / 26 - 1)}{Letter(column % 26)}";

    private static void Add(ZipArchive zip, string name, string content)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(content);
    }
}
