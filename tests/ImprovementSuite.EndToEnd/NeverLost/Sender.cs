using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>Sends the case system's batches and remembers for which of them it holds a receipt.</summary>
internal sealed class Sender(CaseSystem cases, string key)
{
    private readonly Metadata _credentials = new() { { "authorization", $"Bearer {key}" } };
    private long _sent;
    private long _acknowledged;

    /// <summary>The last batch that was given to the connection.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>The last batch with a receipt; all before it have one too.</summary>
    public long Acknowledged => Interlocked.Read(ref _acknowledged);

    /// <summary>Where the suite says that the stream stands.</summary>
    public async Task<long> Checkpoint(Uri feeds)
    {
        using var channel = GrpcChannel.ForAddress(feeds);
        var request = new CheckpointRequest { Stream = cases.Batches[0].Header.Stream };
        return (await new CaseFeed.CaseFeedClient(channel).GetCheckpointAsync(request, _credentials)).Sequence;
    }

    /// <summary>Streams these batches, both included.</summary>
    /// <returns>Null when all have their receipt, else how the stream was cut.</returns>
    public async Task<RpcException?> Send(Uri feeds, long from, long to)
    {
        using var channel = GrpcChannel.ForAddress(feeds);
        using var call = new CaseFeed.CaseFeedClient(channel).StreamBatches(_credentials);
        var receipts = TakeReceipts(call.ResponseStream, from);
        try
        {
            for (var sequence = from; sequence <= to; sequence++)
            {
                Raise(ref _sent, sequence);
                await call.RequestStream.WriteAsync(cases.Batches[(int)sequence - 1]);
            }
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception cut) when (cut is RpcException or IOException or InvalidOperationException)
        {
            // The answering side says how it ended.
        }
        try
        {
            Assert.Equal(to, await receipts);
            return null;
        }
        catch (RpcException cut)
        {
            return cut;
        }
    }

    private async Task<long> TakeReceipts(IAsyncStreamReader<Receipt> receipts, long next)
    {
        await foreach (var receipt in receipts.ReadAllAsync())
        {
            Assert.Equal(next, receipt.Sequence);
            Assert.Equal(cases.Batches[(int)next - 1].Records.Count, receipt.Accepted + receipt.Duplicate + receipt.Stale);
            Raise(ref _acknowledged, next++);
        }
        return next - 1;
    }

    /// <summary>A batch that is repeated takes nothing back.</summary>
    private static void Raise(ref long mark, long to) => Interlocked.Exchange(ref mark, Math.Max(Interlocked.Read(ref mark), to));
}
