using System.Diagnostics;
using System.Threading.Channels;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Operations;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>What became of one record.</summary>
public enum Outcome
{
    /// <summary>New, or newer than what was stored.</summary>
    Accepted,

    /// <summary>The stored version.</summary>
    Duplicate,

    /// <summary>Older than the stored version.</summary>
    Stale,

    /// <summary>Kept to be compared with the source of record, not counted.</summary>
    Reconciled,
}

/// <summary>
/// The one way in for a module's records, whichever door they came by. Batches wait in a short queue for one writer thread, are written
/// each in one transaction with its ledger row and its stale days, and get their receipt after the commit.
/// </summary>
/// <remarks>Microsoft.Data.Sqlite is synchronous under its async names: hence a thread and not tasks.</remarks>
public abstract class Intake<TRecord> : IDisposable where TRecord : IMessage
{
    /// <summary>The most records in a batch.</summary>
    public const int MostRecords = 500;

    /// <summary>The most bytes in a batch.</summary>
    public const int MostBytes = 1 << 20;

    /// <summary>The schema versions that are taken.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Rejections in a receipt; the rest are on the Feeds page.</summary>
    public const int RejectionsInReceipt = 50;

    private const int QueuedBatches = 4;

    private readonly ModuleDatabase _database;
    private readonly BusinessClock _clock;
    private readonly Doorbell _doorbell;
    private readonly ILogger _log;
    private readonly Channel<Submission> _queue = Channel.CreateBounded<Submission>(QueuedBatches);
    private readonly Lazy<Thread> _writer;

    /// <summary>An intake into one module's database.</summary>
    protected Intake(ModuleDatabase database, BusinessClock clock, Doorbell doorbell, ILogger log)
    {
        (_database, _clock, _doorbell, _log) = (database, clock, doorbell, log);
        _writer = new(() =>
        {
            var thread = new Thread(WriteBatches) { IsBackground = true, Name = $"{database.Name} intake" };
            thread.Start();
            return thread;
        });
    }

    /// <summary>What a record is: its type's name, such as "referral", and its key. An empty type says that the record holds nothing.</summary>
    protected abstract (string Type, RecordKey? Key) Identify(TRecord record);

    /// <summary>Adds what is wrong with a record that is not a deletion. Pure: it sees the record and today, and no database.</summary>
    protected abstract void Check(TRecord record, RecordCheck check);

    /// <summary>The module's prepared statements on the writer's connection; made once.</summary>
    protected abstract IRecordStore<TRecord> Prepare(SqliteConnection connection);

    /// <summary>Keeps a batch. The task ends when the batch is on disk.</summary>
    /// <exception cref="RpcException">The batch cannot be taken as a whole; nothing of it was kept.</exception>
    public Task<Receipt> Submit(FeedClient client, BatchHeader? header, IReadOnlyList<TRecord> records, CancellationToken cancel) =>
        Submit(client, header, records, [], null, cancel);

    /// <summary>
    /// As the other <c>Submit</c>, of a file that the suite itself reads: rows that make no record are rejected with the batch, and
    /// <paramref name="ends"/> comes with the last batch of a return that stands in the place of the one before it.
    /// </summary>
    /// <exception cref="RpcException">The batch cannot be taken as a whole; nothing of it was kept.</exception>
    public async Task<Receipt> Submit(
        FeedClient client, BatchHeader? header, IReadOnlyList<TRecord> records, IReadOnlyList<UnreadableRow> unreadable, WholeReturn? ends, CancellationToken cancel)
    {
        var submission = Checked(client, header, records, unreadable) with { Ends = ends };
        _ = _writer.Value;
        try
        {
            await _queue.Writer.WriteAsync(submission, cancel);
            return await submission.Done.Task;
        }
        catch (ChannelClosedException)
        {
            throw FeedErrors.NotKept(new ObjectDisposedException(GetType().Name));
        }
    }

    /// <summary>
    /// What of some records, each right by itself, would be rejected as they are taken in this order: they are taken, and then rolled back with all that
    /// they made. For a person who is shown what a file would change before any of it counts.
    /// </summary>
    public IReadOnlyList<(int Index, Problem Problem)> Conflicts(FeedClient client, string source, IReadOnlyList<TRecord> records)
    {
        var found = new List<(int, Problem)>();
        using var connection = _database.Open();
        using var store = Prepare(connection);
        try
        {
            _database.Write(connection, () =>
            {
                var transaction = new IntakeTransaction(connection, new FeedLedger(connection), client.SourceFor(source), _clock.Now);
                for (var i = 0; i < records.Count; i++)
                {
                    if (store.Conflict(records[i], transaction) is { } conflict)
                        found.Add((i, conflict));
                    else
                        store.Apply(records[i], transaction);
                }
                throw new TriedOut();
            });
        }
        catch (TriedOut)
        {
        }
        return found;
    }

