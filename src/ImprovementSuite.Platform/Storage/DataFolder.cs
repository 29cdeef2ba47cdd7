namespace ImprovementSuite.Platform.Storage;

/// <summary>The one folder that holds all that the suite keeps: a SQLite file a module, keys, backups.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>Where copies of a database are put before its schema is changed, and the nightly backups.</summary>
    public string Backups => System.IO.Path.Combine(Path, "backups");

    /// <summary>Stands in the folder from the first file of a restore to its end: what holds this is not whole.</summary>
    public string Restoring => Of("restore-unfinished");

    /// <summary>Refuses a folder that a restore left unfinished: its databases may be there, but not what makes their values win.</summary>
    /// <exception cref="CannotStartException">It is one.</exception>
    public void RequireRestored()
    {
        if (File.Exists(Restoring))
            throw new CannotStartException($"A restore into {Path} was not finished. Empty the folder, and restore again.");
    }

    /// <summary>The file or folder of this name in the data folder.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Whether something of this name right in the folder belongs to a database: the file, its write-ahead log, its index.</summary>
    public static bool IsDatabase(string name) => name.EndsWith(".db", StringComparison.Ordinal) || name.Contains(".db-", StringComparison.Ordinal);

    /// <summary>Whether something of this name right in the folder passes: uploads that are being read, locks, halves of files.</summary>
    public static bool IsPassing(string name) =>
        name.EndsWith("-uploads", StringComparison.Ordinal) || name.EndsWith(".lock", StringComparison.Ordinal) || name.EndsWith(".part", StringComparison.Ordinal);
}
