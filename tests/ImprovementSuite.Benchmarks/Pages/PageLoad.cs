using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace ImprovementSuite.Benchmarks.Pages;

/// <summary>Asks for one page over and over on 32 connections, each as soon as it has the answer to the last.</summary>
internal sealed class PageLoad(Uri page, CookieContainer cookies) : IDisposable
{
    public const int Connections = 32;
    private const int WarmAfter = 10_000;

    private readonly HttpClient _http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, CookieContainer = cookies, AllowAutoRedirect = false });

    /// <summary>So many requests that all code on the way has been compiled for good.</summary>
    public Task Warm() => OnEachConnection(async () =>
    {
        for (var i = 0; i < WarmAfter / Connections; i++)
            await Ask();
    });

    /// <summary>Requests a second and the time that 95 in 100 of them stay under.</summary>
    public async Task<(double Rate, TimeSpan P95)> For(TimeSpan duration)
    {
        var times = new ConcurrentBag<TimeSpan>();
        var started = Stopwatch.StartNew();
        await OnEachConnection(async () =>
        {
            while (started.Elapsed < duration)
                times.Add(await Ask());
        });
        return (times.Count / started.Elapsed.TotalSeconds, times.At(0.95));
    }

    private static Task OnEachConnection(Func<Task> work) => Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(work)));

    private async Task<TimeSpan> Ask()
    {
        var asked = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(page);
        answer.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(asked);
    }

    public Task<string> Text() => _http.GetStringAsync(page);

    public void Dispose() => _http.Dispose();
}
