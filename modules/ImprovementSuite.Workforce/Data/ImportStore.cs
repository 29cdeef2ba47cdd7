using System.Text.Json;
using Google.Protobuf;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Feed.V1;
using ImprovementSuite.Workforce.Importing;
using ImprovementSuite.Workforce.Importing.Reading;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>What a record of an import would change.</summary>
internal enum ImportEffect
{
    New = 1,
    Changed,
    Same,

    /// <summary>It is taken out.</summary>
    Out,
}

/// <summary>A record of an import beside what the imports before it say of the same thing.</summary>
/// <param name="Before">Null where none of them has it.</param>
internal sealed record ImportLine(string Type, string RecordId, int Line, bool Deleted, byte[] Body, byte[]? Before)
{
    public ImportEffect Effect => (Deleted, Before) switch
    {
        (true, null) => ImportEffect.Same,
        (true, _) => ImportEffect.Out,
        (_, null) => ImportEffect.New,
        _ => Body.AsSpan().SequenceEqual(Before) ? ImportEffect.Same : ImportEffect.Changed,
    };

    public WorkforceRecord Record => WorkforceRecord.Parser.ParseFrom(Body);

    public WorkforceRecord? RecordBefore => Before is null ? null : WorkforceRecord.Parser.ParseFrom(Before);

    public WorkforceRecord Keyed(long version)
    {
        var record = Record;
        record.Key = new RecordKey { RecordId = RecordId, Version = version, Deleted = Deleted };
        return record;
    }

    /// <summary>The record as it was before, under a new version; taken out where it was not there.</summary>
    public WorkforceRecord TakenBack(long version)
    {
        var record = RecordBefore ?? Record;
        record.Key = new RecordKey { RecordId = RecordId, Version = version, Deleted = Before is null };
        return record;
    }
}

/// <summary>What undoing an import does.</summary>
/// <param name="Lines">The records that stand as it brought them.</param>
/// <param name="LeftAlone">Records that a later import, or something else under the council's name, brought as well.</param>
internal sealed record WayBack(IReadOnlyList<ImportLine> Lines, int LeftAlone)
{
    /// <summary>How many are again what they were.</summary>
    public int Again => Lines.Count(line => line.Before is not null);

    /// <summary>How many were not there, and go.</summary>
    public int Gone => Lines.Count - Again;
}

/// <summary>Records of imports, in SQL. Of two imports that are done and have the same thing, the one that was taken later stands.</summary>
internal static class ImportStore
{
    private const int Done = (int)ImportState.Done;

    /// <summary>What stands of a record r beside what import $1 says of it; null where it was taken out last.</summary>
    private static readonly string Before =
        $"""
         SELECT CASE WHEN p.Deleted THEN NULL ELSE p.Body END FROM import_record p CROSS JOIN import i ON i.Id = p.ImportId
         WHERE p.Type = r.Type AND p.RecordId = r.RecordId AND i.State = {Done} AND i.Id <> $1 ORDER BY i.TakenAs DESC LIMIT 1
         """;

