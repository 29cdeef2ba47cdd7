using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Importing;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>How many of something wait, and since when the oldest does.</summary>
internal readonly record struct Waiting(long Count, DateOnly? Since);

/// <summary>What waits for somebody, each by one query.</summary>
internal static class WaitingReading
{
    /// <summary>Staff whose last day for an appraisal, or for supervision, of the running cycle has passed.</summary>
    public static Waiting Overdue(SqliteConnection connection, AppraisalKind kind, DateOnly today) => One(connection,
        """
        SELECT COUNT(*), MIN(DueOn) FROM appraisal
        WHERE Counts = 1 AND Kind = $1 AND CycleFrom <= $2 AND CycleToOn >= $2 AND DueOn < $2 AND NOT COALESCE(DoneOn <= $2, 0)
        """, (int)kind, today);

    /// <summary>Sessions that were to be held, and of which nobody has said how many came.</summary>
    public static Waiting Sessions(SqliteConnection connection, DateOnly today) =>
        One(connection, """SELECT COUNT(*), MIN("On") FROM learning_event WHERE WithdrawnWhy IS NULL AND Staff IS NULL AND "On" < $1""", today);

    /// <summary>Files that were read and neither taken nor dropped, and those that a stop cut off.</summary>
    public static Waiting Files(SqliteConnection connection) => One(connection,
        $"SELECT COUNT(*), MIN(At) / 86400000 + 719162 FROM import WHERE State IN ({string.Join(", ", new[] { ImportState.Waiting, ImportState.Taking, ImportState.Undoing }.Select(WorkforceImportTables.Number))})");

    /// <summary>Records that were rejected and are neither corrected nor set aside.</summary>
    public static Waiting Rejected(SqliteConnection connection) => One(connection,
        "SELECT COUNT(DISTINCT SourceId || ' ' || RecordType || ' ' || RecordId), MIN(ReceivedAt) / 86400000 + 719162 FROM feed_rejection WHERE CorrectedAt IS NULL AND SetAsideAt IS NULL");

    private static Waiting One(SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        connection.Query(sql, row => new Waiting(row.GetInt64(0), row.IsDBNull(1) ? null : row.GetDay(1)), values).Single();
}
