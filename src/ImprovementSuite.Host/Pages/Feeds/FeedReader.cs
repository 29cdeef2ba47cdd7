using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Pages.Feeds;

/// <summary>What one source delivered to one feed.</summary>
internal sealed record SourceRow(
    string Source, DateTime LastReceipt, long Batches, long Accepted, long Duplicate, long Stale, long Reconciled, long Rejected, long StillRejected);

/// <summary>One thing wrong with one record that is still to be corrected, or was set aside.</summary>
internal sealed record RejectionRow(long Id, string Source, string RecordType, string RecordId, string Sentence, DateTime ReceivedAt, SetAside? Aside);

/// <summary>Who set a rejected record aside, when and why.</summary>
internal sealed record SetAside(DateTime At, string By, string Why);

/// <summary>Reads a module's feed ledger for people.</summary>
internal static class FeedReader
{
    public static IReadOnlyList<SourceRow> Sources(Feed feed) => feed.Database.Read(connection => connection.Query(
        """
        SELECT s.Name, MAX(r.ReceivedAt), COUNT(*), SUM(r.Accepted), SUM(r.Duplicate), SUM(r.Stale), SUM(r.Reconciled), SUM(r.Rejected),
               (SELECT COUNT(DISTINCT RecordType || ' ' || RecordId) FROM feed_rejection j WHERE j.SourceId = s.Id AND j.CorrectedAt IS NULL AND j.SetAsideAt IS NULL)
        FROM feed_receipt r JOIN feed_source s ON s.Id = r.SourceId GROUP BY s.Id ORDER BY s.Name
        """,
        row => new SourceRow(
            row.GetString(0), SqliteCommands.FromMilliseconds(row.GetInt64(1)), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6),
            row.GetInt64(7), row.GetInt64(8))));

    /// <summary>How many records are still to be corrected, and since when the oldest of them is.</summary>
    public static (long Records, DateTime? Since) StillRejected(Feed feed) => feed.Database.Read(connection => connection.Query(
        "SELECT COUNT(DISTINCT SourceId || ' ' || RecordType || ' ' || RecordId), MIN(ReceivedAt) FROM feed_rejection WHERE CorrectedAt IS NULL AND SetAsideAt IS NULL",
        row => (row.GetInt64(0), row.IsDBNull(1) ? (DateTime?)null : SqliteCommands.FromMilliseconds(row.GetInt64(1)))).Single());

    /// <summary>How many things are to be corrected, and how many were set aside.</summary>
    public static (long Open, long Aside) Counts(Feed feed) => feed.Database.Read(connection => connection.Query(
        "SELECT COUNT(*) - COUNT(SetAsideAt), COUNT(SetAsideAt) FROM feed_rejection WHERE CorrectedAt IS NULL", row => (row.GetInt64(0), row.GetInt64(1))).Single());

    /// <summary>What is to be corrected, or what was set aside; newest first.</summary>
    public static IReadOnlyList<RejectionRow> Rejections(Feed feed, References references, bool aside, int skip, int take) => feed.Database.Read(connection => connection.Query(
        $"""
         SELECT j.Id, s.Name, j.RecordType, j.RecordId, j.Sentence, j.ReceivedAt, j.SetAsideAt, j.SetAsideBy, j.SetAsideWhy
         FROM feed_rejection j JOIN feed_source s ON s.Id = j.SourceId
         WHERE j.CorrectedAt IS NULL AND j.SetAsideAt IS {(aside ? "NOT NULL" : "NULL")}
         ORDER BY j.SetAsideAt DESC, j.Id DESC LIMIT $2 OFFSET $1
         """,
        row => new RejectionRow(
            row.GetInt64(0), row.GetString(1), row.GetString(2), FeedRejection.IsPlace(row.GetString(3)) ? row.GetString(3) : references.Of(row.GetString(3)), row.GetString(4), SqliteCommands.FromMilliseconds(row.GetInt64(5)),
            row.IsDBNull(6) ? null : new SetAside(SqliteCommands.FromMilliseconds(row.GetInt64(6)), row.GetString(7), row.GetString(8))),
        skip, take));
}
