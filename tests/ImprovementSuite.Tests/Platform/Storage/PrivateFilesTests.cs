using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static System.IO.UnixFileMode;

namespace ImprovementSuite.Tests.Platform.Storage;

/// <summary>What the suite keeps is for the account that runs it alone.</summary>
public sealed class PrivateFilesTests
{
    [Fact]
    public async Task What_a_running_suite_makes_is_open_to_nobody_else()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var suite = await RunningSuite.Start();
        using var somebody = await Visitor.SignIn(suite, "demo-administrator");
        await suite.Quiet();
        // A log goes with the last connection, and other tests close what is pooled.
        var held = suite.Services.GetServices<ModuleDatabase>().Select(Hold).ToList();

        Assert.Equal(UserRead | UserWrite | UserExecute, Mode(suite.Folder));
        var files = Directory.EnumerateFiles(suite.Folder, "*", SearchOption.AllDirectories).ToList();
        Assert.Contains(files, file => file.EndsWith(".db-wal", StringComparison.Ordinal));
        Assert.Contains(files, file => file.Contains("/keys/", StringComparison.Ordinal));
        Assert.All(files.Where(file => Path.GetFileName(file) != "demo-began"), file => Assert.Equal((file, UserRead | UserWrite), (file, Mode(file))));
        Assert.All(Directory.EnumerateDirectories(suite.Folder), folder => Assert.Equal((folder, UserRead | UserWrite | UserExecute), (folder, Mode(folder))));
        held.ForEach(connection => connection.Dispose());
    }

    [Fact]
    public async Task What_an_earlier_version_left_open_is_closed_and_nothing_else_is_touched()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Directory.CreateTempSubdirectory("suite-test-").FullName;
        const UnixFileMode open = UserRead | UserWrite | UserExecute | GroupRead | GroupExecute | OtherRead | OtherExecute;
        var (keys, backups, council) = (Path.Combine(folder, "keys"), Path.Combine(folder, "backups"), Path.Combine(folder, "letters"));
        foreach (var within in new[] { keys, backups, council })
        {
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(within).FullName, "file"), "");
            File.SetUnixFileMode(Path.Combine(within, "file"), UserRead | UserWrite | GroupRead | OtherRead);
            File.SetUnixFileMode(within, open);
        }
        File.SetUnixFileMode(folder, open);

        await using var suite = await RunningSuite.Start(folder);

        Assert.Equal(UserRead | UserWrite | UserExecute, Mode(folder));
        foreach (var within in new[] { keys, backups })
            Assert.Equal((UserRead | UserWrite | UserExecute, UserRead | UserWrite), (Mode(within), Mode(Path.Combine(within, "file"))));
        Assert.Equal((open, UserRead | UserWrite | GroupRead | OtherRead), (Mode(council), Mode(Path.Combine(council, "file"))));
    }

    private static SqliteConnection Hold(ModuleDatabase database)
    {
        var connection = new SqliteConnection($"Data Source={database.Path};Pooling=false");
        connection.Open();
        connection.Execute("BEGIN IMMEDIATE; ROLLBACK");
        return connection;
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? None : File.GetUnixFileMode(path);
}
