using ImprovementSuite.Platform.Time;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>The published host is backed up by a command beside it while a sender is at it, is killed, and comes back from the backup in another folder.</summary>
[Collection(PublishedCollection.Name)]
public sealed class BackupTests(PublishedHost published)
{
    private const int Batches = 600;
    private const int AtOnce = 20;

    [Fact]
    public async Task The_sender_goes_on_from_the_cut_and_nothing_is_lost()
    {
        using var folder = new DataFolderOfTest();
        using var safe = new DataFolderOfTest();
        using var restored = new DataFolderOfTest();
        var cases = new CaseSystem(60, new BusinessClock(TimeProvider.System).Today, Batches);
        var sender = new Sender(cases, await published.Key(folder, "Case system"));

        var (host, feeds, _) = await published.Serve(folder);
        var sent = 0;
        await using (host)
        await using (var backup = published.On(folder, "backup", safe.Of("friday")))
        {
            var made = backup.Ended();
            // At least as long as the backup takes; every batch gets its receipt.
            while (sent < 5 * AtOnce || (!made.IsCompleted && sent < Batches - AtOnce))
                Assert.Null(await sender.Send(feeds, sent + 1, sent += AtOnce));
            Assert.True(await made == 0, backup.Said);
            host.Kill();
        }

        long cut;
        using (var kept = new StoredState(safe.Of("friday")))
        {
            kept.IsSound();
            kept.HoldsExactly(cases.After(cut = kept.LastBatch));
        }
        await Does(restored, "restore", safe.Of("friday"));
        await Does(restored, "verify", safe.Of("friday"));

        var (again, feedsAgain, _) = await published.Serve(restored);
        await using (again)
        {
            Assert.Equal(cut, await sender.Checkpoint(feedsAgain));
            Assert.Null(await sender.Send(feedsAgain, cut + 1, Batches));
        }
        using var end = new StoredState(restored.Path);
        end.IsSound();
        end.HoldsExactly(cases.After(Batches));
    }

    private async Task Does(DataFolderOfTest folder, params string[] command)
    {
        await using var process = published.On(folder, command);
        Assert.True(await process.Ended() == 0, process.Said);
    }
}
