using Google.Protobuf;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Importing;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>Records of imports, in SQL. Of two imports that are done and have the same thing, the one that was taken later stands.</summary>
internal static class ImportStore
{
    private static readonly int Done = WorkforceImportTables.Number(ImportState.Done);

    /// <summary>What stands of a record r beside what import $1 says of it; null where it was taken out last.</summary>
    private static readonly string Before =
        $"""
         SELECT CASE WHEN p.Deleted THEN NULL ELSE p.Body END FROM import_record p CROSS JOIN import i ON i.Id = p.ImportId
         WHERE p.Type = r.Type AND p.RecordId = r.RecordId AND i.State = {Done} AND i.Id <> $1 ORDER BY i.TakenAs DESC LIMIT 1
         """;

    /// <summary>Keeps the records of a file, in the order in which they are to be sent.</summary>
    public static void Insert(SqliteConnection connection, int import, IEnumerable<DraftRecord> drafts)
    {
        using var record = connection.Prepared("INSERT INTO import_record (ImportId, Type, RecordId, Place, Line, Deleted, Body) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        foreach (var (place, one) in drafts.Index())
            record.With(import, one.Type, one.Id, place, one.Line, one.Deleted, one.Record.ToByteArray()).ExecuteNonQuery();
    }

    /// <summary>Every record of an import in the order in which they are sent, beside what stands of it.</summary>
    public static List<ImportLine> Lines(SqliteConnection connection, int import) =>
        connection.Query($"SELECT r.Type, r.RecordId, r.Place, r.Line, r.Deleted, r.Body, ({Before}) FROM import_record r WHERE r.ImportId = $1 ORDER BY r.Place", LineOf, import);

    /// <summary>The way back from an import that is done. A record whose version no import gave it came from somewhere else since, and stays too.</summary>
    public static WayBack ToUndo(SqliteConnection connection, int import)
    {
        var (lines, leftAlone) = (new List<ImportLine>(), 0);
        foreach (var type in connection.Query("SELECT DISTINCT Type FROM import_record WHERE ImportId = $1", row => row.GetString(0), import))
            foreach (var (line, stands) in connection.Query(
                         $"""
                          SELECT r.Type, r.RecordId, r.Place, r.Line, r.Deleted, r.Body, ({Before}), r.ImportId = (
                              SELECT i.Id FROM import_record p CROSS JOIN import i ON i.Id = p.ImportId
                              WHERE p.Type = r.Type AND p.RecordId = r.RecordId AND (i.State = {Done} OR i.Id = $1) ORDER BY i.TakenAs DESC LIMIT 1)
                            AND EXISTS (
                              SELECT 1 FROM {type} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $2
                              WHERE f.RecordId = r.RecordId AND f.Version IN (SELECT TakenAs FROM import UNION ALL SELECT UndoneAs FROM import))
                          FROM import_record r WHERE r.ImportId = $1 ORDER BY r.Place
                          """,
                         row => (Line: LineOf(row), Stands: row.GetBoolean(7)), import, Imports.Source))
                if (!stands)
                    leftAlone++;
                else if (line.Effect != ImportEffect.Same)
                    lines.Add(line);
        return new(lines, leftAlone);
    }

    /// <summary>Other systems whose records of these types count in the place of imports.</summary>
    public static IReadOnlyList<string> OtherSources(SqliteConnection connection, IReadOnlyCollection<string> types) =>
    [
        .. connection.Query("SELECT DISTINCT o.RecordType, s.Name FROM source_of_record o JOIN feed_source s ON s.Id = o.SourceId WHERE s.Name <> $1", row => (Type: row.GetString(0), Name: row.GetString(1)), Imports.Source)
            .Where(other => WorkforceTypes.All.Any(type => type.Name == other.Type && types.Contains(type.Table))).Select(other => other.Name).Distinct().Order(),
    ];

    private static ImportLine LineOf(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetBoolean(4), WorkforceRecord.Parser.ParseFrom(row.GetFieldValue<byte[]>(5)),
        row.IsDBNull(6) ? null : WorkforceRecord.Parser.ParseFrom(row.GetFieldValue<byte[]>(6)));
}
