using Google.Protobuf;
using Grpc.Core;
using ImprovementSuite.FeedAgent.Extracts;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>Sends a workbook as it is and hears how far the suite has read it. After a cut it is sent again from its beginning, which changes nothing.</summary>
internal sealed class AnnexASending(CaseFeed.CaseFeedClient feed, Metadata credentials, Patience patience)
{
    private const int ChunkSize = 64 << 10;

    public Task<AnnexASummary> Send(AnnexAWorkbook workbook, string source, Action<AnnexAProgress> progress, CancellationToken stop) =>
        patience.Try(() => SendOnce(workbook, source, progress, stop), stop);

    private async Task<AnnexASummary> SendOnce(AnnexAWorkbook workbook, string source, Action<AnnexAProgress> progress, CancellationToken stop)
    {
        using var call = feed.SendAnnexA(credentials, cancellationToken: stop);
        try
        {
            await call.RequestStream.WriteAsync(new() { Header = new() { SourceSystem = source, Name = workbook.Name, Size = workbook.Size } }, stop);
            await using var file = workbook.Content();
            var chunk = new byte[ChunkSize];
            for (int read; (read = await file.ReadAtLeastAsync(chunk, ChunkSize, throwOnEndOfStream: false, stop)) > 0;)
                await call.RequestStream.WriteAsync(new() { Content = ByteString.CopyFrom(chunk, 0, read) }, stop);
            await call.RequestStream.CompleteAsync();
        }
        catch (Exception broken) when (broken is RpcException or InvalidOperationException && !stop.IsCancellationRequested)
        {
            // The answering side knows why the stream ended.
        }
        AnnexASummary? summary = null;
        await foreach (var answer in call.ResponseStream.ReadAllAsync(stop))
        {
            progress(answer);
            summary = answer.Summary ?? summary;
        }
        return summary ?? throw new RpcException(new Status(StatusCode.Unavailable, "The suite closed the stream before it had read the workbook."));
    }
}
