using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Data;

/// <summary>Results of a number that the register does not have.</summary>
internal sealed record UnmatchedResult(string Name, string Authority, Ks2Result Result);

/// <summary>Results that may be of the council's schools and are of none that the register has: kept aside until somebody says whose they are.</summary>
internal static class UnmatchedResults
{
    public const int Most = 500;

    private const string Aside =
        """
        FROM result r WHERE r.Counts = 1 AND r.Authority IN ($1, '')
        AND NOT EXISTS (SELECT 1 FROM school s WHERE s.Urn = r.Urn AND s.Counts = 1) AND NOT EXISTS (SELECT 1 FROM matched_urn m WHERE m.Urn = r.Urn)
        """;

    public static long Count(SqliteConnection connection, string authority) => connection.Scalar<long>($"SELECT COUNT(*) {Aside}", authority);

    /// <summary>By number, the newest first.</summary>
    public static List<UnmatchedResult> Read(SqliteConnection connection, string authority) => connection.Query(
        $"""
         SELECT r.Urn, r.Name, r.Authority, r.Year, r.Status, r.Cohort, r.Reached, r.Special, r.Withheld, {string.Join(", ", Ks2FigureWords.Columns.Select(column => $"r.{column}"))}
         {Aside} ORDER BY r.Urn, r.Year DESC, r.Status DESC LIMIT {Most}
         """, Of, authority);

    /// <summary>The results of some numbers, wherever they are.</summary>
    public static List<UnmatchedResult> Matched(SqliteConnection connection) => connection.Query(
        $"""
         SELECT r.Urn, r.Name, r.Authority, r.Year, r.Status, r.Cohort, r.Reached, r.Special, r.Withheld, {string.Join(", ", Ks2FigureWords.Columns.Select(column => $"r.{column}"))}
         FROM matched_urn m CROSS JOIN result r ON r.Urn = m.Urn AND r.Counts = 1 ORDER BY r.Urn, r.Year DESC, r.Status DESC LIMIT {Most}
         """, Of);

    private static UnmatchedResult Of(SqliteDataReader row) => new(
        row.GetString(1), row.GetString(2),
        new Ks2Result(
            row.GetInt32(0), row.GetInt32(3), (ResultStatus)row.GetInt32(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetInt32(6), row.GetBoolean(7),
            FloorReading.FiguresOf(row, 9, row.GetString(8))));
}
