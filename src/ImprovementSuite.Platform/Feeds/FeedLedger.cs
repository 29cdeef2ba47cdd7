using Google.Protobuf.WellKnownTypes;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>Sources, receipts, checkpoints and rejections of one module's feed, in the transaction of the batch.</summary>
internal sealed class FeedLedger(SqliteConnection connection)
{
    private readonly Dictionary<string, int> _sources = [];
    private readonly Dictionary<string, List<(DateOnly From, int SourceId)>> _sourcesOfRecord = [];
    private HashSet<(int SourceId, string Type, string Id)>? _open;

    /// <summary>Records with an open rejection: nearly always none, so that an accepted record costs no look-up.</summary>
    private HashSet<(int SourceId, string Type, string Id)> Open => _open ??= connection
        .Query("SELECT SourceId, RecordType, RecordId FROM feed_rejection WHERE CorrectedAt IS NULL", row => (row.GetInt32(0), row.GetString(1), row.GetString(2)))
        .ToHashSet();

    public int SourceId(string name)
    {
        if (_sources.TryGetValue(name, out var id))
            return id;
        connection.Execute("INSERT INTO feed_source (Name) VALUES ($1) ON CONFLICT (Name) DO NOTHING", name);
        return _sources[name] = (int)connection.Scalar<long>("SELECT Id FROM feed_source WHERE Name = $1", name);
    }

    /// <summary>Read anew for each batch: a person may have changed them on the Feeds page.</summary>
    public void ReadSourcesOfRecord()
    {
        _sourcesOfRecord.Clear();
        foreach (var (type, from, source) in connection.Query(
                     """SELECT RecordType, "From", SourceId FROM source_of_record ORDER BY "From" """, row => (row.GetString(0), row.GetDay(1), row.GetInt32(2))))
            (_sourcesOfRecord.TryGetValue(type, out var list) ? list : _sourcesOfRecord[type] = []).Add((from, source));
    }

    public int SourceOfRecord(string type, DateOnly day, int sender)
    {
        if (!_sourcesOfRecord.TryGetValue(type, out var list))
        {
            connection.Execute("""INSERT INTO source_of_record (RecordType, SourceId, "From") VALUES ($1, $2, $3)""", type, sender, DateOnly.MinValue);
            _sourcesOfRecord[type] = list = [(DateOnly.MinValue, sender)];
        }
        if (list.Count == 1)
            return list[0].SourceId;
        var owner = list[0].SourceId;
        foreach (var (from, source) in list)
            if (from <= day)
                owner = source;
        return owner;
    }

    public Checkpoint Checkpoint(string source, string stream) =>
        connection.Query(
                "SELECT c.Sequence, c.ReceivedAt FROM feed_checkpoint c JOIN feed_source s ON s.Id = c.SourceId WHERE s.Name = $1 AND c.Stream = $2",
                row => new Checkpoint { Sequence = row.GetInt64(0), ReceivedAt = Timestamp.FromDateTime(SqliteCommands.FromMilliseconds(row.GetInt64(1))) }, source, stream)
            .Append(new Checkpoint())
            .Select(checkpoint =>
            {
                (checkpoint.SourceSystem, checkpoint.Stream) = (source, stream);
                return checkpoint;
            })
            .First();

