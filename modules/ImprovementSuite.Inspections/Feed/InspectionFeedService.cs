using Grpc.Core;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Inspections.Feed;

/// <summary>The gRPC door, and its HTTP/JSON twin. What it promises is written in inspection_feed.proto.</summary>
internal sealed class InspectionFeedService(InspectionRecordIntake intake, IHostApplicationLifetime lifetime) : InspectionFeed.InspectionFeedBase
{
    public override Task StreamBatches(IAsyncStreamReader<InspectionBatch> batches, IServerStreamWriter<Receipt> receipts, ServerCallContext context)
    {
        var client = FeedClient.Of(context.GetHttpContext().User);
        return FeedStream.Pump(batches, receipts, (batch, cancel) => Submit(client, batch, cancel), lifetime.ApplicationStopping, context.CancellationToken);
    }

    public override Task<Receipt> SubmitBatch(InspectionBatch batch, ServerCallContext context) =>
        Submit(FeedClient.Of(context.GetHttpContext().User), batch, context.CancellationToken);

    public override Task<Checkpoint> GetCheckpoint(CheckpointRequest request, ServerCallContext context) =>
        Task.FromResult(intake.CheckpointOf(FeedClient.Of(context.GetHttpContext().User), request));

    private Task<Receipt> Submit(FeedClient client, InspectionBatch batch, CancellationToken cancel) =>
        batch.CalculateSize() <= InspectionRecordIntake.MostBytes
            ? intake.Submit(client, batch.Header, batch.Records, cancel)
            : throw FeedErrors.TooMuch("BATCH_TOO_LARGE", $"The batch has {batch.CalculateSize():N0} bytes: {InspectionRecordIntake.MostBytes:N0} are the most. Send fewer records in a batch.");
}
