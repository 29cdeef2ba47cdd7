using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Benchmarks.Feed;

/// <summary>Records a second from this process to receipts on disk, beside a bare upsert of the same rows; and what the host then holds in memory.</summary>
internal static class FeedBenchmark
{
    private const int BatchSize = 500;
    private const int UnderWay = 8;
    private const long Megabyte = 1 << 20;

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var scale = quick ? 10 : 1;
        var volume = new CaseVolume(200_000 / scale, 120_000 / scale, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        var (fed, bare, resident) = (new List<double>(), new List<double>(), new List<long>());
        for (var round = 1; round <= 3; round++)
        {
            bare.Add(volume.Count / (await Bare(volume)).TotalSeconds);
            var (time, memory) = await Fed(volume);
            fed.Add(volume.Count / time.TotalSeconds);
            resident.Add(memory);
            Console.WriteLine($"feed, round {round}: {fed[^1]:N0}/s, bare upsert {bare[^1]:N0}/s, {memory / Megabyte} MB");
        }
        return
        [
            Figure.Share($"feed: {volume.Count:N0} records, sent to receipt", fed.Median(), "bare upsert", bare.Median(), 0.4),
            new("feed: host in memory afterwards", $"{resident.Median() / Megabyte} MB", "", "", "under 300 MB", resident.Median() < 300 * Megabyte),
        ];
    }

    private static async Task<TimeSpan> Bare(CaseVolume volume)
    {
        using var folder = new BenchmarkFolder();
        await folder.Key(SocialCareModule.Name, CaseVolume.Source);
        var started = Stopwatch.StartNew();
        BareUpsert.Write(folder.SocialCare, volume);
        return started.Elapsed;
    }

    private static async Task<(TimeSpan, long Resident)> Fed(CaseVolume volume)
    {
        var batches = volume.Records().Chunk(BatchSize).Select((records, i) => CaseBatches.Of("benchmark", i + 1, records)).ToList();
        using var folder = new BenchmarkFolder();
        var key = await folder.Key(SocialCareModule.Name, CaseVolume.Source);
        await using var host = await PublishedHost.Start(folder.Path);
        using var channel = GrpcChannel.ForAddress(host.Feeds);
        using var call = new CaseFeed.CaseFeedClient(channel).StreamBatches(CaseBatches.Bearer(key));
        using var room = new SemaphoreSlim(UnderWay);

        var started = Stopwatch.StartNew();
        var receipts = Receipts(call.ResponseStream, room);
        foreach (var batch in batches)
        {
            await room.WaitAsync();
            await call.RequestStream.WriteAsync(batch);
        }
        await call.RequestStream.CompleteAsync();
        var accepted = await receipts;
        var time = started.Elapsed;
        if (accepted != volume.Count)
            throw new InvalidOperationException($"{accepted:N0} of {volume.Count:N0} records were accepted.");
        return (time, host.Resident);
    }

    private static async Task<int> Receipts(IAsyncStreamReader<Receipt> receipts, SemaphoreSlim room)
    {
        var accepted = 0;
        await foreach (var receipt in receipts.ReadAllAsync())
        {
            accepted += receipt.Accepted;
            room.Release();
        }
        return accepted;
    }
}

internal static class CaseBatches
{
    public static CaseBatch Of(string stream, long sequence, IEnumerable<CaseRecord> records)
    {
        var batch = new CaseBatch { Header = new BatchHeader { Stream = stream, Sequence = sequence, SchemaVersion = 1 } };
        batch.Records.AddRange(records);
        return batch;
    }

    public static Metadata Bearer(string key) => new() { { "authorization", $"Bearer {key}" } };
}
