using System.IO.Compression;
using System.Text;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>Workbooks that are small as a file and are not what they seem.</summary>
internal static class Bomb
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string Laughs =
        """<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>""";

    /// <summary>Each by what it does.</summary>
    public static readonly IReadOnlyDictionary<string, Func<byte[]>> All = new Dictionary<string, Func<byte[]>>
    {
        ["unfolds to far more"] = () => Of(texts: text => Repeat(text, new string('0', 1 << 16), 9_000)),
        ["has a tag without end"] = () => Of(sheet: text => Repeat(text, new string('1', 1 << 16), 1_400, before: "<row r=\"")),
        ["has elements in elements without end"] = () => Of(sheet: text => Repeat(text, string.Concat(Enumerable.Repeat("<a>", 1 << 12)), 3_000)),
        ["has sheets in sheets without end"] = () => Of(book: text => Repeat(text, string.Concat(Enumerable.Repeat("<a>", 1 << 12)), 80)),
        ["has a row of millions of cells"] = () => Of(sheet: text => Repeat(text, string.Concat(Enumerable.Repeat("<c/>", 1 << 12)), 1_500, before: "<row>", after: "</row>")),
        ["has millions of styles"] = () => Of(styles: text => Repeat(text, string.Concat(Enumerable.Repeat("<xf/>", 1 << 12)), 780, before: "<cellXfs>", after: "</cellXfs>")),
        ["has millions of texts"] = () => Of(texts: text => Repeat(text, string.Concat(Enumerable.Repeat("<si><t>a</t></si>", 1 << 12)), 590)),
        ["has a text of millions of runs"] = () => Of(texts: text => Repeat(text, string.Concat(Enumerable.Repeat("<r><t>a</t></r>", 1 << 12)), 300, before: "<si>", after: "</si>")),
        ["has millions of sheets"] = () => Of(book: text => Repeat(text, string.Concat(Enumerable.Repeat("<sheet/>", 1 << 12)), 400, before: "<sheets>", after: "</sheets>")),
        ["has entities of entities in a sheet"] = () => Of(sheet: text => text.Write("<row><c t=\"inlineStr\"><is><t>&e;</t></is></c></row>"), doctype: Laughs),
        ["is as wide as a sheet can be"] = () => Of(sheet: text =>
        {
            text.Write("<dimension ref=\"A1:XFD1048576\"/><sheetData>");
            for (var row = 1; row <= 20_000; row++)
                text.Write($"<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c><c r=\"XFD{row}\"><v>1</v></c></row>");
            text.Write("</sheetData>");
        }),
    };

    private static byte[] Of(Action<TextWriter>? book = null, Action<TextWriter>? sheet = null, Action<TextWriter>? texts = null, Action<TextWriter>? styles = null, string doctype = "")
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", text => text.Write(
                $"""
                 <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>
                 <Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.sharedStrings+xml"/>
                 <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Types}.worksheet+xml"/></Types>
                 """));
            Add(zip, "_rels/.rels", text => text.Write($"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""));
            Add(zip, "xl/_rels/workbook.xml.rels", text => text.Write(
                $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""));
            Add(zip, "xl/workbook.xml", Element("workbook", text =>
            {
                text.Write("""<sheets><sheet name="List 1" sheetId="1" r:id="rId1"/></sheets>""");
                book?.Invoke(text);
            }));
            Add(zip, "xl/styles.xml", Element("styleSheet", styles ?? (text => text.Write("<cellXfs><xf/></cellXfs>"))));
            Add(zip, "xl/sharedStrings.xml", Element("sst", texts ?? (_ => { })));
            Add(zip, "xl/worksheets/sheet1.xml", Element("worksheet", sheet ?? (text => text.Write("""<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>""")), doctype));
        }
        return memory.ToArray();
    }

    private static Action<TextWriter> Element(string name, Action<TextWriter> content, string doctype = "") => text =>
    {
        text.Write($"{doctype}<{name} xmlns=\"{Main}\" xmlns:r=\"{Office}\">");
        content(text);
        text.Write($"</{name}>");
    };

    private static void Add(ZipArchive zip, string name, Action<TextWriter> write)
    {
        using var text = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open(), new UTF8Encoding(false), 1 << 16);
        write(text);
    }

    private static void Repeat(TextWriter text, string what, int times, string before = "", string after = "")
    {
        text.Write(before);
        for (var i = 0; i < times; i++)
            text.Write(what);
        text.Write(after);
    }
}
