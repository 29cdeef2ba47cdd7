using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Threading.RateLimiting;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Accounts;

/// <summary>
/// How fast senders may call. A sender has so many calls and batches a second and may save some up; the feed's own speed is far below that. Of
/// calls without a key that is taken an address has a few a minute, so that guessing is slow. And how many calls may be open at once, because an
/// open call holds memory, whether it sends or not.
/// </summary>
internal sealed class FeedLimits : IDisposable
{
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);
    private const int MostRemembered = 500;

    private readonly PartitionedRateLimiter<string> _senders;
    private readonly RefusalLimit _strangers;
    private readonly PartitionedRateLimiter<string> _openOfSenders;
    private readonly PartitionedRateLimiter<string> _openOfStrangers;
    private readonly FeedSpeeds _speeds;
    private readonly ILogger<FeedLimits> _log;

    /// <summary>When it was last said of whom.</summary>
    private readonly ConcurrentDictionary<string, long> _warned = new();

    /// <summary>Hashes of keys that were taken since the start: whoever shares an address with a guesser is not kept out. As many as there are keys at most.</summary>
    private readonly ConcurrentDictionary<string, bool> _taken = new();

    public FeedLimits(FeedSpeeds speeds, ILogger<FeedLimits> log)
    {
        (_speeds, _log) = (speeds, log);
        _senders = Buckets(speeds.BatchesAtOnce, speeds.BatchesPerSecond, TimeSpan.FromSeconds(1));
        _strangers = new RefusalLimit(speeds.RefusalsPerMinute);
        _openOfSenders = Places(speeds.CallsAtOnce);
        _openOfStrangers = Places(speeds.CallsAtOnce);
    }

    /// <summary>For how long a stream may send nothing.</summary>
    public TimeSpan Idle => TimeSpan.FromSeconds(_speeds.IdleSeconds);

    /// <summary>Takes one of the places for open calls of a sender or, where there is none, of an address; it is free again when it is disposed of.</summary>
    /// <returns>Null, and the sentence that says so, where all are taken.</returns>
    public RateLimitLease? Enter(string? sender, IPAddress? address, out string sentence)
    {
        sentence = "";
        var place = sender is null ? _openOfStrangers.AttemptAcquire(RefusalLimit.Network(address)) : _openOfSenders.AttemptAcquire(sender);
        if (place.IsAcquired)
            return place;
        place.Dispose();
        sentence = $"{sender ?? "This address"} has {_speeds.CallsAtOnce:N0} calls open, which is the most at once. End one, or send over one stream, and call again.";
        if (IsNews($"open {sender ?? RefusalLimit.Network(address)}"))
            _log.LogWarning("{Sender} has {Most} calls to the feeds open; more are refused.", sender ?? $"{address}", _speeds.CallsAtOnce);
        return null;
    }

    /// <summary>Counts a call or a batch of a sender.</summary>
    /// <returns>How long it is to wait where it came too fast, with the sentence that says so.</returns>
    public (TimeSpan Wait, string Sentence)? TooFast(string sender)
    {
        if (Wait(_senders, sender) is not { } wait)
            return null;
        if (IsNews($"fast {sender}"))
            _log.LogWarning("{Sender} sends more than {Most} calls or batches a second; it is made to wait.", sender, _speeds.BatchesPerSecond);
        return (wait, $"{sender} sends more than {_speeds.BatchesPerSecond:N0} calls or batches a second. Put more records into a batch (up to 500), or wait.");
    }

    /// <summary>A message came that is none of what the method takes.</summary>
    public void Unreadable(string? sender, IPAddress? address, string method)
    {
        if (IsNews($"unreadable {sender ?? RefusalLimit.Network(address)}"))
            _log.LogWarning("{Sender} sends to {Method} what cannot be read as its messages, or is too large; it is refused.", sender ?? $"{address}", method);
    }

    public void Ended(string sender)
    {
        if (IsNews($"idle {sender}"))
            _log.LogWarning("{Sender} held a stream open and sent nothing whole for {Seconds} seconds; it was ended.", sender, _speeds.IdleSeconds);
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
        // Said of one address for all, so that many addresses do not fill the log.
        if (wait is not null && IsNews("refused"))
            _log.LogWarning("{Address} calls the feeds again and again without a key that is taken; it is made to wait.", address);
        return wait;
    }

    public static string Seconds(TimeSpan wait) => $"{Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds))}";

    public void Dispose()
    {
        _senders.Dispose();
        _strangers.Dispose();
        _openOfSenders.Dispose();
        _openOfStrangers.Dispose();
    }

    /// <summary>What goes on is said once a minute. Of more than a few hundred nothing is remembered: it is said anew rather than kept.</summary>
    private bool IsNews(string what)
    {
        var now = Stopwatch.GetTimestamp();
        if (_warned.Count > MostRemembered)
            _warned.Clear();
        return _warned.TryGetValue(what, out var before)
            ? Stopwatch.GetElapsedTime(before, now) > BetweenWarnings && _warned.TryUpdate(what, now, before)
            : _warned.TryAdd(what, now);
    }

    private static TimeSpan? Wait(PartitionedRateLimiter<string> buckets, string whose)
    {
        using var lease = buckets.AttemptAcquire(whose);
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    private static PartitionedRateLimiter<string> Buckets(int most, int each, TimeSpan period) => PartitionedRateLimiter.Create<string, string>(whose =>
        RateLimitPartition.GetTokenBucketLimiter(whose, _ => new() { TokenLimit = Math.Max(most, each), TokensPerPeriod = each, ReplenishmentPeriod = period, AutoReplenishment = false }));

    private static PartitionedRateLimiter<string> Places(int most) => PartitionedRateLimiter.Create<string, string>(whose =>
        RateLimitPartition.GetConcurrencyLimiter(whose, _ => new() { PermitLimit = most, QueueLimit = 0 }));
}

/// <summary>The settings of these limits.</summary>
/// <param name="BatchesPerSecond">Calls and batches of one sender.</param>
/// <param name="BatchesAtOnce">What a sender that was quiet may have saved up.</param>
/// <param name="RefusalsPerMinute">Calls of one address without a key that is taken.</param>
/// <param name="CallsAtOnce">Calls that one sender, or one address without a key, may have open.</param>
/// <param name="IdleSeconds">For how long a stream may send nothing whole.</param>
internal sealed record FeedSpeeds(int BatchesPerSecond, int BatchesAtOnce, int RefusalsPerMinute, int CallsAtOnce, int IdleSeconds)
{
    /// <summary>Reads <c>Feeds:BatchesPerSecond</c> and the others.</summary>
    /// <exception cref="CannotStartException">One is no number of 1 or more.</exception>
    public static FeedSpeeds Read(IConfiguration settings) => new(
        Number(settings, nameof(BatchesPerSecond), 500), Number(settings, nameof(BatchesAtOnce), 2_000), Number(settings, nameof(RefusalsPerMinute), 30),
        Number(settings, nameof(CallsAtOnce), 50), Number(settings, nameof(IdleSeconds), 300));

    private static int Number(IConfiguration settings, string name, int usual) => settings[$"Feeds:{name}"] switch
    {
        null => usual,
        var typed when int.TryParse(typed, out var number) && number > 0 => number,
        var typed => throw new CannotStartException($"The setting Feeds:{name} is \"{typed}\": give a number of 1 or more, or leave it out for {usual:N0}."),
    };
}
