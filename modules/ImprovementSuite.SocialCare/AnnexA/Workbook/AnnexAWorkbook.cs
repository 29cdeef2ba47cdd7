using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ImprovementSuite.Platform.Files;

namespace ImprovementSuite.SocialCare.AnnexA.Workbook;

/// <summary>An Annex A workbook (.xlsx), opened: its lists, and when it was last saved.</summary>
internal sealed partial class AnnexAWorkbook : IDisposable
{
    public const long LargestFile = 50L << 20;

    /// <summary>Bytes that the file may unfold to: a small one can hold far more than its size.</summary>
    private const long LargestUnfolded = 500L << 20;

    /// <summary>The texts of all cells are in memory while it is read.</summary>
    private const long LargestTexts = 40L << 20;

    /// <summary>The list of sheets, and what says how the parts belong together.</summary>
    private const long LargestBook = 1L << 20;

    private const long LargestOther = 16L << 20;
    private const int MostParts = 2_000;

    private readonly SpreadsheetDocument _document;
    private readonly Dictionary<int, WorksheetPart> _sheets = [];
    private readonly Dictionary<string, long> _sizes;
    private readonly double _firstDay;
    private readonly HashSet<int> _dates;
    private List<string>? _texts;

    private AnnexAWorkbook(SpreadsheetDocument document, Dictionary<string, long> sizes)
    {
        (_document, _sizes) = (document, sizes);
        var book = document.WorkbookPart!;
        // By what they are: a part may have any name.
        RefuseLarger(book, LargestBook);
        RefuseLarger(book.SharedStringTablePart, LargestTexts);
        RefuseLarger(book.WorkbookStylesPart, LargestOther);
        _dates = book.WorkbookStylesPart is { } styles ? DateStyles.Of(styles.GetStream()) : [];
        var others = new List<string>();
        using var xml = BoundedXml.Reader(book.GetStream());
        while (xml.Forward())
        {
            if (xml.IsStart("workbookPr"))
                _firstDay = xml.GetAttribute("date1904") is "1" or "true" ? 1462 : 0;
            if (!xml.IsStart("sheet"))
                continue;
            var name = xml.GetAttribute("name") ?? "";
            if (RelationOf(xml) is { } id && book.GetPartById(id) is WorksheetPart part && ListOf(name) is { } list && _sheets.TryAdd(list, part))
                continue;
            others.Add(name);
        }
        OtherSheets = others;
        SavedAt = document.PackageProperties.Modified?.ToUniversalTime();
    }

    /// <summary>When a program last saved it, UTC; null where it does not say.</summary>
    public DateTime? SavedAt { get; }

    /// <summary>The numbers of the lists that it has, in order.</summary>
    public IReadOnlyList<int> Lists => [.. _sheets.Keys.Order()];

    /// <summary>Sheets that are no list of Annex A, or a second one of the same list.</summary>
    public IReadOnlyList<string> OtherSheets { get; }

    /// <summary>Bytes of all lists, unfolded.</summary>
    public long Size => _sheets.Keys.Sum(SizeOf);

    public long SizeOf(int list) => SizeOf(_sheets[list]);

