using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Hangfire;
using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Inspections.Told;

/// <summary>
/// Tells other modules what was judged and which recommendations are overdue, met or reopened. What is so now is compared with what was last told, so it does not matter
/// whether a record, a person or the turn of the day changed it, nor how often it is asked.
/// </summary>
internal sealed class Teller(ModuleDatabase<InspectionsDb> database, BusinessClock clock, Doorbell doorbell)
{
    /// <summary>Hangfire calls it every minute and does not repeat a failure: the next time does.</summary>
    /// <returns>How many messages go out.</returns>
    [AutomaticRetry(Attempts = 0)]
    public int Tell()
    {
        var told = 0;
        database.Write(connection =>
        {
            // A restored database has raised the values' revision above all that was ever told. All of a run share one revision: they are of one moment.
            var revision = connection.Scalar<long>(
                """
                SELECT MAX(COALESCE((SELECT MAX(Revision) FROM judgement_told), 0), COALESCE((SELECT MAX(Revision) FROM recommendation_told), 0),
                  COALESCE((SELECT CAST(Value AS INTEGER) FROM recalculation_mark WHERE Name = 'revision'), 0)) + 1
                """);
            told = Judgements(connection, revision) + Recommendations(connection, revision);
        });
        if (told > 0)
            doorbell.Ring(InspectionsModule.Name);
        return told;
    }

    /// <summary>Everything goes out again with the next run, under its next revision.</summary>
    public static void TellAgain(SqliteConnection connection)
    {
        connection.Execute("UPDATE judgement_told SET Fingerprint = ''");
        connection.Execute("UPDATE recommendation_told SET Fingerprint = ''");
    }

    private int Judgements(SqliteConnection connection, long revision)
    {
        var last = connection.Query("SELECT JudgementId, Fingerprint, Body FROM judgement_told", row => (Id: row.GetInt64(0), Fingerprint: row.GetString(1), Body: row.GetString(2))).ToDictionary(row => row.Id);
        var now = JudgementReading.Standing(connection, clock.Now);
        var sent = 0;
        foreach (var (id, judgement) in now)
            sent += Send(id, judgement);
        // One that was withdrawn is a reading of nothing and of no school any more.
        foreach (var (id, _, body) in last.Values.Where(row => !now.ContainsKey(row.Id)))
            sent += Send(id, JsonSerializer.Deserialize<JudgementRecorded>(body)! with { Measure = null, School = null });
        return sent;

        int Send(long id, JudgementRecorded judgement)
        {
            var fingerprint = Fingerprint(judgement with { Revision = 0, RecordedAt = default });
            if (last.TryGetValue(id, out var before) && before.Fingerprint == fingerprint)
                return 0;
            var message = judgement with { Revision = revision };
            OutgoingMessage.Write(connection, message, clock.Now);
            connection.Execute(
                """
                INSERT INTO judgement_told (JudgementId, Fingerprint, Body, Revision) VALUES ($1, $2, $3, $4)
                ON CONFLICT (JudgementId) DO UPDATE SET Fingerprint = excluded.Fingerprint, Body = excluded.Body, Revision = excluded.Revision
                """, id, fingerprint, JsonSerializer.Serialize(message), revision);
            return 1;
        }
    }

    private int Recommendations(SqliteConnection connection, long revision)
    {
        var last = connection.Query("SELECT RecommendationId, Fingerprint FROM recommendation_told", row => (Id: row.GetInt64(0), Fingerprint: row.GetString(1))).ToDictionary(row => row.Id, row => row.Fingerprint);
        var measures = connection.Query("SELECT InspectionRef, Code FROM report_measure ORDER BY Code", row => (Report: row.GetString(0), Code: row.GetString(1))).ToLookup(row => row.Report, row => row.Code);
        var overdue = connection.Query(
            $"SELECT Id, Number, Report, OriginallyDueOn, InspectionRef, Counts FROM ({LedgerSql.Rows}) WHERE Status = {(int)LedgerStatus.Open} AND DuplicateOfId IS NULL AND OriginallyDueOn < $1",
            row => new RecommendationOverdue(
                IdOf(row.GetInt64(0)), row.GetString(1), row.GetString(2), row.GetDay(3), [.. row.GetBoolean(5) ? [MetInTimescale.Code] : Array.Empty<string>(), .. measures[row.GetString(4)]],
                LedgerRow.PathOf(row.GetInt64(0)), 0),
            clock.Today).ToDictionary(message => long.Parse(message.Recommendation[1..], System.Globalization.CultureInfo.InvariantCulture));
        var sent = 0;
        foreach (var (id, message) in overdue)
            sent += Send(id, message, message with { Revision = revision });
        foreach (var id in last.Keys.Where(id => !overdue.ContainsKey(id)))
            sent += Send(id, new RecommendationMet(IdOf(id), 0), new RecommendationMet(IdOf(id), revision));
        return sent;

        int Send(long id, INotification content, INotification message)
        {
            var fingerprint = Fingerprint(content);
            if (last.GetValueOrDefault(id) == fingerprint)
                return 0;
            OutgoingMessage.Write(connection, message, clock.Now);
            connection.Execute(
                """
                INSERT INTO recommendation_told (RecommendationId, Fingerprint, Revision) VALUES ($1, $2, $3)
                ON CONFLICT (RecommendationId) DO UPDATE SET Fingerprint = excluded.Fingerprint, Revision = excluded.Revision
                """, id, fingerprint, revision);
            return 1;
        }
    }

    private static string IdOf(long recommendation) => $"r{recommendation}";

    private static string Fingerprint(object content) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.GetType().Name + JsonSerializer.Serialize(content, content.GetType()))));
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class TellerClock(IRecurringJobManager minutely) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        minutely.AddOrUpdate<Teller>("inspections-told", teller => teller.Tell(), Cron.Minutely());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
