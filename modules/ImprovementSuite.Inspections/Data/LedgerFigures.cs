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
/// <param name="OwnDue">Open, their own, and due soon or overdue.</param>
/// <param name="ActionsDue">Actions of theirs that are due soon or late, of which the first is of <paramref name="ActionOf"/>.</param>
internal sealed record LedgerWaits(
    long ToValidate, DateOnly? ClaimedSince, long OwnDue, DateOnly? OwnFrom, long Overdue, DateOnly? OverdueSince, long ActionsDue, DateOnly? ActionsFrom, long? ActionOf);

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

    /// <param name="soon">The last day that is soon.</param>
    /// <param name="personId">Who asks, as evidence and claims name them.</param>
    /// <param name="name">As recommendations name their owners.</param>
    public static LedgerWaits Waits(SqliteConnection connection, DateOnly today, DateOnly soon, string personId, string name) => connection.Query(
        $"""
         WITH action AS (
           SELECT a.RecommendationId, a.DueOn FROM recommendation_action a JOIN recommendation r ON r.Id = a.RecommendationId AND r.Counts = 1
           WHERE a.DoneOn IS NULL AND a.DueOn <= $4 AND TRIM(a.Who) = TRIM($3) COLLATE NOCASE)
         SELECT SUM(ToValidate), MIN(CASE WHEN ToValidate THEN CompletedOn END), SUM(OwnDue), MIN(CASE WHEN OwnDue THEN OriginallyDueOn END), SUM(Overdue), MIN(CASE WHEN Overdue THEN OriginallyDueOn END),
           (SELECT COUNT(*) FROM action), (SELECT MIN(DueOn) FROM action), (SELECT RecommendationId FROM action ORDER BY DueOn, RecommendationId LIMIT 1)
         FROM (
           SELECT l.OriginallyDueOn, l.CompletedOn, l.Status = {(int)LedgerStatus.Open} AND l.OriginallyDueOn < $1 AS Overdue,
             l.Status = {(int)LedgerStatus.Open} AND l.OriginallyDueOn <= $4 AND TRIM(l.Owner) = TRIM($3) COLLATE NOCASE AS OwnDue,
             l.Status = {(int)LedgerStatus.Claimed} AND TRIM(l.Owner) <> TRIM($3) COLLATE NOCASE
               AND NOT EXISTS (SELECT 1 FROM progress p WHERE p.RecommendationId = l.Id AND (p.CompletedById = $2 OR TRIM(p.CompletedBy) = TRIM($3) COLLATE NOCASE))
               AND NOT EXISTS (SELECT 1 FROM evidence e WHERE e."Of" = {(int)EvidenceOf.Recommendation} AND e.SubjectId = l.Id AND e.RemovedAt IS NULL AND e.AddedById = $2) AS ToValidate
           FROM ({LedgerSql.Rows}) l WHERE {LedgerSql.Counted})
         """,
        row => new LedgerWaits(Count(row, 0), Day(row, 1), Count(row, 2), Day(row, 3), Count(row, 4), Day(row, 5), Count(row, 6), Day(row, 7), row.IsDBNull(8) ? null : row.GetInt64(8)),
        today, personId, name, soon).Single();

    private static long Count(SqliteDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column);

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDay(column);
}
