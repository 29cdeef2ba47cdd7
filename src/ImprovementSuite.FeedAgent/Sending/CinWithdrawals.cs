using Google.Protobuf;
using Grpc.Core;
using ImprovementSuite.FeedAgent.Extracts;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>
/// What a return withdraws: records of its own year, by the day of referral, that an older return brought and this one has no more. Records of
/// other years, and those that a newer return brought, stay.
/// </summary>
internal sealed class CinWithdrawals(CaseFeed.CaseFeedClient feed, Metadata credentials, Patience patience)
{
    public async Task<IReadOnlyList<CaseBatch>> Of(CinReturn census, string source, CancellationToken stop)
    {
        var held = census.Rows().Select(row => row.Record!.Key.RecordId).ToHashSet();
        var dropped = (await patience.Try(() => Stored(census, source, stop), stop))
            .Where(stored => stored.Key.Version < census.Version && !held.Contains(stored.Key.RecordId))
            .Select(stored => ExtractRow<CaseRecord>.Of(0, Withdrawal(stored, census.Version)));
        return [.. Batches<CaseRecord, CaseBatch>.Of(dropped, source, $"{census.StreamName}-gone").Select(batch => batch.Message)];
    }

    private async Task<List<StoredRecord>> Stored(CinReturn census, string source, CancellationToken stop)
    {
        var request = new ListRecordsRequest
        {
            SourceSystem = source, From = census.WindowFrom.ToString("o"), To = census.ReferenceDate.ToString("o"),
        };
        using var call = feed.ListRecords(request, credentials, cancellationToken: stop);
        var stored = new List<StoredRecord>();
        await foreach (var record in call.ResponseStream.ReadAllAsync(stop))
            stored.Add(record);
        return stored;
    }

    private static CaseRecord Withdrawal(StoredRecord stored, long version)
    {
        var withdrawal = new CaseRecord { Key = new RecordKey { RecordId = stored.Key.RecordId, Version = version, Deleted = true } };
        var type = CaseRecord.Descriptor.Types().FirstOrDefault(field => field.Name == stored.RecordType)
            ?? throw new SendFailedException($"The suite holds a record of a type that this agent does not know ({stored.RecordType}): use a newer agent.");
        type.Accessor.SetValue(withdrawal, type.MessageType.Parser.ParseFrom(ByteString.Empty));
        return withdrawal;
    }
}
