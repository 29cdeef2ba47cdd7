using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Reads inspections with their grades. Visits and reviews judge no provider, and are not among them.</summary>
internal static class JudgedReports
{
    /// <summary>Of one provider, or of all; oldest first.</summary>
    public static IReadOnlyList<JudgedReport> Read(SqliteConnection connection, string? provider = null)
    {
        var frameworks = FrameworkReading.All(connection);
        return
        [
            .. connection.Query(
                $"""
                 SELECT i.Reference, i.ProviderRef, i.Title, i.Framework, i.EndedOn, j.Area, j.Grade
                 FROM inspection i JOIN judgement j ON j.InspectionRef = i.Reference AND j.Counts = 1
                 WHERE i.Counts = 1 AND i.Kind = {(int)SourceKind.Inspection} AND ($1 IS NULL OR i.ProviderRef = $1)
                 ORDER BY i.EndedOn, i.Id, j.Area <> '{Judgement.Overall}', j.Area
                 """,
                row => (Reference: row.GetString(0), Provider: row.GetString(1), Title: row.GetString(2), Framework: row.GetString(3), On: row.GetDay(4), Grade: new AreaGrade(row.GetString(5), row.GetString(6))), provider)
                .GroupBy(row => row.Reference)
                .Select(report => (First: report.First(), Grades: report.Select(row => row.Grade).ToList()))
                .Select(report => new JudgedReport(report.First.Reference, report.First.Provider, report.First.Title, frameworks[report.First.Framework], report.First.On, report.Grades)),
        ];
    }
}
