using Hangfire;
using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.WorkInProgress;

/// <summary>Tells other modules once a day how many cases each worker holds, when what came has been counted. Where records name no worker there is nothing to tell.</summary>
internal sealed class CasesHeldPublisher(ModuleDatabase<SocialCareDb> database, BusinessClock clock, Doorbell doorbell)
{
    /// <summary>Hangfire calls it every five minutes and does not repeat a failure: the next time does.</summary>
    /// <returns>Whether a statement went out.</returns>
    [AutomaticRetry(Attempts = 0)]
    public bool Publish()
    {
        var published = false;
        var today = clock.Today;
        database.Write(connection =>
        {
            var last = connection.Query("""SELECT "On", Revision FROM cases_held_published""", row => (On: row.GetDay(0), Revision: row.GetInt64(1))).FirstOrDefault();
            if (last.On >= today || connection.Scalar<long>("SELECT EXISTS (SELECT 1 FROM stale_day)") == 1)
                return;
            var workers = HeldCases.Read(connection);
            if (workers.Count == 0 && last.Revision == 0)
                return;
            // A restored database has raised this above all that was ever published.
            var revision = Math.Max(last.Revision, connection.Scalar<long>("SELECT Value FROM recalculation_mark WHERE Name = 'revision'")) + 1;
            OutgoingMessage.Write(connection, new CasesHeld(today, workers, revision), clock.Now);
            connection.Execute("""INSERT INTO cases_held_published (Id, "On", Revision) VALUES (1, $1, $2) ON CONFLICT (Id) DO UPDATE SET "On" = excluded."On", Revision = excluded.Revision""", today, revision);
            published = true;
        });
        if (published)
            doorbell.Ring(SocialCareModule.Name);
        return published;
    }

    /// <summary>It goes out again with the next run, under its next revision.</summary>
    public static void PublishAgain(SqliteConnection connection) => connection.Execute("""UPDATE cases_held_published SET "On" = 0""");
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class CasesHeldClock(IRecurringJobManager recurring) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        recurring.AddOrUpdate<CasesHeldPublisher>("cases-held", publisher => publisher.Publish(), "*/5 * * * *");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
