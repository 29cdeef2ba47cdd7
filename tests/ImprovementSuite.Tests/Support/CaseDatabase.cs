using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImprovementSuite.Tests.Support;

/// <summary>The social care module's database with its intake and its recalculation, which a test runs itself; business time stands where the test puts it.</summary>
internal sealed class CaseDatabase : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private long _sequence;

    public CaseDatabase(DateOnly today)
    {
        Time = new StandingTime(today);
        Clock = new BusinessClock(Time);
        Database = new ModuleDatabase<SocialCareDb>("socialcare", Path.Combine(_folder.Path, "socialcare.db"));
        using (var db = new SocialCareDb(new DbContextOptionsBuilder<SocialCareDb>().UseSqlite(Database.ConnectionString).Options, Clock))
            db.Database.Migrate();
        Intake = new CaseRecordIntake(Database, Clock, new Doorbell(new NoServer(), new Pace()), NullLogger<CaseRecordIntake>.Instance);
        Recalculator = new Recalculator(Database, SocialCareCounting.Read, WorkingDayCalendar.EnglandAndWales, Clock);
    }

    public StandingTime Time { get; }

    public BusinessClock Clock { get; }

    public ModuleDatabase<SocialCareDb> Database { get; }

    public CaseRecordIntake Intake { get; }

    public Recalculator Recalculator { get; }

    public void Send(params CaseRecord[] records)
    {
        var header = new BatchHeader { Stream = "test", Sequence = ++_sequence, SchemaVersion = 1 };
        var receipt = Intake.Submit(new FeedClient("test", "socialcare", ["case-system"]), header, records, default).GetAwaiter().GetResult();
        Assert.Equal(0, receipt.Rejected);
    }

    /// <summary>The rows of one query, each as one text.</summary>
    public List<string> Rows(string sql) => Database.Read(connection => connection.Query(sql, row =>
        string.Join(' ', Enumerable.Range(0, row.FieldCount).Select(column => row.IsDBNull(column) ? "-" : row.GetString(column)))));

    public void Dispose()
    {
        Intake.Dispose();
        _folder.Dispose();
    }

    /// <summary>A Hangfire without a server: what is rung for, the test does itself.</summary>
    private sealed class NoServer : IBackgroundJobClient
    {
        public string Create(Job job, IState state) => "1";

        public bool ChangeState(string jobId, IState state, string expectedState) => false;
    }
}
