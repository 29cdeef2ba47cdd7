using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>Every team that a record has named, by look-up id.</summary>
internal static class TeamsKnown
{
    public static Dictionary<int, Team> Read(SqliteConnection connection) => connection.Query(
        "SELECT Id, Code, Locality FROM team", row => new Team { Id = row.GetInt32(0), Code = row.GetString(1), Locality = row.GetString(2) }).ToDictionary(team => team.Id);
}
