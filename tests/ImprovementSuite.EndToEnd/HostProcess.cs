using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace ImprovementSuite.EndToEnd;

/// <summary>The host as a process of its own, on free ports of this machine.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly string _folder;
    private readonly bool _folderGoes;
    private readonly StringBuilder _said = new();
    private readonly StringBuilder _complained = new();
    private readonly Process _process;

    /// <summary>The host as its own build left it, in a folder that goes with it.</summary>
    public HostProcess(params IEnumerable<string> command) : this(BuiltAssembly(), Directory.CreateTempSubdirectory("suite-").FullName, command) => _folderGoes = true;

    private HostProcess(string assembly, string folder, IEnumerable<string> command)
    {
        _folder = folder;
        // The command comes last, so that it may name other ports.
        _process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "--data", folder, "--pages-port", "0", "--feeds-port", "0", .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        _process.OutputDataReceived += (_, line) => Hear(line, _said);
        _process.ErrorDataReceived += (_, line) => Hear(line, _said, _complained);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything that it has said so far.</summary>
    public string Said => Text(_said);

    /// <summary>What of that went to the error stream.</summary>
    public string Complained => Text(_complained);

    /// <summary>By which the machine knows it.</summary>
    public int Id => _process.Id;

    /// <summary>The host as its own build left it, in a folder that stays.</summary>
    public static HostProcess BuiltOn(string folder, params IEnumerable<string> command) => new(BuiltAssembly(), folder, command);

    /// <summary>A host that was published, in a folder that stays.</summary>
    public static HostProcess On(string folder, string assembly, params IEnumerable<string> command) => new(assembly, folder, command);

    /// <summary>Waits until it says this, and returns what it said.</summary>
    public async Task<Match> UntilItSays(Regex words)
    {
        var started = Stopwatch.StartNew();
        while (started.Elapsed < Patience)
        {
            var ended = _process.HasExited;
            if (ended)
                // Its last words may still be on their way.
                await _process.WaitForExitAsync();
            if (words.Match(Said) is { Success: true } match)
                return match;
            if (ended)
                throw new InvalidOperationException($"The host ended with {_process.ExitCode} before it said \"{words}\". It said:\n{Said}");
            await Task.Delay(20);
        }
        throw new TimeoutException($"The host did not say \"{words}\" within {Patience.TotalMinutes:0} minutes. It said:\n{Said}");
    }

    /// <summary>Waits until it has ended by itself, and returns its exit code.</summary>
    public async Task<int> Ended()
    {
        using var patience = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: it gets no word in.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM: it is asked to stop.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_folderGoes)
            Directory.Delete(_folder, recursive: true);
    }

    private static void Hear(DataReceivedEventArgs line, params ReadOnlySpan<StringBuilder> heard)
    {
        foreach (var text in heard)
            lock (text)
                text.AppendLine(line.Data);
    }

    private static string Text(StringBuilder heard)
    {
        lock (heard)
            return heard.ToString();
    }

    // Beside its static assets: bin/<configuration>/<framework>, the same as this assembly's.
    private static string BuiltAssembly()
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Folder("src", "ImprovementSuite.Host", "bin", output.Parent!.Name, output.Name), "ImprovementSuite.Host.dll");
    }
}
