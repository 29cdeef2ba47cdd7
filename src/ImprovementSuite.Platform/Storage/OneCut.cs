using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Storage;

/// <summary>
/// Copies several databases as they stood at one moment, beside a suite that goes on writing to them.
/// </summary>
/// <remarks>
/// Every file's write lock is taken, in one order, and while all are held a read snapshot is opened on each; then the locks are given back. So
/// a writer waits for milliseconds, however large the files are. Holding the locks while each file is vacuumed would be one cut too, but then a
/// feed waits for all of it: 1.1 s for a million referrals from memory, and beyond the 30 s after which its batch is refused for files some
/// ten times that size on a slow disk. VACUUM cannot read from a snapshot that is already open; SQLite's backup of pages can, and does not begin
/// anew when another process writes. The copy is then vacuumed into its place, where nobody waits for it: what was deleted long ago goes into no backup.
/// </remarks>
internal static class OneCut
{
    /// <summary>Puts a copy of each database into <paramref name="folder"/>, under the file's own name.</summary>
    public static void Copy(IEnumerable<ModuleDatabase> databases, string folder)
    {
        // Two that back up at once wait for each other, and never each for the other.
        var ordered = databases.OrderBy(database => database.Name, StringComparer.Ordinal).ToList();
        var snapshots = new Stack<(ModuleDatabase Database, SqliteConnection Connection)>();
        try
        {
            Hold(ordered, () =>
            {
                foreach (var database in ordered)
                    snapshots.Push((database, Snapshot(database)));
            });
            while (snapshots.TryPop(out var snapshot))
                using (snapshot.Connection)
                    CopyPages(snapshot.Connection, Pages(folder, snapshot.Database));
        }
        finally
        {
            foreach (var (_, connection) in snapshots)
                connection.Dispose();
        }
        foreach (var database in ordered)
            Vacuum(Pages(folder, database), Path.Combine(folder, Path.GetFileName(database.Path)));
    }

    private static void Hold(IReadOnlyList<ModuleDatabase> databases, Action whileHeld, int from = 0)
    {
        if (from == databases.Count)
            whileHeld();
        else
            databases[from].Write(_ => Hold(databases, whileHeld, from + 1));
    }

    /// <summary>A connection on which one state of the database is read until it is closed.</summary>
    private static SqliteConnection Snapshot(ModuleDatabase database)
    {
        // Not from the pool: a transaction that is open must end with it.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString());
        connection.Open();
        database.SetUp(connection);
        connection.Execute("BEGIN DEFERRED");
        // SQLite takes the snapshot at the first read, not at BEGIN.
        connection.Scalar<long>("SELECT COUNT(*) FROM sqlite_master");
        return connection;
    }

    private static void CopyPages(SqliteConnection snapshot, string file)
    {
        using var copy = Unpooled(file);
        snapshot.BackupDatabase(copy);
    }

    private static void Vacuum(string pages, string file)
    {
        using (var copy = Unpooled(pages))
            copy.Execute("VACUUM INTO $1", file);
        File.Delete(pages);
    }

    private static string Pages(string folder, ModuleDatabase database) => Path.Combine(folder, $"{database.Name}.pages");

    private static SqliteConnection Unpooled(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
