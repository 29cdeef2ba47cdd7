using System.Security.Cryptography;
using System.Text.Json;
using Hangfire;
using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Plan.Indicators;

/// <summary>What was last told of a measure, so that only changes go out.</summary>
internal sealed class IndicatorTold
{
    public required string Measure { get; init; }

    /// <summary>Of what went out; empty to send it again.</summary>
    public string Fingerprint { get; private set; } = "";

    public long Revision { get; private set; }
}

/// <summary>
/// Tells other modules what each of the plan's measures reads, and what others reached. What is so now is compared with what was last told, so it
/// does not matter whether a reading, a comparator, the plan or the turn of the day changed it, nor how often it is asked.
/// </summary>
internal sealed class IndicatorsPublisher(ModuleDatabase<PlanDb> database, PlanSnapshots snapshots, BusinessClock clock, TimeProvider system, Doorbell doorbell)
{
    /// <summary>Hangfire calls it every minute and does not repeat a failure: the next time does.</summary>
    /// <returns>How many measures have changed.</returns>
    [AutomaticRetry(Attempts = 0)]
    public async Task<int> Publish(CancellationToken cancel)
    {
        while (await snapshots.Current(cancel) is { } plan)
        {
            if (Tell(plan) is not { } changed)
                continue;
            if (changed > 0)
                doorbell.Ring(PlanModule.Name);
            return changed;
        }
        return 0;
    }

    /// <summary>Everything goes out again with the next run, under its next revision.</summary>
    /// <returns>How many measures that is.</returns>
    public static int PublishAgain(ModuleDatabase<PlanDb> database)
    {
        var told = 0;
        database.Write(connection => told = connection.Execute("UPDATE indicator_told SET Fingerprint = ''"));
        return told;
    }

    /// <returns>Null where the plan has changed since it was read: an older state must not be told after a newer one.</returns>
    private int? Tell(PlanSnapshot plan)
    {
        int? changed = null;
        database.Write(connection =>
        {
            if (connection.Scalar<long>("SELECT Value FROM plan_revision") != plan.Revision)
                return;
            var told = connection.Query("SELECT Measure, Fingerprint, Revision FROM indicator_told", row => (Measure: row.GetString(0), Fingerprint: row.GetString(1), Revision: row.GetInt64(2)))
                .ToDictionary(row => row.Measure);
            // From the machine's clock, so that a restored database goes on above all that it had told. All that a run tells is of one moment.
            var revision = Math.Max(told.Values.Select(last => last.Revision).DefaultIfEmpty().Max() + 1, system.GetUtcNow().ToUnixTimeMilliseconds());
            var measures = connection.Query("SELECT Code FROM measure ORDER BY Code", row => row.GetString(0));
            var now = measures.Select(code => IndicatorMessage.Of(plan.Measures[code], revision)).Concat(told.Keys.Except(measures).Order().Select(code => IndicatorMessage.Removed(code, revision)));
            changed = 0;
            foreach (var indicator in now)
            {
                var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(indicator with { Revision = 0 })));
                if (told.TryGetValue(indicator.Measure, out var last) && last.Fingerprint == fingerprint)
                    continue;
                Write(connection, indicator, fingerprint);
                changed++;
            }
        });
        return changed;
    }

    private void Write(SqliteConnection connection, IndicatorRead indicator, string fingerprint)
    {
        OutgoingMessage.Write(connection, indicator, clock.Now);
        connection.Execute(
            """
            INSERT INTO indicator_told (Measure, Fingerprint, Revision) VALUES ($1, $2, $3)
            ON CONFLICT (Measure) DO UPDATE SET Fingerprint = excluded.Fingerprint, Revision = excluded.Revision
            """,
            indicator.Measure, fingerprint, indicator.Revision);
    }
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class IndicatorsClock(IRecurringJobManager minutely) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        minutely.AddOrUpdate<IndicatorsPublisher>("plan-indicators", publisher => publisher.Publish(CancellationToken.None), Cron.Minutely());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
