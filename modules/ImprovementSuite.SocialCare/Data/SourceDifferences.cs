using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Something that another source says otherwise than the source of record.</summary>
/// <param name="Ours">What the source of record says; null where it has no such record.</param>
internal sealed record Difference(string RecordType, string RecordId, string Source, string? Ours, string Theirs);

/// <summary>Compares what other sources sent with the source of record: by the same identifier, else by child and day.</summary>
internal static class SourceDifferences
{
    public static List<(string RecordType, string Source, DateOnly From)> SourcesOfRecord(SqliteConnection connection) => connection.Query(
        """SELECT o.RecordType, s.Name, o."From" FROM source_of_record o JOIN feed_source s ON s.Id = o.SourceId ORDER BY o.RecordType, o."From" """,
        row => (row.GetString(0), row.GetString(1), row.GetDay(2)));

    public static List<Difference> Read(SqliteConnection connection, int most) => connection.Query(
        $"""
         SELECT * FROM (
             {Compare("referral", "ReceivedOn", "ReceivedOn")}
             UNION ALL
             {Compare("assessment", "CompletedOn", "COALESCE(CompletedOn, StartedOn)")})
         WHERE Ours IS NULL OR Ours <> Theirs
         LIMIT $1
         """,
        row => new Difference(row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : Day(row.GetInt32(3)), Day(row.GetInt32(4))), most);

    private static string Compare(string table, string compared, string day) =>
        $"""
         SELECT '{table}' AS RecordType, other.RecordId, s.Name,
                (SELECT COALESCE(ours.{compared}, 0) FROM {table} ours
                 WHERE ours.Counts = 1 AND (ours.RecordId = other.RecordId OR (ours.Child = other.Child AND {Of("ours", day)} = {Of("other", day)}))
                 ORDER BY ours.RecordId = other.RecordId DESC LIMIT 1) AS Ours,
                COALESCE(other.{compared}, 0) AS Theirs
         FROM {table} other JOIN feed_source s ON s.Id = other.SourceId
         WHERE other.Deleted = 0 AND other.Counts = 0
         """;

    private static string Of(string row, string day) => day.Replace("CompletedOn", $"{row}.CompletedOn").Replace("StartedOn", $"{row}.StartedOn").Replace("ReceivedOn", $"{row}.ReceivedOn");

    private static string Day(int number) => number == 0 ? "still open" : DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd");
}
