using Hangfire;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace ImprovementSuite.Platform.Storage;

/// <summary>
/// Whether the pages of each database hang together (<c>quick_check</c>), so that a damaged file is told in a sentence at start and not in
/// whatever page happens to read it.
/// </summary>
/// <remarks>
/// Reading a whole file takes as long as the file is large: 0.65 s for the 207 MB of a million referrals from memory, minutes for some
/// gigabytes from a slow disk. So a file of up to <see cref="LargestBeforeStart"/> is looked at before every start. A larger one is looked at
/// before the start only where the last stop was not clean, that is where a write-ahead log was left behind: the disk may have lost what it
/// said it had written. After a clean stop it is looked at while the suite serves already, and a fault is in the log and in the health of the
/// service. Nightly backups read every page besides, and its indexes too, which this does not.
/// </remarks>
public sealed class Soundness(DataFolder folder, IEnumerable<ModuleDatabase> databases, ILogger<Soundness> log)
{
    /// <summary>In bytes; it takes about a third of a second.</summary>
    public const long LargestBeforeStart = 100 << 20;

    private readonly List<ModuleDatabase> _afterACrash = [];
    private readonly List<ModuleDatabase> _meanwhile = [];
    private volatile string? _found;

    /// <summary>The fault that was found while the suite served; null where there is none.</summary>
    public string? Found => _found;

    /// <summary>Looks at the smaller files, before anything else opens them, and notes how the last stop left the larger ones.</summary>
    /// <exception cref="CannotStartException">One is damaged.</exception>
    internal void Require()
    {
        _afterACrash.Clear();
        _meanwhile.Clear();
        foreach (var database in databases.Where(database => File.Exists(database.Path)))
        {
            if (new FileInfo(database.Path).Length <= LargestBeforeStart)
                Require(database);
            else if (new FileInfo(database.Path + "-wal") is { Exists: true, Length: > 0 })
                _afterACrash.Add(database);
            else
                _meanwhile.Add(database);
        }
    }

    /// <summary>Before the suite serves. A command beside it does not wait for this: the log that it finds is that of the running suite.</summary>
    /// <exception cref="CannotStartException">A large file is damaged that the last stop did not leave clean.</exception>
    public void RequireAfterCrash() => _afterACrash.ForEach(Require);

    /// <summary>While the suite serves: the files that were too large to be waited for.</summary>
    [AutomaticRetry(Attempts = 0)]
    public void LookMeanwhile(CancellationToken cancel)
    {
        foreach (var database in _meanwhile)
        {
            if (Fault(database, cancel) is not { } fault)
                continue;
            _found = Sentence(database, fault);
            log.LogCritical("{Sentence}", _found);
        }
    }

    /// <summary>What the suite says of a damaged file: which, and the way out.</summary>
    internal string Sentence(ModuleDatabase database, string fault) =>
        $"{database.Path} is damaged: {fault} Keep the folder as it is, and restore a backup into an empty one: restore <backup folder> --data <empty folder>.{Newest()}";

    /// <summary>SQLite's two words for a file that is not what it wrote.</summary>
    internal static bool IsDamage(SqliteException failure) => failure.SqliteErrorCode is raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB;

    private void Require(ModuleDatabase database)
    {
        if (Fault(database, CancellationToken.None) is { } fault)
            throw new CannotStartException(Sentence(database, fault));
    }

    /// <returns>Null for a sound file, or what SQLite says first.</returns>
    private static string? Fault(ModuleDatabase database, CancellationToken cancel)
    {
        try
        {
            using var connection = database.Open();
            using var stop = cancel.Register(() => raw.sqlite3_interrupt(connection.Handle));
            return Fault(connection, "quick_check");
        }
        catch (SqliteException failure) when (IsDamage(failure))
        {
            return Stop(failure.Message);
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode == raw.SQLITE_INTERRUPT)
        {
            // The suite stops; the next start looks again.
            return null;
        }
    }

    /// <summary>Asks SQLite's own check, "quick_check" or "integrity_check", of an open file.</summary>
    /// <returns>Null for a sound file, or what SQLite says first.</returns>
    internal static string? Fault(SqliteConnection connection, string check) =>
        connection.Scalar<string>($"PRAGMA {check}(1)") is { } said && said != "ok" ? Stop(said) : null;

    private static string Stop(string words) => words.ReplaceLineEndings(" ").TrimEnd('.') + ".";

    private string Newest() => BackupFolder.NewestIn(folder.Backups) is { } newest ? $" The newest of its own is {newest}." : "";
}