    /// <summary>The ledger row, and the checkpoint where no batch before this one is missing.</summary>
    public void Write(int sourceId, string client, Receipt receipt, DateTime now)
    {
        var at = SqliteCommands.ToMilliseconds(now);
        connection.Execute(
            """
            INSERT INTO feed_receipt (SourceId, Client, Stream, Sequence, ReceivedAt, Accepted, Duplicate, Stale, Reconciled, Rejected)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            sourceId, client, receipt.Stream, receipt.Sequence, at, receipt.Accepted, receipt.Duplicate, receipt.Stale, receipt.Reconciled, receipt.Rejected);
        connection.Execute("INSERT INTO feed_checkpoint (SourceId, Stream, Sequence, ReceivedAt) VALUES ($1, $2, 0, $3) ON CONFLICT DO NOTHING", sourceId, receipt.Stream, at);
        connection.Execute(
            "UPDATE feed_checkpoint SET ReceivedAt = $4, Sequence = CASE WHEN Sequence >= $3 - 1 THEN MAX(Sequence, $3) ELSE Sequence END WHERE SourceId = $1 AND Stream = $2",
            sourceId, receipt.Stream, receipt.Sequence, at);
    }

    /// <summary>Keeps what is wrong with a record; sent again, it replaces what was kept of it before.</summary>
    public void Reject(int sourceId, string type, string id, IReadOnlyList<Problem> problems, string json, DateTime now)
    {
        (long At, string By, string Why)? aside = null;
        if (!Open.Add((sourceId, type, id)))
        {
            aside = SetAside(sourceId, type, id, json);
            connection.Execute("DELETE FROM feed_rejection WHERE SourceId = $1 AND RecordType = $2 AND RecordId = $3 AND CorrectedAt IS NULL", sourceId, type, id);
        }
        foreach (var problem in problems)
            connection.Execute(
                """
                INSERT INTO feed_rejection (SourceId, RecordType, RecordId, Code, Field, Sentence, Record, ReceivedAt, SetAsideAt, SetAsideBy, SetAsideWhy)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                sourceId, type, id, problem.Code.ToString(), problem.Field, problem.Sentence, json, SqliteCommands.ToMilliseconds(now), aside?.At, aside?.By, aside?.Why);
    }

    /// <summary>
    /// A sender that sends everything each night sends again what was set aside: unchanged, it stays so. Another version is somebody's attempt
    /// to correct it, and is to be looked at.
    /// </summary>
    private (long At, string By, string Why)? SetAside(int sourceId, string type, string id, string json) => connection
        .Query(
            """
            SELECT SetAsideAt, SetAsideBy, SetAsideWhy FROM feed_rejection
            WHERE SourceId = $1 AND RecordType = $2 AND RecordId = $3 AND CorrectedAt IS NULL AND SetAsideAt IS NOT NULL AND Record = $4 LIMIT 1
            """, row => ((long, string, string)?)(row.GetInt64(0), row.GetString(1), row.GetString(2)), sourceId, type, id, json)
        .FirstOrDefault();

    /// <summary>A valid version was accepted: what was wrong with the record is settled, also where it had not said what it was.</summary>
    public void Corrected(int sourceId, string type, string id, DateTime now)
    {
        if (Open.Count == 0)
            return;
        Settle(type);
        Settle("");

        void Settle(string rejectedAs)
        {
            if (Open.Remove((sourceId, rejectedAs, id)))
                connection.Execute(
                    "UPDATE feed_rejection SET CorrectedAt = $4 WHERE SourceId = $1 AND RecordType = $2 AND RecordId = $3 AND CorrectedAt IS NULL",
                    sourceId, rejectedAs, id, SqliteCommands.ToMilliseconds(now));
        }
    }

    /// <summary>What a record without an identifier is called: by its place.</summary>
    public static string Place(string stream, long sequence, int index) => $"{Batch(stream, sequence)}{index + 1}";

    /// <summary>A batch comes again: what was wrong with its records without an identifier is settled, unless they still are wrong.</summary>
    public void Resent(int sourceId, string stream, long sequence, DateTime now)
    {
        if (Open.Count == 0)
            return;
        foreach (var (_, type, id) in Open.Where(open => open.SourceId == sourceId && open.Id.StartsWith(Batch(stream, sequence), StringComparison.Ordinal)).ToList())
            Corrected(sourceId, type, id, now);
    }

    /// <summary>What was wrong before a whole return and is not wrong with it.</summary>
    public void Settle(int sourceId, WholeReturn whole, DateTime now)
    {
        if (Open.Count == 0)
            return;
        foreach (var (_, type, id) in Open.Where(open => open.SourceId == sourceId && whole.Types.Contains(open.Type) && !whole.Wrong.Contains((open.Type, open.Id))).ToList())
            Corrected(sourceId, type, id, now);
    }

    private static string Batch(string stream, long sequence) => $"{stream}, batch {sequence}, record ";

    /// <summary>The transaction was rolled back: what was cached of it may not be so.</summary>
    public void Forget()
    {
        _sources.Clear();
        _open = null;
    }
}
