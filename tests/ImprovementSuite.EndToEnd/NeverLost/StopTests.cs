using Grpc.Core;
using ImprovementSuite.Platform.Time;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>The published host is asked to stop while a sender is at it.</summary>
[Collection(PublishedCollection.Name)]
public sealed class StopTests(PublishedHost published)
{
    private const int Batches = 200;

    [Fact]
    public async Task Asked_to_stop_it_finishes_the_batches_in_hand_and_ends_well()
    {
        using var folder = new DataFolderOfTest();
        var cases = new CaseSystem(59, new BusinessClock(TimeProvider.System).Today, Batches);
        var sender = new Sender(cases, await published.Key(folder, "Case system"));
        var (host, feeds, _) = await published.Serve(folder);
        await using var ended = host;

        var sending = sender.Send(feeds, 1, Batches);
        while (sender.Acknowledged < 5)
            await Task.Delay(1);
        host.Terminate();
        var cut = await sending;

        Assert.Equal(0, await host.Ended());
        Assert.Equal(StatusCode.Unavailable, cut?.StatusCode);
        Assert.Equal("The suite is stopping. Nothing of this batch was kept: send it again when the suite is back.", cut!.Status.Detail);
        using var left = new StoredState(folder.Path);
        left.IsSound();
        // Every batch that was stored got its receipt before the end.
        Assert.Equal(sender.Acknowledged, left.LastBatch);
        left.HoldsExactly(cases.After(left.LastBatch));
    }
}
