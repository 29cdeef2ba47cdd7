using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Recommendations that were originally due on one day and how they ended.</summary>
/// <param name="Claimed">Complete by the original date and not validated yet: the figure is restated when they are.</param>
internal sealed record TimescaleDay(string Service, SourceKind Source, DateOnly Day, long Due, long MetInTime, long Claimed, long MetLate);

/// <summary>What waits for one person, each with the earliest day of it.</summary>
/// <param name="ToValidate">Claimed by others, without their evidence, and owned by others.</param>
internal sealed record LedgerWaits(long ToValidate, DateOnly? ClaimedSince, long OwnOverdue, DateOnly? OwnSince, long Overdue, DateOnly? OverdueSince);

/// <summary>Counts of the ledger, each in one pass over it.</summary>
internal static class LedgerFigures
{
    public static List<TimescaleDay> Timescale(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        $"""
         SELECT Service, Source, OriginallyDueOn, COUNT(*), SUM({LedgerSql.MetInTime}), SUM(Status = {(int)LedgerStatus.Claimed} AND CompletedOn <= OriginallyDueOn),
           SUM(Status = {(int)LedgerStatus.Met} AND CompletedOn > OriginallyDueOn)
         FROM ({LedgerSql.Rows}) WHERE {LedgerSql.Counted} AND OriginallyDueOn BETWEEN $1 AND $2 GROUP BY Service, Source, OriginallyDueOn ORDER BY Service, Source, OriginallyDueOn
         """,
        row => new TimescaleDay(row.GetString(0), (SourceKind)row.GetInt32(1), row.GetDay(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)), from, to);

    /// <param name="personId">Who asks, as evidence and claims name them.</param>
    /// <param name="name">As recommendations name their owners.</param>
    public static LedgerWaits Waits(SqliteConnection connection, DateOnly today, string personId, string name) => connection.Query(
        $"""
         SELECT SUM(ToValidate), MIN(CASE WHEN ToValidate THEN CompletedOn END), SUM(Overdue AND Own), MIN(CASE WHEN Overdue AND Own THEN OriginallyDueOn END), SUM(Overdue), MIN(CASE WHEN Overdue THEN OriginallyDueOn END)
         FROM (
           SELECT l.OriginallyDueOn, l.CompletedOn, l.Status = {(int)LedgerStatus.Open} AND l.OriginallyDueOn < $1 AS Overdue, TRIM(l.Owner) = TRIM($3) COLLATE NOCASE AS Own,
             l.Status = {(int)LedgerStatus.Claimed} AND TRIM(l.Owner) <> TRIM($3) COLLATE NOCASE
               AND NOT EXISTS (SELECT 1 FROM progress p WHERE p.RecommendationId = l.Id AND p.CompletedById = $2)
               AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e."Of" = {(int)EvidenceOf.Recommendation} AND e.SubjectId = l.Id AND e.RemovedAt IS NULL AND e.AddedById = $2) AS ToValidate
           FROM ({LedgerSql.Rows}) l WHERE {LedgerSql.Counted})
         """,
        row => new LedgerWaits(Count(row, 0), Day(row, 1), Count(row, 2), Day(row, 3), Count(row, 4), Day(row, 5)), today, personId, name).Single();

    private static long Count(SqliteDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column);

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDay(column);
}
