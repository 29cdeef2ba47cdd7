using System.Text.Json;
using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Learning;

/// <summary>Tells all learning once more, for a module that joins later.</summary>
internal static class LearningTold
{
    /// <summary>Everything that was told goes out again, and what was taken back of it as taken back, under its next revision.</summary>
    public static void PublishAgain(SqliteConnection connection, DateTime now)
    {
        var told = connection.Query(
            $"""UPDATE learning_event SET Revision = {RevisionSql.Next("Revision")} WHERE IsTold = 1 RETURNING "Key", Title, Issues, "On", Teams, COALESCE(Staff, 0) + COALESCE(Managers, 0), Revision""",
            row => new LearningDelivered(row.GetString(0), row.GetString(1), List<string>(row.GetString(2)), row.GetDay(3), List<Scope>(row.GetString(4)), row.GetInt32(5), row.GetInt64(6)));
        foreach (var learning in told)
            OutgoingMessage.Write(connection, learning, now);
        // What was told once and taken back since, for a module that missed that it was.
        var withdrawn = connection.Query(
            $"""UPDATE learning_event SET Revision = {RevisionSql.Next("Revision")} WHERE IsTold = 0 AND Revision > 0 RETURNING "Key", Revision""", row => new LearningWithdrawn(row.GetString(0), row.GetInt64(1)));
        foreach (var learning in withdrawn)
            OutgoingMessage.Write(connection, learning, now);
    }

    private static List<T> List<T>(string text) => JsonSerializer.Deserialize<List<T>>(text)!;
}
