using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Data;

/// <summary>A result that another source says otherwise than the source of record.</summary>
/// <param name="Ours">Hundredths of a percent; null where the source of record has none.</param>
/// <param name="Theirs">As <paramref name="Ours"/>.</param>
/// <param name="Missing">The source of record has no such record at all.</param>
internal sealed record ResultDifference(int Urn, string Name, ResultSet Set, string Source, int? Ours, int? Theirs, bool Missing);

/// <summary>Compares results of other sources with those of the source of record: pupils, and the attainment of the year.</summary>
internal static class ResultDifferences
{
    // What counts is the attainment of the year; a difference in any other figure is one of the pupils or is of no weight here.
    private static readonly string Attainment =
        $"CASE WHEN r.Year <= 2012 THEN r.{Ks2Figure.Level4EnglishMaths} WHEN r.Year <= 2015 THEN r.{Ks2Figure.Level4ReadingWritingMaths} ELSE r.{Ks2Figure.ExpectedReadingWritingMaths} END";

    public static List<ResultDifference> Read(SqliteConnection connection, int most) => connection.Query(
        $"""
         SELECT other.Urn, other.Name, other.Year, other.Status, s.Name, {Attainment.Replace("r.", "ours.")}, {Attainment.Replace("r.", "other.")}, ours.Id IS NULL
         FROM result other JOIN feed_source s ON s.Id = other.SourceId
         LEFT JOIN result ours ON ours.Counts = 1 AND ours.Urn = other.Urn AND ours.Year = other.Year AND ours.Status = other.Status
         WHERE other.Deleted = 0 AND other.Counts = 0
           AND (ours.Id IS NULL OR {Attainment.Replace("r.", "ours.")} IS NOT {Attainment.Replace("r.", "other.")} OR ours.Cohort IS NOT other.Cohort OR ours.Reached IS NOT other.Reached)
         ORDER BY other.Year DESC, other.Status DESC, other.Urn LIMIT $1
         """,
        row => new ResultDifference(
            row.GetInt32(0), row.GetString(1), new(row.GetInt32(2), (ResultStatus)row.GetInt32(3)), row.GetString(4), row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetInt32(6),
            row.GetBoolean(7)), most);
}