    /// <exception cref="AnnexAFileException">It is no workbook, has no list of Annex A, or is too large.</exception>
    public static AnnexAWorkbook Open(string path)
    {
        using (var file = File.OpenRead(path))
            RefuseOther(file);
        SpreadsheetDocument? document = null;
        try
        {
            var sizes = Unfolded(path);
            document = SpreadsheetDocument.Open(path, isEditable: false);
            var workbook = new AnnexAWorkbook(document, sizes);
            return workbook._sheets.Count > 0
                ? workbook
                : throw new AnnexAFileException("The workbook has no sheet of Annex A: its sheets should be called List 1 to List 11. Rename them and send it again.");
        }
        catch (AnnexAFileException)
        {
            document?.Dispose();
            throw;
        }
        // What a broken workbook makes its reader throw is not foreseeable.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            document?.Dispose();
            throw new AnnexAFileException("The file cannot be read as an Excel workbook. Save it again as an Excel workbook (.xlsx) and send that.");
        }
    }

    /// <summary>The rows of a list.</summary>
    public SheetRows Rows(int list)
    {
        _texts ??= _document.WorkbookPart!.SharedStringTablePart is { } part ? WorkbookXml.SharedTexts(part.GetStream()) : [];
        return new($"List {list}", _sheets[list].GetStream(), _texts, _dates, _firstDay);
    }

    public void Dispose() => _document.Dispose();

    private long SizeOf(OpenXmlPart part) => _sizes.GetValueOrDefault(part.Uri.OriginalString.TrimStart('/').ToLowerInvariant());

    private void RefuseLarger(OpenXmlPart? part, long most)
    {
        if (part is not null && SizeOf(part) > most)
            throw TooLarge(most, Path.GetFileName(part.Uri.OriginalString));
    }

    /// <summary>What r:id says, in either of the two dialects.</summary>
    private static string? RelationOf(XmlReader sheet)
    {
        for (var more = sheet.MoveToFirstAttribute(); more; more = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName != "id" || sheet.NamespaceURI.Length == 0)
                continue;
            var id = sheet.Value;
            sheet.MoveToElement();
            return id;
        }
        sheet.MoveToElement();
        return null;
    }

    private static AnnexAFileException TooLarge(long most, string part) =>
        new($"The workbook unfolds to more than {most >> 20} MB{(part.Length > 0 ? $" in its part {part}" : "")}. Annex A needs far less: take out pictures, other sheets and empty formatted rows, and send it again.");

    /// <summary>By its first bytes: a name says nothing.</summary>
    private static void RefuseOther(FileStream file)
    {
        if (file.Length > LargestFile)
            throw new AnnexAFileException($"The workbook has more than {LargestFile >> 20} MB. Take out pictures and other sheets and send it again.");
        Span<byte> first = stackalloc byte[4];
        var read = file.ReadAtLeast(first, 4, throwOnEndOfStream: false);
        if (read == 4 && first.SequenceEqual<byte>([0xD0, 0xCF, 0x11, 0xE0]))
            throw new AnnexAFileException("The workbook is in the old Excel format or has a password. Save it as an Excel workbook (.xlsx) without a password and send that.");
        if (read < 4 || !first.SequenceEqual("PK\x03\x04"u8))
            throw new AnnexAFileException("The file is no Excel workbook. Save it as an Excel workbook (.xlsx) and send that.");
    }

    /// <summary>Counts what the parts really unfold to: the sizes that a file states may be untrue.</summary>
    private static Dictionary<string, long> Unfolded(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        if (zip.Entries.Count > MostParts)
            throw new AnnexAFileException($"The workbook has more than {MostParts:N0} parts. Annex A has 11 sheets: take out pictures and other sheets and send it again.");
        if (zip.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            throw new AnnexAFileException("The workbook has macros, which are not taken. Save it as an Excel workbook (.xlsx) without macros and send that.");
        var sizes = new Dictionary<string, long>();
        var buffer = new byte[81_920];
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            var most = entry.FullName.Contains("/worksheets/", StringComparison.OrdinalIgnoreCase) ? LargestUnfolded
                : entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? LargestTexts
                : entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName.StartsWith('[') ? LargestBook : LargestOther;
            var size = 0L;
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
                if ((size += read) > most || (total += read) > LargestUnfolded)
                    throw size > most ? TooLarge(most, entry.Name) : TooLarge(LargestUnfolded, "");
            // Two parts of one name: the larger may be the one that is read.
            var name = entry.FullName.ToLowerInvariant();
            sizes[name] = Math.Max(size, sizes.GetValueOrDefault(name));
        }
        return sizes;
    }

    /// <summary>"List 3", "LIST 03", "list_3 Referrals".</summary>
    private static int? ListOf(string sheet) =>
        SheetName().Match(sheet) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan) is >= 1 and <= 11 and var list ? list : null;

    [GeneratedRegex(@"^[\W_]*(?:annex[\W_]*a[\W_]*)?list[\W_]*0*([0-9]{1,2})(?![0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SheetName();
}
