using System.Threading.Channels;
using Grpc.Core;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>One bidirectional stream: several batches under way, receipts in order.</summary>
public static class FeedStream
{
    private const int UnderWay = 8;

    /// <summary>
    /// Reads batches, submits each at once and answers in their order. The first batch that cannot be kept ends the stream with its error.
    /// When the suite is <paramref name="stopping"/>, what was read gets its receipts and the sender is told to come back: a stream has no
    /// end of its own that the suite could wait for.
    /// </summary>
    public static async Task Pump<TBatch>(
        IAsyncStreamReader<TBatch> batches, IServerStreamWriter<Receipt> receipts, Func<TBatch, CancellationToken, Task<Receipt>> submit, CancellationToken stopping,
        CancellationToken cancel)
    {
        // Submitting keeps its order: a batch enters the intake's queue before the next one is read.
        var pending = Channel.CreateBounded<Task<Receipt>>(UnderWay);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var reading = Read();
        try
        {
            await foreach (var receipt in pending.Reader.ReadAllAsync(cancel))
                await receipts.WriteAsync(await receipt, cancel);
            await reading;
        }
        finally
        {
            await ended.CancelAsync();
        }

        async Task Read()
        {
            using var lastRead = CancellationTokenSource.CreateLinkedTokenSource(ended.Token, stopping);
            try
            {
                await foreach (var batch in batches.ReadAllAsync(lastRead.Token))
                    await pending.Writer.WriteAsync(submit(batch, ended.Token), ended.Token);
                pending.Writer.Complete();
            }
            catch (OperationCanceledException stop) when (stopping.IsCancellationRequested)
            {
                pending.Writer.Complete(FeedErrors.NotKept(stop));
            }
            catch (Exception failure)
            {
                pending.Writer.Complete(failure);
            }
        }
    }
}