    /// <summary>Keeps what a file came to, in the transaction of the import's own row.</summary>
    public static void Insert(SqliteConnection connection, int import, IEnumerable<DraftRecord> records, IEnumerable<DraftFault> faults)
    {
        using var record = connection.Prepared("INSERT INTO import_record (ImportId, Type, RecordId, Place, Line, Deleted, Body) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        foreach (var (place, one) in records.Index())
            record.With(import, one.Type, one.Id, place, one.Line, one.Deleted, one.Record.ToByteArray()).ExecuteNonQuery();
        using var fault = connection.Prepared("INSERT INTO import_fault (ImportId, Line, Heading, Sentence) VALUES ($1, $2, $3, $4)", 4);
        foreach (var one in faults)
            fault.With(import, one.Line, one.Heading, one.Sentence).ExecuteNonQuery();
    }

    /// <summary>Every record of an import in the order in which they are sent, beside what stands of it.</summary>
    public static List<ImportLine> Lines(SqliteConnection connection, int import) =>
        connection.Query($"SELECT r.Type, r.RecordId, r.Line, r.Deleted, r.Body, ({Before}) FROM import_record r WHERE r.ImportId = $1 ORDER BY r.Place", LineOf, import);

    /// <summary>The way back from an import that is done. A record whose version no import gave it came from somewhere else since, and stays too.</summary>
    public static WayBack ToUndo(SqliteConnection connection, int import)
    {
        var (lines, leftAlone) = (new List<ImportLine>(), 0);
        foreach (var type in connection.Query("SELECT DISTINCT Type FROM import_record WHERE ImportId = $1", row => row.GetString(0), import))
            foreach (var (line, stands) in connection.Query(
                         $"""
                          SELECT r.Type, r.RecordId, r.Line, r.Deleted, r.Body, ({Before}), r.ImportId = (
                              SELECT i.Id FROM import_record p CROSS JOIN import i ON i.Id = p.ImportId
                              WHERE p.Type = r.Type AND p.RecordId = r.RecordId AND (i.State = {Done} OR i.Id = $1) ORDER BY i.TakenAs DESC LIMIT 1)
                            AND EXISTS (
                              SELECT 1 FROM {type} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $2
                              WHERE f.RecordId = r.RecordId AND f.Version IN (SELECT TakenAs FROM import UNION ALL SELECT UndoneAs FROM import))
                          FROM import_record r WHERE r.ImportId = $1 ORDER BY r.Place
                          """,
                         row => (Line: LineOf(row), Stands: row.GetBoolean(6)), import, Imports.Source))
                if (!stands)
                    leftAlone++;
                else if (line.Effect != ImportEffect.Same)
                    lines.Add(line);
        return new(lines, leftAlone);
    }

    /// <summary>A version that is higher than any that the council's own records have: the moment, or the next after the highest.</summary>
    public static long NextVersion(SqliteConnection connection, DateTime now)
    {
        var highest = connection.Scalar<long>(
            $"""
             SELECT MAX(Version) FROM (SELECT MAX(MAX(TakenAs, UndoneAs)) AS Version FROM import
             {string.Concat(WorkforceTypes.All.Select(type => type.Table).Distinct().Select(table => $"UNION ALL SELECT MAX(f.Version) FROM {table} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $1 "))})
             """, Imports.Source);
        return Math.Max(SqliteCommands.ToMilliseconds(now), highest + 1);
    }

    /// <summary>After the records were sent: forgets those that were rejected, because they do not stand.</summary>
    /// <returns>How many were rejected.</returns>
    public static int ForgetRejected(SqliteConnection connection, int import, IEnumerable<ImportLine> sent, long version)
    {
        var rejected = 0;
        foreach (var type in sent.GroupBy(line => line.Type))
            rejected += connection.Execute(
                $"""
                 DELETE FROM import_record WHERE ImportId = $1 AND Type = $2 AND RecordId IN (SELECT value FROM json_each($5)) AND NOT EXISTS (
                   SELECT 1 FROM {type.Key} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $4 WHERE f.RecordId = import_record.RecordId AND f.Version >= $3)
                 """, import, type.Key, version, Imports.Source, JsonSerializer.Serialize(type.Select(line => line.RecordId)));
        return rejected;
    }

    /// <summary>Other systems whose records of these types count in the place of imports.</summary>
    public static IReadOnlyList<string> OtherSources(SqliteConnection connection, IReadOnlyCollection<string> types) =>
    [
        .. connection.Query("SELECT DISTINCT o.RecordType, s.Name FROM source_of_record o JOIN feed_source s ON s.Id = o.SourceId WHERE s.Name <> $1", row => (Type: row.GetString(0), Name: row.GetString(1)), Imports.Source)
            .Where(other => WorkforceTypes.All.Any(type => type.Name == other.Type && types.Contains(type.Table))).Select(other => other.Name).Distinct().Order(),
    ];

    private static ImportLine LineOf(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetBoolean(3), row.GetFieldValue<byte[]>(4), row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5));
}
