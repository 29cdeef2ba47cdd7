using System.Security.Cryptography;
using System.Text.Json;
using Hangfire;
using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.PersonalData;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Workforce.Managers;

/// <summary>What was last published of a month's managers, so that only changes go out.</summary>
internal sealed class PublishedManagers
{
    public DateOnly Month { get; private set; }

    /// <summary>Of the managers that went out; empty to send them again.</summary>
    public string Fingerprint { get; private set; } = "";

    public long Revision { get; private set; }
}

/// <summary>
/// Tells other modules who is in managers' posts, month by month, the last twelve and the running one. What is so now is compared with what was last
/// published, so it does not matter whether a post, a person, cover, a team or the turn of the month changed it, nor how often it is asked.
/// </summary>
internal sealed class ManagersPublisher(ModuleDatabase<WorkforceDb> database, BusinessClock clock, Doorbell doorbell)
{
    private const int MonthsBack = 12;

    /// <summary>Hangfire calls it every minute and does not repeat a failure: the next time does.</summary>
    /// <returns>How many months have changed.</returns>
    [AutomaticRetry(Attempts = 0)]
    public int Publish()
    {
        var changed = 0;
        database.Write(connection =>
        {
            var terms = ManagerReading.Read(connection);
            var published = connection.Query("SELECT Month, Fingerprint, Revision FROM managers_published", row => (Month: row.GetDay(0), Last: (Fingerprint: row.GetString(1), Revision: row.GetInt64(2))))
                .ToDictionary(row => row.Month, row => row.Last);
            // A restored database has raised the values' revision above all that was ever published. All months of a run share one revision: they are of one moment.
            var revision = Math.Max(published.Values.Select(last => last.Revision).DefaultIfEmpty().Max(), connection.Scalar<long>("SELECT Value FROM recalculation_mark WHERE Name = 'revision'")) + 1;
            var running = Period.Month(clock.Today).From;
            // Of a month whose managers are not all kept any more, what was published stands.
            var kept = Keeping.HoldersRemovedBefore(connection) ?? DateOnly.MinValue;
            foreach (var month in Enumerable.Range(0, MonthsBack + 1).Select(back => running.AddMonths(-back)).Union(published.Keys).Where(month => month >= kept).Order())
            {
                var managers = terms.Where(term => term.Touches(month, Period.Month(month).To)).Select(term => term.InMessage()).ToList();
                var fingerprint = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(managers)));
                var known = published.TryGetValue(month, out var last);
                if ((known && last.Fingerprint == fingerprint) || (!known && managers.Count == 0))
                    continue;
                Write(connection, new ManagersInPost(month, managers, revision), fingerprint);
                changed++;
            }
        });
        if (changed > 0)
            doorbell.Ring(WorkforceModule.Name);
        return changed;
    }

    /// <summary>Every month goes out again with the next run, under its next revision.</summary>
    public static void PublishAgain(SqliteConnection connection) => connection.Execute("UPDATE managers_published SET Fingerprint = ''");

    private void Write(SqliteConnection connection, ManagersInPost managers, string fingerprint)
    {
        OutgoingMessage.Write(connection, managers, clock.Now);
        connection.Execute(
            """
            INSERT INTO managers_published (Month, Fingerprint, Revision) VALUES ($1, $2, $3)
            ON CONFLICT (Month) DO UPDATE SET Fingerprint = excluded.Fingerprint, Revision = excluded.Revision
            """,
            managers.Month, fingerprint, managers.Revision);
    }
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class ManagersClock(IRecurringJobManager minutely) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        minutely.AddOrUpdate<ManagersPublisher>("managers-in-post", publisher => publisher.Publish(), Cron.Minutely());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
