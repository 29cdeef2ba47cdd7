using System.Diagnostics;
using System.Net;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.SocialCare;

namespace ImprovementSuite.Benchmarks.Start;

/// <summary>From starting the published host's process to the last byte of its first page.</summary>
internal static class StartBenchmark
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var rounds = quick ? 3 : 5;
        using var existing = new BenchmarkFolder();
        await existing.Key(SocialCareModule.Name, "case-system");
        var (again, first) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 1; round <= rounds; round++)
        {
            again.Add(await FirstPage(existing));
            using var empty = new BenchmarkFolder();
            first.Add(await FirstPage(empty));
            Console.WriteLine($"start, round {round}: {Figure.Words(again[^1])}, on an empty folder {Figure.Words(first[^1])}");
        }
        return
        [
            Figure.Under($"start: first page, median of {rounds}", again.Median(), TimeSpan.FromSeconds(3)),
            Figure.Under($"start: first page on an empty folder, median of {rounds}", first.Median(), TimeSpan.FromSeconds(3)),
        ];
    }

    private static async Task<TimeSpan> FirstPage(BenchmarkFolder folder)
    {
        var port = PublishedHost.FreePort();
        using var http = new HttpClient();
        var started = Stopwatch.StartNew();
        var process = PublishedHost.Launch(["--data", folder.Path, "--pages-port", $"{port}", "--feeds-port", "0"]);
        try
        {
            while (true)
            {
                try
                {
                    using var page = await http.GetAsync($"http://127.0.0.1:{port}/sign-in");
                    return page.StatusCode == HttpStatusCode.OK ? started.Elapsed : throw new InvalidOperationException($"The first page answered {(int)page.StatusCode}.");
                }
                catch (HttpRequestException) when (!process.HasExited)
                {
                    await Task.Delay(Look);
                }
            }
        }
        finally
        {
            await PublishedHost.End(process);
        }
    }
}
