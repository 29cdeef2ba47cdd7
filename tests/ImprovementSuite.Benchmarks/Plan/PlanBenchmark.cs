using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.Benchmarks.Feed;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.SocialCare;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.Benchmarks.Plan;

/// <summary>How long a batch takes to the plan: from sending it to the moment that plan/v1 gives readings that count it, little and much stored.</summary>
internal static class PlanBenchmark
{
    private const int Batches = 50;
    private const int Referrals = 60;
    private const int Assessments = 40;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(10);

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var (few, many) = (10_000, quick ? 100_000 : 1_000_000);
        var (little, much) = (await P95(few), await P95(many));
        var apart = (much - little).Duration();
        return
        [
            Figure.Under($"batch to plan: p95 of {Batches} with {few:N0} referrals stored", little, TimeSpan.FromSeconds(1)),
            Figure.Under($"batch to plan: p95 of {Batches} with {many:N0} referrals stored", much, TimeSpan.FromSeconds(1)),
            new("batch to plan: difference", Figure.Words(apart), "", "", "at most 150 ms", apart.TotalMilliseconds <= 150),
        ];
    }

    private static async Task<TimeSpan> P95(int stored)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        using var folder = new BenchmarkFolder();
        var (send, read) = (await folder.Key(SocialCareModule.Name, CaseVolume.Source), await folder.Key(PlanModule.Name, CaseVolume.Source));
        await folder.LoadPlan();
        BareUpsert.Write(folder.SocialCare, new CaseVolume(stored, stored * 3 / 5, today), rowsInTransaction: 100_000, onDisk: false);
        await using var host = await PublishedHost.Start(folder.Path);
        await folder.Settled();

        using var channel = GrpcChannel.ForAddress(host.Feeds);
        var plan = new PlanReader.PlanReaderClient(channel);
        using var call = new CaseFeed.CaseFeedClient(channel).StreamBatches(CaseBatches.Bearer(send));
        var (assessed, referred) = await Counted(plan, read);
        var times = new List<TimeSpan>();
        for (var sequence = 1; sequence <= Batches; sequence++)
        {
            var batch = CaseBatches.Of("benchmark", sequence, Recent(stored, sequence, today));
            var started = Stopwatch.StartNew();
            await call.RequestStream.WriteAsync(batch);
            while (await Counted(plan, read) != (assessed + sequence * Assessments, referred + sequence * Referrals))
                await Task.Delay(Look);
            times.Add(started.Elapsed);
            await call.ResponseStream.MoveNext();
        }
        Console.WriteLine($"batch to plan with {stored:N0} referrals: median {Figure.Words(times.Median())}, p95 {Figure.Words(times.At(0.95))}, longest {Figure.Words(times.Max())}");
        return times.At(0.95);
    }

    /// <summary>New referrals and initial assessments of the last 30 days.</summary>
    private static IEnumerable<CaseRecord> Recent(int stored, int sequence, DateOnly today)
    {
        var first = stored * 2 + sequence * 1000;
        var referrals = Enumerable.Range(0, Referrals)
            .Select(i => new ReferralRow(first + i, $"C{i:0000000}", today.AddDays(-(i + sequence) % 30), i % CaseVolume.Teams, i % CaseVolume.Workers)).ToList();
        return referrals.Select(r => r.ToRecord())
            .Concat(referrals.Take(Assessments).Select(r => new AssessmentRow(r.Number, AssessmentKind.Initial, r, today).ToRecord()));
    }

    /// <summary>NI 68 over all months: initial assessments and referrals.</summary>
    private static async Task<(long Assessed, long Referred)> Counted(PlanReader.PlanReaderClient plan, string key)
    {
        var months = await plan.GetReadingsAsync(new GetReadingsRequest { Measure = "NI68", Period = "month" }, CaseBatches.Bearer(key));
        return (months.Readings.Sum(r => r.Numerator), months.Readings.Sum(r => r.Denominator));
    }
}
