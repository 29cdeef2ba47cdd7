using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Host.Accounts;

/// <summary>A secret of one sender, for one feed and its source systems. Only a hash of it is kept. A sender whose key is replaced has two for a while.</summary>
internal sealed class FeedKey
{
    private const string Prefix = "feed_";

    public int Id { get; private set; }

    /// <summary>What people call the sender. Keys of one name are of one sender.</summary>
    public required string Name { get; init; }

    /// <summary>0 for the sender's first key, and one more for each that replaced it.</summary>
    public int Turn { get; init; }

    /// <summary>The module whose feed it may call.</summary>
    public required string Feed { get; init; }

    /// <summary>The source systems whose records it may send, one a line.</summary>
    public required string Sources { get; init; }

    /// <summary>SHA-256 of the secret: 32 random bytes need no slow hash.</summary>
    public required string Hash { get; init; }

    public DateTime IssuedAt { get; init; }

    /// <summary>The last day on which it is taken; null for a key that was issued before keys had one.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>When it was used last, to the minute.</summary>
    public DateTime? LastUsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public DateOnly EndsOn => EndOf(LastDay, IssuedAt);

    public IReadOnlyList<string> SourceList => Sources.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The last day of a key of which nothing else is said.</summary>
    public static DateOnly UsualLastDay(DateOnly today) => today.AddMonths(12);

    /// <summary>No key lasts longer than two years.</summary>
    public static DateOnly LatestLastDay(DateOnly today) => today.AddYears(2);

    public static (FeedKey Key, string Secret) Issue(string name, string feed, IReadOnlyCollection<string> sources, DateTime now, DateOnly lastDay)
    {
        var secret = NewSecret();
        return (new FeedKey { Name = name, Feed = feed, Sources = string.Join('\n', sources), Hash = HashOf(secret), IssuedAt = now, LastDay = lastDay }, secret);
    }

    /// <summary>Another secret of the same sender. This one goes on until <paramref name="until"/>, so that the sender need not stop.</summary>
    public (FeedKey Key, string Secret) Replace(DateTime now, DateOnly lastDay, DateOnly until)
    {
        var secret = NewSecret();
        LastDay = until < EndsOn ? until : EndsOn;
        return (new FeedKey { Name = Name, Turn = Turn + 1, Feed = Feed, Sources = Sources, Hash = HashOf(secret), IssuedAt = now, LastDay = lastDay }, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>From now on every call with this key is refused, and a stream that is open is told at its next batch.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;

    public bool IsLive(DateOnly today) => RevokedAt is null && today <= EndsOn;

    /// <summary>Why a key is not taken, in a sentence for the sender; null where it is. Whoever holds the secret may know.</summary>
    public static string? WhyNotTaken(DateTime? revokedAt, DateOnly? lastDay, DateTime issuedAt, DateOnly today)
    {
        if (revokedAt is { } revoked)
            return $"This feed key was revoked on {Say.Date(Day(revoked))}. Ask the suite's administrator for another.";
        var end = EndOf(lastDay, issuedAt);
        return today > end ? $"The last day of this feed key was {Say.Date(end)}. Ask the suite's administrator for another." : null;
    }

    /// <summary>A key that was issued before keys had a last day ends twelve months after its issue, like any other.</summary>
    private static DateOnly EndOf(DateOnly? lastDay, DateTime issuedAt) => lastDay ?? UsualLastDay(Day(issuedAt));

    private static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(BusinessClock.Local(utc));

    private static string NewSecret() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
