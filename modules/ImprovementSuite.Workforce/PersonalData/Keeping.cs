using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Importing;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.PersonalData;

/// <summary>
/// Which records of people may go and when. Who is in a post, fosters or is still a candidate has not had their last day. Posts, campaigns and invoices are of
/// nobody, and learning is kept in counts: they stay.
/// </summary>
internal static class Keeping
{
    /// <summary>Which measures each type is counted in. An end shows on the day after it.</summary>
    private static readonly IReadOnlyList<(string Table, IReadOnlyList<string> Measures)> Counted =
    [
        (Tables.PersonInPost, StocksOfPosts.Codes), (Tables.AgencyCover, StocksOfPosts.Codes), (Tables.FosterHousehold, [FosterCarers.Code, FosterCarersRecruited.Code]),
        (Tables.Appraisal, [AppraisalsCompleted.Code]), (Tables.CensusWorker, CensusMeasures.All),
    ];

    public static RetainedRecords Of(ModuleDatabase database) => new(
        database, "Workforce",
        [
            Type(Tables.PersonInPost, "people in posts", "the last day in the post", "EndsOn", "StartsOn"),
            Type(Tables.AgencyCover, "agency workers", "the last day of the work", "EndsOn", "StartsOn"),
            Type(Tables.Candidate, "candidates", "the day on which the candidacy ended or the post began", "COALESCE(EndedOn, StartsOn)", "AppliedOn"),
            Type(Tables.FosterHousehold, "foster households", "the day on which the household ended", "EndedOn", "EnquiredOn"),
            Type(Tables.Appraisal, "appraisals and supervision", "the last day of the cycle", "CycleToOn", "CycleToOn"),
            Type(Tables.CensusWorker, "workers of the census", "the day of the census", "RoundOn", "RoundOn"),
            new("feed_rejection", "rejected records", "the day on which it came", "SELECT Id, ReceivedAt / 86400000 + 719162 AS Last FROM feed_rejection"),
        ],
        // What imports said of records that are gone goes with them.
        Afterwards: string.Concat(Counted.Select(type => type.Table).Append(Tables.Candidate).Select(table =>
            $"""
             DELETE FROM import_record WHERE Type = '{table}' AND ImportId IN (SELECT Id FROM import WHERE State = {WorkforceImportTables.Number(ImportState.Done)})
               AND NOT EXISTS (SELECT 1 FROM {table} f JOIN feed_source s ON s.Id = f.SourceId AND s.Name = '{Imports.Source}' WHERE f.RecordId = import_record.RecordId);
             """)));

    /// <summary>From which day on each measure can be counted, where records that it counts have been removed.</summary>
    public static Dictionary<string, DateOnly> CountsFrom(SqliteConnection connection)
    {
        var removed = RetentionTables.RemovedBefore(connection);
        return Counted.Where(type => removed.ContainsKey(type.Table)).SelectMany(type => type.Measures.Select(measure => (measure, Day: removed[type.Table].AddDays(1))))
            .GroupBy(one => one.measure, one => one.Day).ToDictionary(same => same.Key, same => same.Max());
    }

    /// <summary>Before which day those who were in posts, employed or of an agency, are not all kept; null where none were removed.</summary>
    public static DateOnly? HoldersRemovedBefore(SqliteConnection connection) => RemovedBefore(connection, Tables.PersonInPost, Tables.AgencyCover);

    /// <summary>Before which day records of some types are not all kept; null where none were removed.</summary>
    public static DateOnly? RemovedBefore(SqliteConnection connection, params IReadOnlyCollection<string> tables) =>
        RetentionTables.RemovedBefore(connection).Where(removed => tables.Contains(removed.Key)).Select(removed => (DateOnly?)removed.Value).Max();

    /// <param name="last">The last day, as SQL; NULL while it has not come to an end.</param>
    /// <param name="first">Of a record that was withdrawn and has no last day.</param>
    private static RetainedType Type(string table, string plural, string after, string last, string first) => new(
        table, plural, after, $"SELECT Id, Last FROM (SELECT Id, COALESCE({last}, CASE WHEN Deleted = 1 THEN {first} END) AS Last FROM {table}) WHERE Last IS NOT NULL");
}
