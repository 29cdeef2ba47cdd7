using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.AnnexA.Importing;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>What was wrong with the rows of one workbook, out of the rejections of the feed. Those that were wrong again in a later one stand with that.</summary>
internal static class AnnexARejections
{
    private const string Of = """
        FROM feed_rejection j JOIN feed_source s ON s.Id = j.SourceId
        WHERE s.Name = $1 AND j.ReceivedAt BETWEEN $2 AND $3 AND j.Field LIKE 'List %'
        """;

    /// <param name="references">How records are named; a row without a reference stands under its place in the workbook.</param>
    /// <param name="person">Whose name a restricted case must have to be opened; rows of others have no reference.</param>
    public static List<RejectedCell> Read(SqliteConnection connection, AnnexAUpload upload, string person, References references, int most)
    {
        var closed = connection.Query(
            "SELECT DISTINCT c.RecordId FROM child c WHERE c.Restricted = 1 AND c.Deleted = 0 AND NOT EXISTS (SELECT 1 FROM named_reader r WHERE r.Child = c.RecordId AND r.PersonId = $1)",
            row => row.GetString(0), person);
        return connection.Query(
            $"SELECT j.RecordType, j.RecordId, j.Field, j.Sentence {Of} ORDER BY j.Id LIMIT $4",
            row => new RejectedCell(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)), Values(upload, most))
            .ConvertAll(cell => closed.Any(child => cell.RecordId.StartsWith($"{child}/", StringComparison.Ordinal)) ? cell with { RecordId = "Restricted case" } : cell with { RecordId = cell.Place.StartsWith(cell.RecordId, StringComparison.Ordinal) ? cell.RecordId : references.Of(cell.RecordId) });
    }

    public static long Count(SqliteConnection connection, AnnexAUpload upload) => connection.Scalar<long>($"SELECT COUNT(*) {Of}", Values(upload));

    private static object?[] Values(AnnexAUpload upload, params object?[] more) =>
        [upload.Source, SqliteCommands.ToMilliseconds(upload.StartedAt), SqliteCommands.ToMilliseconds(upload.EndedAt ?? upload.StartedAt), .. more];
}
