using Google.Protobuf.Reflection;
using ImprovementSuite.FeedAgent.Sending;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Workforce.Feed.V1;
using Sylvan.Data.Csv;

namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>The suite's own CSV of a feed's records: one record type a file, told by its headings. README.md lists them.</summary>
internal sealed class RecordCsv<TRecord> : RecordExtract<TRecord> where TRecord : class, IFeedRecord, new()
{
    private readonly RecordCsvHeadings _headings;

    public RecordCsv(string path, FieldDescriptor type, string usualSource) : base(path)
    {
        UsualSource = usualSource;
        using var csv = RecordCsv.Read(OpenFile(), Name);
        _headings = new(type, csv, Name);
    }

    public override string UsualSource { get; }

    public override string? Notice => _headings.Unknown.Count == 0
        ? null
        : $"These columns of {Name} are not known and are left out: {string.Join(", ", _headings.Unknown)}.";

    public override IEnumerable<ExtractRow<TRecord>> Rows(Action<long>? position = null)
    {
        using var file = OpenFile();
        using var csv = RecordCsv.Read(file, Name);
        var row = new RecordCsvRow<TRecord>(csv, _headings);
        for (var number = 2; Next(csv, number); number++)
        {
            yield return row.Read(number);
            if (number % 256 == 0)
                position?.Invoke(file.Position);
        }
        position?.Invoke(Size);
    }

    private bool Next(CsvDataReader csv, int number)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvRecordTooLargeException large)
        {
            throw RecordCsv.TooLarge(Name, number, large);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException)
        {
            throw new ExtractException($"{Name}, row {number}: the row cannot be read. Look for a quotation mark that is not closed. {broken.Message}", broken);
        }
    }
}

/// <summary>Which feed a CSV file is for, and how such files are read.</summary>
internal static class RecordCsv
{
    /// <summary>A larger row could not be sent anyway, and usually is a whole file after a quotation mark that is not closed.</summary>
    private const int LargestRow = 1 << 20;

    /// <summary>The file as one of the feed that has the type of record that its headings show.</summary>
    public static Extract Open(string path)
    {
        var name = Path.GetFileName(path);
        using var csv = Read(File.OpenRead(path), name);
        var type = RecordCsvHeadings.TypeOf(csv, name, [.. CaseRecord.Descriptor.Types(), .. WorkforceRecord.Descriptor.Types(), .. InspectionRecord.Descriptor.Types()]);
        return type.ContainingType == CaseRecord.Descriptor ? new RecordCsv<CaseRecord>(path, type, "case-system")
            : type.ContainingType == WorkforceRecord.Descriptor ? new RecordCsv<WorkforceRecord>(path, type, "hr-system")
            : new RecordCsv<InspectionRecord>(path, type, "inspection-system");
    }

    /// <summary>A reader on the first row after the headings.</summary>
    public static CsvDataReader Read(FileStream file, string name)
    {
        try
        {
            // Text such as a worker's name may hold line breaks and quotes.
            return CsvDataReader.Create(new StreamReader(file), new CsvDataReaderOptions { BufferSize = 1 << 16, MaxBufferSize = LargestRow });
        }
        catch (CsvRecordTooLargeException large)
        {
            throw TooLarge(name, 1, large);
        }
        catch (Exception broken) when (broken is FormatException or InvalidDataException or InvalidOperationException)
        {
            throw new ExtractException($"{name}: the headings cannot be read. {broken.Message}", broken);
        }
    }

    public static ExtractException TooLarge(string name, int number, CsvRecordTooLargeException large) => new(
        $"{name}, row {number}: the row has more than {LargestRow:N0} characters, which is the most. Look for a quotation mark that is not closed, or a file that is no CSV.", large);
}
