using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>What a record may know and touch while its batch is written.</summary>
public sealed class IntakeTransaction
{
    private readonly SqliteConnection _connection;
    private readonly FeedLedger _ledger;
    private readonly HashSet<(string Measure, int Day)> _stale = [];

    internal IntakeTransaction(SqliteConnection connection, FeedLedger ledger, string source, DateTime now)
    {
        (_connection, _ledger, Now) = (connection, ledger, now);
        ledger.ReadSourcesOfRecord();
        SourceId = ledger.SourceId(source);
    }

    /// <summary>The source system of the batch, by look-up id.</summary>
    public int SourceId { get; }

    /// <summary>When the batch is committed, UTC, in business time.</summary>
    public DateTime Now { get; }

    /// <summary>Marks a day of a measure to be counted again. Touch the old day and the new.</summary>
    public void Touch(string measure, DateOnly? day)
    {
        if (day is { } touched)
            _stale.Add((measure, touched.DayNumber));
    }

    /// <summary>
    /// Whether this source is the source of record for this type and day, so that its records count. The first source that sends a type
    /// becomes it; a record of another source is kept to be compared, and not counted.
    /// </summary>
    public bool IsSourceOfRecord(string recordType, DateOnly day) => _ledger.SourceOfRecord(recordType, day, SourceId) == SourceId;

    internal void WriteStaleDays()
    {
        if (_stale.Count == 0)
            return;
        using var upsert = _connection.Prepared(
            "INSERT INTO stale_day (Measure, Day, Version) VALUES ($1, $2, 1) ON CONFLICT (Measure, Day) DO UPDATE SET Version = Version + 1", 2);
        foreach (var (measure, day) in _stale)
            upsert.With(measure, day).ExecuteNonQuery();
    }
}
