using ImprovementSuite.FeedAgent.Extracts;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>A batch, where its records stand in the file, and the rows before its end that make no record.</summary>
internal sealed record Batch(CaseBatch Message, IReadOnlyList<int> Rows, IReadOnlyList<ExtractRow> Unreadable)
{
    public int Count => Message.Records.Count;
}

/// <summary>
/// Cuts an extract into batches. The cuts depend on the rows alone, so that batch n is the same records whenever the file is sent.
/// </summary>
internal static class Batches
{
    public const int MostRecords = 500;

    /// <summary>Under 1 MiB with room for the header.</summary>
    public const int MostBytes = 1_000_000;

    public const int SchemaVersion = 1;

    public static IEnumerable<Batch> Of(IEnumerable<ExtractRow> rows, string source, string stream)
    {
        var sequence = 0L;
        var batch = Next();
        var numbers = new List<int>(MostRecords);
        var unreadable = new List<ExtractRow>();
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = row.Record?.CalculateSize() + TagAndLength ?? 0;
            if (row.Record is not { } record || size > MostBytes)
            {
                unreadable.Add(row.Record is null ? row : TooLarge(row));
                continue;
            }
            if (numbers.Count == MostRecords || bytes + size > MostBytes)
            {
                yield return new Batch(batch, numbers, unreadable);
                (batch, numbers, unreadable, bytes) = (Next(), new List<int>(MostRecords), [], 0);
            }
            batch.Records.Add(record);
            numbers.Add(row.Row);
            bytes += size;
        }
        if (numbers.Count > 0 || unreadable.Count > 0)
            yield return new Batch(batch, numbers, unreadable);

        CaseBatch Next() => new()
        {
            Header = new BatchHeader { SourceSystem = source, Stream = stream, Sequence = ++sequence, SchemaVersion = SchemaVersion },
        };
    }

    private const int TagAndLength = 5;

    private static ExtractRow TooLarge(ExtractRow row) => ExtractRow.Unreadable(row.Row, new RowProblem(
        row.Record!.TypeName(), row.Record!.Key.RecordId, "", "The record alone is larger than a batch may be (1 MiB)."));
}
