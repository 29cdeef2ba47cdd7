using System.Text.RegularExpressions;
using ImprovementSuite.Platform.People;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Platform.Feeds;

/// <summary>A system that sends records.</summary>
public sealed class FeedSource
{
    /// <summary>Look-up id in the fact tables.</summary>
    public int Id { get; private set; }

    /// <summary>The source system's name, as its credential says.</summary>
    public required string Name { get; init; }
}

/// <summary>Which source counts for a record type and period; any other source of the same records is only compared with it.</summary>
public sealed class SourceOfRecord
{
    /// <summary>Identifier.</summary>
    public int Id { get; private set; }

    /// <summary>Such as "referral".</summary>
    public required string RecordType { get; init; }

    /// <summary>The source that counts.</summary>
    public int SourceId { get; init; }

    /// <summary>For records whose day is this or later.</summary>
    public DateOnly From { get; init; }
}

/// <summary>One batch that was committed: the feed's ledger.</summary>
public sealed class FeedReceipt
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; private set; }

    /// <summary>Who sent it.</summary>
    public int SourceId { get; init; }

    /// <summary>The credential.</summary>
    public required string Client { get; init; }

    /// <summary>The sender's run of batches.</summary>
    public required string Stream { get; init; }

    /// <summary>Place in the stream.</summary>
    public long Sequence { get; init; }

    /// <summary>When it was committed, UTC, in business time.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>New or newer records.</summary>
    public int Accepted { get; init; }

    /// <summary>Records stored already.</summary>
    public int Duplicate { get; init; }

    /// <summary>Records older than what is stored.</summary>
    public int Stale { get; init; }

    /// <summary>Records of another source than the source of record.</summary>
    public int Reconciled { get; init; }

    /// <summary>Records that were not taken.</summary>
    public int Rejected { get; init; }
}

/// <summary>How far a stream is on disk without a gap.</summary>
public sealed class FeedCheckpoint
{
    /// <summary>Who sends.</summary>
    public int SourceId { get; init; }

    /// <summary>The sender's run of batches.</summary>
    public required string Stream { get; init; }

    /// <summary>This batch and all before it are on disk.</summary>
    public long Sequence { get; init; }

    /// <summary>When the stream's last batch came, UTC, in business time.</summary>
    public DateTime ReceivedAt { get; init; }
}

/// <summary>
/// One thing wrong with one record, kept until a corrected version of the record is accepted. One that never comes right is set aside by a
/// person: it is then no longer to be corrected, but stays, and a corrected version settles it all the same.
/// </summary>
public sealed partial class FeedRejection
{
    /// <summary>Order of arrival.</summary>
    public long Id { get; private set; }

    /// <summary>Who sent it.</summary>
    public int SourceId { get; init; }

    /// <summary>Such as "referral".</summary>
    public required string RecordType { get; init; }

    /// <summary>The source's identifier; where it gave none, the place in the stream.</summary>
    public required string RecordId { get; init; }

    /// <summary>The code's name.</summary>
    public required string Code { get; init; }

    /// <summary>The field.</summary>
    public required string Field { get; init; }

    /// <summary>What is wrong and what to do.</summary>
    public required string Sentence { get; init; }

    /// <summary>The record as it came, as JSON.</summary>
    public required string Record { get; init; }

    /// <summary>When it came, UTC, in business time.</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>When a corrected version was accepted; null while it is open.</summary>
    public DateTime? CorrectedAt { get; init; }

    /// <summary>When it was set aside, UTC, in business time; null while it is to be corrected.</summary>
    public DateTime? SetAsideAt { get; private set; }

    /// <summary>What people called whoever set it aside.</summary>
    public string? SetAsideBy { get; private set; }

    /// <summary>The reason.</summary>
    public string? SetAsideWhy { get; private set; }

    /// <summary>Whether a record gave no identifier and is called by its place.</summary>
    public static bool IsPlace(string recordId) => Place().IsMatch(recordId);

    [GeneratedRegex(@", batch \d+, record \d+$", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    /// <summary>It will never come right: nobody is asked to correct it any more.</summary>
    public void SetAside(Actor by, DateTime now, string why) => (SetAsideAt, SetAsideBy, SetAsideWhy) = (now, by.Name, why);

    /// <summary>It is to be corrected after all.</summary>
    public void PutBack() => (SetAsideAt, SetAsideBy, SetAsideWhy) = (null, null, null);
}

/// <summary>Adds the tables to a module's model.</summary>
public static class FeedTables
{
    /// <summary>feed_source, source_of_record, feed_receipt, feed_checkpoint and feed_rejection.</summary>
    public static void AddFeed(this ModelBuilder model)
    {
        model.Entity<FeedSource>(e => { e.ToTable("feed_source"); e.HasIndex(s => s.Name).IsUnique(); });
        model.Entity<SourceOfRecord>(e => { e.ToTable("source_of_record"); e.HasIndex(s => new { s.RecordType, s.From }).IsUnique(); });
        model.Entity<FeedReceipt>(e => { e.ToTable("feed_receipt"); e.HasIndex(r => r.ReceivedAt); e.HasIndex(r => new { r.SourceId, r.ReceivedAt }); });
        model.Entity<FeedCheckpoint>(e => { e.ToTable("feed_checkpoint"); e.HasKey(c => new { c.SourceId, c.Stream }); });
        model.Entity<FeedRejection>(e =>
        {
            e.ToTable("feed_rejection");
            e.HasIndex(r => new { r.SourceId, r.RecordType, r.RecordId });
            e.HasIndex(r => r.CorrectedAt);
            // The writer settles what a person may be setting aside at that moment.
            e.Property(r => r.CorrectedAt).IsConcurrencyToken();
            e.Property(r => r.SetAsideAt).IsConcurrencyToken();
        });
    }
}
