using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ImprovementSuite.Platform.Storage;

/// <summary>
/// One module's SQLite file. Reading is free for all; writing goes through <c>Write</c>, one writer at a time, so that a writer of
/// this process waits on a lock and not on SQLite's busy timer.
/// </summary>
public class ModuleDatabase(string name, string path, int? maxPages = null)
{
    private readonly Lock _writer = new();
    private readonly ConditionalWeakTable<sqlite3, object> _setUp = [];

    /// <summary>The module's name in messages, such as "socialcare".</summary>
    public string Name => name;

    /// <summary>The file.</summary>
    public string Path => path;

    /// <summary>For Entity Framework; <see cref="Open"/> gives a connection that is set up.</summary>
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    /// <summary>An open connection: receipts on disk at each commit, a patient wait for a lock.</summary>
    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        SetUp(connection);
        return connection;
    }

    /// <summary>Settings that SQLite forgets when a connection closes. One from the pool was never closed, and has them.</summary>
    public void SetUp(SqliteConnection connection)
    {
        if (!_setUp.TryAdd(connection.Handle!, this))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA synchronous = FULL; PRAGMA busy_timeout = 10000; PRAGMA cache_size = -32000; {(maxPages is { } pages ? $"PRAGMA max_page_count = {pages};" : "")}";
        command.ExecuteNonQuery();
    }

    /// <summary>Does <paramref name="work"/> in one immediate transaction and commits it. A throw rolls all of it back.</summary>
    /// <remarks>BEGIN and COMMIT are plain statements, because a prepared command cannot move from one transaction object to the next.</remarks>
    public void Write(SqliteConnection connection, Action work)
    {
        lock (_writer)
            // Immediate: a deferred transaction that turns into a writer on an old snapshot can never succeed.
            Transact(connection, "BEGIN IMMEDIATE", work);
    }

    /// <summary>As the other <c>Write</c>, on a connection of its own.</summary>
    public void Write(Action<SqliteConnection> work)
    {
        using var connection = Open();
        Write(connection, () => work(connection));
    }

    /// <summary>Does <paramref name="read"/> on one snapshot: what others commit meanwhile is not seen.</summary>
    public static T Read<T>(SqliteConnection connection, Func<T> read)
    {
        T result = default!;
        Transact(connection, "BEGIN DEFERRED", () => result = read());
        return result;
    }

    /// <summary>As the other <c>Read</c>, on a connection of its own.</summary>
    public T Read<T>(Func<SqliteConnection, T> read)
    {
        using var connection = Open();
        return Read(connection, () => read(connection));
    }

    private static void Transact(SqliteConnection connection, string begin, Action work)
    {
        connection.Execute(begin);
        try
        {
            work();
            connection.Execute("COMMIT");
        }
        catch
        {
            // SQLite may have rolled back by itself, as it does when the disk is full.
            if (raw.sqlite3_get_autocommit(connection.Handle) == 0)
                connection.Execute("ROLLBACK");
            throw;
        }
    }
}

/// <summary>The database of the module whose context is <typeparamref name="TDb"/>.</summary>
public sealed class ModuleDatabase<TDb>(string name, string path, int? maxPages = null) : ModuleDatabase(name, path, maxPages) where TDb : ModuleDb;
