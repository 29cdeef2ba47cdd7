using System.Text;
using Sylvan.Data.Csv;

namespace ImprovementSuite.Workforce.Importing.Reading;

/// <summary>A line of a file: its number there, and its cells.</summary>
internal sealed record FileLine(int Number, IReadOnlyList<string> Cells);

/// <summary>The headings and lines of a CSV file or of the first sheet of an Excel workbook.</summary>
internal sealed record FileTable(IReadOnlyList<string> Headings, IReadOnlyList<FileLine> Lines)
{
    public const int LargestMegabytes = 20;

    private const int MostLines = 50_000;
    private const int LongestLine = 1 << 17;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>What older spreadsheets save.</summary>
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>What a file is, its first bytes say: its name may say anything.</summary>
    /// <exception cref="ImportFileException">It cannot be read as a table.</exception>
    public static FileTable Read(byte[] content)
    {
        var lines = content.AsSpan().StartsWith("PK\x03\x04"u8) ? WorkbookSheet.Read(content)
            : content.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? throw new ImportFileException("The workbook is in the old Excel format or has a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.")
            : Csv(content);
        var kept = new List<FileLine>();
        foreach (var line in lines.Where(line => line.Cells.Any(cell => cell.Length > 0)))
        {
            if (kept.Count > MostLines)
                throw new ImportFileException($"The file has more than {MostLines:N0} lines. Bring it in as several files.");
            kept.Add(line);
        }
        return kept.Count == 0
            ? throw new ImportFileException("The file is empty. Download the form, fill it and choose that.")
            : new([.. kept[0].Cells], kept[1..]);
    }

    private static IEnumerable<FileLine> Csv(byte[] content)
    {
        using var csv = CsvDataReader.Create(new StringReader(TextOf(content)), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', MaxBufferSize = LongestLine });
        for (var next = 1; ;)
        {
            var number = next;
            try
            {
                if (!csv.Read())
                    yield break;
            }
            catch (Exception broken) when (broken is CsvRecordTooLargeException or FormatException or InvalidDataException or InvalidOperationException)
            {
                throw new ImportFileException($"Line {number:N0} cannot be read as CSV. Look for a quotation mark in it that is not closed, or that stands inside a text.");
            }
            // A text in quotation marks may run over several lines.
            next += Math.Max(1, csv.GetRawRecordSpan().Count('\n'));
            yield return new(number, [.. Enumerable.Range(0, csv.RowFieldCount).Select(cell => csv.GetString(cell).Trim())]);
        }
    }

    private static string TextOf(byte[] content)
    {
        if (content.AsSpan().StartsWith<byte>([0xFF, 0xFE]))
            return Encoding.Unicode.GetString(content.AsSpan(2));
        var text = content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content.AsSpan(3) : content.AsSpan();
        try
        {
            return Utf8.GetString(text);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(text);
        }
    }
}
