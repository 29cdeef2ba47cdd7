using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>Reads everything that ever changed a post of some roles, post by post and in the order of days: one query.</summary>
internal static class PostChanges
{
    public static List<PostChange> Read(SqliteConnection connection, RoleGroup roles) => connection.Query(
        $"""
         WITH term AS ({EstablishmentSql.Terms}),
         mine AS (SELECT DISTINCT Number FROM term WHERE Role IN {roles.Sql}),
         held AS (
           SELECT Number, Fte, StartsOn, EndsOn, {(int)PostChangeKind.Employed} AS Kind FROM person_in_post WHERE Counts = 1
           UNION ALL SELECT Number, Fte, StartsOn, EndsOn, {(int)PostChangeKind.Agency} FROM agency_cover WHERE Counts = 1 AND Number <> '')
         SELECT Number, StartsOn AS Day, {(int)PostChangeKind.Stands} AS Kind, Fte, Role, TeamId FROM term WHERE Number IN (SELECT Number FROM mine)
         UNION ALL SELECT Number, LastOn + 1, {(int)PostChangeKind.Ends}, 0, 0, 0 FROM term WHERE LastOn < {EstablishmentSql.Never} AND Number IN (SELECT Number FROM mine)
         UNION ALL SELECT Number, StartsOn, Kind, Fte, 0, 0 FROM held WHERE Number IN (SELECT Number FROM mine)
         UNION ALL SELECT Number, EndsOn + 1, Kind, -Fte, 0, 0 FROM held WHERE EndsOn IS NOT NULL AND Number IN (SELECT Number FROM mine)
         ORDER BY Number, Day, Kind
         """,
        row => new PostChange(row.GetString(0), row.GetDay(1), (PostChangeKind)row.GetInt32(2), row.GetInt32(3), (PostRole)row.GetInt32(4), row.GetInt32(5)));
}
