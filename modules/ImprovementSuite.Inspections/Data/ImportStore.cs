using System.Text.Json;
using Google.Protobuf;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Inspections.Importing.Reading;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>What a record of an import would change.</summary>
internal enum ImportEffect
{
    New = 1,
    Changed,
    Same,

    /// <summary>It is taken out.</summary>
    Out,
}

/// <summary>A record of an import beside what it was before.</summary>
/// <param name="Before">Null where there was none.</param>
internal sealed record ImportLine(string RecordId, int Line, bool Deleted, InspectionRecord Record, InspectionRecord? Before)
{
    public ImportEffect Effect => (Deleted, Before) switch
    {
        (true, null) => ImportEffect.Same,
        (true, _) => ImportEffect.Out,
        (_, null) => ImportEffect.New,
        _ => Record.Equals(Before) ? ImportEffect.Same : ImportEffect.Changed,
    };

    /// <summary>As the intake takes it.</summary>
    public InspectionRecord Keyed(long version) => Keyed(Record, version, Deleted);

    /// <summary>Whether it is still as the import brought it.</summary>
    public bool Stands(Standing standing) => standing.Find(RecordId) is { } now ? !Deleted && now.Equals(Record) : Deleted;

    /// <summary>As the intake takes it back: what was before it, or nothing.</summary>
    public InspectionRecord Undone(long version) => Keyed(Before ?? Record, version, Before is null);

    private InspectionRecord Keyed(InspectionRecord record, long version, bool deleted)
    {
        var keyed = record.Clone();
        keyed.Key = new RecordKey { RecordId = RecordId, Version = version, Deleted = deleted };
        return keyed;
    }
}

/// <summary>Records of imports, in SQL.</summary>
internal static class ImportStore
{
    /// <summary>Keeps what a file came to, in the transaction of the import's own row.</summary>
    public static void Insert(SqliteConnection connection, int import, ImportDraft draft)
    {
        using var record = connection.Prepared("INSERT INTO import_record (ImportId, RecordId, Place, Line, Deleted, Body) VALUES ($1, $2, $3, $4, $5, $6)", 6);
        // What is taken out makes room for what comes.
        foreach (var (place, one) in draft.Records.OrderByDescending(one => one.Deleted).Index())
            record.With(import, one.Id, place, one.Line, one.Deleted, one.Record.ToByteArray()).ExecuteNonQuery();
        using var fault = connection.Prepared("INSERT INTO import_fault (ImportId, Line, Heading, Sentence) VALUES ($1, $2, $3, $4)", 4);
        foreach (var one in draft.Faults)
            fault.With(import, one.Line, one.Heading, one.Sentence).ExecuteNonQuery();
    }

    /// <summary>Every record of an import in the order in which they are sent: of one that waits, beside what stands now; of another, beside what stood when it was taken.</summary>
    public static List<ImportLine> Lines(SqliteConnection connection, Import import)
    {
        var standing = import.State == ImportState.Waiting ? Standing.Of(connection, RecordForm.Named(import.Form)!) : null;
        return connection.Query(
            """SELECT RecordId, Line, Deleted, Body, "Before" FROM import_record WHERE ImportId = $1 ORDER BY Place""",
            row => new ImportLine(
                row.GetString(0), row.GetInt32(1), row.GetBoolean(2), InspectionRecord.Parser.ParseFrom(row.GetFieldValue<byte[]>(3)),
                standing is not null ? standing.Find(row.GetString(0)) : row.IsDBNull(4) ? null : InspectionRecord.Parser.ParseFrom(row.GetFieldValue<byte[]>(4))), import.Id);
    }

    /// <summary>Keeps what stands before an import is taken, so that it can be undone.</summary>
    public static void KeepBefore(SqliteConnection connection, int import, IEnumerable<ImportLine> lines)
    {
        using var before = connection.Prepared("""UPDATE import_record SET "Before" = $3 WHERE ImportId = $1 AND RecordId = $2""", 3);
        foreach (var line in lines.Where(line => line.Before is not null))
            before.With(import, line.RecordId, line.Before!.ToByteArray()).ExecuteNonQuery();
    }

    /// <summary>A version that is higher than any that the council's own records have: the moment, or the next after the highest.</summary>
    public static long NextVersion(SqliteConnection connection, DateTime now)
    {
        var highest = connection.Scalar<long>(
            $"""
             SELECT MAX(Version) FROM (SELECT MAX(MAX(TakenAs, UndoneAs)) AS Version FROM import
             {string.Concat(RecordForm.All.Select(form => $"UNION ALL SELECT MAX(f.Version) FROM {form.Code} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $1 "))})
             """, Imports.Source);
        return Math.Max(SqliteCommands.ToMilliseconds(now), highest + 1);
    }

    /// <summary>After the records were sent: forgets those that were rejected, because they do not stand.</summary>
    /// <returns>How many were rejected.</returns>
    public static int Settle(SqliteConnection connection, Import import, IEnumerable<ImportLine> sent) => connection.Execute(
        $"""
         DELETE FROM import_record WHERE ImportId = $1 AND RecordId IN (SELECT value FROM json_each($4)) AND NOT EXISTS (
           SELECT 1 FROM {import.Form} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $3 WHERE f.RecordId = import_record.RecordId AND f.Version >= $2)
         """, import.Id, import.TakenAs, Imports.Source, JsonSerializer.Serialize(sent.Select(line => line.RecordId)));

    /// <summary>
    /// Of an import that was taken: the records that still stand as it brought them and that no later one brought as well, last first, and how many it has
    /// besides. Those that are taken back already are among the first, so that an undoing that a stop cut off sends the same again.
    /// </summary>
    public static (List<ImportLine> Lines, int LeftAlone) ToUndo(SqliteConnection connection, Import import)
    {
        var undone = connection.Query(
            $"SELECT f.RecordId FROM {import.Form} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $1 WHERE f.Version = $2", row => row.GetString(0), Imports.Source, import.UndoneAs).ToHashSet();
        var later = connection.Query(
            $"""
             SELECT r.RecordId FROM import_record r JOIN import i ON i.Id = r.ImportId
             WHERE i.Form = $1 AND i.State = {(int)ImportState.Done} AND i.TakenAs > $2
             """, row => row.GetString(0), import.Form, import.TakenAs).ToHashSet();
        var standing = Standing.Of(connection, RecordForm.Named(import.Form)!);
        var changed = Lines(connection, import).Where(line => line.Effect != ImportEffect.Same).ToList();
        var undo = changed.Where(line => undone.Contains(line.RecordId) || (!later.Contains(line.RecordId) && line.Stands(standing))).Reverse().ToList();
        return (undo, changed.Count - undo.Count);
    }

    /// <summary>How many recommendations of these somebody has worked on.</summary>
    public static int WorkedOn(SqliteConnection connection, IEnumerable<ImportLine> lines) => connection.Scalar<int>(
        """
        SELECT COUNT(*) FROM progress p JOIN recommendation r ON r.Id = p.RecommendationId JOIN feed_source s ON s.Id = r.SourceId AND s.Name = $1
        WHERE r.RecordId IN (SELECT value FROM json_each($2))
        """, Imports.Source, JsonSerializer.Serialize(lines.Select(line => line.RecordId)));
}
