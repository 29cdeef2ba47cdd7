using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Threading.RateLimiting;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Accounts;

/// <summary>
/// How fast senders may call. A sender has so many calls and batches a second and may save some up; the feed's own speed is far below that. Of
/// calls without a key that is taken an address has a few a minute, so that guessing is slow.
/// </summary>
internal sealed class FeedLimits : IDisposable
{
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> _senders;
    private readonly RefusalLimit _strangers;
    private readonly int _perSecond;
    private readonly ILogger<FeedLimits> _log;
    private long _warned;

    /// <summary>Hashes of keys that were taken since the start: whoever shares an address with a guesser is not kept out. As many as there are keys at most.</summary>
    private readonly ConcurrentDictionary<string, bool> _taken = new();

    public FeedLimits(FeedSpeeds speeds, ILogger<FeedLimits> log)
    {
        (_perSecond, _log) = (speeds.BatchesPerSecond, log);
        _senders = PartitionedRateLimiter.Create<string, string>(whose => RateLimitPartition.GetTokenBucketLimiter(whose, _ => new()
        {
            TokenLimit = Math.Max(speeds.BatchesAtOnce, speeds.BatchesPerSecond), TokensPerPeriod = speeds.BatchesPerSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), AutoReplenishment = false,
        }));
        _strangers = new RefusalLimit(speeds.RefusalsPerMinute);
    }

    /// <summary>Counts a call or a batch of a sender.</summary>
    /// <returns>How long it is to wait where it came too fast, with the sentence that says so.</returns>
    public (TimeSpan Wait, string Sentence)? TooFast(string sender)
    {
        using var lease = _senders.AttemptAcquire(sender);
        return lease.IsAcquired ? null : (
            lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1),
            $"{sender} sends more than {_perSecond:N0} calls or batches a second. Put more records into a batch (up to 500), or wait.");
    }

    /// <summary>Whether the address was refused too often for this key to be looked at.</summary>
    public bool IsKeptWaiting(IPAddress? address, string hash) =>
        !_taken.ContainsKey(hash) && _strangers.IsSpent(address);

    public void Taken(string hash) => _taken.TryAdd(hash, true);

    /// <summary>Counts a refusal.</summary>
    /// <returns>How long the address is to wait where there were too many.</returns>
    public TimeSpan? RefusedTooOften(IPAddress? address)
    {
        var wait = _strangers.Count(address);
        if (wait is not null && (_warned == 0 || Stopwatch.GetElapsedTime(_warned) > BetweenWarnings))
        {
            _warned = Stopwatch.GetTimestamp();
            _log.LogWarning("{Address} calls the feeds again and again without a key that is taken; it is made to wait.", address);
        }
        return wait;
    }

    public static string Seconds(TimeSpan wait) => $"{Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))}";

    public void Dispose()
    {
        _senders.Dispose();
        _strangers.Dispose();
    }
}

/// <summary>The settings of these limits.</summary>
/// <param name="BatchesPerSecond">Calls and batches of one sender.</param>
/// <param name="BatchesAtOnce">What a sender that was quiet may have saved up.</param>
/// <param name="RefusalsPerMinute">Calls of one address without a key that is taken.</param>
internal sealed record FeedSpeeds(int BatchesPerSecond, int BatchesAtOnce, int RefusalsPerMinute)
{
    /// <summary>Reads <c>Feeds:BatchesPerSecond</c> and the others.</summary>
    /// <exception cref="CannotStartException">One is no number of 1 or more.</exception>
    public static FeedSpeeds Read(IConfiguration settings) => new(
        Number(settings, nameof(BatchesPerSecond), 500), Number(settings, nameof(BatchesAtOnce), 2_000), Number(settings, nameof(RefusalsPerMinute), 30));

    private static int Number(IConfiguration settings, string name, int usual) => settings[$"Feeds:{name}"] switch
    {
        null => usual,
        var typed when int.TryParse(typed, out var number) && number > 0 => number,
        var typed => throw new CannotStartException($"The setting Feeds:{name} is \"{typed}\": give a number of 1 or more, or leave it out for {usual:N0}."),
    };
}
