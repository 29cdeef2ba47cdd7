using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>An open recommendation as a reminder names it: never its text.</summary>
internal sealed record OpenRecommendation(long Id, string Number, string Report, string Owner, string Service, DateOnly OriginallyDueOn, DateOnly? RevisedDueOn);

/// <summary>What reminders are about, and their rows, in SQL.</summary>
internal static class RemindingSql
{
    /// <summary>Open recommendations that are due within some days, by their original date or a revised one.</summary>
    public static List<OpenRecommendation> Open(SqliteConnection connection, DateOnly from, DateOnly to) => Read(
        connection, "OriginallyDueOn BETWEEN $1 AND $2 OR RevisedDueOn BETWEEN $1 AND $2", from, to);

    /// <summary>Those that one reminder names. After the day only the original date counts: a revised one meets nothing.</summary>
    public static List<OpenRecommendation> Of(SqliteConnection connection, string service, DateOnly due, ReminderKind kind) => Read(
        connection, $"Service = $1 COLLATE NOCASE AND (OriginallyDueOn = $2{(kind == ReminderKind.Before ? " OR RevisedDueOn = $2" : "")})", service, due);

    /// <summary>Writes a row, unless there is one.</summary>
    public static void Write(SqliteConnection connection, string service, DateOnly due, ReminderKind kind, string messageId, DateTime now) => connection.Execute(
        """
        INSERT INTO reminder (Service, DueOn, Kind, MessageId, State, WrittenAt, NextAttempt, Attempts) VALUES ($1, $2, $3, $4, 'Waiting', $5, $5, 0)
        ON CONFLICT (Service, DueOn, Kind) DO NOTHING
        """,
        service, due, kind.ToString(), messageId, SqliteCommands.ToMilliseconds(now));

    private static List<OpenRecommendation> Read(SqliteConnection connection, string where, params ReadOnlySpan<object?> values) => connection.Query(
        $"""
         SELECT Id, Number, Report, Owner, Service, OriginallyDueOn, RevisedDueOn FROM ({LedgerSql.Rows})
         WHERE Status = {(int)LedgerStatus.Open} AND {LedgerSql.Counted} AND ({where}) ORDER BY Service, OriginallyDueOn, Report, length(Number), Number
         """,
        row => new OpenRecommendation(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetDay(5), row.IsDBNull(6) ? null : row.GetDay(6)), values);
}
