using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>A type of record as a source of record has it: which rows they are, and what they count for.</summary>
/// <param name="Name">As <see cref="SourceOfRecord.RecordType"/> calls it: "referral".</param>
/// <param name="Plural">Several of them, as people read it: "section 47 enquiries".</param>
/// <param name="Table">Their table; it has the columns of <see cref="FedRow"/>.</param>
/// <param name="Day">The day that decides which source is the source of record, as SQL; one that is not known yet is after all others.</param>
/// <param name="Counted">Which measures they add to, and on which of their days.</param>
/// <param name="Where">Which rows of the table they are, as SQL.</param>
public sealed record SourcedType(string Name, string Plural, string Table, string Day, IReadOnlyList<(string Day, string Measure)> Counted, string Where = "1 = 1")
{
    /// <summary>Several of them, as a heading.</summary>
    public string Heading => char.ToUpperInvariant(Plural[0]) + Plural[1..];
}

/// <summary>Which source counts for a type of record from a day on; <see cref="DateOnly.MinValue"/> is from the first record.</summary>
/// <param name="RecordType">Such as "referral".</param>
/// <param name="Source">The source system.</param>
/// <param name="From">For records of this day or later.</param>
public sealed record SourceInForce(string RecordType, string Source, DateOnly From)
{
    /// <summary>"case-system from 2010-10-01".</summary>
    public override string ToString() => From == DateOnly.MinValue ? Source : $"{Source} from {From:yyyy-MM-dd}";
}

/// <summary>What a change would do to the records of one type and source.</summary>
/// <param name="Type">The type of record.</param>
/// <param name="Source">The source system.</param>
/// <param name="Now">How many count.</param>
/// <param name="Then">How many would count.</param>
public sealed record SourceEffect(SourcedType Type, string Source, long Now, long Then);

/// <summary>
/// Another source is to be the source of record of some types, from a day on. What it would do can be read first. Doing it turns the records of
/// the two sources over and marks each day whose figures that changes, so that the recalculation follows like after a batch.
/// </summary>
/// <param name="types">The types of record.</param>
/// <param name="source">The source that is to count.</param>
/// <param name="from">For records whose day is this or later.</param>
public sealed class SourcesOfRecord(IReadOnlyList<SourcedType> types, string source, DateOnly from)
{
    /// <summary>Every source of record, by type and day.</summary>
    public static List<SourceInForce> Read(SqliteConnection connection) => connection.Query(
        """SELECT o.RecordType, s.Name, o."From" FROM source_of_record o JOIN feed_source s ON s.Id = o.SourceId ORDER BY o.RecordType, o."From" """,
        row => new SourceInForce(row.GetString(0), row.GetString(1), row.GetDay(2)));

    /// <summary>Every source that has sent anything.</summary>
    public static List<string> Senders(SqliteConnection connection) => connection.Query("SELECT Name FROM feed_source ORDER BY Name", row => row.GetString(0));

    /// <summary>"referrals: case-system, cin-census from 2010-10-01", a line a type that anybody sends, as the change log keeps it.</summary>
    public static string InWords(IEnumerable<SourceInForce> all, IReadOnlyList<SourcedType> types)
    {
        var byType = all.ToLookup(o => o.RecordType);
        return string.Join('\n', types.Where(type => byType[type.Name].Any()).Select(type => $"{type.Plural}: {string.Join(", ", byType[type.Name])}"));
    }

    /// <summary>How many records of each type and source count, and would count.</summary>
    public List<SourceEffect> Effects(SqliteConnection connection)
    {
        var names = connection.Query("SELECT Id, Name FROM feed_source", row => (Id: row.GetInt32(0), Name: row.GetString(1))).ToDictionary(s => s.Id, s => s.Name);
        return
        [
            .. types.SelectMany(type => connection.Query(
                    $"""
                     SELECT SourceId, SUM(Counts), SUM(CASE WHEN {type.Day} >= $2 THEN SourceId = $1 ELSE Counts END)
                     FROM {type.Table} WHERE Deleted = 0 AND {type.Where} GROUP BY SourceId
                     """,
                    row => new SourceEffect(type, names[row.GetInt32(0)], row.GetInt64(1), row.GetInt64(2)), SourceId(connection), from)
                .OrderBy(effect => effect.Source)),
        ];
    }

    /// <summary>Does it, in the transaction that is open on the connection.</summary>
    public void Apply(SqliteConnection connection)
    {
        var id = SourceId(connection);
        foreach (var type in types)
        {
            // What was to hold from a later day on is superseded; where the source counts already on the day before, nothing needs to be said.
            connection.Execute("""DELETE FROM source_of_record WHERE RecordType = $1 AND "From" >= $2""", type.Name, from);
            connection.Execute(
                """
                INSERT INTO source_of_record (RecordType, SourceId, "From") SELECT $1, $3, $2
                WHERE COALESCE((SELECT SourceId FROM source_of_record WHERE RecordType = $1 ORDER BY "From" DESC LIMIT 1), 0) <> $3
                """, type.Name, from, id);
            foreach (var (day, measure) in type.Counted)
                connection.Execute(
                    $"""
                     INSERT INTO stale_day (Measure, Day, Version) SELECT DISTINCT $3, {day}, 1 FROM {type.Table} WHERE {Turned(type)} AND {day} IS NOT NULL
                     ON CONFLICT (Measure, Day) DO UPDATE SET Version = Version + 1
                     """, id, from, measure);
            connection.Execute($"UPDATE {type.Table} SET Counts = (SourceId = $1) WHERE {Turned(type)}", id, from);
        }
    }

    /// <summary>The records that begin to count or cease to.</summary>
    private static string Turned(SourcedType type) => $"Deleted = 0 AND {type.Where} AND {type.Day} >= $2 AND Counts <> (SourceId = $1)";

    private int SourceId(SqliteConnection connection) => (int)connection.Scalar<long>("SELECT Id FROM feed_source WHERE Name = $1", source);
}
