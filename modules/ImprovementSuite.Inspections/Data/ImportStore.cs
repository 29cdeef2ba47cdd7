using System.Text.Json;
using Google.Protobuf;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Records of imports, in SQL.</summary>
internal static class ImportStore
{
    /// <summary>Keeps the records of a file or a form, in the order in which they are to be sent: what is taken out makes room for what comes.</summary>
    public static void Insert(SqliteConnection connection, int import, IEnumerable<DraftRecord> drafts)
    {
        using var record = connection.Prepared("INSERT INTO import_record (ImportId, RecordId, Place, Line, Deleted, Body) VALUES ($1, $2, $3, $4, $5, $6)", 6);
        foreach (var (place, one) in drafts.OrderByDescending(one => one.Deleted).Index())
            record.With(import, one.Id, place, one.Line, one.Deleted, one.Record.ToByteArray()).ExecuteNonQuery();
    }

    /// <summary>Every record of an import in the order in which they are sent: of one that waits, beside what stands now; of another, beside what stood when it was taken.</summary>
    public static List<ImportLine> Lines(SqliteConnection connection, Import import)
    {
        var standing = import.State == ImportState.Waiting ? Standing.Of(connection, InspectionForms.Named(import.Form)!) : null;
        return connection.Query(
            """SELECT RecordId, Place, Line, Deleted, Body, "Before" FROM import_record WHERE ImportId = $1 ORDER BY Place""",
            row => new ImportLine(
                import.Form, row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetBoolean(3), InspectionRecord.Parser.ParseFrom(row.GetFieldValue<byte[]>(4)),
                standing is not null ? standing.Find(row.GetString(0)) : row.IsDBNull(5) ? null : InspectionRecord.Parser.ParseFrom(row.GetFieldValue<byte[]>(5))), import.Id);
    }

    /// <summary>Keeps what stands before an import is taken, so that it can be undone.</summary>
    public static void KeepBefore(SqliteConnection connection, int import, IEnumerable<ImportLine> lines)
    {
        using var before = connection.Prepared("""UPDATE import_record SET "Before" = $3 WHERE ImportId = $1 AND RecordId = $2""", 3);
        foreach (var line in lines.Where(line => line.Before is not null))
            before.With(import, line.RecordId, line.Before!.ToByteArray()).ExecuteNonQuery();
    }

    /// <summary>
    /// Of an import that was taken: the records that still stand as it brought them and that no later one brought as well, last first, and how many it has
    /// besides. Those that are taken back already are among the first, so that an undoing that a stop cut off sends the same again.
    /// </summary>
    public static WayBack ToUndo(SqliteConnection connection, Import import)
    {
        var undone = connection.Query(
            $"SELECT f.RecordId FROM {import.Form} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $1 WHERE f.Version = $2", row => row.GetString(0), Imports.Source, import.UndoneAs).ToHashSet();
        var later = connection.Query(
            $"""
             SELECT r.RecordId FROM import_record r JOIN import i ON i.Id = r.ImportId
             WHERE i.Form = $1 AND i.State = {(int)ImportState.Done} AND i.TakenAs > $2
             """, row => row.GetString(0), import.Form, import.TakenAs).ToHashSet();
        var standing = Standing.Of(connection, InspectionForms.Named(import.Form)!);
        var changed = Lines(connection, import).Where(line => line.Effect != ImportEffect.Same).ToList();
        var undo = changed.Where(line => undone.Contains(line.RecordId) || (!later.Contains(line.RecordId) && Stands(line))).Reverse().ToList();
        return new(undo, changed.Count - undo.Count);

        bool Stands(ImportLine line) => standing.Find(line.RecordId) is { } now ? !line.Deleted && now.Equals(line.Record) : line.Deleted;
    }

    /// <summary>How many recommendations of these somebody has worked on.</summary>
    public static int WorkedOn(SqliteConnection connection, IEnumerable<ImportLine> lines) => connection.Scalar<int>(
        """
        SELECT COUNT(*) FROM progress p JOIN recommendation r ON r.Id = p.RecommendationId JOIN feed_source s ON s.Id = r.SourceId AND s.Name = $1
        WHERE r.RecordId IN (SELECT value FROM json_each($2))
        """, Imports.Source, JsonSerializer.Serialize(lines.Select(line => line.RecordId)));
}
