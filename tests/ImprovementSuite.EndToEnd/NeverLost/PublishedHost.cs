using System.Diagnostics;
using System.Text.RegularExpressions;
using ImprovementSuite.Tests.Support;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>What a council installs: the host as <c>dotnet publish</c> makes it, once for all tests that need it.</summary>
public sealed partial class PublishedHost : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("published-");

    public async Task InitializeAsync()
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet",
            ["publish", Repository.Folder("src", "ImprovementSuite.Host"), "-c", "Release", "-o", _folder.FullName, "-nologo", "-v", "quiet", "--disable-build-servers"])
        {
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"The host could not be published:\n{said}");
    }

    public Task DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    /// <summary>Starts it on a data folder, with a command or to serve.</summary>
    internal HostProcess On(DataFolderOfTest folder, params IEnumerable<string> command) =>
        HostProcess.On(folder.Path, Path.Combine(_folder.FullName, "ImprovementSuite.Host.dll"), [.. command, "--environment=Production", "--Backup:Nights=0"]);

    /// <summary>Starts it to serve, and says where its feeds and its pages are.</summary>
    internal async Task<(HostProcess Host, Uri Feeds, Uri Pages)> Serve(DataFolderOfTest folder)
    {
        var host = On(folder, PersonOfTest.PasswordIsEnough);
        var said = (await host.UntilItSays(StartText())).Groups;
        return (host, new Uri(said["feeds"].Value), new Uri(said["pages"].Value));
    }

    /// <summary>Has it issue a key for the case feed, as an administrator does.</summary>
    internal async Task<string> Key(DataFolderOfTest folder, string name)
    {
        await using var command = On(folder, "feed-key", name, "socialcare", "case-system");
        return (await command.UntilItSays(FeedKey())).Value;
    }

    [GeneratedRegex(@"Pages (?<pages>http://localhost:\d+)/\s+Feeds (?<feeds>http://localhost:\d+)/")]
    private static partial Regex StartText();

    [GeneratedRegex(@"feed_[\w-]{43}")]
    private static partial Regex FeedKey();
}

/// <summary>The tests of the published host share one publishing.</summary>
[CollectionDefinition(Name)]
public sealed class PublishedCollection : ICollectionFixture<PublishedHost>
{
    public const string Name = "Published host";
}

/// <summary>A data folder that outlives the processes that work on it.</summary>
internal sealed class DataFolderOfTest : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("suite-").FullName;

    public string Of(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
