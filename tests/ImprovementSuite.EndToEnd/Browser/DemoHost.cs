using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>The suite's demo as its own process, on free ports of this machine and in a folder that goes with it.</summary>
public sealed class DemoHost : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("suite-demo-").FullName;
    private readonly StringBuilder _said = new();
    private Process? _process;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var (pages, feeds) = (FreePort(), FreePort());
        Address = $"http://127.0.0.1:{pages}";
        _process = Process.Start(new ProcessStartInfo("dotnet", [HostAssembly(), "demo", "--data", _folder, "--pages-port", $"{pages}", "--feeds-port", $"{feeds}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UntilItServes();
    }

    public async Task DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task UntilItServes()
    {
        using var client = new HttpClient();
        var started = Stopwatch.StartNew();
        while (started.Elapsed < Patience)
        {
            if (_process!.HasExited)
                throw new InvalidOperationException($"The demo ended before it served a page. It said:\n{Said()}");
            try
            {
                if ((await client.GetAsync($"{Address}/sign-in")).StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        throw new TimeoutException($"The demo served no page within {Patience.TotalMinutes:0} minutes. It said:\n{Said()}");
    }

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
            _said.AppendLine(line.Data);
    }

    private string Said()
    {
        lock (_said)
            return _said.ToString();
    }

    // The host as its own build left it, beside its static assets: bin/<configuration>/<framework>, the same as this assembly's.
    private static string HostAssembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var tests = output.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(tests.Parent!.FullName, "src", "ImprovementSuite.Host", "bin", output.Parent.Name, output.Name, "ImprovementSuite.Host.dll");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>One browser and one demo for all browser tests; they run one after the other and change nothing that another reads.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<Chromium>, ICollectionFixture<DemoHost>
{
    public const string Name = "Browser";
}
