using System.Diagnostics;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Xunit;
using Xunit.Abstractions;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>The published host is killed in the middle of its work, again and again, and in the end nothing is lost and nothing counts twice.</summary>
[Collection(PublishedCollection.Name)]
public sealed class KillTests(PublishedHost published, ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int MostKills = 40;
    private const int Batches = 300;
    private const int Seed = 68;

    private static readonly KillPoint[] Points = Enum.GetValues<KillPoint>();
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly BusinessClock _clock = new(TimeProvider.System);
    private readonly Random _random = new(Seed);

    [Fact]
    public async Task Killed_twenty_times_the_suite_has_every_acknowledged_record_once_and_every_figure_right()
    {
        using var folder = new DataFolderOfTest();
        var cases = new CaseSystem(Seed, _clock.Today, Batches);
        var sender = new Sender(cases, await published.Key(folder, "Case system"));
        await PersonOfTest.Make(folder.Path, Role.PerformanceManager);
        var limits = new LimitChanges(_clock.Today);
        var hits = Points.ToDictionary(point => point, _ => 0);
        var aims = Enumerable.Range(0, Kills).Select(kill => Points[kill % Points.Length]).ToArray();
        _random.Shuffle(aims);

        var stored = 0L;
        for (var kill = 0; kill < Kills || (Missed(hits).Any() && kill < MostKills); kill++)
        {
            var aim = kill < Kills ? aims[kill] : Missed(hits).First();
            await FeedAndKill(folder, cases, sender, aim == KillPoint.InRecalculation || kill % 5 == 0 ? limits : null, aim, stored);

            using var left = StoredState.LeftBehind(folder);
            stored = left.LastBatch;
            left.IsSound();
            Assert.InRange(stored, sender.Acknowledged, sender.Sent);
            left.HoldsExactly(cases.After(stored));
            limits.AreKept(left);
            foreach (var point in left.DiedAt(sender))
                hits[point]++;
            output.WriteLine($"Kill {kill + 1}, aimed {aim}: stored {stored}, acknowledged {sender.Acknowledged}, sent {sender.Sent}, {left.StaleDays} stale days, {left.Outgoing} messages.");
        }
        Assert.Empty(Missed(hits));
        limits.WereMade();

        await SendTheRest(folder, sender, stored);
        using var end = new StoredState(folder.Path);
        end.IsSound();
        end.HoldsExactly(cases.After(Batches));
        limits.AreKept(end);
        var ofInitial = limits.Limits(end);
        end.CountsExactly(NaiveRecount.Of(
            cases.After(Batches), end.CountedTo, (kind, clock) => kind switch { "initial" => ofInitial(clock), "core" => 35, _ => 45 }));
        Assert.Equal(["Case system", "Second key"], end.IssuedKeys());
    }

    /// <summary>Starts, goes on where the stream stands and kills where it is aimed.</summary>
    private async Task FeedAndKill(DataFolderOfTest folder, CaseSystem cases, Sender sender, LimitChanges? limits, KillPoint aim, long stored)
    {
        var (host, feeds, pages) = await published.Serve(folder);
        await using var ended = host;
        Assert.Equal(stored, await sender.Checkpoint(feeds));
        // A careless sender repeats what the suite has already.
        var from = Math.Max(1, _random.Next(3) == 0 ? stored - 2 : stored + 1);
        var to = Math.Min(cases.Batches.Count, from + _random.Next(4, 16));

        var changing = limits?.Change(pages) ?? Task.CompletedTask;
        var sending = sender.Send(feeds, from, to);
        using (var live = new StoredState(folder.Path))
            await Reached(aim, live, sender, Math.Min(to, stored + _random.Next(1, 4)), Task.WhenAll(sending, changing));
        host.Kill();
        await host.Ended();
        await sending;
        await changing;
    }

    private async Task Reached(KillPoint aim, StoredState live, Sender sender, long acknowledged, Task feedingAndChanging)
    {
        switch (aim)
        {
            case KillPoint.BeforeCommit:
                await Until(() => sender.Acknowledged >= acknowledged);
                await Task.Delay(_random.Next(20));
                break;
            case KillPoint.AfterCommitBeforeReceipt:
                await Until(() => sender.Acknowledged >= acknowledged && live.LastBatch > sender.Acknowledged);
                break;
            case KillPoint.InRecalculation:
                await feedingAndChanging;
                await Task.Delay(_random.Next(150));
                break;
            case KillPoint.InCourier:
                // What the last kill left is soon delivered; this round's own messages come after its batches.
                await feedingAndChanging;
                await Until(() => live.Outgoing > 0);
                await Task.Delay(_random.Next(10));
                break;
        }
    }

    /// <summary>Watches without a pause; the moment that is waited for may be a millisecond long, and may not come.</summary>
    private static Task Until(Func<bool> moment) => Task.Run(() =>
    {
        var watched = Stopwatch.StartNew();
        while (!moment() && watched.Elapsed < Patience)
            Thread.Yield();
    });

    private async Task SendTheRest(DataFolderOfTest folder, Sender sender, long stored)
    {
        var (host, feeds, _) = await published.Serve(folder);
        await using var ended = host;
        await published.Key(folder, "Second key");
        Assert.Null(await sender.Send(feeds, stored + 1, Batches));
        using (var live = new StoredState(folder.Path))
        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)))
            while (live.StaleDays > 0 || live.Outgoing > 0 || live.CountedTo != _clock.Today)
                await Task.Delay(100, patience.Token);
        host.Terminate();
        Assert.Equal(0, await host.Ended());
    }

    private static IEnumerable<KillPoint> Missed(Dictionary<KillPoint, int> hits) => hits.Where(hit => hit.Value == 0).Select(hit => hit.Key);
}
