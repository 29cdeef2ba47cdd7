using Grpc.Core;
using ImprovementSuite.Platform.Time;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>The published host is asked to stop while a sender is at it.</summary>
[Collection(PublishedCollection.Name)]
public sealed class StopTests(PublishedHost published)
{
    private const int Batches = 200;

    /// <summary>
    /// The words travel at the end of the stream. A sender that is writing at that moment may find its stream ended before it has read them: HTTP/2 allows that,
    /// and such a sender asks where it stands. So the words are looked for in three goes, and everything else in each.
    /// </summary>
    [Fact]
    public async Task Asked_to_stop_it_finishes_the_batches_in_hand_and_ends_well()
    {
        RpcException? cut = null;
        for (var go = 0; go < 3 && cut?.StatusCode != StatusCode.Unavailable; go++)
            cut = await StoppedWhileSending();
        Assert.Equal(StatusCode.Unavailable, cut?.StatusCode);
        Assert.Equal("The suite is stopping. Nothing of this batch was kept: send it again when the suite is back.", cut!.Status.Detail);
    }

    private async Task<RpcException> StoppedWhileSending()
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
        Assert.NotNull(cut);
        // Another status may only be the sender's own, of a stream that it saw end: the suite itself says no other.
        Assert.True(cut.StatusCode == StatusCode.Unavailable || cut.Status.DebugException is not null, $"The suite ended the stream with: {cut.Status}");
        using var left = new StoredState(folder.Path);
        left.IsSound();
        // Every batch that was stored got its receipt before the end.
        Assert.Equal(sender.Acknowledged, left.LastBatch);
        left.HoldsExactly(cases.After(left.LastBatch));
        return cut;
    }
}
