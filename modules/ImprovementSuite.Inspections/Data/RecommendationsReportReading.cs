using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Reads the monthly report from the ledger: what figures count there, and nothing else.</summary>
internal static class RecommendationsReportReading
{
    public static RecommendationsReport Read(SqliteConnection connection, ReportPeriod period, DateOnly today)
    {
        var due = connection.Query(
            $"""
             SELECT Service, Source, OriginallyDueOn >= $1, SUM({LedgerSql.MetInTime}), COUNT(*) FROM ({LedgerSql.Rows})
             WHERE {LedgerSql.Counted} AND OriginallyDueOn BETWEEN $2 AND $3 GROUP BY 1, 2, 3
             """,
            row => new Due(row.GetString(0), ((SourceKind)row.GetInt32(1)).Words(), row.GetBoolean(2), row.GetInt32(3), row.GetInt32(4)), period.From, Period.YearToDate(period.To).From, period.To);
        var outstanding = connection.Query(
            $"""
             SELECT Id, Number, Report, Source, Provider, Service, Owner, Text, OriginallyDueOn, RevisedDueOn, Status FROM ({LedgerSql.Rows})
             WHERE {LedgerSql.Counted} AND Status IN ({(int)LedgerStatus.Open}, {(int)LedgerStatus.Claimed}) AND ReportOn <= $1 ORDER BY OriginallyDueOn, Report, Number, Id
             """,
            row => new OutstandingRecommendation(
                row.GetInt64(0), row.GetString(1), row.GetString(2), ((SourceKind)row.GetInt32(3)).Words(), row.GetString(4), row.GetString(5), row.GetString(6), row.GetString(7), row.GetDay(8),
                row.IsDBNull(9) ? null : row.GetDay(9), (LedgerStatus)row.GetInt32(10)), period.To);
        return new(period.From, period.To, today, Share(due.Where(one => one.InMonth)), Share(due), Rows(due, one => one.Service), Rows(due, one => one.Source), outstanding, period.To);
    }

    private static IReadOnlyList<MetRow> Rows(IEnumerable<Due> due, Func<Due, string> by) =>
        [.. due.GroupBy(by).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase).Select(group => new MetRow(group.Key, Share(group.Where(one => one.InMonth)), Share(group)))];

    private static MetShare Share(IEnumerable<Due> due) => new(due.Sum(one => one.Met), due.Sum(one => one.All));

    private sealed record Due(string Service, string Source, bool InMonth, int Met, int All);
}
