namespace ImprovementSuite.Platform.Storage;

/// <summary>The one folder that holds all that the suite keeps: a SQLite file a module, keys, backups.</summary>
public sealed record DataFolder(string Path)
{
    /// <summary>Where copies of a database are put before its schema is changed.</summary>
    public string Backups => System.IO.Path.Combine(Path, "backups");

    /// <summary>The file or folder of this name in the data folder.</summary>
    public string Of(string name) => System.IO.Path.Combine(Path, name);
}
