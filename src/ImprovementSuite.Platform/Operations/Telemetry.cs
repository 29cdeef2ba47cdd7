using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ImprovementSuite.Platform.Operations;

/// <summary>
/// What the suite counts and times for those who run it. Nobody listens unless the host is told where to, and then it costs nothing. Tags are
/// names of modules, feeds, senders and jobs: never a reference, a person or anything of a record.
/// </summary>
public static class Telemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "ImprovementSuite";

    /// <summary>Traces: a batch, a recalculation, a job.</summary>
    public static readonly ActivitySource Traces = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Records = Meter.CreateCounter<long>("suite.feed.records", "{record}", "Records of batches that were kept, by what became of them");

    private static readonly Histogram<double> Batches = Meter.CreateHistogram<double>("suite.feed.batch.duration", "s", "From the start of a batch's transaction to its commit");

    private static readonly Histogram<double> Recalculations = Meter.CreateHistogram<double>("suite.recalculation.duration", "s", "One recalculation of a module, where something was to be counted or not");

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>("suite.job.failures", "{failure}", "Background jobs that failed");

    /// <summary>A batch was kept. Counted once a batch, not once a record.</summary>
    public static void Kept(string feed, string client, long started, ReadOnlySpan<(string Outcome, int Records)> records)
    {
        if (Batches.Enabled)
            Batches.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>("feed", feed));
        if (!Records.Enabled)
            return;
        foreach (var (outcome, count) in records)
            if (count > 0)
                Records.Add(count, new("feed", feed), new("client", client), new("outcome", outcome));
    }

    /// <summary>A module's recalculation has ended.</summary>
    public static void Recalculated(string module, TimeSpan time) => Recalculations.Record(time.TotalSeconds, new KeyValuePair<string, object?>("module", module));

    /// <summary>A background job has failed.</summary>
    public static void JobFailed(string job) => Failures.Add(1, new KeyValuePair<string, object?>("job", job));
}
