using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Importing.Reading;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Data;

/// <summary>A record of an import beside what the imports before it say of the same thing.</summary>
/// <param name="Before">Null where none of them has it.</param>
internal sealed record ImportLine(string Type, string RecordId, int Line, int Urn, byte[] Body, byte[]? Before)
{
    public ImportEffect Effect => Before is null ? ImportEffect.New : Body.AsSpan().SequenceEqual(Before) ? ImportEffect.Same : ImportEffect.Changed;

    public SchoolRecord Record => SchoolRecord.Parser.ParseFrom(Body);

    public SchoolRecord? RecordBefore => Before is null ? null : SchoolRecord.Parser.ParseFrom(Before);
}

/// <summary>Records of imports. Those of imports that are done are the history: of two that have the same thing, the one that was taken later stands.</summary>
internal static class ImportStore
{
    private const int Done = (int)ImportState.Done;
    private const int Compared = 300;
    private const int EnoughAlike = 20;

    /// <summary>What stood of a record r before an import $1 that was taken as $2; 0 is one that still waits.</summary>
    private static readonly string Before =
        $"""
         SELECT p.Body FROM import_record p CROSS JOIN import i ON i.Id = p.ImportId
         WHERE p.Type = r.Type AND p.RecordId = r.RecordId AND i.State = {Done} AND i.Id <> $1 AND ($2 = 0 OR i.TakenAs < $2) ORDER BY i.TakenAs DESC LIMIT 1
         """;

    /// <summary>
    /// Keeps what a file came to, in the transaction of the import's own row. What each record changes is read with <see cref="Lines"/> for as long as the
    /// import waits, because others may be taken before it.
    /// </summary>
    public static void Insert(SqliteConnection connection, int import, IEnumerable<DraftRecord> records, IEnumerable<DraftFault> faults)
    {
        using var record = connection.Prepared("INSERT INTO import_record (ImportId, Type, RecordId, Line, Urn, Effect, Body) VALUES ($1, $2, $3, $4, $5, $6, $7)", 7);
        foreach (var one in records)
            record.With(import, one.Type, one.RecordId, one.Line, one.Urn, (int)ImportEffect.New, one.Body).ExecuteNonQuery();
        using var fault = connection.Prepared("INSERT INTO import_fault (ImportId, Line, Heading, School, Sentence) VALUES ($1, $2, $3, $4, $5)", 5);
        foreach (var one in faults)
            fault.With(import, one.Line, one.Heading, one.School, one.Sentence).ExecuteNonQuery();
    }

    /// <summary>Keeps what each record changes, as the import is taken.</summary>
    public static void SetEffects(SqliteConnection connection, int import, long takenAs) => connection.Execute(
        $"""
         UPDATE import_record AS r SET Effect = CASE WHEN ({Before}) IS NULL THEN {(int)ImportEffect.New} WHEN ({Before}) = r.Body THEN {(int)ImportEffect.Same} ELSE {(int)ImportEffect.Changed} END
         WHERE r.ImportId = $1
         """, import, takenAs);

    /// <summary>Every record of an import, in the order of its file.</summary>
    public static List<ImportLine> Lines(SqliteConnection connection, int import, long takenAs) => connection.Query(
        $"SELECT r.Type, r.RecordId, r.Line, r.Urn, r.Body, ({Before}) FROM import_record r WHERE r.ImportId = $1 ORDER BY r.Line, r.RecordId", LineOf, import, takenAs);

    /// <summary>What was brought in or typed last of a record, and stands; null where nothing does.</summary>
    public static SchoolRecord? Latest(SqliteConnection connection, string type, string recordId) => connection.Query(
        $"""
         SELECT p.Body FROM import_record p CROSS JOIN import i ON i.Id = p.ImportId
         WHERE p.Type = $1 AND p.RecordId = $2 AND i.State = {Done} ORDER BY i.TakenAs DESC LIMIT 1
         """, row => SchoolRecord.Parser.ParseFrom(row.GetFieldValue<byte[]>(0)), type, recordId).FirstOrDefault();

