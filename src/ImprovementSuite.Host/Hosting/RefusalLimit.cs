using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Of tries that fail an address has a few a minute, so that guessing is slow whoever's key or password is guessed.</summary>
internal sealed class RefusalLimit(int perMinute) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _tries = PartitionedRateLimiter.Create<string, string>(whose => RateLimitPartition.GetTokenBucketLimiter(
        whose, _ => new() { TokenLimit = perMinute, TokensPerPeriod = perMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), AutoReplenishment = false }));

    /// <summary>Whether the address has failed too often for another try to be looked at.</summary>
    public bool IsSpent(IPAddress? address) => _tries.GetStatistics(Network(address)) is { CurrentAvailablePermits: < 1 };

    /// <summary>Counts a try that failed.</summary>
    /// <returns>How long the address is to wait where there were too many.</returns>
    public TimeSpan? Count(IPAddress? address)
    {
        using var lease = _tries.AttemptAcquire(Network(address));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait : TimeSpan.FromSeconds(1);
    }

    public void Dispose() => _tries.Dispose();

    /// <summary>Whoever has one IPv6 address has the 2^64 beside it.</summary>
    public static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.ToString(),
    };
}
