using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Demo;

/// <summary>The demo's data folder, which can be emptied without harm.</summary>
internal static class DemoFolder
{
    /// <summary>Deletes what an earlier demo made, and refuses to delete a folder that is none.</summary>
    /// <exception cref="CannotStartException">The folder holds something, and no demo.</exception>
    public static void Empty(DataFolder folder)
    {
        if (!Directory.Exists(folder.Path))
            return;
        if (!File.Exists(folder.Of("demo-began")) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
            throw new CannotStartException($"{folder.Path} is no demo's data folder, so nothing in it was deleted. Choose another with --data.");
        Directory.Delete(folder.Path, recursive: true);
    }
}
