using Grpc.Core;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>The calls of a feed that every feed has.</summary>
/// <param name="Stream">Batches in, receipts out.</param>
/// <param name="Checkpoint">How far a stream of batches is on disk.</param>
internal sealed record FeedCalls<TBatch>(
    Func<CancellationToken, AsyncDuplexStreamingCall<TBatch, Receipt>> Stream, Func<CheckpointRequest, CancellationToken, Task<Checkpoint>> Checkpoint) where TBatch : class;

internal static class FeedCalls
{
    public static FeedCalls<CaseBatch> Of(CaseFeed.CaseFeedClient feed, Metadata credentials) => new(
        stop => feed.StreamBatches(credentials, cancellationToken: stop), (request, stop) => feed.GetCheckpointAsync(request, credentials, cancellationToken: stop).ResponseAsync);

    public static FeedCalls<WorkforceBatch> Of(WorkforceFeed.WorkforceFeedClient feed, Metadata credentials) => new(
        stop => feed.StreamBatches(credentials, cancellationToken: stop), (request, stop) => feed.GetCheckpointAsync(request, credentials, cancellationToken: stop).ResponseAsync);

    public static FeedCalls<InspectionBatch> Of(InspectionFeed.InspectionFeedClient feed, Metadata credentials) => new(
        stop => feed.StreamBatches(credentials, cancellationToken: stop), (request, stop) => feed.GetCheckpointAsync(request, credentials, cancellationToken: stop).ResponseAsync);
}
