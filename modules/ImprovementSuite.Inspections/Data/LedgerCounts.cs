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
    public static List<OverdueRecommendation> Longest(SqliteConnection connection, DateOnly today, int most) => connection.Query(
        $"""
         SELECT Id, Kind, Number, Text, Report, Owner, OriginallyDueOn, RevisedDueOn FROM ({LedgerSql.Rows})
         WHERE {LedgerSql.Counted} AND Status = {(int)LedgerStatus.Open} AND OriginallyDueOn < $1 ORDER BY OriginallyDueOn, Id LIMIT $2
         """,
        row => new OverdueRecommendation(
            row.GetInt64(0), (RecommendationKind)row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetDay(6), row.IsDBNull(7) ? null : row.GetDay(7)),
        today, most);
}

/// <summary>Open, and its original date has passed.</summary>
internal sealed record OverdueRecommendation(long Id, RecommendationKind Kind, string Number, string Text, string Report, string Owner, DateOnly Due, DateOnly? Revised);
