using System.Text;
using Sylvan.Data.Csv;

namespace ImprovementSuite.Platform.Files;

/// <summary>A line of a file.</summary>
/// <param name="Number">Its number in the file.</param>
/// <param name="Cells">What stands in it, without spaces at the ends.</param>
public sealed record FileLine(int Number, IReadOnlyList<string> Cells);

/// <summary>A CSV file or the first sheet of an Excel workbook, as a person fills one.</summary>
/// <param name="Headings">Its first line that is not empty.</param>
/// <param name="Lines">The lines under it that are not empty.</param>
public sealed record FileTable(IReadOnlyList<string> Headings, IReadOnlyList<FileLine> Lines)
{
    /// <summary>No file is larger.</summary>
    public const int LargestMegabytes = 20;

    private const int MostLines = 50_000;
    private const int LongestLine = 1 << 17;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>What older spreadsheets save.</summary>
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>What a file is, its first bytes say: its name may say anything.</summary>
    /// <exception cref="FileRefusedException">It cannot be read as a table.</exception>
    public static FileTable Read(byte[] content)
    {
        var lines = content.AsSpan().StartsWith("PK\x03\x04"u8) ? WorkbookSheet.Read(content)
            : content.AsSpan().StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0]) ? throw new FileRefusedException("The workbook is in the old Excel format or has a password. Save it as an Excel workbook (.xlsx) without a password, or as CSV.")
            : Csv(content);
        var kept = new List<FileLine>();
        foreach (var line in lines.Where(line => line.Cells.Any(cell => cell.Length > 0)))
        {
            if (kept.Count > MostLines)
                throw new FileRefusedException($"The file has more than {MostLines:N0} lines. Bring it in as several files.");
            kept.Add(line);
        }
        return kept.Count == 0
            ? throw new FileRefusedException("The file is empty. Download the form, fill it and choose that.")
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
                throw new FileRefusedException($"Line {number:N0} cannot be read as CSV. Look for a quotation mark in it that is not closed, or that stands inside a text.");
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
