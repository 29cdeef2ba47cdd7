using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>By what the ledger can be narrowed.</summary>
/// <param name="Services">Every service that a report or a person gave a recommendation to, though the person has moved the last of them to another since.</param>
/// <param name="Measures">What the plan counts reports as, each with its code and title.</param>
/// <param name="Providers">Those that a report with a recommendation is of, each with its reference and name.</param>
internal sealed record LedgerChoices(IReadOnlyList<string> Services, IReadOnlyList<(string Code, string Title)> Measures, IReadOnlyList<(string Reference, string Name)> Providers)
{
    public static LedgerChoices Read(SqliteConnection connection) => new(
        // From one service to the next along the index: a few steps, where reading that of each recommendation would cost as much as the ledger itself.
        connection.Query(
            """
            WITH RECURSIVE given(Service) AS (
              SELECT MIN(Service) FROM recommendation WHERE Counts = 1
              UNION ALL SELECT (SELECT MIN(r.Service) FROM recommendation r WHERE r.Counts = 1 AND r.Service > given.Service) FROM given WHERE given.Service IS NOT NULL)
            SELECT Service FROM (SELECT Service FROM given WHERE Service IS NOT NULL UNION SELECT Service FROM progress WHERE Service IS NOT NULL) ORDER BY Service COLLATE NOCASE
            """,
            row => row.GetString(0)),
        connection.Query("SELECT Code, MIN(Title) FROM report_measure GROUP BY Code ORDER BY 2", row => (row.GetString(0), row.GetString(1))),
        connection.Query(
            """
            SELECT v.Reference, v.Name FROM provider v
            WHERE v.Counts = 1 AND EXISTS (
              SELECT 1 FROM inspection i JOIN recommendation r ON r.InspectionRef = i.Reference AND r.Counts = 1 WHERE i.ProviderRef = v.Reference AND i.Counts = 1)
            ORDER BY v.Name COLLATE NOCASE, v.Reference
            """,
            row => (row.GetString(0), row.GetString(1))));
}
