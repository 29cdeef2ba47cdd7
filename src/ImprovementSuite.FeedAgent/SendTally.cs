namespace ImprovementSuite.FeedAgent;

/// <summary>What became of the records, added up from the suite's receipts.</summary>
public sealed record SendTally
{
    /// <summary>New, or newer than what the suite had.</summary>
    public long Accepted { get; init; }

    /// <summary>The suite has this very version.</summary>
    public long Duplicate { get; init; }

    /// <summary>The suite has a newer version.</summary>
    public long Stale { get; init; }

    /// <summary>Compared with another source system, which is the source of record.</summary>
    public long Reconciled { get; init; }

    /// <summary>Not taken, for a reason given with each; rows that make no record are among them.</summary>
    public long Rejected { get; init; }

    /// <summary>Rejected, with the reason on the suite's Feeds page only: a receipt carries the first 50 of a batch.</summary>
    public long RejectedUnlisted { get; init; }

    /// <summary>Records of an older return that a newer one has dropped.</summary>
    public long Withdrawn { get; init; }

    /// <summary>On the suite's disk since an earlier sending that was cut off.</summary>
    public long SentBefore { get; init; }

    /// <summary>All records that have been answered for.</summary>
    public long Total => Accepted + Duplicate + Stale + Reconciled + Rejected + Withdrawn + SentBefore;
}

/// <summary>How far a sending is: the file, how much of it (0 to 1), and the tally over all files so far.</summary>
public sealed record SendProgress(string File, double Share, SendTally Tally);
