using System.Text.Json;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Importing;

/// <summary>Imports, in SQL, as every module has them.</summary>
internal static class ImportStore
{
    /// <summary>Keeps what is wrong with a file.</summary>
    public static void Insert(SqliteConnection connection, int import, IEnumerable<DraftFault> faults)
    {
        using var fault = connection.Prepared("INSERT INTO import_fault (ImportId, Line, Heading, Sentence) VALUES ($1, $2, $3, $4)", 4);
        foreach (var one in faults)
            fault.With(import, one.Line, one.Heading, one.Sentence).ExecuteNonQuery();
    }

    /// <summary>A version that is higher than any that the council's own records have: the moment, or the next after the highest.</summary>
    public static long NextVersion(SqliteConnection connection, IEnumerable<string> tables, DateTime now)
    {
        var highest = connection.Scalar<long>(
            $"""
             SELECT MAX(Version) FROM (SELECT MAX(MAX(TakenAs, UndoneAs)) AS Version FROM import
             {string.Concat(tables.Select(table => $"UNION ALL SELECT MAX(f.Version) FROM {table} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $1 "))})
             """, Imports.Source);
        return Math.Max(SqliteCommands.ToMilliseconds(now), highest + 1);
    }

    /// <summary>After the records were sent: forgets those that were rejected, because they do not stand.</summary>
    /// <returns>How many were rejected.</returns>
    public static int ForgetRejected(SqliteConnection connection, Import import, IEnumerable<ImportLine> sent) => sent.GroupBy(line => line.Type).Sum(type => connection.Execute(
        $"""
         DELETE FROM import_record WHERE ImportId = $1 AND Place IN (SELECT value FROM json_each($4)) AND NOT EXISTS (
           SELECT 1 FROM {type.Key} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $3 WHERE f.RecordId = import_record.RecordId AND f.Version >= $2)
         """, import.Id, import.TakenAs, Imports.Source, JsonSerializer.Serialize(type.Select(line => line.Place))));

    /// <summary>Forgets those records of an import that are left out.</summary>
    public static void Forget(SqliteConnection connection, int import, IEnumerable<ImportLine> left) => connection.Execute(
        "DELETE FROM import_record WHERE ImportId = $1 AND Place IN (SELECT value FROM json_each($2))", import, JsonSerializer.Serialize(left.Select(line => line.Place)));

    /// <summary>Forgets every record of an import.</summary>
    public static void Forget(SqliteConnection connection, int import) => connection.Execute("DELETE FROM import_record WHERE ImportId = $1", import);
}
