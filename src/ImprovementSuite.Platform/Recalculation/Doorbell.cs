using System.Collections.Concurrent;
using Hangfire;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>
/// Tells Hangfire that a module has work. The work itself is rows; ringing twice before somebody answers is ringing once, and a ring that
/// is lost in a crash is found by the sweep.
/// </summary>
public sealed class Doorbell(IBackgroundJobClient jobs, Pace pace)
{
    private readonly ConcurrentDictionary<string, bool> _ringing = new();

    /// <summary>Asks for the module's work to be done soon.</summary>
    public void Ring(string module)
    {
        pace.Busy(module);
        if (!_ringing.TryAdd(module, true))
            return;
        try
        {
            jobs.Enqueue<ModuleWork>(work => work.Run(module, CancellationToken.None));
        }
        catch (BackgroundJobClientException)
        {
            // The suite is stopping. The rows stand, and whoever rang has done its own work: the sweep of the next start finds them.
            Answer(module);
        }
    }

    /// <summary>The work begins: what comes from now on needs another ring.</summary>
    internal void Answer(string module) => _ringing.TryRemove(module, out _);
}
