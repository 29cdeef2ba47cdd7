using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>How far the recommendations of a report are, those withdrawn left out; one that is linked to another report's stands as that one does.</summary>
/// <param name="Overdue">Of those open, the ones whose original date has passed.</param>
internal readonly record struct ReportProgress(long Made, long Met, long Claimed, long Open, long Overdue)
{
    public static ReportProgress operator +(ReportProgress one, ReportProgress other) =>
        new(one.Made + other.Made, one.Met + other.Met, one.Claimed + other.Claimed, one.Open + other.Open, one.Overdue + other.Overdue);
}

/// <summary>An inspection, visit or review with its overall grade and how far its recommendations are.</summary>
/// <param name="Grade">Null where it gave no overall grade.</param>
internal sealed record ReportLine(
    string Reference, SourceKind Kind, string Title, string ProviderRef, string Provider, DateOnly BeganOn, DateOnly EndedOn, DateOnly? PublishedOn, string? Grade, bool? IsGood, ReportProgress Progress);

/// <summary>Reads reports.</summary>
internal static class ReportReading
{
    /// <summary>Those of a provider, of a kind, or all; the latest first, in two queries.</summary>
    public static IReadOnlyList<ReportLine> Lines(SqliteConnection connection, DateOnly today, string? provider = null, SourceKind? kind = null)
    {
        var frameworks = FrameworkReading.All(connection);
        return connection.Query(
            $"""
             WITH ledger AS ({LedgerSql.Rows}),
             mine AS (
               SELECT l.InspectionRef, l.OriginallyDueOn, COALESCE(o.Status, l.Status) AS Status FROM ledger l LEFT JOIN ledger o ON o.Id = l.DuplicateOfId
               WHERE l.Status <> {(int)LedgerStatus.Withdrawn}),
             counts AS (
               SELECT InspectionRef, COUNT(*) AS Made, SUM(Status = {(int)LedgerStatus.Met}) AS Met, SUM(Status = {(int)LedgerStatus.Claimed}) AS Claimed, SUM(Status = {(int)LedgerStatus.Open}) AS Open,
                 SUM(Status = {(int)LedgerStatus.Open} AND OriginallyDueOn < $1) AS Overdue
               FROM mine GROUP BY InspectionRef)
             SELECT i.Reference, i.Kind, i.Title, v.Reference, v.Name, i.BeganOn, i.EndedOn, i.PublishedOn, i.Framework, j.Grade,
               COALESCE(c.Made, 0), COALESCE(c.Met, 0), COALESCE(c.Claimed, 0), COALESCE(c.Open, 0), COALESCE(c.Overdue, 0)
             FROM inspection i JOIN provider v ON v.Reference = i.ProviderRef AND v.Counts = 1
             LEFT JOIN judgement j ON j.InspectionRef = i.Reference AND j.Area = '{Judgement.Overall}' AND j.Counts = 1
             LEFT JOIN counts c ON c.InspectionRef = i.Reference
             WHERE i.Counts = 1 AND ($2 IS NULL OR v.Reference = $2) AND ($3 IS NULL OR i.Kind = $3) ORDER BY i.EndedOn DESC, i.Id DESC
             """,
            row => new ReportLine(
                row.GetString(0), (SourceKind)row.GetInt32(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetDay(5), row.GetDay(6), row.IsDBNull(7) ? null : row.GetDay(7),
                row.IsDBNull(9) ? null : row.GetString(9), row.IsDBNull(9) ? null : frameworks[row.GetString(8)].IsGood(row.GetString(9)),
                new(row.GetInt64(10), row.GetInt64(11), row.GetInt64(12), row.GetInt64(13), row.GetInt64(14))),
            today, provider, kind is { } one ? (int)one : null);
    }
}