    /// <summary>The records that stand as an import brought them, with what stood before; and how many a later import brought as well.</summary>
    public static (List<ImportLine> Lines, int LeftAlone) ToUndo(SqliteConnection connection, int import)
    {
        var lines = connection.Query(
            $"""
             SELECT r.Type, r.RecordId, r.Line, r.Urn, r.Body, ({Before}), (
               SELECT i.Id FROM import_record p CROSS JOIN import i ON i.Id = p.ImportId
               WHERE p.Type = r.Type AND p.RecordId = r.RecordId AND (i.State = {Done} OR i.Id = $1) ORDER BY i.TakenAs DESC LIMIT 1)
             FROM import_record r WHERE r.ImportId = $1 ORDER BY r.Line, r.RecordId
             """, row => (Line: LineOf(row), Latest: row.GetInt32(6)), import, 0L);
        return ([.. lines.Where(one => one.Latest == import && one.Line.Effect != ImportEffect.Same).Select(one => one.Line)], lines.Count(one => one.Latest != import));
    }

    /// <summary>A version that is higher than any that the council's own records have: the moment, or the next after the highest.</summary>
    public static long NextVersion(SqliteConnection connection, DateTime now)
    {
        string[] tables = [Tables.School, Tables.Result, Tables.AreaResult, Tables.Forecast, Tables.Headline];
        var highest = connection.Scalar<long>(
            $"""
             SELECT MAX(Version) FROM (SELECT MAX(TakenAs) AS Version FROM import
             {string.Concat(tables.Select(table => $"UNION ALL SELECT MAX(f.Version) FROM {table} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = $1 "))})
             """, ImportWork.Source);
        return Math.Max(SqliteCommands.ToMilliseconds(now), highest + 1);
    }

    /// <summary>Of which other year the results are that a file has: all figures of many schools are those that are stored of it. Null where they are of none.</summary>
    public static int? YearWithTheSameFigures(SqliteConnection connection, IReadOnlyList<DraftRecord> records, int chosen)
    {
        var results = records.Where(record => record.Record.Result is { } result && (result.HasReached || FedFigures.Of(result.Figures).Any(figure => figure.Text.Length > 0))).ToList();
        using var others = connection.Prepared($"SELECT Year, Cohort, Reached, {string.Join(", ", Ks2FigureWords.Columns)} FROM result WHERE Urn = $1 AND Counts = 1 AND Year <> $2", 2);
        var alike = new Dictionary<int, (int Alike, int Of)>();
        foreach (var record in results.Where((_, place) => place % Math.Max(1, results.Count / Compared) == 0))
        {
            var result = record.Record.Result;
            object?[] figures = [result.HasCohort ? result.Cohort : null, result.HasReached ? result.Reached : null, .. FedFigures.Read(result.Figures).Columns];
            using var row = others.With(record.Urn, chosen).ExecuteReader();
            while (row.Read())
            {
                var (same, of) = alike.GetValueOrDefault(row.GetInt32(0));
                var isSame = figures.Index().All(figure => (row.IsDBNull(figure.Index + 1) ? (int?)null : row.GetInt32(figure.Index + 1)) == (int?)figure.Item);
                alike[row.GetInt32(0)] = (same + (isSame ? 1 : 0), of + 1);
            }
        }
        return alike.Where(year => year.Value.Of >= EnoughAlike && year.Value.Alike == year.Value.Of).Select(year => (int?)year.Key).FirstOrDefault();
    }

    /// <summary>Other systems whose records of this type count in the place of imports.</summary>
    public static IReadOnlyList<string> OtherSources(SqliteConnection connection, string recordType) => connection.Query(
        "SELECT DISTINCT s.Name FROM source_of_record o JOIN feed_source s ON s.Id = o.SourceId WHERE o.RecordType = $1 AND s.Name <> $2 ORDER BY s.Name", row => row.GetString(0), recordType, ImportWork.Source);

    private static ImportLine LineOf(SqliteDataReader row) => new(
        row.GetString(0), row.GetString(1), row.GetInt32(2), row.GetInt32(3), row.GetFieldValue<byte[]>(4), row.IsDBNull(5) ? null : row.GetFieldValue<byte[]>(5));
}
