using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ImprovementSuite.Host.Accounts;

/// <summary>The credential of one sender, for one feed and its source systems. Only a hash of the secret is kept.</summary>
internal sealed class FeedKey
{
    private const string Prefix = "feed_";

    public int Id { get; private set; }

    /// <summary>What people call the sender.</summary>
    public required string Name { get; init; }

    /// <summary>The module whose feed it may call.</summary>
    public required string Feed { get; init; }

    /// <summary>The source systems whose records it may send, one a line.</summary>
    public required string Sources { get; init; }

    /// <summary>SHA-256 of the secret: 32 random bytes need no slow hash.</summary>
    public required string Hash { get; init; }

    public DateTime IssuedAt { get; init; }

    public DateTime? RevokedAt { get; private set; }

    public IReadOnlyList<string> SourceList => Sources.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static (FeedKey Key, string Secret) Issue(string name, string feed, IReadOnlyCollection<string> sources, DateTime now)
    {
        var secret = Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (new FeedKey { Name = name, Feed = feed, Sources = string.Join('\n', sources), Hash = HashOf(secret), IssuedAt = now }, secret);
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>From now on every call with this key is refused.</summary>
    public void Revoke(DateTime now) => RevokedAt ??= now;
}
