using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Commands;

/// <summary>Makes a data folder from a backup: checked, migrated, counted anew and published above all that was published before.</summary>
internal sealed class SuiteRestore(
    IServiceScopeFactory scopes, DataFolder folder, DatabaseUpkeep upkeep, IEnumerable<MigratedDatabase> databases, IEnumerable<Recalculator> recalculators, IEnumerable<ToldAgain> tellers, TimeProvider system)
{
    /// <returns>The backup, and how many values were published.</returns>
    /// <exception cref="CannotStartException">Nothing was restored; or what was begun could not be finished, and the suite will not start on it.</exception>
    public async Task<(BackupFolder Backup, int Values)> From(string path, Actor actor, CancellationToken cancel = default)
    {
        RequireNoDatabases();
        var backup = BackupFolder.Open(Path.GetFullPath(path));
        await using var scope = scopes.CreateAsyncScope();
        var contexts = databases.ToDictionary(database => database.Database.Name, database => (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context));
        RequireKnown(backup, contexts);
        if (backup.Faults() is { Count: > 0 } faults)
            throw new CannotStartException($"Nothing was restored, because the backup is not whole.\n{string.Join('\n', faults)}");

        RequireNothingElse(backup);
        Copy(backup);
        await upkeep.PrepareRestored(cancel);
        var values = recalculators.Sum(recalculator => recalculator.PublishAllAnew(system));
        // A subscriber's copy may be of a later moment than what it is a copy of.
        foreach (var teller in tellers)
            teller.Again();
        foreach (var context in contexts.Values)
        {
            context.Record(actor, "restored from a backup", backup.Path,
                after: $"as it stood at {Say.DateAndTime(BusinessClock.Local(backup.Manifest.Taken))}; seal {backup.Manifest.Seal()}");
            await context.SaveChangesAsync(cancel);
        }
        KeepManifest(backup);
        File.Delete(folder.Restoring);
        return (backup, values);
    }

    private void RequireNoDatabases()
    {
        if (!Directory.Exists(folder.Path))
            return;
        var present = Directory.EnumerateFiles(folder.Path).Select(file => Path.GetFileName(file)).Where(DataFolder.IsDatabase).Order().ToList();
        if (present.Count > 0)
            throw new CannotStartException($"{folder.Path} holds {Say.List(present)} already, and a restore never overwrites. Name an empty folder with --data.");
    }

    /// <summary>Keys and the like may have been put there before; those of the backup are needed to read what it holds.</summary>
    private void RequireNothingElse(BackupFolder backup)
    {
        foreach (var file in backup.Manifest.Files)
        {
            var there = BackupFolder.Within(folder.Path, file.Name);
            if (File.Exists(there) && BackupFolder.HashOf(there) != file.Sha256)
                throw new CannotStartException($"{there} is there already, and is another than that of the backup. Name an empty folder with --data.");
        }
    }

    /// <summary>Before a byte is copied: a backup of a newer suite would be refused afterwards.</summary>
    private static void RequireKnown(BackupFolder backup, Dictionary<string, ModuleDb> contexts)
    {
        foreach (var database in backup.Manifest.Databases)
        {
            if (!contexts.TryGetValue(database.Name, out var context) || database.Schema.Length > 0 && !context.Database.GetMigrations().Contains(database.Schema))
                throw new CannotStartException($"{backup.Path} was made by a newer version of the suite ({backup.Manifest.Suite}; {database.Name} has the schema {database.Schema}). Restore it with that version.");
        }
    }

    private void Copy(BackupFolder backup)
    {
        try
        {
            Directory.CreateDirectory(folder.Path);
            PrivateFiles.Close(folder);
            File.WriteAllText(folder.Restoring, $"Begun from {backup.Path}. While this file is here, the suite does not start on this folder.\n");
            foreach (var file in backup.Manifest.Files)
            {
                var to = BackupFolder.Within(folder.Path, file.Name);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                if (!File.Exists(to))
                    File.Copy(backup.Of(file), to);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"The restore into {folder.Path} could not be finished: {failure.Message} Empty the folder, and restore again.");
        }
    }

    /// <summary>The ends of the change logs at the cut, for <c>verify</c>.</summary>
    private void KeepManifest(BackupFolder backup)
    {
        var kept = Path.Combine(folder.Backups, $"restored-{backup.Manifest.Taken:yyyy-MM-dd-HHmmss}");
        Directory.CreateDirectory(kept);
        File.Copy(Path.Combine(backup.Path, BackupManifest.FileName), Path.Combine(kept, BackupManifest.FileName));
    }
}
