using System.Text.Json;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Teams;

/// <summary>Tells all restructures once more, for a module that joins later.</summary>
internal static class RestructuresTold
{
    public static void PublishAgain(SqliteConnection connection, DateTime now)
    {
        var told = connection.Query(
            $"""UPDATE restructure SET Revision = {RevisionSql.Next("Revision")} RETURNING "Key", "On", Moves, Why, UndoneWhy IS NOT NULL, Revision, Id""",
            row => (Id: row.GetInt32(6), News: new TeamsRestructured(row.GetString(0), row.GetDay(1), JsonSerializer.Deserialize<List<TeamMove>>(row.GetString(2))!, row.GetString(3), row.GetBoolean(4), row.GetInt64(5))));
        // In the order in which they were said: the later ones stand on the earlier.
        foreach (var (_, news) in told.OrderBy(one => one.Id))
            OutgoingMessage.Write(connection, news, now);
    }
}
