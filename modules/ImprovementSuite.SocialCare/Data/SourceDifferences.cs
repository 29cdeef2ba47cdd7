using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Something that another source says otherwise than the source of record.</summary>
/// <param name="Ours">What the source of record says; null where it has no such record.</param>
internal sealed record Difference(string RecordType, string RecordId, string Source, string? Ours, string Theirs);

/// <summary>Compares what other sources sent with the source of record: by the same identifier, else by child and day.</summary>
internal static class SourceDifferences
{
    public static List<Difference> Read(SqliteConnection connection, int most) => connection.Query(
        $"""
         SELECT * FROM (
             {Compare("referral", "ReceivedOn", "ours.Child = other.Child AND ours.ReceivedOn = other.ReceivedOn")}
             UNION ALL
             {Compare("assessment", "CompletedOn", "ours.Kind = other.Kind AND ours.CompletedOn = other.CompletedOn AND ours.Child = other.Child")})
         WHERE Ours IS NULL OR Ours <> Theirs
         LIMIT $1
         """,
        row => new Difference(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : Day(row.GetInt32(3)), Day(row.GetInt32(4))), most);

    /// <summary>Two look-ups, each by an index: a condition with OR would read the whole table for every record.</summary>
    private static string Compare(string table, string day, string sameCase) =>
        $"""
         SELECT '{table}' AS RecordType, other.RecordId, s.Name,
                COALESCE(
                    (SELECT COALESCE(ours.{day}, 0) FROM {table} ours
                     WHERE ours.SourceId IN (SELECT SourceId FROM source_of_record WHERE RecordType = '{table}') AND ours.RecordId = other.RecordId AND ours.Counts = 1),
                    (SELECT ours.{day} FROM {table} ours WHERE ours.Counts = 1 AND ours.{day} IS NOT NULL AND {sameCase} LIMIT 1)) AS Ours,
                COALESCE(other.{day}, 0) AS Theirs
         FROM {table} other JOIN feed_source s ON s.Id = other.SourceId
         WHERE other.Deleted = 0 AND other.Counts = 0
         """;

    private static string Day(int number) => number == 0 ? "still open" : DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd");
}
