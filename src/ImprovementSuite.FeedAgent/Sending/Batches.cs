using ImprovementSuite.FeedAgent.Extracts;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>A batch: where its records stand in the file, and the rows before its end that make no record.</summary>
internal abstract record Batch(IReadOnlyList<int> Rows, IReadOnlyList<UnreadableRow> Unreadable)
{
    public int Count => Rows.Count;
}

/// <summary>A batch as one feed takes it.</summary>
internal sealed record Batch<TBatch>(TBatch Message, IReadOnlyList<int> Rows, IReadOnlyList<UnreadableRow> Unreadable) : Batch(Rows, Unreadable);

/// <summary>
/// Cuts an extract into batches. The cuts depend on the rows alone, so that batch n is the same records whenever the file is sent.
/// </summary>
internal static class Batches<TRecord, TBatch> where TRecord : class, IFeedRecord where TBatch : IFeedBatch<TRecord>, new()
{
    public const int MostRecords = 500;

    /// <summary>Under 1 MiB with room for the header.</summary>
    public const int MostBytes = 1_000_000;

    public const int SchemaVersion = 1;

    public static IEnumerable<Batch<TBatch>> Of(IEnumerable<ExtractRow<TRecord>> rows, string source, string stream)
    {
        var sequence = 0L;
        var batch = Next();
        var numbers = new List<int>(MostRecords);
        var unreadable = new List<UnreadableRow>();
        var bytes = 0;
        foreach (var row in rows)
        {
            var size = row.Record?.CalculateSize() + TagAndLength ?? 0;
            if (row.Record is not { } record || size > MostBytes)
            {
                unreadable.Add(new(row.Row, row.Problem ?? TooLarge(row.Record!)));
                continue;
            }
            if (numbers.Count == MostRecords || bytes + size > MostBytes)
            {
                yield return new Batch<TBatch>(batch, numbers, unreadable);
                (batch, numbers, unreadable, bytes) = (Next(), new List<int>(MostRecords), [], 0);
            }
            batch.Records.Add(record);
            numbers.Add(row.Row);
            bytes += size;
        }
        if (numbers.Count > 0 || unreadable.Count > 0)
            yield return new Batch<TBatch>(batch, numbers, unreadable);

        TBatch Next() => new()
        {
            Header = new BatchHeader { SourceSystem = source, Stream = stream, Sequence = ++sequence, SchemaVersion = SchemaVersion },
        };
    }

    private const int TagAndLength = 5;

    private static RowProblem TooLarge(TRecord record) => new(record.TypeName(), record.Key.RecordId, "", "The record alone is larger than a batch may be (1 MiB).");
}
