using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>A provider with its last judgement and what is open of its recommendations.</summary>
/// <param name="Last">Its last inspection that graded anything; null where none has.</param>
/// <param name="Standing">The overall judgement that stands today, which an inspection without an overall grade leaves as it is; null where there is none.</param>
internal sealed record ProviderLine(
    long Id, string Reference, string Name, ProviderKind Kind, string Service, DateOnly? ClosedOn, JudgedReport? Last, StandingJudgement? Standing, long Open, long Overdue)
{
    public bool IsOpen(DateOnly day) => ClosedOn is null || day <= ClosedOn;
}

/// <summary>Reads providers.</summary>
internal static class ProviderReading
{
    /// <summary>All of them by name, in a fixed number of queries.</summary>
    public static IReadOnlyList<ProviderLine> Lines(SqliteConnection connection, DateOnly today)
    {
        var last = JudgedReports.Read(connection).GroupBy(report => report.ProviderRef).ToDictionary(reports => reports.Key, reports => reports.Last());
        var standing = StandingJudgement.Read(connection).Where(judgement => judgement.StandsOn(today)).GroupBy(judgement => judgement.ProviderRef).ToDictionary(judgements => judgements.Key, judgements => judgements.Last());
        return connection.Query(
            $"""
             WITH open AS (
               SELECT ProviderRef, COUNT(*) AS All_, SUM(OriginallyDueOn < $1) AS Overdue FROM ({LedgerSql.Rows}) WHERE Status = {(int)LedgerStatus.Open} AND DuplicateOfId IS NULL GROUP BY ProviderRef)
             SELECT v.Id, v.Reference, v.Name, v.Kind, v.Service, v.ClosedOn, COALESCE(o.All_, 0), COALESCE(o.Overdue, 0)
             FROM provider v LEFT JOIN open o ON o.ProviderRef = v.Reference WHERE v.Counts = 1 ORDER BY v.Name COLLATE NOCASE, v.Reference
             """,
            row => new ProviderLine(
                row.GetInt64(0), row.GetString(1), row.GetString(2), (ProviderKind)row.GetInt32(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetDay(5),
                last.GetValueOrDefault(row.GetString(1)), standing.GetValueOrDefault(row.GetString(1)), row.GetInt64(6), row.GetInt64(7)),
            today);
    }
}
