using ImprovementSuite.FeedAgent.Extracts;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.FeedAgent.Sending;

/// <summary>Adds up what became of the records and lists the rejected ones. The file is read and receipts come in on different threads.</summary>
internal sealed class SendLedger(RejectedRows? rejected, Action<SendProgress>? progress)
{
    private readonly Lock _lock = new();
    private SendTally _tally = new();
    private Extract? _extract;
    private long _position;

    public SendTally Tally
    {
        get
        {
            lock (_lock)
                return _tally;
        }
    }

    public void Begin(Extract extract) => Change(() => (_extract, _position) = (extract, 0));

    public void End() => Change(() => _position = _extract!.Size);

    public void Read(long position) => _position = position;

    public void SentBefore(Batch batch) => Change(() => _tally = _tally with { SentBefore = _tally.SentBefore + batch.Count });

    public void Unreadable(IReadOnlyList<UnreadableRow> rows)
    {
        if (rows.Count == 0)
            return;
        Change(() =>
        {
            _tally = _tally with { Rejected = _tally.Rejected + rows.Count };
            foreach (var (row, problem) in rows)
                rejected?.Add(new RejectedRow(_extract!.Name, row, problem.RecordType, problem.RecordId, problem.Field, "UNREADABLE", problem.Sentence));
        });
    }

    public void Taken(Batch batch, Receipt receipt) => Change(() =>
    {
        _tally = Add(receipt) with { Accepted = _tally.Accepted + receipt.Accepted };
        foreach (var one in receipt.Rejections)
            List(one, one.Index >= 0 && one.Index < batch.Rows.Count ? batch.Rows[one.Index] : null);
    });

    /// <summary>The suite itself reads the file and says how much of it it has read, from 0 to 1.</summary>
    public void ReadThere(double share) => Change(() => _position = (long)(share * _extract!.Size));

    public void Taken(AnnexASummary summary) => Change(() =>
    {
        _tally = _tally with
        {
            Accepted = _tally.Accepted + summary.Accepted,
            Duplicate = _tally.Duplicate + summary.Duplicate,
            Stale = _tally.Stale + summary.Stale,
            Reconciled = _tally.Reconciled + summary.Reconciled,
            Rejected = _tally.Rejected + summary.Lists.Sum(list => list.Rejected),
            RejectedUnlisted = _tally.RejectedUnlisted + summary.RejectedUnlisted,
        };
        foreach (var one in summary.Rejections)
            rejected?.Add(new RejectedRow(
                _extract!.Name, one.Row > 0 ? one.Row : null, one.RecordType, one.RecordId, one.Column.Length > 0 ? $"{one.Sheet}, {one.Column}" : one.Sheet, "UNREADABLE", one.Sentence));
    });

    /// <summary>A withdrawal has no row in the file: it is about what the file has not.</summary>
    public void Withdrawn(Receipt receipt) => Change(() =>
    {
        _tally = Add(receipt) with { Withdrawn = _tally.Withdrawn + receipt.Accepted };
        foreach (var one in receipt.Rejections)
            List(one, null);
    });

    private SendTally Add(Receipt receipt) => _tally with
    {
        Duplicate = _tally.Duplicate + receipt.Duplicate,
        Stale = _tally.Stale + receipt.Stale,
        Reconciled = _tally.Reconciled + receipt.Reconciled,
        Rejected = _tally.Rejected + receipt.Rejected,
        RejectedUnlisted = _tally.RejectedUnlisted + receipt.Rejected - receipt.Rejections.Count,
    };

    private void List(Rejection one, int? row) => rejected?.Add(new RejectedRow(
        _extract!.Name, row, one.RecordType, one.RecordId, one.Field, RejectionCodes.Name(one.Code), one.Sentence));

    private void Change(Action change)
    {
        lock (_lock)
        {
            change();
            progress?.Invoke(new SendProgress(_extract!.Name, _extract.Size == 0 ? 1 : (double)_position / _extract.Size, _tally));
        }
    }
}
