using System.Text;
using Sylvan.Data.Csv;

namespace ImprovementSuite.Plan.Readings;

/// <summary>The rows of a CSV file.</summary>
internal static class CsvRows
{
    /// <summary>Commas in a line, be they between fields or in a text; far more than readings have. A reader of CSV takes very long over a million.</summary>
    private const int MostCommas = 1_000;

    /// <exception cref="UnreadableFileException">It is no CSV.</exception>
    public static IEnumerable<FileRow> Read(byte[] content)
    {
        var text = Text(content);
        RefuseWide(text);
        using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', MaxBufferSize = ReadingFile.Largest });
        for (var number = 1; Next(csv); number++)
            yield return new(null, number, [.. Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetString(i))]);
    }

    private static void RefuseWide(string text)
    {
        var number = 1;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Count(',') > MostCommas)
                throw new UnreadableFileException($"Line {number:N0} has more than {MostCommas:N0} commas, and readings have fewer than twenty columns. Start from the template and bring that in.");
            number++;
        }
    }

    private static bool Next(CsvDataReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (Exception broken) when (broken is CsvFormatException or InvalidDataException)
        {
            throw new UnreadableFileException($"Row {csv.RowNumber + 1} cannot be read as CSV: look for a quotation mark that is not closed.");
        }
    }

    /// <summary>UTF-8, or where it is not, what older spreadsheets save.</summary>
    private static string Text(byte[] content)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(content);
        }
    }
}
