using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>How many recommendations stand where, of those that figures count.</summary>
/// <param name="All">Neither duplicates nor withdrawn, nor of providers that are left out.</param>
/// <param name="Overdue">Of the open ones, those whose original date has passed.</param>
internal sealed record LedgerCounts(long All, long Open, long Overdue, long Claimed, long Met)
{
    public static LedgerCounts Read(SqliteConnection connection, DateOnly today) => connection.Query(
        $"""
         SELECT COUNT(*), TOTAL(Status = {(int)LedgerStatus.Open}), TOTAL(Status = {(int)LedgerStatus.Open} AND OriginallyDueOn < $1), TOTAL(Status = {(int)LedgerStatus.Claimed}), TOTAL(Status = {(int)LedgerStatus.Met})
         FROM ({LedgerSql.Rows}) WHERE {LedgerSql.Counted}
         """,
        row => new LedgerCounts(row.GetInt64(0), (long)row.GetDouble(1), (long)row.GetDouble(2), (long)row.GetDouble(3), (long)row.GetDouble(4)), today).Single();

    /// <summary>Those that are overdue, longest first.</summary>
    public static List<(long Id, string Number, string Report, string Owner, DateOnly Due, DateOnly? Revised)> Longest(SqliteConnection connection, DateOnly today, int most) => connection.Query(
        $"""
         SELECT Id, Number, Report, Owner, OriginallyDueOn, RevisedDueOn FROM ({LedgerSql.Rows})
         WHERE {LedgerSql.Counted} AND Status = {(int)LedgerStatus.Open} AND OriginallyDueOn < $1 ORDER BY OriginallyDueOn, Id LIMIT $2
         """,
        row => (row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetDay(4), row.IsDBNull(5) ? (DateOnly?)null : row.GetDay(5)), today, most);
}
