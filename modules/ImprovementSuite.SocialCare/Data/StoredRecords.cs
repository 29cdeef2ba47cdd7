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
            """
            SELECT 'contact', RecordId, Version FROM contact
            WHERE SourceId = (SELECT Id FROM feed_source WHERE Name = $1) AND Deleted = 0 AND ReceivedOn BETWEEN $2 AND $3
            UNION ALL
            SELECT 'referral', RecordId, Version FROM referral
            WHERE SourceId = (SELECT Id FROM feed_source WHERE Name = $1) AND Deleted = 0 AND ReceivedOn BETWEEN $2 AND $3
            UNION ALL
            SELECT 'assessment', a.RecordId, a.Version FROM assessment a JOIN referral r ON r.Id = a.ReferralId
            WHERE a.SourceId = (SELECT Id FROM feed_source WHERE Name = $1) AND a.Deleted = 0 AND r.ReceivedOn BETWEEN $2 AND $3
            """,
            row => new StoredRecord { RecordType = row.GetString(0), Key = new RecordKey { RecordId = row.GetString(1), Version = row.GetInt64(2) } },
            source, from, to);
}
