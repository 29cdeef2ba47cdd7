using System.Collections.Concurrent;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Plan.Snapshots;

/// <summary>
/// Counts the changes of what pages show. Every request asks for it, so open connections with the prepared statement are kept, as many as
/// ever asked at once. A statement is done when it is answered, and holds no snapshot of the database open.
/// </summary>
internal sealed class PlanRevisions(ModuleDatabase<PlanDb> database) : IDisposable
{
    private readonly ConcurrentBag<SqliteCommand> _idle = [];

    /// <summary>The number of the latest change that was committed, by this process or another.</summary>
    public long Latest()
    {
        if (!_idle.TryTake(out var ask))
            ask = database.Open().Prepared("SELECT Value FROM plan_revision", parameters: 0);
        var latest = (long)ask.ExecuteScalar()!;
        _idle.Add(ask);
        return latest;
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var ask))
            ask.Connection!.Dispose();
    }
}
