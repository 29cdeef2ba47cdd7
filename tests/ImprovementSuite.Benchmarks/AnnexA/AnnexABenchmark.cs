using System.Diagnostics;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.Benchmarks.Feed;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.SocialCare;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Benchmarks.AnnexA;

/// <summary>An Annex A workbook from its first byte sent to its summary, everything on disk; and what the host holds in memory beyond what it did before.</summary>
internal static class AnnexABenchmark
{
    private const string Source = "annex-a";
    private const int Chunk = 64 << 10;
    private const long Megabyte = 1 << 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var rows = quick ? 5_000 : 50_000;
        using var files = new BenchmarkFolder();
        var path = Path.Combine(files.Path, "annex-a.xlsx");
        AnnexAVolume.Write(path, rows, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var (times, above) = (new List<TimeSpan>(), new List<long>());
        for (var round = 1; round <= 3; round++)
        {
            var (time, memory, told) = await Sent(path, rows);
            times.Add(time);
            above.Add(memory);
            Console.WriteLine($"annexa, round {round}: {new FileInfo(path).Length / Megabyte} MB of {rows:N0} rows in {Figure.Words(time)}, progress told {told} times, {memory / Megabyte} MB above idle at most");
        }
        return
        [
            Figure.Under($"annexa: {rows:N0} rows of 11 lists, sent to summary", times.Median(), Limit),
            new("annexa: host's memory above idle, at most", $"{above.Median() / Megabyte} MB", "", "", "under 300 MB", above.Median() < 300 * Megabyte),
        ];
    }

    private static async Task<(TimeSpan Time, long Above, int Told)> Sent(string path, int rows)
    {
        using var folder = new BenchmarkFolder();
        var key = await folder.Key(SocialCareModule.Name, Source);
        await using var host = await PublishedHost.Start(folder.Path);
        using var channel = GrpcChannel.ForAddress(host.Feeds);
        await Task.Delay(TimeSpan.FromSeconds(2));
        var idle = host.Resident;
        using var over = new CancellationTokenSource();
        var peak = Peak(host, over.Token);

        var started = Stopwatch.StartNew();
        using var call = new CaseFeed.CaseFeedClient(channel).SendAnnexA(CaseBatches.Bearer(key));
        await call.RequestStream.WriteAsync(new() { Header = new() { SourceSystem = Source, Name = Path.GetFileName(path), Size = new FileInfo(path).Length } });
        foreach (var part in (await File.ReadAllBytesAsync(path)).Chunk(Chunk))
            await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(part) });
        await call.RequestStream.CompleteAsync();
        var told = 0;
        AnnexASummary? summary = null;
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
        {
            told++;
            summary = answer.Summary ?? summary;
        }
        var time = started.Elapsed;
        await over.CancelAsync();
        if (summary?.Lists.Sum(list => list.Rows) != rows)
            throw new InvalidOperationException($"{summary?.Lists.Sum(list => list.Rows):N0} of {rows:N0} rows were read.");
        return (time, await peak - idle, told);
    }

    private static async Task<long> Peak(PublishedHost host, CancellationToken over)
    {
        var peak = 0L;
        while (!over.IsCancellationRequested)
        {
            peak = Math.Max(peak, host.Resident);
            await Task.Delay(50, CancellationToken.None);
        }
        return peak;
    }
}
