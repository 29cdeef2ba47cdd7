using Grpc.Core;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.AnnexA.Importing;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.Feed;

/// <summary>The gRPC door, and its HTTP/JSON twin. What it promises is written in case_feed.proto.</summary>
internal sealed class CaseFeedService(CaseRecordIntake intake, AnnexADoor annexA, ModuleDatabase<SocialCareDb> database, IHostApplicationLifetime lifetime) : CaseFeed.CaseFeedBase
{
    public override Task StreamBatches(IAsyncStreamReader<CaseBatch> batches, IServerStreamWriter<Receipt> receipts, ServerCallContext context)
    {
        var client = FeedClient.Of(context.GetHttpContext().User);
        return FeedStream.Pump(batches, receipts, (batch, cancel) => Submit(client, batch, cancel), lifetime.ApplicationStopping, context.CancellationToken);
    }

    public override Task<Receipt> SubmitBatch(CaseBatch batch, ServerCallContext context) =>
        Submit(FeedClient.Of(context.GetHttpContext().User), batch, context.CancellationToken);

    public override Task<Checkpoint> GetCheckpoint(CheckpointRequest request, ServerCallContext context) =>
        Task.FromResult(intake.CheckpointOf(FeedClient.Of(context.GetHttpContext().User), request));

    public override async Task ListRecords(ListRecordsRequest request, IServerStreamWriter<StoredRecord> records, ServerCallContext context)
    {
        var source = FeedClient.Of(context.GetHttpContext().User).SourceFor(request.SourceSystem);
        var (from, to) = (Day("from", request.From), Day("to", request.To));
        foreach (var record in database.Read(connection => StoredRecords.Of(connection, source, from, to)))
            await records.WriteAsync(record, context.CancellationToken);
    }

    public override async Task SendAnnexA(IAsyncStreamReader<AnnexAChunk> chunks, IServerStreamWriter<AnnexAProgress> answers, ServerCallContext context)
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        await annexA.Take(FeedClient.Of(context.GetHttpContext().User), chunks, answers, cancel.Token);
    }

    private static DateOnly Day(string field, string text) =>
        IsoDay.Read(text) ?? throw FeedErrors.Invalid(field, $"{field} is \"{text}\", which is no day of the calendar: write it as yyyy-mm-dd.");

    private Task<Receipt> Submit(FeedClient client, CaseBatch batch, CancellationToken cancel) =>
        batch.CalculateSize() <= CaseRecordIntake.MostBytes
            ? intake.Submit(client, batch.Header, batch.Records, cancel)
            : throw FeedErrors.TooMuch("BATCH_TOO_LARGE", $"The batch has {batch.CalculateSize():N0} bytes: {CaseRecordIntake.MostBytes:N0} are the most. Send fewer records in a batch.");
}
