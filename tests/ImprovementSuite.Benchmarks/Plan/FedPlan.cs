using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.Benchmarks.Feed;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Benchmarks.Plan;

/// <summary>A host with so many referrals stored and counted, one stream to its feed, and the time that each batch took to the plan.</summary>
internal sealed class FedPlan : IAsyncDisposable
{
    private const int Referrals = 60;
    private const int Assessments = 40;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    private readonly int _stored;
    private readonly DateOnly _today;
    private readonly BenchmarkFolder _folder;
    private readonly PublishedHost _host;
    private readonly GrpcChannel _channel;
    private readonly PlanReader.PlanReaderClient _plan;
    private readonly string _readKey;
    private readonly AsyncDuplexStreamingCall<CaseBatch, Receipt> _stream;

    private FedPlan(int stored, DateOnly today, BenchmarkFolder folder, PublishedHost host, string sendKey, string readKey)
    {
        (_stored, _today, _folder, _host, _readKey) = (stored, today, folder, host, readKey);
        _channel = GrpcChannel.ForAddress(host.Feeds);
        _plan = new(_channel);
        _stream = new CaseFeed.CaseFeedClient(_channel).StreamBatches(CaseBatches.Bearer(sendKey));
    }

    public List<TimeSpan> Times { get; } = [];

    public static async Task<FedPlan> Start(int stored)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var folder = new BenchmarkFolder();
        var (send, read) = (await folder.Key(SocialCareModule.Name, CaseVolume.Source), await folder.Key(PlanModule.Name, CaseVolume.Source));
        await folder.LoadPlan();
        BareUpsert.Write(folder.SocialCare, new CaseVolume(stored, stored * 3 / 5, today), rowsInTransaction: 100_000, onDisk: false);
        var host = await PublishedHost.Start(folder.Path);
        await folder.Settled();
        return new(stored, today, folder, host, send, read);
    }

    /// <summary>Sends new referrals and initial assessments of the last 30 days, and waits until the plan counts them all.</summary>
    public async Task Send(int sequence)
    {
        var before = await Counted();
        var batch = CaseBatches.Of("benchmark", sequence, Recent(sequence));
        var started = Stopwatch.StartNew();
        await _stream.RequestStream.WriteAsync(batch);
        while (await Counted() != (before.Assessed + Assessments, before.Referred + Referrals))
            await Task.Delay(Look);
        Times.Add(started.Elapsed);
        await _stream.ResponseStream.MoveNext();
    }

    public Figure Figure()
    {
        Console.WriteLine($"batch to plan with {_stored:N0} referrals: median {Benchmarks.Figure.Words(Times.Median())}, p95 {Benchmarks.Figure.Words(Times.At(0.95))}, longest {Benchmarks.Figure.Words(Times.Max())}");
        return Benchmarks.Figure.Under($"batch to plan: p95 of {Times.Count}, {_stored:N0} referrals stored", Times.At(0.95), TimeSpan.FromSeconds(1));
    }

    public async ValueTask DisposeAsync()
    {
        _stream.Dispose();
        _channel.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    private IEnumerable<CaseRecord> Recent(int sequence)
    {
        var first = _stored * 2 + sequence * 1000;
        var referrals = Enumerable.Range(0, Referrals)
            .Select(i => new ReferralRow(first + i, $"C{i:0000000}", _today.AddDays(-((i + sequence) % 30)), i % CaseVolume.Teams, i % CaseVolume.Workers)).ToList();
        return referrals.Select(r => r.ToRecord())
            .Concat(referrals.Take(Assessments).Select(r => new AssessmentRow(r.Number, AssessmentKind.Initial, r, _today).ToRecord()));
    }

    /// <summary>NI 68 over all months: initial assessments and referrals.</summary>
    private async Task<(long Assessed, long Referred)> Counted()
    {
        var months = await _plan.GetReadingsAsync(new GetReadingsRequest { Measure = "NI68", Period = "month" }, CaseBatches.Bearer(_readKey));
        return (months.Readings.Sum(r => r.Numerator), months.Readings.Sum(r => r.Denominator));
    }
}
