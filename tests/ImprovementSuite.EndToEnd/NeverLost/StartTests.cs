using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>The published host says at start what to do first. When it will not start it says why in a sentence on the error stream, ends with 1 and changes nothing.</summary>
[Collection(PublishedCollection.Name)]
public sealed partial class StartTests(PublishedHost published)
{
    [Fact]
    public async Task A_data_folder_of_a_newer_suite_is_refused()
    {
        using var folder = new DataFolderOfTest();
        await published.Key(folder, "Case system");
        using (var connection = new SqliteConnection($"Data Source={folder.Of("socialcare.db")};Pooling=false"))
        {
            connection.Open();
            connection.Execute("INSERT INTO __EFMigrationsHistory (MigrationId, ProductVersion) VALUES ('29990101000000_Later', '99.0.0')");
        }
        // An older database beside it must not be brought up to date either.
        File.Delete(folder.Of("accounts.db"));
        File.Delete(folder.Of("plan.db"));
        File.Delete(folder.Of("schools.db"));
        File.Delete(folder.Of("workforce.db"));
        File.Delete(folder.Of("inspections.db"));
        var before = Contents(folder);

        await Refuses(
            $"{folder.Of("socialcare.db")} was made by a newer version of the suite (schema 29990101000000_Later). Start that version, or restore a backup that was made before the upgrade.",
            folder);

        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told()
    {
        using var folder = new DataFolderOfTest();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        await Refuses(
            $"Port {port} is taken by another program. Stop that, or choose other ports with --pages-port and --feeds-port.",
            folder, "--pages-port", $"{port}");
    }

    [Fact]
    public async Task An_unknown_option_is_told()
    {
        using var folder = new DataFolderOfTest();

        await Refuses("There is no option --prot.", folder, "--prot", "5080");

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task An_unknown_command_is_told()
    {
        using var folder = new DataFolderOfTest();

        await Refuses("There is no command dmeo.", folder, "dmeo");

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_reset_of_a_folder_that_is_no_demo_is_refused()
    {
        using var folder = new DataFolderOfTest();
        await File.WriteAllTextAsync(folder.Of("letters.txt"), "the council's own");

        await Refuses($"{folder.Path} is no demo's data folder, so nothing in it was deleted. Choose another with --data.", folder, "demo", "--reset");

        Assert.Equal([folder.Of("letters.txt")], Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_real_suite_says_what_to_do_first()
    {
        using var folder = new DataFolderOfTest();
        await using var host = published.On(folder);

        var said = (await host.UntilItSays(DoFirst())).Groups["steps"].Value;

        Assert.Matches(
            @"1\. Make the first administrator: +http://localhost:\d+/start\?token=\w+\s+2\. Load your plan: +load-plan <file> .*http://localhost:\d+/plan/import\s+3\. Give your case system a key: +on the page http://localhost:\d+/feeds/keys, or feed-key",
            said);
        Assert.Contains("This machine only", host.Said);
    }

    private async Task Refuses(string sentence, DataFolderOfTest folder, params string[] command)
    {
        await using var host = published.On(folder, command);

        Assert.Equal(1, await host.Ended());
        Assert.Equal(sentence, host.Complained.Split('\n')[0]);
        Assert.DoesNotContain("   at ", host.Said);
    }

    /// <summary>Every file with a digest of what is in it; a write-ahead log and its index come and go with reading.</summary>
    private static List<string> Contents(DataFolderOfTest folder) =>
        [
            .. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not (".db-wal" or ".db-shm")).Order()
                .Select(file => $"{file} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}"),
        ];

    [GeneratedRegex(@"Do first(?<steps>(?s:.*?)socialcare case-system)")]
    private static partial Regex DoFirst();
}
