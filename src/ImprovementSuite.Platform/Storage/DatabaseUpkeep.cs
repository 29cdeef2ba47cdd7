using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Storage;

/// <summary>Makes every database ready at start, or says in a sentence why the suite will not start on it.</summary>
public sealed class DatabaseUpkeep(IServiceProvider services, DataFolder folder, IEnumerable<MigratedDatabase> databases, ILogger<DatabaseUpkeep> log)
{
    /// <summary>The oldest SQLite that is free of the write-ahead-log fault that can lose a committed transaction at a checkpoint.</summary>
    public static readonly Version OldestSqlite = new(3, 51, 3);

    /// <summary>Creates or migrates every database; one that is to be changed is first copied to the backups folder.</summary>
    /// <exception cref="CannotStartException">SQLite is too old, or a database is of a newer suite.</exception>
    public async Task Prepare(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder.Path);
        foreach (var database in databases)
        {
            using var scope = services.CreateScope();
            var context = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
            await Prepare(database.Database, context.Database, cancel);
        }
    }

    /// <summary>Refuses a SQLite that is older than <see cref="OldestSqlite"/>.</summary>
    /// <exception cref="CannotStartException">It is older.</exception>
    public static void RequireSqlite(string version)
    {
        if (Version.Parse(version) < OldestSqlite)
            throw new CannotStartException($"SQLite {version} is too old: the suite needs {OldestSqlite} or later, because older ones can lose a committed write. Install the version that ships with the suite.");
    }

    private async Task Prepare(ModuleDatabase database, DatabaseFacade context, CancellationToken cancel)
    {
        using var connection = database.Open();
        RequireSqlite(connection.ServerVersion);

        var known = context.GetMigrations().ToHashSet();
        var applied = (await context.GetAppliedMigrationsAsync(cancel)).ToList();
        if (applied.FirstOrDefault(m => !known.Contains(m)) is { } newer)
            throw new CannotStartException($"{database.Path} was made by a newer version of the suite (schema {newer}). Start that version, or restore a backup that was made before the upgrade.");

        var pending = known.Count - applied.Count;
        if (pending == 0)
            return;
        if (applied.Count > 0)
        {
            Directory.CreateDirectory(folder.Backups);
            var copy = System.IO.Path.Combine(folder.Backups, $"{database.Name}-before-{known.Except(applied).Order().First()}.db");
            connection.Execute("VACUUM INTO $1", copy);
            log.LogInformation("Copied {Database} to {Copy} before changing its schema.", database.Name, copy);
        }
        connection.Execute("PRAGMA journal_mode = WAL");
        await context.MigrateAsync(cancel);
        log.LogInformation("Prepared {Database}: {Pending} schema change(s).", database.Name, pending);
    }
}

/// <summary>Why the suite cannot start, as a sentence for the person who starts it.</summary>
public sealed class CannotStartException(string message) : Exception(message);