    /// <summary>How far a stream of this client is on disk.</summary>
    public Checkpoint CheckpointOf(FeedClient client, CheckpointRequest request)
    {
        var source = client.SourceFor(request.SourceSystem);
        return _database.Read(connection => new FeedLedger(connection).Checkpoint(source, request.Stream));
    }

    /// <summary>Finishes the batches in hand; later ones are told that the suite is stopping.</summary>
    public void Dispose()
    {
        if (_queue.Writer.TryComplete() && _writer.IsValueCreated)
            _writer.Value.Join(TimeSpan.FromSeconds(20));
        GC.SuppressFinalize(this);
    }

    private Submission Checked(FeedClient client, BatchHeader? header, IReadOnlyList<TRecord> records, IReadOnlyList<UnreadableRow> unreadable)
    {
        if (header is null)
            throw FeedErrors.Invalid("header", "The batch has no header: give source_system, stream, sequence and schema_version.");
        if (header.SchemaVersion != SchemaVersion)
            throw FeedErrors.NotTaken("SCHEMA_VERSION", $"Schema version {header.SchemaVersion} is not taken: this suite takes {SchemaVersion}.");
        if (header.Stream.Length is 0 or > 100)
            throw FeedErrors.Invalid("header.stream", "header.stream names the run of batches in 1 to 100 characters.");
        if (header.Sequence < 1)
            throw FeedErrors.Invalid("header.sequence", "header.sequence counts the batches of a stream from 1.");
        if (records.Count + unreadable.Count is 0 or > MostRecords)
            throw FeedErrors.Invalid("records", $"The batch has {records.Count + unreadable.Count:N0} records: send 1 to {MostRecords}.");

        var source = client.SourceFor(header.SourceSystem);
        var today = _clock.Today;
        var entries = new Entry[records.Count + unreadable.Count];
        for (var i = 0; i < records.Count; i++)
        {
            var (type, key) = Identify(records[i]);
            var check = new RecordCheck(today);
            CheckKey(type, key, check);
            if (check.Problems.Count == 0 && !key!.Deleted)
                Check(records[i], check);
            entries[i] = new Entry(records[i], type, key?.RecordId ?? "", check.Problems, null);
        }
        for (var i = 0; i < unreadable.Count; i++)
            entries[records.Count + i] = new Entry(default!, unreadable[i].Type, unreadable[i].Id, unreadable[i].Problems, unreadable[i].Row);
        return new Submission(client, source, header, entries);
    }

    private static void CheckKey(string type, RecordKey? key, RecordCheck check)
    {
        if (type.Length == 0)
            check.Add(RejectionCode.EmptyRecord, "record", "The record does not say what it is: fill one of its kinds.");
        check.Required("key.record_id", key?.RecordId ?? "", 64);
        if (key is { Version: < 1 })
            check.Add(RejectionCode.BadVersion, "key.version", $"key.version is {key.Version}: give a version of 1 or more that rises with each change.");
    }

    private void WriteBatches()
    {
        using var connection = _database.Open();
        using var store = Prepare(connection);
        var ledger = new FeedLedger(connection);
        while (_queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (_queue.Reader.TryRead(out var submission))
            {
                if (TryKeep(submission, connection, store, ledger) is { } receipt)
                {
                    submission.Done.SetResult(receipt);
                    _doorbell.Ring(_database.Name);
                }
            }
        }
    }

    private Receipt? TryKeep(Submission submission, SqliteConnection connection, IRecordStore<TRecord> store, FeedLedger ledger)
    {
        Receipt? receipt = null;
        var started = Stopwatch.GetTimestamp();
        using var trace = Telemetry.Traces.StartActivity("feed batch");
        trace?.SetTag("feed", _database.Name).SetTag("client", submission.Client.Name).SetTag("records", submission.Entries.Length);
        try
        {
            _database.Write(connection, () => receipt = Keep(submission, new IntakeTransaction(connection, ledger, submission.Source, _clock.Now), store, ledger));
            Telemetry.Kept(_database.Name, submission.Client.Name, started,
            [
                ("accepted", receipt!.Accepted), ("duplicate", receipt.Duplicate), ("stale", receipt.Stale), ("reconciled", receipt.Reconciled), ("rejected", receipt.Rejected),
            ]);
            return receipt;
        }
        catch (Exception failure)
        {
            _log.LogError(failure, "A batch of {Source} ({Stream}, {Sequence}) was not kept.", submission.Source, submission.Header.Stream, submission.Header.Sequence);
            trace?.SetStatus(ActivityStatusCode.Error);
            ledger.Forget();
            store.Forget();
            submission.Done.SetException(FeedErrors.NotKept(failure));
            return null;
        }
    }

