using System.Runtime.InteropServices;

namespace ImprovementSuite.Platform.Storage;

/// <summary>
/// What the suite keeps is for the account that runs it alone: files 0600, folders 0700. On Windows the folder's access list says who may
/// read, and a new file inherits it.
/// </summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Everything that this process makes from now on is private, whoever makes it: SQLite, Data Protection, an upload.</summary>
    public static void FromNowOn()
    {
        if (!OperatingSystem.IsWindows())
            _ = SetMask(Convert.ToInt32("077", 8));
    }

    /// <summary>
    /// Takes from others what an earlier version, or a copy by hand, left open to them. Only what is the suite's own is changed: somebody may
    /// have named a folder that holds other things besides.
    /// </summary>
    /// <returns>What could not be changed, because it belongs to another account.</returns>
    public static IReadOnlyList<string> Close(DataFolder folder)
    {
        if (OperatingSystem.IsWindows() || !Directory.Exists(folder.Path))
            return [];
        return [.. Ours(folder).Where(path => !TryClose(path))];
    }

    private static IEnumerable<string> Ours(DataFolder folder)
    {
        // A link is left alone: what it leads to lies elsewhere.
        var here = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint };
        var below = new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint, RecurseSubdirectories = true };
        yield return folder.Path;
        foreach (var path in Directory.EnumerateFileSystemEntries(folder.Path, "*", here))
        {
            var name = Path.GetFileName(path);
            if (!DataFolder.IsDatabase(name) && !DataFolder.IsPassing(name) && name is not ("keys" or "backups" or "evidence" or "feed-agent.key"))
                continue;
            yield return path;
            if (Directory.Exists(path))
                foreach (var within in Directory.EnumerateFileSystemEntries(path, "*", below))
                    yield return within;
        }
    }

    private static bool TryClose(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        try
        {
            var mode = File.GetUnixFileMode(path);
            if ((mode & ~OwnersAlone) != 0)
                File.SetUnixFileMode(path, mode & OwnersAlone);
            return true;
        }
        catch (FileNotFoundException)
        {
            // A write-ahead log of another process, gone meanwhile.
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "umask")]
    private static extern int SetMask(int mask);
}
