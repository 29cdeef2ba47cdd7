using System.Security.Cryptography;
using System.Text.Json;
using Hangfire;
using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.Learning;

/// <summary>What was last published of a month, so that only changes go out.</summary>
internal sealed class PublishedMonth
{
    /// <summary>Its first day.</summary>
    public DateOnly Month { get; private set; }

    /// <summary>Of the counts that went out.</summary>
    public string Fingerprint { get; private set; } = "";

    public long Revision { get; private set; }
}

/// <summary>
/// Tells other modules what audits found. Each month's counts are compared with what was last published of it, so it does not matter whether an
/// audit, a merger of teams or a new line of the list changed them, nor how often it is asked.
/// </summary>
internal sealed class PracticeIssuePublisher(ModuleDatabase<SocialCareDb> database, BusinessClock clock, Doorbell doorbell)
{
    /// <summary>Hangfire calls it every five minutes and does not repeat a failure: the next time does.</summary>
    /// <returns>How many months have changed.</returns>
    [AutomaticRetry(Attempts = 0)]
    public int Publish()
    {
        var changed = 0;
        database.Write(connection =>
        {
            var issues = connection.Query($"SELECT Id, Title FROM audit_item WHERE List = {(int)AuditList.PracticeIssue} ORDER BY Id", row => (Id: row.GetInt32(0), Title: row.GetString(1)));
            var audits = PracticeCounts.Read(connection, DateOnly.MinValue, clock.Today);
            var published = connection.Query("SELECT Month, Fingerprint, Revision FROM practice_issues_published", row => (Month: row.GetDay(0), Last: (Fingerprint: row.GetString(1), Revision: row.GetInt64(2))))
                .ToDictionary(row => row.Month, row => row.Last);
            // A restored database has raised this above all that was ever published: a month that it does not know yet must win as well.
            var values = connection.Scalar<long>("SELECT Value FROM recalculation_mark WHERE Name = 'revision'");
            foreach (var month in audits.Months.Union(published.Keys).Order())
            {
                var counts = Counts(Period.Month(month), issues, audits);
                var (now, last) = (Fingerprint(counts), published.GetValueOrDefault(month));
                if (now == last.Fingerprint)
                    continue;
                Write(connection, new PracticeIssuesFound(month, counts, Math.Max(last.Revision, values) + 1), now);
                changed++;
            }
        });
        if (changed > 0)
            doorbell.Ring(SocialCareModule.Name);
        return changed;
    }

    /// <summary>Every month goes out again with the next run, under its next revision.</summary>
    public static void PublishAgain(SqliteConnection connection) => connection.Execute("UPDATE practice_issues_published SET Fingerprint = ''");

    private static List<PracticeIssueCount> Counts(Period month, List<(int Id, string Title)> issues, AuditedPractice all)
    {
        var audits = all.Within(month);
        return
        [
            .. from team in audits.Places(month)
               from issue in issues
               let share = audits.Of(issue.Id, month, place => place == team)
               select new PracticeIssueCount(ListedItem.CodeOf(issue.Id), issue.Title, team.Locality, team.Team, share.Found, share.Completed),
        ];
    }

    private static string Fingerprint(List<PracticeIssueCount> counts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(counts)));

    private void Write(SqliteConnection connection, PracticeIssuesFound found, string fingerprint)
    {
        OutgoingMessage.Write(connection, found, clock.Now);
        connection.Execute(
            """
            INSERT INTO practice_issues_published (Month, Fingerprint, Revision) VALUES ($1, $2, $3)
            ON CONFLICT (Month) DO UPDATE SET Fingerprint = excluded.Fingerprint, Revision = excluded.Revision
            """,
            found.Month, fingerprint, found.Revision);
    }
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class PublisherClock(IRecurringJobManager recurring, IBackgroundJobClient jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        recurring.AddOrUpdate<PracticeIssuePublisher>("practice-issues", publisher => publisher.Publish(), "*/5 * * * *");
        jobs.Enqueue<PracticeIssuePublisher>(publisher => publisher.Publish());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
