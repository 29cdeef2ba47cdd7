using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>What an attack does to the suite while it goes on: how much memory it takes, and how long a person waits for a page.</summary>
internal static class Watch
{
    /// <summary>What the suite promises.</summary>
    public const long MostAboveIdle = 300L << 20;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly string[] Asked = ["/plan", "/health/ready", "/"];

    /// <summary>Watches until the attack is over, and then says what was seen; fails where it was too much.</summary>
    public static async Task<string> During(HostUnderFire host, Func<Task> attack)
    {
        using var over = new CancellationTokenSource();
        var memory = Memory(host.Process.Id, over.Token);
        var pages = Pages(host, over.Token);
        var started = Stopwatch.StartNew();
        try
        {
            await attack();
        }
        finally
        {
            await over.CancelAsync();
        }
        var (peak, (slowest, answered)) = (await memory, await pages);
        var seen = $"{(peak - host.Idle) / (double)(1 << 20):0} MB above {host.Idle >> 20} MB at most; the slowest of {answered} pages took {slowest.TotalMilliseconds:0} ms; {started.Elapsed.TotalSeconds:0.0} s";
        Assert.True(peak - host.Idle < MostAboveIdle, seen);
        Assert.True(slowest < LongestWait, seen);
        Assert.True(answered > 0, seen);
        return seen;
    }

    public static long ResidentBytes(int process) => Kilobytes(process, "VmRSS:") << 10;

    /// <summary>The most that a process has had since its start.</summary>
    public static long PeakBytes(int process) => Kilobytes(process, "VmHWM:") << 10;

    private static long Kilobytes(int process, string line)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").Where(text => text.StartsWith(line, StringComparison.Ordinal))
                .Select(text => long.Parse(text.Split(' ', '\t').Where(word => word.Length > 0).ElementAt(1), CultureInfo.InvariantCulture)).FirstOrDefault();
        }
        catch (IOException)
        {
            // It has just ended.
            return 0;
        }
    }

    private static async Task<long> Memory(int process, CancellationToken over)
    {
        var peak = 0L;
        do
        {
            peak = Math.Max(peak, ResidentBytes(process));
            await Task.Delay(50, CancellationToken.None);
        }
        while (!over.IsCancellationRequested);
        return peak;
    }

    /// <summary>
    /// A page in a loop. The one time that a test of this suite compares is this promise; the machine may be busy with something else, so a page that
    /// was slow is asked for up to twice more at once, and counts only where it was slow each time: under an attack that holds the suite up it is.
    /// </summary>
    private static async Task<(TimeSpan Slowest, int Answered)> Pages(HostUnderFire host, CancellationToken over)
    {
        var (slowest, answered) = (TimeSpan.Zero, 0);
        do
        {
            var page = Asked[answered++ % Asked.Length];
            var took = await Took(host, page);
            for (var again = 0; again < 2 && took >= LongestWait; again++)
                took = await Took(host, page) is var other && other < took ? other : took;
            slowest = took > slowest ? took : slowest;
            await Task.Delay(100, CancellationToken.None);
        }
        while (!over.IsCancellationRequested);
        return (slowest, answered);
    }

    private static async Task<TimeSpan> Took(HostUnderFire host, string page)
    {
        var started = Stopwatch.StartNew();
        using var answer = await host.Browser.GetAsync(new Uri(host.Pages, page), CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        return started.Elapsed;
    }
}
