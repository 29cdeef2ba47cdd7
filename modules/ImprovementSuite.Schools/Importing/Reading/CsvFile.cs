using System.Text;
using ImprovementSuite.Platform.Ui;
using Sylvan.Data.Csv;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>
/// A CSV file of a register or of results, line by line. Its cells are found by heading, whatever their order and case; a line that ends early has blanks
/// where its cells are missing.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    public const int LargestMegabytes = 100;

    private const int LongestLine = 1 << 17;
    private const int Buffer = 1 << 16;

    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>What older spreadsheets save.</summary>
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly CsvDataReader _csv;
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private int _next = 1;

    private CsvFile(CsvDataReader csv)
    {
        _csv = csv;
        if (!Next())
            throw new ImportFileException("The file is empty. Choose the CSV file with its headings in the first line.");
        for (var column = 0; column < _csv.RowFieldCount; column++)
            if (this[column] is { Length: > 0 } heading && !_columns.TryAdd(heading, column))
                throw new ImportFileException($"Line {Line}: the heading {heading} stands there twice. Take one of the two columns out.");
        Headings = [.. _columns.Keys];
        Width = _csv.RowFieldCount;
    }

    public IReadOnlyList<string> Headings { get; }

    /// <summary>Where the present line begins in the file, its headings being line 1. A text in quotation marks may run over several lines.</summary>
    public int Line { get; private set; }

    /// <summary>How many cells the headings have.</summary>
    private int Width { get; }

    /// <summary>A cell of the present line, without the spaces around it; empty where the file or the line has none.</summary>
    public string this[int column] => column < 0 || column >= _csv.RowFieldCount ? "" : _csv.GetFieldSpan(column).Trim().ToString();

    /// <summary>Opens a file that is UTF-8, with or without a byte-order mark, or Windows-1252.</summary>
    /// <param name="content">Can be read twice: the first time finds out which of them it is.</param>
    /// <exception cref="ImportFileException">It is too large, or no CSV.</exception>
    public static CsvFile Open(Stream content)
    {
        if (content.Length > (long)LargestMegabytes << 20)
            throw new ImportFileException($"The file has more than {LargestMegabytes} MB. The national tables have about 25: choose the CSV file itself.");
        Span<byte> start = stackalloc byte[2];
        if (content.ReadAtLeast(start, 2, throwOnEndOfStream: false) == 2 && start.SequenceEqual("PK"u8))
            throw new ImportFileException("The file is an Excel workbook or a zip file. Save it as CSV (comma delimited) and choose that.");
        content.Position = 0;
        var reader = new StreamReader(content, EncodingOf(content), detectEncodingFromByteOrderMarks: true, Buffer, leaveOpen: true);
        return new CsvFile(CsvDataReader.Create(reader, new CsvDataReaderOptions { HasHeaders = false, Delimiter = ',', BufferSize = Buffer, MaxBufferSize = LongestLine }));
    }

    /// <summary>The column of a heading, by the first of its names that the file has; -1 where it has none.</summary>
    public int Column(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (_columns.TryGetValue(name, out var column))
                return column;
        return -1;
    }

    /// <summary>Refuses a file without the headings that it needs.</summary>
    public void Need(string what, params IEnumerable<string> headings)
    {
        var missing = headings.Where(heading => !_columns.ContainsKey(heading)).ToList();
        if (missing.Count > 0)
            throw new ImportFileException(
                $"Line 1: {(missing.Count == 1 ? "the heading" : "the headings")} {Say.List(missing)} {(missing.Count == 1 ? "is" : "are")} missing, without which this is no {what}. Choose another file, or put {(missing.Count == 1 ? "it" : "them")} in.");
    }

    /// <summary>Goes on to the next line that is not blank; false at the end.</summary>
    /// <exception cref="ImportFileException">It is no CSV from there on.</exception>
    public bool Next()
    {
        do
        {
            Line = _next;
            try
            {
                if (!_csv.Read())
                    return false;
            }
            catch (CsvRecordTooLargeException)
            {
                throw new ImportFileException($"Line {Line:N0} has more than {LongestLine:N0} characters. Look for a quotation mark that is not closed.");
            }
            catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException)
            {
                throw new ImportFileException($"Line {Line:N0} cannot be read as CSV. Look for a quotation mark in it that is not closed, or that stands inside a text.");
            }
            _next += _csv.GetRawRecordSpan().Count('\n');
        }
        while (IsBlank());
        return true;
    }

    /// <summary>Whether something stands beyond the last heading, as where a comma in a name is not in quotation marks.</summary>
    public bool IsTooLong()
    {
        for (var column = Width; column < _csv.RowFieldCount; column++)
            if (!_csv.GetFieldSpan(column).Trim().IsEmpty)
                return true;
        return false;
    }

    public void Dispose() => _csv.Dispose();

    private bool IsBlank()
    {
        for (var column = 0; column < _csv.RowFieldCount; column++)
            if (!_csv.GetFieldSpan(column).Trim().IsEmpty)
                return false;
        return true;
    }

    private static Encoding EncodingOf(Stream content)
    {
        try
        {
            using var reader = new StreamReader(content, Utf8, detectEncodingFromByteOrderMarks: true, Buffer, leaveOpen: true);
            var text = new char[Buffer];
            while (reader.Read(text) > 0)
            {
            }
            return Utf8;
        }
        catch (DecoderFallbackException)
        {
            return Windows1252;
        }
        finally
        {
            content.Position = 0;
        }
    }
}
