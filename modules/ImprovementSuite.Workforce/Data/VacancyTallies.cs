using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>How vacancies stood at the ends of months.</summary>
internal static class VacancyTallies
{
    /// <summary>
    /// From what the recalculation has tallied, where the plan has measures of these roles: it need not walk every post again. Other roles are walked.
    /// </summary>
    public static IReadOnlyList<VacancyOn> Read(SqliteConnection connection, RoleGroup roles, Func<int, bool> hasTeam, IReadOnlyList<DateOnly> days)
    {
        if (Vacancies.Of(roles) is not var (vacant, uncovered))
            return VacancyMonths.Of(PostChanges.Read(connection, roles), roles, hasTeam, days);
        var changes = connection.Query(
            "SELECT Day, Team, Measure = $1, Numerator, Denominator FROM tally WHERE Measure IN ($1, $2) AND Day <= $3",
            row => (Day: row.GetDay(0), Team: row.GetInt32(1), IsVacant: row.GetBoolean(2), Part: row.GetInt64(3), Fte: row.GetInt64(4)), vacant, uncovered, days[^1]);
        return VacancyMonths.Of(changes.Where(change => hasTeam(change.Team)).Select(change => change.IsVacant ? (change.Day, change.Fte, change.Part, 0L) : (change.Day, 0L, 0L, change.Part)), days);
    }
}
