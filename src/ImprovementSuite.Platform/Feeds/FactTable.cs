using Google.Protobuf;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>The table of one type of record of a feed.</summary>
public abstract class FactTable : IDisposable
{
    /// <summary>Keeps one record.</summary>
    public abstract Outcome Apply(RecordKey key, IMessage record, IntakeTransaction transaction);

    /// <inheritdoc />
    public abstract void Dispose();
}

/// <summary>
/// One fact table. Its rows are kept by key and version: a first insert that is let pass by the unique key settles most records in one
/// statement; only a record that is stored already is looked at and compared.
/// </summary>
/// <param name="connection">The writer's.</param>
/// <param name="table">The table; it has the columns of <see cref="FedRow"/>.</param>
/// <param name="facts">The columns beside key and version, in the order of <see cref="Facts"/>; those of days end in On or From.</param>
/// <param name="counted">Which measures a record adds to, and on which of its days.</param>
public abstract class FactTable<TRecord>(SqliteConnection connection, string table, IReadOnlyList<string> facts, IEnumerable<(string Day, string Measure)> counted)
    : FactTable where TRecord : IMessage<TRecord>, new()
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

    private readonly SqliteCommand _stored = connection.Prepared(
        $"SELECT Version, Counts, {string.Join(", ", facts)} FROM {table} WHERE SourceId = $1 AND RecordId = $2", 2);

    private readonly (string Measure, int Day)[] _measures = [.. counted.Select(one => (one.Measure, Place(facts, one.Day)))];

    /// <inheritdoc />
    public override Outcome Apply(RecordKey key, IMessage message, IntakeTransaction transaction)
    {
        var record = (TRecord)message;
        var counts = !key.Deleted && (!HasOneSource || transaction.IsSourceOfRecord(RecordTypeOf(record), DayOf(key, record)));
        var now = Facts(key.Deleted ? Nothing : record, transaction);
        object?[] row = [transaction.SourceId, key.RecordId, key.Version, key.Deleted, counts, .. now];
        var kept = counts || key.Deleted ? Outcome.Accepted : Outcome.Reconciled;
        if (_insert.Run(row) == 1)
        {
            if (counts)
                Touch(transaction, key.RecordId, now);
            return kept;
        }

        var (version, before) = Stored(transaction, key.RecordId);
        if (key.Version <= version)
            return key.Version == version ? Outcome.Duplicate : Outcome.Stale;

        if (before is not null)
            Touch(transaction, key.RecordId, before);
        if (key.Deleted)
            _withdraw.With(transaction.SourceId, key.RecordId, key.Version).ExecuteNonQuery();
        else
            _update.With(row).ExecuteNonQuery();
        if (counts)
            Touch(transaction, key.RecordId, now);
        Replaced(transaction, key, record);
        return kept;
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        _insert.Dispose();
        _update.Dispose();
        _withdraw.Dispose();
        _stored.Dispose();
    }

    /// <summary>A message that says nothing but is complete: a record that was withdrawn before it was ever sent is stored as it.</summary>
    protected virtual TRecord Nothing { get; } = new();

    /// <summary>Whether records of two sources could be the same thing twice, so that one source counts and the others are compared with it.</summary>
    protected virtual bool HasOneSource => true;

    /// <summary>The name under which a source is the source of record; the table's, where not all its records have the same.</summary>
    protected virtual string RecordTypeOf(TRecord record) => table;

    /// <summary>The day that decides which source is the source of record.</summary>
    protected abstract DateOnly DayOf(RecordKey key, TRecord record);

    /// <summary>The values of the fact columns.</summary>
    protected abstract object?[] Facts(TRecord record, IntakeTransaction transaction);

    /// <summary>Whether a record with these facts adds to a measure on the measure's day.</summary>
    protected virtual bool Adds(string measure, IReadOnlyList<object?> facts) => true;

    /// <summary>Touches the days on which other records count that hang on this one, as it counts or ceases to.</summary>
    protected virtual void TouchOthers(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts)
    {
    }

    /// <summary>A stored row was replaced or withdrawn: bring what hangs on it up to date.</summary>
    protected virtual void Replaced(IntakeTransaction transaction, RecordKey key, TRecord record)
    {
    }

    /// <summary>A day that was checked before; null where the text is empty.</summary>
    protected static DateOnly? Day(string text) => IsoDay.Read(text);

    private void Touch(IntakeTransaction transaction, string recordId, IReadOnlyList<object?> facts)
    {
        foreach (var (measure, day) in _measures)
            if (facts[day] is DateOnly counted && Adds(measure, facts))
                transaction.Touch(measure, counted);
        TouchOthers(transaction, recordId, facts);
    }

    /// <summary>The version that is stored, and the facts where they count. Days are days again, other numbers are long.</summary>
    private (long Version, object?[]? Facts) Stored(IntakeTransaction transaction, string recordId)
    {
        using var row = _stored.With(transaction.SourceId, recordId).ExecuteReader();
        row.Read();
        var version = row.GetInt64(0);
        if (!row.GetBoolean(1))
            return (version, null);
        var stored = new object?[facts.Count];
        for (var i = 0; i < stored.Length; i++)
            stored[i] = row.IsDBNull(i + 2) ? null : IsDay(facts[i]) ? row.GetDay(i + 2) : row.GetValue(i + 2);
        return (version, stored);
    }

    // Columns of days are named so: ReceivedOn, ClockFrom.
    private static bool IsDay(string fact) => fact.EndsWith("On", StringComparison.Ordinal) || fact.EndsWith("From", StringComparison.Ordinal);

    private static int Place(IReadOnlyList<string> facts, string fact) =>
        facts.Index().First(column => column.Item == fact).Index;
}
