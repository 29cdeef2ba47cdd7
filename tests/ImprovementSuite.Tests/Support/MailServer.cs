using System.Diagnostics;
using MimeKit;

namespace ImprovementSuite.Tests.Support;

/// <summary>A real SMTP server as a process of its own: Debian's python3-aiosmtpd. Without it the mail tests fail: what was never sent is not known to work.</summary>
public sealed class MailServer : IDisposable
{
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mail-");
    private readonly Process _process;

    public MailServer()
    {
        var python = Pythons.FirstOrDefault(HasServer)
            ?? throw new InvalidOperationException("The mail tests need an SMTP server, which is not installed. On Debian: apt-get install python3-aiosmtpd");
        _process = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "Support", "smtp_server.py"), _folder.FullName]) { RedirectStandardOutput = true })!;
        Port = int.Parse(_process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The SMTP server did not start."));
    }

    public int Port { get; }

    /// <summary>What the server has taken so far, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Taken => [.. Files.Select(file => MimeMessage.Load(file))];

    private IEnumerable<string> Files => _folder.EnumerateFiles("*.eml").Select(file => file.FullName).Order();

    /// <summary>What it does with messages from now on: "refuse", "hold", "cut"; empty takes them.</summary>
    public void Mood(string mood)
    {
        var part = Path.Combine(_folder.FullName, "mood.part");
        File.WriteAllText(part, mood);
        File.Move(part, Path.Combine(_folder.FullName, "mood"), overwrite: true);
    }

    /// <summary>Waits until it has this many messages.</summary>
    public async Task Has(int messages)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (Files.Count() < messages)
            await Task.Delay(20, patience.Token);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static bool HasServer(string python)
    {
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
            asked.StandardError.ReadToEnd();
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
