using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.ChangeLog;

/// <summary>
/// The last link of a database's change log. Kept somewhere else it shows later that nobody cut the log's end off: an entry of this sequence
/// with this hash must still be there.
/// </summary>
/// <param name="Database">The database's name, such as "plan".</param>
/// <param name="Sequence">Of its last entry; 0 while the log is empty.</param>
/// <param name="Hash">Of its last entry; empty while the log is empty.</param>
public sealed record ChainHead(string Database, long Sequence, string Hash)
{
    /// <summary>The heads of these databases, by name. Reading waits for no writer.</summary>
    public static IReadOnlyList<ChainHead> Of(IEnumerable<ModuleDatabase> databases) => [.. databases.Select(Of).OrderBy(head => head.Database, StringComparer.Ordinal)];

    /// <summary>Whether the entry is still there. A database that these do not hold is not asked.</summary>
    public bool StillStands(IEnumerable<ModuleDatabase> databases)
    {
        if (Sequence == 0 || databases.FirstOrDefault(database => database.Name == Database) is not { } database)
            return true;
        using var connection = database.Open();
        return StillStands(connection);
    }

    internal bool StillStands(SqliteConnection connection) =>
        Sequence == 0 || connection.Scalar<string>("SELECT Hash FROM change_log WHERE Sequence = $1", Sequence) == Hash;

    /// <summary>The head of the log on this connection.</summary>
    internal static ChainHead Of(string database, SqliteConnection connection) =>
        connection.Query("SELECT Sequence, Hash FROM change_log ORDER BY Sequence DESC LIMIT 1", row => new ChainHead(database, row.GetInt64(0), row.GetString(1)))
            .FirstOrDefault() ?? new(database, 0, "");

    private static ChainHead Of(ModuleDatabase database)
    {
        using var connection = database.Open();
        return Of(database.Name, connection);
    }
}
