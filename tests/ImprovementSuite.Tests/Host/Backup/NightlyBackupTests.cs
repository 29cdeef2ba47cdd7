using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.Backup;

/// <summary>The nightly job in a running suite, whose clock begins at 09:00 on 20 August 2010.</summary>
public sealed class NightlyBackupTests
{
    [Fact]
    public async Task It_is_made_once_for_a_night_and_the_newest_are_kept()
    {
        await using var suite = await RunningSuite.Start(settings: "--Backup:Nights=2");
        var backups = Directory.CreateDirectory(Path.Combine(suite.Folder, "backups")).FullName;
        foreach (var name in new[] { "nightly-2010-08-17", "nightly-2010-08-18", "nightly-2010-08-19", "nightly-2010-08-16.part", "restored-2010-08-01", "nightly-notes" })
            Directory.CreateDirectory(Path.Combine(backups, name));

        await RunIfDue(suite);
        await RunIfDue(suite);

        Assert.Equal(["nightly-2010-08-19", "nightly-2010-08-20", "nightly-notes", "restored-2010-08-01"], Directory.EnumerateDirectories(backups).Select(Path.GetFileName).Order());
        var backup = BackupFolder.Open(Path.Combine(backups, "nightly-2010-08-20"));
        Assert.Empty(backup.Faults());
        Assert.Equal([("suite", "made a backup", backup.Path)], Entries(suite));
    }

    [Fact]
    public async Task No_nights_make_no_backup()
    {
        await using var suite = await RunningSuite.Start(settings: "--Backup:Nights=0");

        await RunIfDue(suite);

        Assert.False(Directory.Exists(Path.Combine(suite.Folder, "backups")));
    }

    [Fact]
    public async Task A_failure_is_in_the_health_of_the_service_until_a_backup_is_made()
    {
        await using var suite = await RunningSuite.Start();
        var inTheWay = Path.Combine(Directory.CreateDirectory(Path.Combine(suite.Folder, "backups")).FullName, "nightly-2010-08-20");
        File.WriteAllText(inTheWay, "no folder");
        using var administrator = await SignIn(suite, "demo-administrator");

        await RunIfDue(suite);
        Assert.Contains($"The nightly backup failed: {inTheWay} is there already and not empty", Words((await administrator.Page("/about/health")).QuerySelector("main")));

        File.Delete(inTheWay);
        await RunIfDue(suite);
        Assert.DoesNotContain("nightly backup failed", Words((await administrator.Page("/about/health")).QuerySelector("main")));
        Assert.True(Directory.Exists(inTheWay));
    }

    private static async Task RunIfDue(RunningSuite suite)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<NightlyBackup>().RunIfDue(default);
    }

    private static List<(string, string, string)> Entries(RunningSuite suite) =>
        suite.Services.GetServices<ModuleDatabase>().Single(database => database.Name == "accounts").Read(connection => connection.Query(
            "SELECT ActorId, Action, Subject FROM change_log", row => (row.GetString(0), row.GetString(1), row.GetString(2))));
}
