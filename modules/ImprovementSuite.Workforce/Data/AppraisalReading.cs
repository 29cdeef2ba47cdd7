using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>Staff who are to have an appraisal in the cycle that runs on a day.</summary>
/// <param name="Held">Of them, those who had had it by the day.</param>
/// <param name="Overdue">Of the others, those whose last day has passed.</param>
internal readonly record struct AppraisalCount(long Staff, long Held, long Overdue)
{
    public static AppraisalCount operator +(AppraisalCount one, AppraisalCount other) => new(one.Staff + other.Staff, one.Held + other.Held, one.Overdue + other.Overdue);
}

/// <summary>Somebody whose appraisal is overdue, by the sender's reference.</summary>
internal sealed record OverdueAppraisal(string Person, Place Place, DateOnly CycleFrom, DateOnly DueOn);

/// <summary>Appraisals and supervision as at days.</summary>
internal static class AppraisalReading
{
    private const string Running = "a.Counts = 1 AND a.Kind = {0} AND a.CycleFrom <= {1} AND a.CycleToOn >= {1}";

    /// <summary>Each team's counts at the end of each of these days, under the team as it stands now: one query.</summary>
    public static List<(DateOnly Day, Place Place, AppraisalCount Count)> Read(SqliteConnection connection, AppraisalKind kind, IEnumerable<DateOnly> days)
    {
        var places = Measures.WorkforceCounting.Places(connection);
        return
        [
            .. connection.Query(
                    $"""
                     WITH day(At) AS (VALUES {string.Join(", ", days.Distinct().Select(day => $"({day.DayNumber})"))})
                     SELECT d.At, a.TeamId, COUNT(*), TOTAL(a.DoneOn <= d.At), TOTAL(a.DueOn < d.At AND NOT COALESCE(a.DoneOn <= d.At, 0))
                     FROM day d JOIN appraisal a ON {string.Format(null, Running, (int)kind, "d.At")} GROUP BY d.At, a.TeamId
                     """,
                    row => (Day: row.GetDay(0), Place: places[row.GetInt32(1)], Count: new AppraisalCount(row.GetInt64(2), (long)row.GetDouble(3), (long)row.GetDouble(4))))
                .GroupBy(row => (row.Day, row.Place)).Select(same => (same.Key.Day, same.Key.Place, same.Aggregate(default(AppraisalCount), (sum, row) => sum + row.Count))),
        ];
    }

    /// <summary>Whose is overdue at the end of a day, the longest first.</summary>
    public static List<OverdueAppraisal> Overdue(SqliteConnection connection, AppraisalKind kind, DateOnly day)
    {
        var places = Measures.WorkforceCounting.Places(connection);
        return connection.Query(
            $"""
             SELECT a.Person, a.TeamId, a.CycleFrom, a.DueOn FROM appraisal a
             WHERE {string.Format(null, Running, (int)kind, "$1")} AND a.DueOn < $1 AND NOT COALESCE(a.DoneOn <= $1, 0) ORDER BY a.DueOn, a.Person
             """,
            row => new OverdueAppraisal(row.GetString(0), places[row.GetInt32(1)], row.GetDay(2), row.GetDay(3)), day);
    }

    /// <summary>What a place is called in tables.</summary>
    public static string Name(this Place place) => Team.Named(place.Team, place.Locality);
}
