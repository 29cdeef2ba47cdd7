using System.Reflection;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Storage;

/// <summary>Makes a backup of the data folder: every database at one moment, and whatever else a suite on it needs.</summary>
public sealed class BackupWriter(DataFolder folder, IEnumerable<ModuleDatabase> databases, BusinessClock clock, ILogger<BackupWriter> log)
{
    /// <summary>
    /// Writes a backup and reads it again. It stands under its name only when it is whole; until then, and after a process that was
    /// killed, it is called ".part".
    /// </summary>
    /// <exception cref="CannotStartException">There is nothing to back up, no place for it, or what was written is not whole.</exception>
    public BackupFolder Write(string target)
    {
        folder.RequireRestored();
        target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(target));
        var present = databases.Where(database => File.Exists(database.Path)).ToList();
        if (present.Count == 0)
            throw new CannotStartException($"{folder.Path} holds no databases: there is nothing to back up. Name the data folder with --data.");
        if (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any() || File.Exists(target))
            throw new CannotStartException($"{target} is there already and not empty: a backup never overwrites. Choose another folder.");
        if (IsIn(folder.Path, target) && !IsIn(folder.Backups, target))
            throw new CannotStartException($"{target} lies in the data folder itself. Choose a folder elsewhere, best on another disk.");

        var part = target + ".part";
        try
        {
            if (Directory.Exists(part))
                Directory.Delete(part, recursive: true);
            Directory.CreateDirectory(part);
            var backup = WriteInto(part, present);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(part, target);
            log.LogInformation("Backed up {Count} databases into {Folder}.", present.Count, target);
            return backup with { Path = target };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or SqliteException)
        {
            Discard(part);
            throw new CannotStartException($"No backup was made in {target}: {failure.Message}");
        }
        catch (CannotStartException)
        {
            Discard(part);
            throw;
        }
    }

    private BackupFolder WriteInto(string part, List<ModuleDatabase> present)
    {
        var taken = clock.Now;
        OneCut.Copy(present, part);
        CopyOthers(new DirectoryInfo(folder.Path), part);

        var files = Directory.EnumerateFiles(part, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => OnDisk(part, file)).ToList();
        var manifest = new BackupManifest(
            typeof(BackupWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion, taken,
            [.. present.Select(database => BackupFolder.Describe(part, database)).OrderBy(database => database.Name, StringComparer.Ordinal)], files);
        File.WriteAllText(Path.Combine(part, BackupManifest.FileName), manifest.ToJson());
        Flush(Path.Combine(part, BackupManifest.FileName));

        var backup = BackupFolder.Open(part);
        return backup.Faults() is [var first, ..]
            ? throw new CannotStartException($"No backup was made, because what was copied is not whole. {first.Replace(part, folder.Path)}")
            : backup;
    }

    /// <summary>Keys, and what later versions may put beside them. Backups themselves, what passes and links are left out.</summary>
    private void CopyOthers(DirectoryInfo from, string to)
    {
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            var isTop = from.FullName == new DirectoryInfo(folder.Path).FullName;
            if (entry.LinkTarget is not null || DataFolder.IsPassing(entry.Name) || isTop && (DataFolder.IsDatabase(entry.Name) || entry.Name == Path.GetFileName(folder.Backups)))
                continue;
            var copy = Path.Combine(to, entry.Name);
            if (entry is DirectoryInfo within)
            {
                Directory.CreateDirectory(copy);
                CopyOthers(within, copy);
            }
            else
                File.Copy(entry.FullName, copy);
        }
    }

    private static BackedUpFile OnDisk(string part, string file)
    {
        Flush(file);
        return new(Path.GetRelativePath(part, file).Replace(Path.DirectorySeparatorChar, '/'), new FileInfo(file).Length, BackupFolder.HashOf(file));
    }

    /// <summary>A copy that only the memory of the machine holds is no backup.</summary>
    private static void Flush(string file)
    {
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static bool IsIn(string outer, string inner) =>
        (inner + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(Path.GetFullPath(outer)) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static void Discard(string part)
    {
        try
        {
            Directory.Delete(part, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The reason that is told is why there is no backup, and the next one to this place begins by taking this away.
        }
    }
}
