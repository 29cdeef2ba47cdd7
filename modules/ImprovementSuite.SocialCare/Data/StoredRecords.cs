using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>The keys that are stored of one source and not withdrawn, so that a sender of whole returns can compare.</summary>
internal static class StoredRecords
{
    public static List<StoredRecord> Of(SqliteConnection connection, string source, DateOnly from, DateOnly to) =>
        connection.Query(
            string.Join(" UNION ALL ", RecordType.All.Where(type => type != RecordType.Child).Select(type =>
                $"SELECT '{type.Name}', a.RecordId, a.Version FROM {type.Name} a {(type == RecordType.Assessment ? "JOIN referral r ON r.Id = a.ReferralId" : "")} "
                + $"WHERE a.SourceId = (SELECT Id FROM feed_source WHERE Name = $1) AND a.Deleted = 0 AND {(type == RecordType.Assessment ? "r.ReceivedOn" : type.Day)} BETWEEN $2 AND $3")),
            row => new StoredRecord { RecordType = row.GetString(0), Key = new RecordKey { RecordId = row.GetString(1), Version = row.GetInt64(2) } },
            source, from, to);
}
