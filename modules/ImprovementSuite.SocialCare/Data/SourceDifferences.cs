using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Something that another source says otherwise than the source of record.</summary>
/// <param name="RecordId">Null where the case is restricted and the reader is not named for it.</param>
/// <param name="Ours">What the source of record says; null where it has no such record.</param>
internal sealed record Difference(string RecordType, string? RecordId, string Source, string? Ours, string Theirs);

/// <summary>Compares what other sources sent with the source of record: by the same identifier, else by child and day.</summary>
internal static class SourceDifferences
{
    /// <summary>
    /// For each type the day that is compared, and by which days of the same child a record is found that has another identifier. Where the two are the
    /// same day only records that the source of record has not at all differ.
    /// </summary>
    private static readonly (RecordType Type, string Compared, string SameCase)[] Comparisons =
    [
        (RecordType.Contact, "ReceivedOn", "ReceivedOn"),
        (RecordType.Referral, "ReceivedOn", "ReceivedOn"),
        (RecordType.Assessment, "CompletedOn", "Kind, CompletedOn"),
        (RecordType.Enquiry, "StrategyDiscussionOn", "StrategyDiscussionOn"),
        (RecordType.Conference, "HeldOn", "Kind, HeldOn"),
        (RecordType.Plan, "EndedOn", "StartedOn"),
        (RecordType.LookedAfter, "CeasedOn", "StartedOn"),
        (RecordType.LookedAfterReview, "HeldOn", "HeldOn"),
        (RecordType.EarlyHelp, "CompletedOn", "StartedOn"),
    ];

    private static readonly string All = $"SELECT * FROM ({string.Join(" UNION ALL ", Comparisons.Select(Compare))}) WHERE (Ours IS NULL OR Ours <> Theirs)";

    /// <summary>The differences, for a person who may read the records of every team.</summary>
    public static List<Difference> Read(SqliteConnection connection, string personId, References references, int most) => connection.Query(
        $"SELECT d.RecordType, d.RecordId, d.Source, d.Ours, d.Theirs, {RecordAccess.IsClosed("d.Child", "$2")} FROM ({All}) d LIMIT $1",
        row => row.GetBoolean(5)
            ? new Difference(row.GetString(0), null, row.GetString(2), null, "")
            : new Difference(row.GetString(0), references.Of(row.GetString(1)), row.GetString(2), row.IsDBNull(3) ? null : Day(row.GetInt32(3)), Day(row.GetInt32(4))),
        most, personId);

    /// <summary>In how many records of each type each source differs; counting stops at so many.</summary>
    public static List<(string RecordType, string Source, long Records)> Count(SqliteConnection connection, int most) =>
        connection.Query($"SELECT RecordType, Source, COUNT(*) FROM ({All} LIMIT $1) GROUP BY RecordType, Source ORDER BY RecordType, Source", row => (row.GetString(0), row.GetString(1), row.GetInt64(2)), most);

    /// <summary>In how many records of each type one source differs.</summary>
    public static Dictionary<string, long> Count(SqliteConnection connection, string source) => connection
        .Query($"SELECT RecordType, COUNT(*) FROM ({All} AND Source = $1) GROUP BY RecordType", row => (Type: row.GetString(0), Records: row.GetInt64(1)), source)
        .ToDictionary(type => type.Type, type => type.Records);

    /// <summary>Two look-ups, each by an index: a condition with OR would read the whole table for every record.</summary>
    private static string Compare((RecordType Type, string Compared, string SameCase) comparison)
    {
        var (table, day) = (comparison.Type.Name, comparison.Compared);
        var sameCase = string.Join(" AND ", comparison.SameCase.Split(", ").Select(column => $"ours.{column} = other.{column}"));
        return $"""
                SELECT '{table}' AS RecordType, other.RecordId, other.Child, s.Name AS Source,
                       COALESCE(
                           (SELECT COALESCE(ours.{day}, 0) FROM {table} ours
                            WHERE ours.SourceId IN (SELECT SourceId FROM source_of_record WHERE RecordType = '{table}') AND ours.RecordId = other.RecordId AND ours.Counts = 1),
                           (SELECT COALESCE(ours.{day}, 0) FROM {table} ours WHERE ours.Counts = 1 AND {sameCase} AND ours.Child = other.Child LIMIT 1)) AS Ours,
                       COALESCE(other.{day}, 0) AS Theirs
                FROM {table} other JOIN feed_source s ON s.Id = other.SourceId
                WHERE other.Deleted = 0 AND other.Counts = 0
                """;
    }

    private static string Day(int number) => number == 0 ? "still open" : DateOnly.FromDayNumber(number).ToString("yyyy-MM-dd");
}
