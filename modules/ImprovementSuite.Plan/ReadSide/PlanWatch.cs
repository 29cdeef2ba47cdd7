using Grpc.Core;
using ImprovementSuite.Plan.Snapshots;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Plan.ReadSide;

/// <summary>Tells a caller what stands, and again whatever of it changes, until the caller leaves or the suite stops.</summary>
internal sealed class PlanWatch(PlanSnapshots snapshots, IHostApplicationLifetime lifetime)
{
    /// <summary>How often a watch looks whether something has changed: one row, read by its key.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    /// <param name="states">What stands in a snapshot, by key.</param>
    /// <param name="isSame">Whether the second says nothing new after the first.</param>
    public async Task Tell<T>(Func<PlanSnapshot, IEnumerable<(string Key, T State)>> states, Func<T, T, bool> isSame, IServerStreamWriter<T> responses, CancellationToken cancel)
    {
        var (sent, seen) = (new Dictionary<string, T>(), (PlanSnapshot?)null);
        // A watch has no end of its own: a suite that stops does not wait for it.
        while (!cancel.IsCancellationRequested && !lifetime.ApplicationStopping.IsCancellationRequested)
        {
            if (await snapshots.Current(cancel) is { } plan && !ReferenceEquals(plan, seen))
            {
                seen = plan;
                foreach (var (key, state) in states(plan))
                {
                    if (sent.TryGetValue(key, out var last) && isSame(last, state))
                        continue;
                    sent[key] = state;
                    await responses.WriteAsync(state, cancel);
                }
            }
            try
            {
                await Task.Delay(Look, cancel);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
