using Grpc.Core;
using ImprovementSuite.FeedAgent.Extracts;
using ImprovementSuite.Platform.Feeds.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>
/// One bidirectional stream with several batches under way. After a cut it connects again and first repeats the batches that have no
/// receipt: where only the receipt was lost, the suite finds them to be duplicates.
/// </summary>
internal sealed class BatchStream<TRecord, TBatch>(FeedCalls<TBatch> feed, Patience patience) where TBatch : class, IFeedBatch<TRecord>
{
    private const int MostUnderWay = 8;

    private readonly Queue<Batch<TBatch>> _underWay = new();
    private readonly SemaphoreSlim _room = new(MostUnderWay);

    public async Task Send(IEnumerable<Batch<TBatch>> batches, Action<Batch, Receipt> taken, CancellationToken stop)
    {
        using var rest = batches.GetEnumerator();
        for (var cuts = 0; ;)
        {
            try
            {
                await Connect(rest, (batch, receipt) => { cuts = 0; taken(batch, receipt); }, stop);
                return;
            }
            catch (RpcException cut) when (SuiteErrors.IsCut(cut) && cuts < patience.Tries && !stop.IsCancellationRequested)
            {
                await Task.Delay(patience.DelayAfter(cuts++), stop);
            }
        }
    }

    private async Task Connect(IEnumerator<Batch<TBatch>> rest, Action<Batch, Receipt> taken, CancellationToken stop)
    {
        using var call = feed.Stream(stop);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var receipts = TakeReceipts(call.ResponseStream, taken, over);
        try
        {
            foreach (var batch in Repeated())
                await call.RequestStream.WriteAsync(batch.Message, over.Token);
            while (await Next(rest, over.Token) is { } batch)
                await call.RequestStream.WriteAsync(batch.Message, over.Token);
            await call.RequestStream.CompleteAsync();
        }
        catch (ExtractException)
        {
            await LastReceipts(call, receipts);
            throw;
        }
        catch (Exception broken) when (broken is RpcException or IOException or InvalidOperationException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            // The answering side knows why the stream ended.
            await receipts;
            throw new RpcException(new Status(StatusCode.Unavailable, "The suite closed the stream early."));
        }
        await receipts;
        if (_underWay.Count > 0)
            throw new RpcException(new Status(StatusCode.Unavailable, "The suite closed the stream before it gave every receipt."));
    }

    private async Task TakeReceipts(IAsyncStreamReader<Receipt> answers, Action<Batch, Receipt> taken, CancellationTokenSource over)
    {
        try
        {
            await foreach (var receipt in answers.ReadAllAsync(over.Token))
            {
                Batch<TBatch> batch;
                lock (_underWay)
                    batch = _underWay.Dequeue();
                if (receipt.Sequence != batch.Message.Header.Sequence)
                    throw new SendFailedException(
                        $"The suite answered for batch {receipt.Sequence} where batch {batch.Message.Header.Sequence} was next. Nothing more was sent.");
                taken(batch, receipt);
                _room.Release();
            }
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    /// <summary>Where the file breaks off, what is under way still gets its receipts.</summary>
    private static async Task LastReceipts(AsyncDuplexStreamingCall<TBatch, Receipt> call, Task receipts)
    {
        try
        {
            await call.RequestStream.CompleteAsync();
            await receipts;
        }
        catch (Exception lost) when (lost is RpcException or IOException or InvalidOperationException)
        {
            // The broken file is what the person has to know; the next sending finds out where the suite stands.
        }
    }

    private Batch<TBatch>[] Repeated()
    {
        lock (_underWay)
            return [.. _underWay];
    }

    private async Task<Batch<TBatch>?> Next(IEnumerator<Batch<TBatch>> rest, CancellationToken over)
    {
        await _room.WaitAsync(over);
        if (!Read(rest))
        {
            _room.Release();
            return null;
        }
        lock (_underWay)
            _underWay.Enqueue(rest.Current);
        return rest.Current;
    }

    /// <summary>A disk that fails is no cut connection.</summary>
    private static bool Read(IEnumerator<Batch<TBatch>> rest)
    {
        try
        {
            return rest.MoveNext();
        }
        catch (IOException failed)
        {
            throw new ExtractException($"The file cannot be read any further: {failed.Message}", failed);
        }
    }
}
