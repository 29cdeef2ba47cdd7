using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Storage;

/// <summary>Makes every database ready at start, or says in a sentence why the suite will not start on it.</summary>
public sealed class DatabaseUpkeep(IServiceProvider services, DataFolder folder, IEnumerable<MigratedDatabase> databases, Soundness soundness, ILogger<DatabaseUpkeep> log)
{
    /// <summary>The oldest SQLite that is free of the write-ahead-log fault that can lose a committed transaction at a checkpoint.</summary>
    public static readonly Version OldestSqlite = new(3, 51, 3);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Creates or migrates every database; one that is to be changed is first copied to the backups folder.</summary>
    /// <exception cref="CannotStartException">SQLite is too old, or a database is damaged, of a newer suite or half restored; nothing was changed.</exception>
    public async Task Prepare(CancellationToken cancel)
    {
        folder.RequireRestored();
        await PrepareRestored(cancel);
    }

    /// <summary>As <see cref="Prepare"/>, for the restore that is under way.</summary>
    /// <exception cref="CannotStartException">As there.</exception>
    public async Task PrepareRestored(CancellationToken cancel)
    {
        RequireSqlite(new SqliteConnection().ServerVersion);
        Directory.CreateDirectory(folder.Path);
        foreach (var path in PrivateFiles.Close(folder))
            log.LogWarning("{Path} belongs to another account and may be open to others than the suite. Give it to the account that runs the suite.", path);
        await using var alone = await Alone(cancel);
        soundness.Require();
        // Every database has been looked at before the first is changed.
        foreach (var schema in databases.Select(Read).ToList())
            await BringUpToDate(schema, cancel);
    }

    /// <summary>Refuses a SQLite that is older than <see cref="OldestSqlite"/>.</summary>
    /// <exception cref="CannotStartException">It is older.</exception>
    public static void RequireSqlite(string version)
    {
        if (Version.Parse(version) < OldestSqlite)
            throw new CannotStartException($"SQLite {version} is too old: the suite needs {OldestSqlite} or later, because older ones can lose a committed write. Install the version that ships with the suite.");
    }

    /// <summary>
    /// A command may start beside the host. This lock ends with its process, however that ends; Entity Framework's own is a row, which a
    /// killed process leaves behind.
    /// </summary>
    private async Task<FileStream> Alone(CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; ; waited += TimeSpan.FromMilliseconds(100))
        {
            try
            {
                return new FileStream(folder.Of("upkeep.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited < Patience)
            {
                await Task.Delay(100, cancel);
            }
            catch (IOException)
            {
                throw new CannotStartException($"Another process has been preparing {folder.Path} for {Patience.TotalMinutes:0} minutes. Stop it, or wait until it is done.");
            }
        }
    }

    private Schema Read(MigratedDatabase migrated)
    {
        var (known, applied) = (migrated.Migrations, Applied(migrated.Database));
        return applied.Except(known).FirstOrDefault() is { } newer
            ? throw new CannotStartException($"{migrated.Database.Path} was made by a newer version of the suite (schema {newer}). Start that version, or restore a backup that was made before the upgrade.")
            : new Schema(migrated, IsNew: applied.Count == 0, [.. known.Except(applied)]);
    }

    /// <summary>Asked without Entity Framework, which would first build the model of every database: half of the time that a start takes, where nothing is to be changed.</summary>
    private List<string> Applied(ModuleDatabase database)
    {
        if (!File.Exists(database.Path))
            return [];
        try
        {
            using var connection = database.Open();
            return connection.Scalar<long>("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") == 0
                ? []
                : connection.Query("""SELECT MigrationId FROM "__EFMigrationsHistory" ORDER BY MigrationId""", row => row.GetString(0));
        }
        catch (SqliteException failure) when (Soundness.IsDamage(failure))
        {
            throw new CannotStartException(soundness.Sentence(database, failure.Message));
        }
    }

    private async Task BringUpToDate(Schema schema, CancellationToken cancel)
    {
        using var connection = schema.Migrated.Database.Open();
        if (!schema.IsNew && schema.Pending.Count > 0)
            Backup(schema, connection);
        // Kept in the file; but one that comes from a backup, or from a copy before a change, is without it.
        connection.Execute("PRAGMA journal_mode = WAL");
        if (schema.Pending.Count == 0)
            return;
        connection.Execute("""DROP TABLE IF EXISTS "__EFMigrationsLock" """);
        await using var scope = services.CreateAsyncScope();
        await ((ModuleDb)scope.ServiceProvider.GetRequiredService(schema.Migrated.Context)).Database.MigrateAsync(cancel);
        log.LogInformation("Prepared {Database}: {Pending} schema change(s).", schema.Migrated.Database.Name, schema.Pending.Count);
    }

    private void Backup(Schema schema, SqliteConnection connection)
    {
        var name = schema.Migrated.Database.Name;
        Directory.CreateDirectory(folder.Backups);
        var copy = Path.Combine(folder.Backups, $"{name}-before-{schema.Pending[0]}.db");
        // Under its name only when it is whole: an upgrade that was cut off starts again with this.
        var part = copy + ".part";
        File.Delete(part);
        connection.Execute("VACUUM INTO $1", part);
        File.Move(part, copy, overwrite: true);
        log.LogInformation("Copied {Database} to {Copy} before changing its schema.", name, copy);
    }

    private sealed record Schema(MigratedDatabase Migrated, bool IsNew, List<string> Pending);
}

/// <summary>Why the suite cannot start, as a sentence for the person who starts it.</summary>
public sealed class CannotStartException(string message) : Exception(message);
