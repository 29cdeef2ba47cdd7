using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.FeedAgent.Extracts;
using ImprovementSuite.FeedAgent.Sending;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Workforce.Feed.V1;

namespace ImprovementSuite.FeedAgent;

/// <summary>Sends extract files to the feeds of cases, of the workforce and of inspections of a suite.</summary>
/// <param name="suite">The address of the suite's feeds, such as http://localhost:5081.</param>
/// <param name="key">A feed key that the suite has given out.</param>
public sealed class CaseSender(Uri suite, string key)
{
    private readonly Metadata _credentials = new() { { "authorization", $"Bearer {key}" } };

    /// <summary>The source system to send as; where it is null each file goes under the one that such files usually come from.</summary>
    public string? Source { get; init; }

    /// <summary>Where the rejected rows are written with their reasons; null: nowhere.</summary>
    public string? RejectedPath { get; init; }

    /// <summary>Hears how far the sending is, after each receipt.</summary>
    public Action<SendProgress>? Progress { get; init; }

    /// <summary>Hears what a person should know and that stops nothing, such as a column that is left out.</summary>
    public Action<string>? Notice { get; init; }

    internal Patience Patience { get; init; } = Patience.Usual;

    /// <summary>Sends a file, or all .csv, .xml and .xlsx files of a folder, and says what became of the records.</summary>
    /// <exception cref="SendFailedException">A file cannot be read, or the suite refuses or is lost.</exception>
    public async Task<SendTally> Send(string path, CancellationToken stop = default)
    {
        using var rejected = RejectedPath is null ? null : new RejectedRows(RejectedPath);
        using var channel = GrpcChannel.ForAddress(suite);
        var feed = new CaseFeed.CaseFeedClient(channel);
        var ledger = new SendLedger(rejected, Progress);
        try
        {
            foreach (var extract in Extract.OpenAll(path))
                await (extract switch
                {
                    AnnexAWorkbook workbook => Send(workbook, feed, ledger, stop),
                    CinReturn census => Send(census, feed, ledger, stop),
                    RecordExtract<CaseRecord> cases => Send(cases, FeedCalls.Of(feed, _credentials), ledger, stop),
                    RecordExtract<WorkforceRecord> workforce => Send(workforce, FeedCalls.Of(new WorkforceFeed.WorkforceFeedClient(channel), _credentials), ledger, stop),
                    RecordExtract<InspectionRecord> inspections => Send(inspections, FeedCalls.Of(new InspectionFeed.InspectionFeedClient(channel), _credentials), ledger, stop),
                    _ => throw new InvalidOperationException($"{extract.Name} is of no feed."),
                });
            return ledger.Tally;
        }
        catch (ExtractException unreadable)
        {
            throw new SendFailedException(unreadable.Message, unreadable);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new SendFailedException($"A file cannot be read or written: {unreadable.Message}", unreadable);
        }
        catch (RpcException error)
        {
            stop.ThrowIfCancellationRequested();
            throw SuiteErrors.Refused(error, suite);
        }
    }

    private async Task Send(AnnexAWorkbook workbook, CaseFeed.CaseFeedClient feed, SendLedger ledger, CancellationToken stop)
    {
        ledger.Begin(workbook);
        var sending = new AnnexASending(feed, _credentials, Patience);
        var summary = await sending.Send(workbook, Source ?? workbook.UsualSource, now => ledger.ReadThere(now.Share), stop);
        ledger.Taken(summary);
        ledger.End();
        foreach (var list in summary.Lists.Where(list => list.MissingHeadings.Count + list.UnknownHeadings.Count > 0))
            Notice?.Invoke($"List {list.List} of {workbook.Name}: {Headings("missing", list.MissingHeadings)}{(list.MissingHeadings.Count > 0 && list.UnknownHeadings.Count > 0 ? "; " : "")}{Headings("not known", list.UnknownHeadings)}.");

        static string Headings(string what, IReadOnlyCollection<string> headings) =>
            headings.Count == 0 ? "" : $"{(headings.Count == 1 ? "a heading is" : "headings are")} {what} ({string.Join("; ", headings)})";
    }

    private async Task Send(CinReturn census, CaseFeed.CaseFeedClient feed, SendLedger ledger, CancellationToken stop)
    {
        var unreadable = await Send(census, FeedCalls.Of(feed, _credentials), ledger, stop);
        await Withdraw(census, Source ?? census.UsualSource, unreadable, feed, ledger, stop);
    }

    /// <returns>How many rows make no record.</returns>
    private async Task<int> Send<TRecord, TBatch>(RecordExtract<TRecord> extract, FeedCalls<TBatch> feed, SendLedger ledger, CancellationToken stop)
        where TRecord : class, IFeedRecord where TBatch : class, IFeedBatch<TRecord>, new()
    {
        var source = Source ?? extract.UsualSource;
        if (extract.Notice is { } notice)
            Notice?.Invoke(notice);
        ledger.Begin(extract);
        var before = await SentBefore(extract, source, feed, stop);
        var unreadable = 0;
        await new BatchStream<TRecord, TBatch>(feed, Patience).Send(ToSend(), ledger.Taken, stop);
        ledger.End();
        return unreadable;

        IEnumerable<Batch<TBatch>> ToSend()
        {
            foreach (var batch in Batches<TRecord, TBatch>.Of(extract.Rows(ledger.Read), source, extract.StreamName))
            {
                unreadable += batch.Unreadable.Count;
                ledger.Unreadable(batch.Unreadable);
                if (batch.Message.Header.Sequence <= before)
                    ledger.SentBefore(batch);
                else if (batch.Count > 0)
                    yield return batch;
            }
        }
    }

    /// <summary>
    /// The last batch that need not be sent again. A file that the suite has from end to end is sent once more as a whole, so that the suite
    /// says what it makes of it today.
    /// </summary>
    private async Task<long> SentBefore<TRecord, TBatch>(RecordExtract<TRecord> extract, string source, FeedCalls<TBatch> feed, CancellationToken stop)
        where TRecord : class, IFeedRecord where TBatch : class, IFeedBatch<TRecord>, new()
    {
        var request = new CheckpointRequest { SourceSystem = source, Stream = extract.StreamName };
        var checkpoint = await Patience.Try(() => feed.Checkpoint(request, stop), stop);
        if (checkpoint.Sequence == 0)
            return 0;
        var goesOn = Batches<TRecord, TBatch>.Of(extract.Rows(), source, extract.StreamName)
            .Any(batch => batch.Message.Header.Sequence > checkpoint.Sequence && batch.Count > 0);
        return goesOn ? checkpoint.Sequence : 0;
    }

    private async Task Withdraw(
        CinReturn census, string source, int unreadable, CaseFeed.CaseFeedClient feed, SendLedger ledger, CancellationToken stop)
    {
        if (unreadable > 0)
        {
            // A row that cannot be read may be the very one that would be withdrawn.
            Notice?.Invoke($"Nothing is withdrawn for {census.Name}, because {unreadable} of its records could not be read.");
            return;
        }
        var withdrawals = new CinWithdrawals(feed, _credentials, Patience);
        foreach (var batch in await withdrawals.Of(census, source, stop))
            ledger.Withdrawn(await Patience.Try(() => feed.SubmitBatchAsync(batch, _credentials, cancellationToken: stop).ResponseAsync, stop));
    }
}
