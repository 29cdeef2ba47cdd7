using Sylvan.Data.Csv;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>The suite's own CSV: one record type a file, told by its headings. README.md lists them.</summary>
internal sealed class CaseCsv : CaseExtract
{
    /// <summary>A larger row could not be sent anyway, and usually is a whole file after a quotation mark that is not closed.</summary>
    private const int LargestRow = 1 << 20;

    private readonly CaseCsvHeadings _headings;

    public CaseCsv(string path) : base(path)
    {
        using var csv = Open(OpenFile());
        _headings = CaseCsvHeadings.Read(csv, Name);
    }

    public override string UsualSource => "case-system";

    public override string? Notice => _headings.Unknown.Count == 0
        ? null
        : $"These columns of {Name} are not known and are left out: {string.Join(", ", _headings.Unknown)}.";

    public override IEnumerable<ExtractRow> Rows(Action<long>? position = null)
    {
        using var file = OpenFile();
        using var csv = Open(file);
        var row = new CaseCsvRow(csv, _headings);
        for (var number = 2; Next(csv, number); number++)
        {
            yield return row.Read(number);
            if (number % 256 == 0)
                position?.Invoke(file.Position);
        }
        position?.Invoke(Size);
    }

    private CsvDataReader Open(FileStream file)
    {
        try
        {
            // Text such as a worker's name may hold line breaks and quotes.
            return CsvDataReader.Create(new StreamReader(file), new CsvDataReaderOptions { BufferSize = 1 << 16, MaxBufferSize = LargestRow });
        }
        catch (CsvRecordTooLargeException large)
        {
            throw TooLarge(1, large);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException)
        {
            throw new ExtractException($"{Name}: the headings cannot be read. {broken.Message}", broken);
        }
    }

    private bool Next(CsvDataReader csv, int number)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvRecordTooLargeException large)
        {
            throw TooLarge(number, large);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException)
        {
            throw new ExtractException($"{Name}, row {number}: the row cannot be read. Look for a quotation mark that is not closed. {broken.Message}", broken);
        }
    }

    private ExtractException TooLarge(int number, CsvRecordTooLargeException large) => new(
        $"{Name}, row {number}: the row has more than {LargestRow:N0} characters, which is the most. Look for a quotation mark that is not closed, or a file that is no CSV.", large);
}
