using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ImprovementSuite.EndToEnd.Browser;

/// <summary>The host as a process of its own, on free ports of this machine and in a folder that goes with it.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder = Directory.CreateTempSubdirectory("suite-").FullName;
    private readonly StringBuilder _said = new();
    private readonly Process _process;

    public HostProcess(params IEnumerable<string> command)
    {
        _process = Process.Start(new ProcessStartInfo("dotnet", [Assembly(), .. command, "--data", _folder, "--pages-port", "0", "--feeds-port", "0"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += Hear;
        _process.ErrorDataReceived += Hear;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Waits until it says this, and returns what it said.</summary>
    public async Task<Match> UntilItSays(Regex words)
    {
        var started = Stopwatch.StartNew();
        while (started.Elapsed < Patience)
        {
            // Asked before what was said is read: the last words of a process are heard too.
            var ended = _process.HasExited;
            if (words.Match(Said()) is { Success: true } match)
                return match;
            if (ended)
                throw new InvalidOperationException($"The host ended before it said \"{words}\". It said:\n{Said()}");
            await Task.Delay(100);
        }
        throw new TimeoutException($"The host did not say \"{words}\" within {Patience.TotalMinutes:0} minutes. It said:\n{Said()}");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
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

    // As its own build left it, beside its static assets: bin/<configuration>/<framework>, the same as this assembly's.
    private static string Assembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!;
        return Path.Combine(root.FullName, "src", "ImprovementSuite.Host", "bin", output.Parent.Name, output.Name, "ImprovementSuite.Host.dll");
    }
}
