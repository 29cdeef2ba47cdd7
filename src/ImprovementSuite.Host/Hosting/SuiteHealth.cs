using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ImprovementSuite.Host.Hosting;

/// <summary>How one module stands.</summary>
/// <param name="StaleDays">Days that wait to be counted again.</param>
/// <param name="Undelivered">Messages that wait for a subscriber.</param>
/// <param name="Failing">Those of them that a subscriber did not take.</param>
/// <param name="LastError">Why the latest of these failed.</param>
internal sealed record ModuleHealth(string Module, long StaleDays, long Undelivered, long Failing, string? LastError);

/// <summary>Something that a person must see to, asked for anew each time; null where it is well.</summary>
internal sealed record HealthConcern(Func<string?> Sentence);

/// <summary>Whether the suite can do its work: every database answers, no message has long been refused, and nobody has a concern.</summary>
internal sealed class SuiteHealth(IEnumerable<ModuleDatabase> databases, IEnumerable<Recalculator> recalculators, IEnumerable<HealthConcern> concerns, BusinessClock clock) : IHealthCheck
{
    private static readonly TimeSpan LongRefused = TimeSpan.FromMinutes(5);

    public IReadOnlyList<ModuleHealth> Modules() => [.. databases.Select(database => database.Read(connection => new ModuleHealth(
        database.Name,
        recalculators.Any(r => r.Module == database.Name) ? connection.Scalar<long>("SELECT COUNT(*) FROM stale_day") : 0,
        connection.Scalar<long>("SELECT COUNT(*) FROM outgoing_message"),
        connection.Scalar<long>("SELECT COUNT(*) FROM outgoing_message WHERE Attempts > 0"),
        connection.Scalar<string>("SELECT LastError FROM outgoing_message WHERE Attempts > 0 ORDER BY NextAttempt DESC LIMIT 1"))))];

    public IReadOnlyList<string> Concerns() => [.. concerns.Select(concern => concern.Sentence()).OfType<string>()];

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancel = default)
    {
        var old = SqliteCommands.ToMilliseconds(clock.Now - LongRefused);
        var refused = databases.Where(database => database.Read(connection =>
            connection.Scalar<long>("SELECT COUNT(*) FROM outgoing_message WHERE Attempts > 0 AND Created < $1", old) > 0)).Select(d => d.Name).ToList();
        var sentences = Concerns().ToList();
        if (refused.Count > 0)
            sentences.Add($"Messages of {string.Join(", ", refused)} are not taken by every subscriber.");
        return Task.FromResult(sentences.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(string.Join(' ', sentences)));
    }
}
