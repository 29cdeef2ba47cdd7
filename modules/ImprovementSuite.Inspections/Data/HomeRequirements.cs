using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>How a children's home complies with what regulations require of it.</summary>
internal sealed record Requirements(long Made, long Open, long Overdue);

/// <summary>The last visit of a home by somebody independent of it.</summary>
internal sealed record LastVisit(DateOnly On, string Visitor, string Finding);

/// <summary>Reads what is required of children's homes, and what was found in them last.</summary>
internal static class HomeRequirements
{
    /// <summary>By the home's reference; those withdrawn or linked to another are left out.</summary>
    public static IReadOnlyDictionary<string, Requirements> Read(SqliteConnection connection, DateOnly today) => connection.Query(
        $"""
         SELECT ProviderRef, COUNT(*), SUM(Status = {(int)LedgerStatus.Open}), SUM(Status = {(int)LedgerStatus.Open} AND OriginallyDueOn < $1) FROM ({LedgerSql.Rows})
         WHERE ProviderKind = {(int)ProviderKind.ChildrensHome} AND Kind = {(int)RecommendationKind.Requirement} AND Status <> {(int)LedgerStatus.Withdrawn} AND DuplicateOfId IS NULL GROUP BY ProviderRef
         """,
        row => (Home: row.GetString(0), Requirements: new Requirements(row.GetInt64(1), row.GetInt64(2), row.GetInt64(3))), today).ToDictionary(row => row.Home, row => row.Requirements);

    /// <summary>By the home's reference.</summary>
    public static IReadOnlyDictionary<string, LastVisit> LastVisits(SqliteConnection connection) => connection.Query(
        """
        SELECT ProviderRef, VisitedOn, Visitor, Finding FROM home_visit h WHERE Counts = 1
        AND NOT EXISTS (SELECT 1 FROM home_visit later WHERE later.ProviderRef = h.ProviderRef AND later.Counts = 1 AND (later.VisitedOn > h.VisitedOn OR (later.VisitedOn = h.VisitedOn AND later.Id > h.Id)))
        """,
        row => (Home: row.GetString(0), Visit: new LastVisit(row.GetDay(1), row.GetString(2), row.GetString(3)))).ToDictionary(row => row.Home, row => row.Visit);
}
