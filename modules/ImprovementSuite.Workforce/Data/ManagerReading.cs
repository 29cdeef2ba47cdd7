using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Managers;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>Reads managers' posts and who has been in them.</summary>
internal static class ManagerReading
{
    private static readonly string Roles =
        $"({string.Join(", ", new[] { PostRole.TeamManager, PostRole.LocalityManager, PostRole.ServiceManager, PostRole.PracticeImprovementManager }.Select(role => (int)role))})";

    /// <summary>Everybody who ever answered for a manager's post, each under the team as it stands now.</summary>
    public static List<ManagerTerm> Read(SqliteConnection connection)
    {
        var places = WorkforceCounting.Places(connection);
        var posts = connection.Query(
            $"SELECT Number, Role, TeamId, StartsOn, LastOn FROM ({EstablishmentSql.Terms}) WHERE Role IN {Roles}",
            row => new StandingPost(row.GetString(0), (PostRole)row.GetInt32(1), places[row.GetInt32(2)], row.GetDay(3), row.GetDay(4)));
        var holders = connection.Query(
            $"""
             WITH mine AS (SELECT DISTINCT Number FROM post WHERE Counts = 1 AND Role IN {Roles})
             SELECT Number, Person, 0, Fte, StartsOn, COALESCE(EndsOn, {EstablishmentSql.Never}) FROM person_in_post WHERE Counts = 1 AND Number IN (SELECT Number FROM mine)
             UNION ALL SELECT Number, Worker, 1, Fte, StartsOn, COALESCE(EndsOn, {EstablishmentSql.Never}) FROM agency_cover WHERE Counts = 1 AND Number IN (SELECT Number FROM mine)
             """,
            row => new Holder(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetInt32(3), row.GetDay(4), row.GetDay(5)));
        return [.. ManagerTerm.Of(posts, holders)];
    }
}
