using ImprovementSuite.Platform.Storage;

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
        return connection.Scalar<string>("SELECT Hash FROM change_log WHERE Sequence = $1", Sequence) == Hash;
    }

    private static ChainHead Of(ModuleDatabase database)
    {
        using var connection = database.Open();
        return connection.Query(
                "SELECT Sequence, Hash FROM change_log ORDER BY Sequence DESC LIMIT 1", row => new ChainHead(database.Name, row.GetInt64(0), row.GetString(1)))
            .FirstOrDefault() ?? new(database.Name, 0, "");
    }
}
