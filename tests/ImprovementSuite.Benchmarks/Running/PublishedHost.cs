using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Benchmarks.Running;

/// <summary>The published host in Production, as a process of its own on free loopback ports.</summary>
internal sealed partial class PublishedHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;

    private PublishedHost(Process process, Uri pages, Uri feeds) => (_process, Pages, Feeds) = (process, pages, feeds);

    /// <summary>Where the host was published to.</summary>
    public static string Folder { get; set; } = "";

    public Uri Pages { get; }

    public Uri Feeds { get; }

    /// <summary>Bytes in memory now (VmRSS).</summary>
    public long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Publishes the host as the README's command does.</summary>
    public static async Task<string> Publish()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "ImprovementSuite.sln")))
            root = root.Parent ?? throw new InvalidOperationException("Run the benchmarks from a checkout, or name a published host with --host.");
        var folder = Path.Combine(AppContext.BaseDirectory, "published-host");
        Console.WriteLine("Publishing the host");
        await Finished(Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(root.FullName, "src", "ImprovementSuite.Host"), "-c", "Release", "-o", folder, "-v", "quiet"]))!);
        return folder;
    }

    /// <summary>Runs a maintenance command on a data folder and returns the lines that it printed.</summary>
    public static async Task<string[]> Command(string data, params IEnumerable<string> command)
    {
        using var process = Launch([.. command, "--data", data]);
        var said = process.StandardOutput.ReadToEndAsync();
        await Finished(process);
        return (await said).Split('\n');
    }

    public static async Task<PublishedHost> Start(string data)
    {
        var process = Launch(["--data", data, "--pages-port", "0", "--feeds-port", "0", PersonOfTest.PasswordIsEnough]);
        using var patience = new CancellationTokenSource(Patience);
        var addresses = Match.Empty;
        while (!addresses.Success)
            addresses = Addresses().Match(await process.StandardOutput.ReadLineAsync(patience.Token) ?? throw new InvalidOperationException("The host ended before it said where it listens."));
        // Whatever else it says must not fill the pipe.
        _ = process.StandardOutput.ReadToEndAsync();
        return new(process, Local(addresses.Groups["pages"].Value), Local(addresses.Groups["feeds"].Value));
    }

    /// <summary>Starts without waiting, for whoever measures the waiting.</summary>
    public static Process Launch(params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(Folder, "ImprovementSuite.Host.dll"), .. arguments, "--environment=Production", "--Backup:Nights=0"]) { RedirectStandardOutput = true })!;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task End(Process process)
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public async ValueTask DisposeAsync() => await End(_process);

    // By number: a name would first be looked for on IPv6, where nobody listens.
    private static Uri Local(string port) => new($"http://127.0.0.1:{port}");

    private static async Task Finished(Process process)
    {
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}.");
    }

    [GeneratedRegex(@"Pages http://localhost:(?<pages>\d+)/\s+Feeds http://localhost:(?<feeds>\d+)/")]
    private static partial Regex Addresses();
}
