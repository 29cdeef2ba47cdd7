using Grpc.Core;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.Backup;

/// <summary>What a council does on its worst day: the backup was made beside a running suite while a feed streamed; the suite is lost, and comes back from it.</summary>
public sealed class BackupDrill
{
    private const string North = "SELECT Measure || ' ' || PeriodKind || ' ' || \"From\" || ' ' || \"To\" || ': ' || Numerator || '/' || Denominator FROM measure_value WHERE ScopeCode = 'North 1' ORDER BY 1";
    private const string Records = "SELECT RecordId || ' ' || Version || ' ' || ReceivedOn || ' ' || Counts FROM referral ORDER BY RecordId";

    [Fact]
    public async Task The_restored_suite_shows_the_figures_of_the_cut_and_its_values_win()
    {
        using var elsewhere = new TemporaryFolder();
        var restored = Directory.CreateTempSubdirectory("suite-test-").FullName;
        BackupFolder backup;
        List<string> figures;
        long lastRevision;

        await using (var suite = await RunningSuite.Start())
        {
            await PlanModule.Load2010Plan(suite.Services, Actor.Suite);
            var key = await suite.Key();
            await Submit(suite, key, "first", 1, Cases.Referral("N1", "2010-08-02"), Cases.Initial("A1", "N1", "2010-08-06"), Cases.Referral("N2", "2010-08-03"), Cases.Initial("A2", "N2", "2010-08-18"));
            await suite.Quiet();
            figures = Rows(suite.Folder, "socialcare", North);

            await using var command = new SuiteAtRest(suite.Folder);
            using var stop = new CancellationTokenSource();
            var streaming = Stream(suite, key, stop.Token);
            var acknowledged = () => Count(suite.Folder, "SELECT MAX(Sequence) FROM feed_receipt WHERE Stream = 'west'");
            while (acknowledged() < 5)
                await Task.Delay(1);
            backup = await command.Backup(Path.Combine(elsewhere.Path, "friday"));
            var afterwards = acknowledged();
            while (acknowledged() < afterwards + 5)
                await Task.Delay(1);
            await stop.CancelAsync();
            // Every batch that was sent has its receipt: none was refused because a backup was being made.
            var sent = await streaming;
            Assert.Equal(sent, acknowledged());

            // After the cut: North's figures change, and somebody edits.
            await Submit(suite, key, "first", 2, Cases.Referral("N3", "2010-08-04"), Cases.Initial("A3", "N3", "2010-08-09"));
            await suite.Quiet();
            Assert.NotEqual(figures, Rows(suite.Folder, "socialcare", North));
            lastRevision = Count(suite.Folder, "SELECT MAX(Revision) FROM measure_value");
            File.Copy(Path.Combine(suite.Folder, "demo-began"), Path.Combine(restored, "demo-began"));
        }

        // A batch is in the cut with all its records or with none, and the batches of the cut are the first ones.
        var last = Count(backup.Path, "SELECT MAX(Sequence) FROM feed_receipt WHERE Stream = 'west'");
        var records = Rows(backup.Path, "socialcare", Records);
        Assert.InRange(last, 5, long.MaxValue);
        Assert.Equal(2 + (last * 10), records.Count);

        await using (var command = new SuiteAtRest(restored))
            await command.Restore(backup.Path);
        await using var again = await RunningSuite.Start(restored);
        await again.Quiet();

        Assert.Equal(records, Rows(again.Folder, "socialcare", Records));
        Assert.Equal(figures, Rows(again.Folder, "socialcare", North));
        Assert.InRange(Count(again.Folder, "SELECT MIN(Revision) FROM measure_value"), lastRevision + 1_000_000, long.MaxValue);
        // The plan has every value, under the new revisions.
        Assert.Equal(
            Rows(again.Folder, "socialcare", "SELECT Measure || ' ' || Numerator || '/' || Denominator || ' ' || Revision FROM measure_value WHERE ScopeCode = 'North 1' AND Denominator > 0 ORDER BY 1"),
            Rows(again.Folder, "plan", "SELECT Measure || ' ' || Numerator || '/' || Denominator || ' ' || Revision FROM reading WHERE Code = 'North 1' AND Current = 1 AND Origin = 0 AND Denominator > 0 ORDER BY 1"));

        await using (var command = new SuiteAtRest(again.Folder))
            Assert.All(command.Verify(backup.Path), found => Assert.True(found.Holds, found.Sentence));
        using var manager = await SignIn(again, "demo-performance-manager");
        Assert.NotNull((await manager.Page("/plan")).QuerySelector("table"));
    }

    [Fact]
    public async Task A_second_restore_of_the_same_backup_wins_over_the_first()
    {
        using var elsewhere = new TemporaryFolder();
        await using var suite = await RunningSuite.Start();
        await Submit(suite, await suite.Key(), "first", 1, Cases.Referral("N1", "2010-08-02"));
        await suite.Quiet();
        await using var command = new SuiteAtRest(suite.Folder);
        var backup = await command.Backup(Path.Combine(elsewhere.Path, "friday"));

        var first = await Restored("first");
        // The revisions count from the second of the restore.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        var second = await Restored("second");

        Assert.InRange(Count(second, "SELECT MIN(Revision) FROM measure_value"), Count(first, "SELECT MAX(Revision) FROM measure_value") + 1, long.MaxValue);

        async Task<string> Restored(string name)
        {
            var folder = Directory.CreateDirectory(Path.Combine(elsewhere.Path, name)).FullName;
            File.Copy(Path.Combine(suite.Folder, "demo-began"), Path.Combine(folder, "demo-began"));
            await using var restore = new SuiteAtRest(folder);
            await restore.Restore(backup.Path);
            return folder;
        }
    }

    /// <summary>Streams batches of ten referrals of another team until it is told to stop.</summary>
    /// <returns>The last batch that was sent.</returns>
    private static async Task<long> Stream(RunningSuite suite, Metadata key, CancellationToken stop)
    {
        using var call = suite.CaseFeed.StreamBatches(key);
        var receipts = Task.Run(async () =>
        {
            await foreach (var receipt in call.ResponseStream.ReadAllAsync(CancellationToken.None))
                Assert.Equal(10, receipt.Accepted);
        });
        var sequence = 0L;
        while (!stop.IsCancellationRequested)
        {
            var batch = Cases.Batch(++sequence, Enumerable.Range(0, 10).Select(i => Cases.Referral($"W{sequence}-{i}", "2010-07-01", "West 1", child: $"W{sequence}-{i}")));
            batch.Header.Stream = "west";
            await call.RequestStream.WriteAsync(batch, CancellationToken.None);
        }
        await call.RequestStream.CompleteAsync();
        await receipts;
        return sequence;
    }

    private static async Task Submit(RunningSuite suite, Metadata key, string stream, long sequence, params CaseRecord[] records)
    {
        var batch = Cases.Batch(sequence, records);
        batch.Header.Stream = stream;
        Receipt receipt = await suite.CaseFeed.SubmitBatchAsync(batch, key);
        Assert.Equal(records.Length, receipt.Accepted);
    }

    private static long Count(string folder, string sql) => Read(folder, "socialcare", connection => connection.Scalar<long>(sql));

    private static List<string> Rows(string folder, string database, string sql) => Read(folder, database, connection => connection.Query(sql, row => row.GetString(0)));

    private static T Read<T>(string folder, string database, Func<SqliteConnection, T> read)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"{database}.db")};Mode=ReadOnly;Pooling=false");
        connection.Open();
        return read(connection);
    }
}
