using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Feed.V1;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Workforce;

/// <summary>
/// Ten posts of three teams, few enough to be counted by hand. Today is 20 August 2010.
/// <code>
/// post  role            team       FTE   in post on 20 August 2010       agency        vacant  covered  not covered
/// S1    social worker   Central 1  1.00  A 1.00                                        -
/// S2    social worker   Central 1  1.00  left on 31 March 2010           X 1.00        1.00    1.00     -
/// S3    social worker   Central 1  0.60  -                               -             0.60    -        0.60
/// S4    senior          North 1    1.00  C 0.50, D 0.50                                -
/// S5    social worker   North 1    1.00  E 0.60                          Y 0.40        0.40    0.40     -
/// S6    social worker   North 1    0.40  F 0.40                                        -
/// M1    team manager    Central 1  1.00  G 1.00                                        -
/// M2    team manager    North 1    1.00  -                               Z 1.00        1.00    1.00     -
/// M3    team manager    South 1    1.00  H 1.00                                        -
/// O1    administrator   Central 1  1.00  -                                             1.00    -        1.00
/// </code>
/// So of 5.00 posts of social workers 2.00 are vacant (40%), 1.40 of them covered and 0.60 not (12%); of 3 team managers 1 is, covered. On 31 March 2010 the
/// social worker of S2 was there: 1.00 of 5.00 was vacant.
/// </summary>
internal static class WorkforceOfTest
{
    /// <summary>The ten posts and who is in them, counted.</summary>
    public static Task Fill(RunningSuite suite) => Send(suite, All());

    public static IEnumerable<WorkforceRecord> All() =>
    [
        Post("S1", "social-worker", "Central 1"), Post("S2", "social-worker", "Central 1"), Post("S3", "social-worker", "Central 1", "0.6"),
        Post("S4", "senior-social-worker", "North 1"), Post("S5", "social-worker", "North 1"), Post("S6", "social-worker", "North 1", "0.4"),
        Post("M1", "team-manager", "Central 1"), Post("M2", "team-manager", "North 1"), Post("M3", "team-manager", "South 1"), Post("O1", "administrator", "Central 1"),
        Person("S1", "A"), Person("S2", "B", "1", "2008-09-01", "2010-03-31", "left"), Person("S4", "C", "0.5"), Person("S4", "D", "0.5"), Person("S5", "E", "0.6"), Person("S6", "F", "0.4"),
        Person("M1", "G"), Person("M3", "H"),
        Cover("S2", "X", "1", "2010-04-06"), Cover("S5", "Y", "0.4", "2010-01-04"), Cover("M2", "Z", "1", "2009-11-02"),
    ];

    /// <summary>Gives records to the intake as an import does, of the source "council", and has them counted. Fails where one is not taken.</summary>
    public static async Task Send(RunningSuite suite, params IEnumerable<WorkforceRecord> records)
    {
        foreach (var receipt in await Submit(suite, records))
        {
            Assert.Empty(receipt.Rejections.Select(rejection => rejection.Sentence));
            Assert.Equal(0, receipt.Stale + receipt.Duplicate + receipt.Reconciled);
        }
    }

    /// <summary>Gives records to the intake, and has them counted.</summary>
    public static async Task<IReadOnlyList<Receipt>> Submit(RunningSuite suite, IEnumerable<WorkforceRecord> records, string source = "council")
    {
        var intake = suite.Services.GetRequiredService<WorkforceRecordIntake>();
        var (client, stream, receipts) = (new FeedClient("Test", WorkforceModule.Name, [source]), $"test {Guid.NewGuid():N}", new List<Receipt>());
        foreach (var (i, batch) in records.Chunk(WorkforceRecordIntake.MostRecords).Index())
            receipts.Add(await intake.Submit(client, new BatchHeader { SourceSystem = source, Stream = stream, Sequence = i + 1, SchemaVersion = 1 }, batch, default));
        Count(suite);
        return receipts;
    }

    /// <summary>The sentences with which records are rejected.</summary>
    public static async Task<IReadOnlyList<string>> Rejected(RunningSuite suite, params IEnumerable<WorkforceRecord> records) =>
        [.. (await Submit(suite, records)).SelectMany(receipt => receipt.Rejections).Select(rejection => rejection.Sentence)];

