using System.Collections.Concurrent;
using System.Diagnostics;
using Hangfire;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Operations;
using ImprovementSuite.Platform.Storage;
using Microsoft.Extensions.Logging;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>The background work of a module: bring its values up to date, then take its messages to their subscribers.</summary>
public sealed class ModuleWork(
    IEnumerable<Recalculator> recalculators, IEnumerable<ModuleDatabase> databases, Courier courier, Doorbell doorbell, Pace pace, ILogger<ModuleWork> log)
{
    /// <summary>Does what waits in one module. Hangfire does not repeat a failure: the next ring or sweep does.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task Run(string module, CancellationToken cancel)
    {
        await pace.Wait(module, cancel);
        doorbell.Answer(module);
        if (recalculators.FirstOrDefault(r => r.Module == module) is { } recalculator)
            Recalculate(recalculator);
        await courier.Deliver(databases.First(d => d.Name == module), cancel);
    }

    private void Recalculate(Recalculator recalculator)
    {
        using var trace = Telemetry.Traces.StartActivity("recalculation");
        trace?.SetTag("module", recalculator.Module);
        var started = Stopwatch.GetTimestamp();
        var changed = recalculator.Run();
        var time = Stopwatch.GetElapsedTime(started);
        trace?.SetTag("values", changed);
        Telemetry.Recalculated(recalculator.Module, time);
        pace.Took(recalculator.Module, time);
    }

    /// <summary>Counts everything in one module anew.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task RunAll(string module, CancellationToken cancel)
    {
        recalculators.First(r => r.Module == module).Run(everything: true);
        await courier.Deliver(databases.First(d => d.Name == module), cancel);
    }

    /// <summary>Finds what a crash, a failure or the turn of the day left in any module. Hangfire calls it every minute.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task Sweep(CancellationToken cancel)
    {
        foreach (var database in databases)
        {
            try
            {
                await Run(database.Name, cancel);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // One module's trouble must not keep the others from their work.
                Telemetry.JobFailed($"{nameof(ModuleWork)}.{nameof(Run)}");
                log.LogError(failure, "The background work of {Module} failed; it is tried again in a minute.", database.Name);
            }
        }
    }
}

/// <summary>
/// While records stream in, recalculation takes at most about a quarter of the time, so that the feed is not held up by its own figures.
/// When the stream pauses, the figures follow at once.
/// </summary>
public sealed class Pace
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>No batch for this long: the stream has paused.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(40);

    private readonly ConcurrentDictionary<string, long> _notBefore = new();
    private readonly ConcurrentDictionary<string, long> _lastBatch = new();

    /// <summary>A batch has come.</summary>
    internal void Busy(string module) => _lastBatch[module] = Stopwatch.GetTimestamp();

    internal async Task Wait(string module, CancellationToken cancel)
    {
        while (Remaining(module) is { } pause && pause > TimeSpan.Zero)
            await Task.Delay(pause, cancel);
    }

    internal void Took(string module, TimeSpan time)
    {
        var pause = time * 3 < LongestPause ? time * 3 : LongestPause;
        _notBefore[module] = Stopwatch.GetTimestamp() + (long)(pause.TotalSeconds * Stopwatch.Frequency);
    }

    private TimeSpan? Remaining(string module)
    {
        if (!_notBefore.TryGetValue(module, out var until) || !_lastBatch.TryGetValue(module, out var batch))
            return null;
        var toPace = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), until);
        var toQuiet = Quiet - Stopwatch.GetElapsedTime(batch);
        return toPace < toQuiet ? toPace : toQuiet;
    }
}
