using ImprovementSuite.Contracts;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ImprovementSuite.EndToEnd.NeverLost;

/// <summary>What the databases of a data folder hold, read from outside the suite and without leave to write.</summary>
internal sealed class StoredState(string folder) : IDisposable
{
    private static readonly BusinessClock Clock = new(TimeProvider.System);

    private readonly AccountsDb _accounts = new(Options<AccountsDb>(folder, AccountsDb.Name), Clock, new SignInChanges());
    private readonly PlanDb _plan = new(Options<PlanDb>(folder, PlanModule.Name), Clock);
    private readonly SocialCareDb _socialCare = new(Options<SocialCareDb>(folder, SocialCareModule.Name), Clock);
    private string? _copy;

    private ModuleDb[] All => [_accounts, _plan, _socialCare];

    private SqliteConnection Cases => Connection(_socialCare);

    private SqliteConnection Plan => Connection(_plan);

    /// <summary>The last batch that was committed.</summary>
    public long LastBatch => Count("SELECT MAX(Sequence) FROM feed_receipt");

    public long StaleDays => Count("SELECT COUNT(*) FROM stale_day");

    public long Outgoing => Count("SELECT COUNT(*) FROM outgoing_message");

    /// <summary>The day that the last recalculation counted to.</summary>
    public DateOnly CountedTo => DateOnly.FromDayNumber((int)Count("SELECT CAST(Value AS INTEGER) FROM recalculation_mark WHERE Name = 'day'"));

    /// <summary>As a killed process left them. A copy is read, so that the suite itself finds and mends what there is to mend.</summary>
    public static StoredState LeftBehind(DataFolderOfTest folder)
    {
        var copy = Directory.CreateTempSubdirectory("left-behind-").FullName;
        foreach (var file in Directory.EnumerateFiles(folder.Path, "*.db").Concat(Directory.EnumerateFiles(folder.Path, "*.db-wal")))
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return new StoredState(copy) { _copy = copy };
    }

    /// <summary>Where the process died.</summary>
    public IEnumerable<KillPoint> DiedAt(Sender sender)
    {
        var last = LastBatch;
        if (last > sender.Acknowledged)
            yield return KillPoint.AfterCommitBeforeReceipt;
        else if (last < sender.Sent)
            yield return KillPoint.BeforeCommit;
        else if (StaleDays > 0)
            yield return KillPoint.InRecalculation;
        if (Outgoing > 0)
            yield return KillPoint.InCourier;
    }

    /// <summary>Every file is whole and no change log was broken.</summary>
    public void IsSound()
    {
        foreach (var database in All)
        {
            Assert.Equal((database.GetType(), "ok"), (database.GetType(), Connection(database).Scalar<string>("PRAGMA integrity_check")));
            Assert.Null(ChangeEntry.FirstBroken(ChangeLog(database)));
        }
    }

    /// <summary>Exactly these records are stored, each once and in its newest version.</summary>
    public void HoldsExactly(IReadOnlyCollection<CaseRecord> records) => Assert.Equal(records.Select(Words).Order(StringComparer.Ordinal), Records().Order(StringComparer.Ordinal));

    /// <summary>Every value equals this recount, and the plan has every value.</summary>
    public void CountsExactly(SortedDictionary<string, string> recount)
    {
        Assert.Equal(recount, NaiveRecount.Stored(Cases, "measure_value", "ScopeCode"));
        // Where midnight passed during the test the plan still has yesterday's year to date, which the module keeps up no longer.
        var (year, ends) = ((int)PeriodKind.YearToDate, Cases.Query("""SELECT DISTINCT "To" FROM measure_value""", row => row.GetInt32(0)));
        Assert.Equal(recount, NaiveRecount.Stored(
            Plan, $"""(SELECT * FROM reading WHERE Origin = 0 AND Current = 1 AND (PeriodKind <> {year} OR "To" IN ({string.Join(", ", ends)})))""", "Code"));
    }

    /// <summary>Why limits were changed, in the order of the change log.</summary>
    public List<string?> ChangesOfLimits() => [.. ChangeLog(_socialCare).Select(entry => entry.Why)];

    /// <summary>The first days of the limits of initial assessments.</summary>
    public List<DateOnly> LimitsFrom() => [.. _socialCare.TimeLimits.Where(limit => limit.Measure == Ni59.Code).OrderBy(limit => limit.From).Select(limit => limit.From)];

    /// <summary>The feed keys that were issued, in order.</summary>
    public IEnumerable<string> IssuedKeys() => ChangeLog(_accounts).Where(entry => entry.Action == "issued a feed key").Select(entry => entry.Subject);

    public void Dispose()
    {
        foreach (var database in All)
            database.Dispose();
        if (_copy is not null)
            Directory.Delete(_copy, recursive: true);
    }

    private IEnumerable<string> Records() =>
        Cases.Query(
                """
                SELECT RecordId, Version, Deleted, ReceivedOn, Code FROM contact JOIN team ON team.Id = TeamId
                UNION ALL
                SELECT RecordId, Version, Deleted, ReceivedOn, Code FROM referral JOIN team ON team.Id = TeamId WHERE Version > 0
                """,
                row => Words(row.GetString(0), row.GetInt64(1), row.GetBoolean(2), $"{Day(row, 3)} {row.GetString(4)}"))
            .Concat(Cases.Query(
                "SELECT RecordId, Version, Deleted, Kind, StartedOn, CompletedOn, Code FROM assessment JOIN team ON team.Id = TeamId",
                row => Words(row.GetString(0), row.GetInt64(1), row.GetBoolean(2), $"{row.GetInt32(3)} {Day(row, 4)} {Day(row, 5)} {row.GetString(6)}")));

    private static string Words(CaseRecord record) => Words(record.Key.RecordId, record.Key.Version, record.Key.Deleted, record switch
    {
        { Contact: { } contact } => $"{contact.ReceivedOn} {contact.Allocations[0].Team}",
        { Referral: { } referral } => $"{referral.ReceivedOn} {referral.Allocations[0].Team}",
        { Assessment: { } assessment } => $"{CaseCodes.AssessmentKinds[assessment.Kind]} {assessment.StartedOn} {assessment.CompletedOn} {assessment.Allocations[0].Team}",
        _ => throw new InvalidOperationException("A record without content was sent."),
    });

    /// <summary>What a withdrawn record held before does not matter.</summary>
    private static string Words(string id, long version, bool withdrawn, string content) => $"{id} version {version}: {(withdrawn ? "withdrawn" : content)}";

    private static string Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? "" : row.GetDay(column).ToString("yyyy-MM-dd");

    private long Count(string sql) => Cases.Scalar<long>(sql);

    private static List<ChangeEntry> ChangeLog(ModuleDb database) => [.. database.ChangeLog.AsNoTracking().OrderBy(entry => entry.Sequence)];

    private static SqliteConnection Connection(ModuleDb database)
    {
        var connection = (SqliteConnection)database.Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Open)
            connection.Open();
        return connection;
    }

    private static DbContextOptions<TDb> Options<TDb>(string folder, string name) where TDb : ModuleDb =>
        new DbContextOptionsBuilder<TDb>().UseSqlite(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, $"{name}.db"), Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 30,
        }.ToString()).Options;
}