    /// <summary>Brings the module's measures up to date.</summary>
    public static void Count(RunningSuite suite) => suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == WorkforceModule.Name).Run();

    /// <summary>The authority's value of a measure in the period that ends on a day, of the kind that the measure is rated on: numerator and denominator.</summary>
    public static (long Numerator, long Denominator) Value(RunningSuite suite, string measure, DateOnly on, ImprovementSuite.Contracts.PeriodKind kind = ImprovementSuite.Contracts.PeriodKind.AsAt) => Read(suite, connection => connection.Query(
        """SELECT Numerator, Denominator FROM measure_value WHERE Measure = $1 AND PeriodKind = $2 AND "To" = $3 AND ScopeKind = 0""",
        row => (row.GetInt64(0), row.GetInt64(1)), measure, (int)kind, on).SingleOrDefault());

    /// <summary>Reads from the module's database.</summary>
    public static T Read<T>(RunningSuite suite, Func<SqliteConnection, T> read) => suite.Services.GetRequiredService<ModuleDatabase<WorkforceDb>>().Read(read);

    /// <summary>Works on the module's database.</summary>
    public static async Task Edit(RunningSuite suite, Func<WorkforceDb, Task> work)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<WorkforceDb>());
    }

    /// <summary>A post of the locality that its team is called after.</summary>
    public static WorkforceRecord Post(string post, string role = "social-worker", string team = "Central 1", string fte = "1", string from = "2008-04-01", string to = "", long version = 1, string? id = null) => new()
    {
        Key = Key(id ?? post, version),
        Post = new Post { Post_ = post, Role = role, Team = team, Locality = team.Split(' ')[0], Fte = fte, Contract = "permanent", StartsOn = from, EndsOn = to },
    };

    public static WorkforceRecord Person(string post, string person, string fte = "1", string from = "2009-01-05", string to = "", string ended = "", long version = 1) => new()
    {
        Key = Key($"{post}-{person}", version), PersonInPost = new PersonInPost { Post = post, Person = person, Fte = fte, StartsOn = from, EndsOn = to, Ended = ended },
    };

    public static WorkforceRecord Cover(string post, string worker, string fte = "1", string from = "2010-01-04", string to = "", string agency = "Harbour", string charge = "", long version = 1) => new()
    {
        Key = Key($"{post}-{worker}", version),
        AgencyCover = new AgencyCover { Post = post, Worker = worker, Agency = agency, Fte = fte, StartsOn = from, EndsOn = to, HourlyCharge = charge },
    };

    public static WorkforceRecord Invoice(string number, string workedFrom, string workedTo, string received, string amount, string agency = "Harbour", string role = "social-worker", string contract = "", long version = 1) => new()
    {
        Key = Key($"{agency}-{number}", version),
        Invoice = new Invoice { Number = number, Agency = agency, Contract = contract, Role = role, Service = "social-care", WorkedFrom = workedFrom, WorkedTo = workedTo, ReceivedOn = received, Amount = amount },
    };

    public static WorkforceRecord Household(string household, string enquired, string approved = "", string ended = "", string how = "", int carers = 2, Action<FosterHousehold>? more = null, long version = 1)
    {
        var record = new FosterHousehold { Household = household, Carers = carers, EnquiredOn = enquired, ApprovedOn = approved, EndedOn = ended, Ended = how };
        more?.Invoke(record);
        return new() { Key = Key(household, version), FosterHousehold = record };
    }

    public static WorkforceRecord Appraisal(string person, string team, string done = "", string kind = "pdr", string from = "2010-04-01", string to = "2011-03-31", string due = "2010-10-31", long version = 1) => new()
    {
        Key = Key($"{person}-{kind}-{from}", version),
        Appraisal = new Appraisal { Person = person, Team = team, Locality = team.Split(' ')[0], Kind = kind, CycleFrom = from, CycleTo = to, DueOn = due, DoneOn = done },
    };

    public static RecordKey Key(string id, long version) => new() { RecordId = id, Version = version };

    /// <summary>The same record withdrawn.</summary>
    public static WorkforceRecord Withdrawn(WorkforceRecord record)
    {
        var withdrawn = record.Clone();
        withdrawn.Key = new() { RecordId = record.Key.RecordId, Version = record.Key.Version + 1, Deleted = true };
        return withdrawn;
    }
}
