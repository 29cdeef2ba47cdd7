using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.PersonalData;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Measures;

/// <summary>What the module counts at present. A new measure is a class beside this one and a line here.</summary>
internal static class WorkforceCounting
{
    public static Counting Read(SqliteConnection connection)
    {
        var from = CountsFrom(connection);
        return new Counting(
            [
                new VacancyRate(Vacancies.SocialWorkers, RoleGroup.SocialWorkers, from),
                new VacancyRate(Vacancies.TeamManagers, RoleGroup.TeamManagers, from),
                new UncoveredVacancyRate(Vacancies.SocialWorkersUncovered, RoleGroup.SocialWorkers, from),
                new UncoveredVacancyRate(Vacancies.TeamManagersUncovered, RoleGroup.TeamManagers, from),
                new AgencyRate(from),
                new AgencySpend(),
                new FosterCarers(from),
                new FosterCarersRecruited(connection.Query("SELECT ProgrammeFrom FROM foster_settings", row => row.GetDay(0)).Single()),
                new AppraisalsCompleted(from),
                .. CensusRate.All,
                .. SurveyResult.All(connection),
                new CafTrained(),
            ],
            Places(connection), KeptFrom: Keeping.CountsFrom(connection));
    }

    /// <summary>The first day of which stocks are counted.</summary>
    public static DateOnly CountsFrom(SqliteConnection connection) => connection.Query("SELECT CountsFrom FROM workforce_settings", row => row.GetDay(0)).Single();

    /// <summary>Where each team's figures stand now, by look-up id.</summary>
    public static Dictionary<int, Place> Places(SqliteConnection connection) => Team.Places(connection.Query(
        "SELECT Id, Code, Locality, SuccessorId FROM team",
        row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? (int?)null : row.GetInt32(3))));
}
