using System.Security.Cryptography;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Storage;

/// <summary>A backup on disk. Reading it changes nothing in it.</summary>
/// <param name="Path">Its folder.</param>
/// <param name="Manifest">What it must hold.</param>
public sealed record BackupFolder(string Path, BackupManifest Manifest)
{
    /// <summary>"the backup of 20 Aug 2010, 9:00am (/backups/friday)".</summary>
    public string Title => $"the backup of {Say.DateAndTime(BusinessClock.Local(Manifest.Taken))} ({Path})";

    /// <summary>What it says of the change logs at its cut.</summary>
    public ChainAnchor Anchor => new(Title, Manifest.Taken, [.. Manifest.Databases.Select(database => database.Head)]);

    /// <summary>The backup in a folder, by its manifest alone.</summary>
    /// <exception cref="CannotStartException">The folder holds no manifest, or one that was changed.</exception>
    public static BackupFolder Open(string path)
    {
        var file = System.IO.Path.Combine(path, BackupManifest.FileName);
        if (!File.Exists(file))
            throw new CannotStartException($"{path} holds no {BackupManifest.FileName}: it is no backup of the suite, or not the whole of one.");
        return BackupManifest.Read(File.ReadAllText(file)) is { } manifest
            ? new BackupFolder(path, manifest)
            : throw new CannotStartException($"{file} is not what was written: it was changed since, or damaged. This backup is not to be trusted; take another.");
    }

    /// <summary>Checks every file against the manifest: its size and hash, and for a database its pages, its schema and its change log.</summary>
    /// <returns>A sentence for each fault; none for a backup that is whole.</returns>
    public IReadOnlyList<string> Faults()
    {
        var faults = Manifest.Files.Select(file => (file.Name, Fault: Fault(file))).Where(file => file.Fault is not null).ToDictionary(file => file.Name, file => file.Fault!);
        foreach (var database in Manifest.Databases)
        {
            // A file that is not the one that was written is told once.
            if (!faults.ContainsKey(database.File) && Fault(database) is { } fault)
                faults[database.File] = fault;
        }
        return [.. faults.Values];
    }

    /// <summary>Where a file of the backup lies.</summary>
    public string Of(BackedUpFile file) => Within(Path, file.Name);

    /// <summary>The place of a backup's file in a folder. A manifest is text that somebody may have written: nothing leads out of the folder.</summary>
    /// <exception cref="CannotStartException">The name does.</exception>
    public static string Within(string folder, string name)
    {
        var root = System.IO.Path.GetFullPath(folder);
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, name));
        return path.StartsWith(System.IO.Path.TrimEndingDirectorySeparator(root) + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new CannotStartException($"The manifest of the backup names a file outside of it ({name}). This backup is not to be trusted; take another.");
    }

    /// <summary>The newest backup among the folders in this one; null where there is none that can be read.</summary>
    internal static string? NewestIn(string folder) => ManifestsIn(folder).Select(TryOpen).OfType<BackupFolder>().MaxBy(backup => backup.Manifest.Taken)?.Path;

    /// <summary>The folders in this one that hold a manifest.</summary>
    internal static IEnumerable<string> ManifestsIn(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Where(backup => File.Exists(System.IO.Path.Combine(backup, BackupManifest.FileName))) : [];

    internal static BackedUpDatabase Describe(string folder, ModuleDatabase database)
    {
        var file = System.IO.Path.GetFileName(database.Path);
        using var connection = ReadOnly(System.IO.Path.Combine(folder, file));
        return new(database.Name, file, SchemaOf(connection), ChainHead.Of(database.Name, connection));
    }

    /// <summary>SHA-256 of a file, in lower-case hexadecimal.</summary>
    public static string HashOf(string file)
    {
        using var content = File.OpenRead(file);
        return Convert.ToHexStringLower(SHA256.HashData(content));
    }

    private static BackupFolder? TryOpen(string path)
    {
        try
        {
            return Open(path);
        }
        catch (CannotStartException)
        {
            return null;
        }
    }

    private string? Fault(BackedUpFile file)
    {
        var found = new FileInfo(Of(file));
        return !found.Exists ? $"{found.FullName} is missing."
            : found.Length != file.Size ? $"{found.FullName} has {Say.Number(found.Length)} bytes, and had {Say.Number(file.Size)} when it was written."
            : HashOf(found.FullName) != file.Sha256 ? $"{found.FullName} is not what was written: it was changed since, or damaged."
            : null;
    }

    private string? Fault(BackedUpDatabase database)
    {
        var file = Within(Path, database.File);
        if (Manifest.Files.All(listed => listed.Name != database.File))
            return $"{file} is not among the files that the manifest lists.";
        try
        {
            using var connection = ReadOnly(file);
            if (Soundness.Fault(connection, "integrity_check") is { } damage)
                return $"{file} is damaged: {damage}";
            if (SchemaOf(connection) is var schema && schema != database.Schema)
                return $"{file} has the schema {schema}, and its manifest says {database.Schema}.";
            var chain = ChangeChain.Of(connection);
            return chain.Fault is { } fault ? $"The change log in {file} is not as it was written. {fault.Sentence}"
                : chain.HeadOf(database.Name) != database.Head ? $"The change log in {file} ends with entry {chain.Count}, and not with the one that its manifest says."
                : null;
        }
        catch (SqliteException failure)
        {
            return $"{file} cannot be read: {failure.Message}";
        }
    }

    private static string SchemaOf(SqliteConnection connection) =>
        connection.Scalar<string>("SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId DESC LIMIT 1") ?? "";

    private static SqliteConnection ReadOnly(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
