using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>
/// One fact table. Its rows are kept by key and version: a first insert that is let pass by the unique key settles most records in one
/// statement; only a record that is stored already is looked at and compared.
/// </summary>
internal abstract class CaseTable<TRecord>(SqliteConnection connection, string table, IReadOnlyList<string> facts) : IDisposable
{
    private readonly RowStatement _insert = new(connection,
        $"""
         INSERT INTO {table} (SourceId, RecordId, Version, Deleted, Counts, {string.Join(", ", facts)})
         VALUES ($1, $2, $3, $4, $5, {string.Join(", ", facts.Select((_, i) => $"${i + 6}"))})
         ON CONFLICT (SourceId, RecordId) DO NOTHING
         """);

    private readonly SqliteCommand _update = connection.Prepared(
        $"""
         UPDATE {table} SET Version = $3, Deleted = $4, Counts = $5, {string.Join(", ", facts.Select((fact, i) => $"{fact} = ${i + 6}"))}
         WHERE SourceId = $1 AND RecordId = $2
         """, facts.Count + 5);

    private readonly SqliteCommand _withdraw = connection.Prepared(
        $"UPDATE {table} SET Version = $3, Deleted = 1, Counts = 0 WHERE SourceId = $1 AND RecordId = $2", 3);

    private readonly SqliteCommand _version = connection.Prepared($"SELECT Version FROM {table} WHERE SourceId = $1 AND RecordId = $2", 2);

    /// <summary>The record type, as receipts and the source of record name it.</summary>
    protected abstract string Type { get; }

    /// <summary>Keeps one record.</summary>
    public Outcome Apply(RecordKey key, TRecord record, IntakeTransaction transaction)
    {
        var counts = !key.Deleted && transaction.IsSourceOfRecord(Type, DayOf(record));
        object?[] row = [transaction.SourceId, key.RecordId, key.Version, key.Deleted, counts, .. key.Deleted ? WithdrawnUnseen : Facts(record, transaction)];
        var kept = counts || key.Deleted ? Outcome.Accepted : Outcome.Reconciled;
        if (_insert.Run(row) == 1)
        {
            Kept(transaction, key, record, counts, isNew: true);
            return kept;
        }

        var stored = (long)_version.With(transaction.SourceId, key.RecordId).ExecuteScalar()!;
        if (key.Version <= stored)
            return key.Version == stored ? Outcome.Duplicate : Outcome.Stale;

        Replaced(transaction, key.RecordId);
        if (key.Deleted)
            _withdraw.With(transaction.SourceId, key.RecordId, key.Version).ExecuteNonQuery();
        else
            _update.With(row).ExecuteNonQuery();
        Kept(transaction, key, record, counts, isNew: false);
        return kept;
    }

    public virtual void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        _withdraw.Dispose();
        _version.Dispose();
    }

    /// <summary>The day that decides which source is the source of record.</summary>
    protected abstract DateOnly DayOf(TRecord record);

    /// <summary>The values of the fact columns.</summary>
    protected abstract object?[] Facts(TRecord record, IntakeTransaction transaction);

    /// <summary>The fact columns of a record that was withdrawn before it was ever sent.</summary>
    protected abstract object?[] WithdrawnUnseen { get; }

    /// <summary>The stored row is about to be replaced or withdrawn: touch the days that it counted on.</summary>
    protected virtual void Replaced(IntakeTransaction transaction, string recordId)
    {
    }

    /// <summary>The row is stored: touch the day that it counts on, and bring what hangs on it up to date.</summary>
    protected virtual void Kept(IntakeTransaction transaction, RecordKey key, TRecord record, bool counts, bool isNew)
    {
    }
}
