using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace ImprovementSuite.Platform.Files;

/// <summary>
/// The first sheet of an Excel workbook (.xlsx), a part after the other with bounded memory. A day is written as yyyy-mm-dd where its column is formatted as
/// one, and a formula is its last value.
/// </summary>
internal static class WorkbookSheet
{
    private const int MostColumns = 60;
    private const long LargestUnfolded = 100L << 20;

    /// <summary>Days are counted from here; the day of 29 February 1900, which never was, is before all that are taken.</summary>
    private static readonly DateOnly Zero = new(1899, 12, 30);

    /// <summary>Workbooks of old Macs count from here.</summary>
    private static readonly DateOnly Zero1904 = new(1904, 1, 1);

    /// <exception cref="FileRefusedException">It is no workbook, or holds too much.</exception>
    public static IReadOnlyList<FileLine> Read(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            RefuseLarge(zip);
            var (first, zero) = FirstSheet(zip);
            var sheet = zip.GetEntry(first) ?? throw new InvalidDataException("It has no sheet.");
            return Rows(sheet.Open(), zip.GetEntry("xl/sharedStrings.xml") is { } texts ? Texts(texts.Open()) : [], zip.GetEntry("xl/styles.xml") is { } styles ? DayStyles(styles.Open()) : [], zero);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or FormatException or OverflowException or ArgumentException or NotSupportedException)
        {
            throw new FileRefusedException("The file cannot be read as an Excel workbook. Save it again as an Excel workbook (.xlsx), or as CSV, and choose that.");
        }
    }

    /// <summary>Counts what the parts really unfold to: a small file can hold far more than its size.</summary>
    private static void RefuseLarge(ZipArchive zip)
    {
        var (left, buffer) = (LargestUnfolded, new byte[81_920]);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
                if ((left -= read) < 0)
                    throw new FileRefusedException($"The workbook unfolds to more than {LargestUnfolded >> 20} MB. Take out pictures, other sheets and empty formatted rows, or save it as CSV.");
        }
    }

    /// <summary>The first sheet's part, and the day from which the workbook counts days.</summary>
    private static (string Part, DateOnly Zero) FirstSheet(ZipArchive zip)
    {
        using var book = BoundedXml.Reader((zip.GetEntry("xl/workbook.xml") ?? throw new InvalidDataException("It has no list of sheets.")).Open());
        var (relation, zero) = ((string?)null, Zero);
        while (relation is null && book.Forward())
            if (IsStart(book, "workbookPr") && book.GetAttribute("date1904") is "1" or "true")
                zero = Zero1904;
            else if (IsStart(book, "sheet"))
                relation = Attribute(book, "id");
        using var relations = BoundedXml.Reader((zip.GetEntry("xl/_rels/workbook.xml.rels") ?? throw new InvalidDataException("It has no list of parts.")).Open());
        while (relations.Forward())
            if (IsStart(relations, "Relationship") && relations.GetAttribute("Id") == relation && relations.GetAttribute("Target") is { } target)
                return (target.StartsWith('/') ? target[1..] : $"xl/{target}", zero);
        throw new InvalidDataException("It has no sheet.");
    }

    private static List<string> Texts(Stream part)
    {
        var texts = new List<string>();
        using var xml = BoundedXml.Reader(part);
        while (xml.Forward())
            if (IsStart(xml, "si"))
                texts.Add(TextWithin(xml, "t"));
        return texts;
    }

    /// <summary>Which styles show a number as a day: the built-in ones, and those of a format of its own that has a d or a y outside of quotes.</summary>
    private static HashSet<int> DayStyles(Stream part)
    {
        var (own, days, place, inCells) = (new HashSet<int>(), new HashSet<int>(), 0, false);
        using var xml = BoundedXml.Reader(part);
        while (xml.Forward())
        {
            if (IsStart(xml, "numFmt") && string.Concat((xml.GetAttribute("formatCode") ?? "").Split('"').Where((_, i) => i % 2 == 0)).AsSpan().IndexOfAny("dDyY") >= 0 && !(xml.GetAttribute("formatCode") ?? "").Contains("[Red]", StringComparison.OrdinalIgnoreCase))
                own.Add(int.Parse(xml.GetAttribute("numFmtId")!, CultureInfo.InvariantCulture));
            else if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element;
            else if (inCells && IsStart(xml, "xf"))
            {
                if (int.TryParse(xml.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var format) && (format is >= 14 and <= 17 or 22 || own.Contains(format)))
                    days.Add(place);
                place++;
            }
        }
        return days;
    }

    private static List<FileLine> Rows(Stream part, List<string> texts, HashSet<int> days, DateOnly zero)
    {
        var (rows, number) = (new List<FileLine>(), 0);
        using var xml = BoundedXml.Reader(part);
        while (xml.Forward())
        {
            if (!IsStart(xml, "row"))
                continue;
            number = int.TryParse(xml.GetAttribute("r"), CultureInfo.InvariantCulture, out var given) ? given : number + 1;
            if (xml.IsEmptyElement)
                continue;
            var (cells, depth) = (new List<string>(), xml.Depth);
            while (xml.Forward() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
            {
                if (!IsStart(xml, "c"))
                    continue;
                var column = xml.GetAttribute("r") is { } reference ? Column(reference) : cells.Count;
                var (kind, style) = (xml.GetAttribute("t"), xml.GetAttribute("s"));
                var text = TextWithin(xml, "v", "t");
                if (column >= MostColumns || text.Length == 0)
                    continue;
                while (cells.Count <= column)
                    cells.Add("");
                cells[column] = kind switch
                {
                    "s" => texts[int.Parse(text, CultureInfo.InvariantCulture)].Trim(),
                    "b" => text == "1" ? "Yes" : "No",
                    "str" or "inlineStr" or "d" or "e" => text.Trim(),
                    _ => NumberText(text, style is not null && days.Contains(int.Parse(style, CultureInfo.InvariantCulture)) ? zero : null),
                };
            }
            rows.Add(new(number, cells));
        }
        return rows;
    }

    private static string NumberText(string text, DateOnly? zero)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return text.Trim();
        return zero is { } day && number is >= 1 and < 2_950_000 ? day.AddDays((int)number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : ((decimal)number).ToString("0.#########", CultureInfo.InvariantCulture);
    }

    /// <summary>The text of some elements within the one that the reader stands on; it then stands on the end.</summary>
    private static string TextWithin(XmlReader xml, params ReadOnlySpan<string> names)
    {
        if (xml.IsEmptyElement)
            return "";
        var (text, depth, within) = (new StringBuilder(), xml.Depth, false);
        while (xml.Forward() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
                within = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement && names.Contains(xml.LocalName);
            else if (within && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
                text.Append(xml.Value);
        }
        return text.ToString();
    }

    private static int Column(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(4))
            column = column * 26 + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column - 1;
    }

    /// <summary>By its local name, whichever dialect of the format it is.</summary>
    private static string? Attribute(XmlReader xml, string name)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml.LocalName == name && xml.NamespaceURI.Length > 0)
            {
                var value = xml.Value;
                xml.MoveToElement();
                return value;
            }
        xml.MoveToElement();
        return null;
    }

    private static bool IsStart(XmlReader xml, string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;
}