    private static Receipt Keep(Submission batch, IntakeTransaction transaction, IRecordStore<TRecord> store, FeedLedger ledger)
    {
        var receipt = new Receipt { Stream = batch.Header.Stream, Sequence = batch.Header.Sequence, ReceivedAt = Timestamp.FromDateTime(transaction.Now) };
        ledger.Resent(transaction.SourceId, batch.Header.Stream, batch.Header.Sequence, transaction.Now);
        if (batch.Ends is { } whole)
            ledger.Settle(transaction.SourceId, whole, transaction.Now);
        for (var i = 0; i < batch.Entries.Length; i++)
        {
            var entry = batch.Entries[i];
            if (entry.Problems.Count > 0)
            {
                receipt.Rejected++;
                Reject(batch, i, entry.Problems, transaction, ledger, receipt);
                continue;
            }
            if (store.Conflict(entry.Record, transaction) is { } conflict)
            {
                receipt.Rejected++;
                Reject(batch, i, [conflict], transaction, ledger, receipt);
                continue;
            }
            switch (store.Apply(entry.Record, transaction))
            {
                case Outcome.Accepted:
                    receipt.Accepted++;
                    ledger.Corrected(transaction.SourceId, entry.Type, entry.Id, transaction.Now);
                    break;
                case Outcome.Duplicate: receipt.Duplicate++; break;
                case Outcome.Stale: receipt.Stale++; break;
                case Outcome.Reconciled:
                    receipt.Reconciled++;
                    ledger.Corrected(transaction.SourceId, entry.Type, entry.Id, transaction.Now);
                    break;
            }
        }
        transaction.WriteStaleDays();
        ledger.Write(transaction.SourceId, batch.Client.Name, receipt, transaction.Now);
        return receipt;
    }

    private static void Reject(Submission batch, int index, IReadOnlyList<Problem> problems, IntakeTransaction transaction, FeedLedger ledger, Receipt receipt)
    {
        var entry = batch.Entries[index];
        var id = entry.Id.Length > 0 ? entry.Id : FeedLedger.Place(batch.Header.Stream, batch.Header.Sequence, index);
        ledger.Reject(transaction.SourceId, entry.Type, id, problems, entry.Row ?? JsonFormatter.Default.Format(entry.Record), transaction.Now);
        foreach (var problem in problems)
            if (receipt.Rejections.Count < RejectionsInReceipt)
                receipt.Rejections.Add(new Rejection
                {
                    Index = index, RecordType = entry.Type, RecordId = entry.Id, Code = problem.Code, Field = problem.Field, Sentence = problem.Sentence,
                });
    }

    /// <summary>Rolls a transaction back that was only to find out something.</summary>
    private sealed class TriedOut : Exception;

    /// <summary>A record, or a row that makes none and always has problems.</summary>
    private readonly record struct Entry(TRecord Record, string Type, string Id, IReadOnlyList<Problem> Problems, string? Row);

    private sealed record Submission(FeedClient Client, string Source, BatchHeader Header, Entry[] Entries)
    {
        public WholeReturn? Ends { get; init; }

        public TaskCompletionSource<Receipt> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>A row of a file that makes no record.</summary>
/// <param name="Type">What it would have been, such as "referral".</param>
/// <param name="Id">What the record would be called; where the row does not even say that, its place in the file.</param>
/// <param name="Problems">Why it makes none; at least one.</param>
/// <param name="Row">What stands in it, as JSON.</param>
public sealed record UnreadableRow(string Type, string Id, IReadOnlyList<Problem> Problems, string Row);

/// <summary>
/// A return that holds everything of some types stands in the place of the one before it: what was wrong with their records and is not wrong
/// with it is settled, because it has them right or has them no more.
/// </summary>
/// <param name="Types">The types of record.</param>
/// <param name="Wrong">What is wrong with it, by type and identifier.</param>
public sealed record WholeReturn(IReadOnlySet<string> Types, IReadOnlySet<(string Type, string Id)> Wrong);

/// <summary>A module's prepared statements: how one valid record becomes rows.</summary>
public interface IRecordStore<in TRecord> : IDisposable
{
    /// <summary>
    /// What is wrong with a record beside what is stored, such as two people in one post; null where nothing is, or where nothing of the module's can be. A
    /// record that is right by itself is asked about in the order of the batch, so that one may make room for the next.
    /// </summary>
    Problem? Conflict(TRecord record, IntakeTransaction transaction) => null;

    /// <summary>Keeps or ignores one record by its key and version, and touches the days whose figures it changes.</summary>
    Outcome Apply(TRecord record, IntakeTransaction transaction);

    /// <summary>The transaction was rolled back: forget what was cached of it.</summary>
    void Forget();
}
