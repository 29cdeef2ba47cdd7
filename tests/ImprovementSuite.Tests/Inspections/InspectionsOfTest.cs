using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections;
using ImprovementSuite.Inspections.Data;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Inspections.Feed.V1;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Told;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Recommendation = ImprovementSuite.Inspections.Feed.V1.Recommendation;

namespace ImprovementSuite.Tests.Inspections;

/// <summary>
/// Providers and reports few enough to be counted by hand. Today is 20 August 2010.
/// <code>
/// provider  kind              last overall judgement      report   recommendations: number, original date
/// HOME-1    children's home   inadequate, 10 Feb 2010     H1       1: 31 March 2010, 2: 31 July 2010
/// HOME-2    children's home   good, 3 March 2010          H2       -
/// PRU-1     PRU               satisfactory, 5 May 2009    P1       1: 30 April 2010
/// SCH-1     school            outstanding, 6 May 2009     S1       1: 30 June 2010 (left out of the figures)
/// FOS-1     fostering         satisfactory, 12 May 2010   F1       1, 2, 3: 30 September 2010
/// AUTH      the authority     -                           PEER     1: 31 May 2010 (a peer review)
/// </code>
/// So Block A is 2 of 4; one home is inadequate; originally due from 1 April to 20 August 2010 are H1/2, P1/1 and PEER/1.
/// </summary>
internal static class InspectionsOfTest
{
    public static readonly Actor Owner = new("owner", "Head of service");
    public static readonly Actor Validator = new("validator", "Inspection lead");

    /// <summary>The providers and reports, counted.</summary>
    public static Task Fill(RunningSuite suite) => Send(suite, All());

    public static IEnumerable<InspectionRecord> All() =>
    [
        Provider("HOME-1", "childrens-home"), Provider("HOME-2", "childrens-home"), Provider("PRU-1", "pupil-referral-unit"), Provider("SCH-1", "school", urn: "106872"),
        Provider("FOS-1", "fostering"), Provider("AUTH", "authority"),
        Report("H1", "HOME-1", "2010-02-10"), Report("H2", "HOME-2", "2010-03-03"), Report("P1", "PRU-1", "2009-05-05"), Report("S1", "SCH-1", "2009-05-06"), Report("F1", "FOS-1", "2010-05-12"),
        Report("PEER", "AUTH", "2010-02-01", kind: "peer-review", framework: ""),
        Judgement("H1", "inadequate"), Judgement("H2", "good"), Judgement("P1", "satisfactory"), Judgement("S1", "outstanding"), Judgement("F1", "satisfactory"),
        Recommendation("H1", "1", "2010-03-31"), Recommendation("H1", "2", "2010-07-31"), Recommendation("P1", "1", "2010-04-30", service: "Inclusion"), Recommendation("S1", "1", "2010-06-30"),
        Recommendation("F1", "1", "2010-09-30"), Recommendation("F1", "2", "2010-09-30"), Recommendation("F1", "3", "2010-09-30"), Recommendation("PEER", "1", "2010-05-31", service: "Safeguarding"),
    ];

    /// <summary>Gives records to the intake as an import does, of the source "council", and has them counted. Fails where one is not taken.</summary>
    public static async Task Send(RunningSuite suite, params IEnumerable<InspectionRecord> records)
    {
        foreach (var receipt in await Submit(suite, records))
        {
            Assert.Empty(receipt.Rejections.Select(rejection => rejection.Sentence));
            Assert.Equal(0, receipt.Stale + receipt.Duplicate + receipt.Reconciled);
        }
    }

    /// <summary>Gives records to the intake, and has them counted.</summary>
    public static async Task<IReadOnlyList<Receipt>> Submit(RunningSuite suite, IEnumerable<InspectionRecord> records, string source = "council")
    {
        var intake = suite.Services.GetRequiredService<InspectionRecordIntake>();
        var (client, stream, receipts) = (new FeedClient("Test", InspectionsModule.Name, [source]), $"test {Guid.NewGuid():N}", new List<Receipt>());
        foreach (var (i, batch) in records.Chunk(InspectionRecordIntake.MostRecords).Index())
            receipts.Add(await intake.Submit(client, new BatchHeader { SourceSystem = source, Stream = stream, Sequence = i + 1, SchemaVersion = 1 }, batch, default));
        Count(suite);
        return receipts;
    }

    /// <summary>The sentences with which records are rejected.</summary>
    public static async Task<IReadOnlyList<string>> Rejected(RunningSuite suite, params IEnumerable<InspectionRecord> records) =>
        [.. (await Submit(suite, records)).SelectMany(receipt => receipt.Rejections).Select(rejection => rejection.Sentence)];

    /// <summary>Brings the module's measures up to date.</summary>
    public static void Count(RunningSuite suite) => suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == InspectionsModule.Name).Run();

    /// <summary>Tells other modules what is news.</summary>
    public static int Tell(RunningSuite suite) => suite.Services.GetRequiredService<Teller>().Tell();

    /// <summary>The authority's value of a measure in the period that ends on a day: numerator and denominator.</summary>
    public static (long Numerator, long Denominator) Value(RunningSuite suite, string measure, DateOnly on, PeriodKind kind = PeriodKind.AsAt) => Read(suite, connection => connection.Query(
        """SELECT Numerator, Denominator FROM measure_value WHERE Measure = $1 AND PeriodKind = $2 AND "To" = $3 AND ScopeKind = 0""",
        row => (row.GetInt64(0), row.GetInt64(1)), measure, (int)kind, on).SingleOrDefault());

    /// <summary>Whether there is a value of the authority on a day: 0 is one, and nothing is none.</summary>
    public static bool IsCounted(RunningSuite suite, string measure, DateOnly on, PeriodKind kind = PeriodKind.AsAt) => Read(suite, connection => connection.Scalar<long>(
        """SELECT COUNT(*) FROM measure_value WHERE Measure = $1 AND PeriodKind = $2 AND "To" = $3 AND ScopeKind = 0""", measure, (int)kind, on)) == 1;

    /// <summary>Reads from the module's database.</summary>
    public static T Read<T>(RunningSuite suite, Func<SqliteConnection, T> read) => suite.Services.GetRequiredService<ModuleDatabase<InspectionsDb>>().Read(read);

    /// <summary>Works on the module's database.</summary>
    public static async Task<T> Edit<T>(RunningSuite suite, Func<InspectionsDb, Task<T>> work)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<InspectionsDb>());
    }

    /// <summary>A recommendation as it stands.</summary>
    public static Task<LedgerRow> Row(RunningSuite suite, string report, string number) => Edit(suite, db => db.Ledger.SingleAsync(row => row.InspectionRef == report && row.Number == number));

    /// <summary>One step at the desk, saved and counted; the sentence with which it is refused, or null.</summary>
    public static async Task<string?> Step(RunningSuite suite, string report, string number, Func<LedgerDesk, LedgerCase, Task<LedgerProblem?>> step)
    {
        await using var scope = suite.Services.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<LedgerDesk>();
        var one = (await desk.Find((await Row(suite, report, number)).Id, default))!;
        if (await step(desk, one) is { } problem)
            return problem.Sentence;
        await desk.Save([one], default);
        Count(suite);
        return null;
    }

    /// <summary>As <see cref="Step(RunningSuite, string, string, Func{LedgerDesk, LedgerCase, Task{LedgerProblem?}})"/>.</summary>
    public static Task<string?> Step(RunningSuite suite, string report, string number, Func<LedgerDesk, LedgerCase, LedgerProblem?> step) => Step(suite, report, number, (desk, one) => Task.FromResult(step(desk, one)));

    /// <summary>Somebody's link that shows that it is complete.</summary>
    public static Task AddEvidence(RunningSuite suite, string report, string number, Actor by) => Edit(suite, async db =>
    {
        var row = await db.Ledger.SingleAsync(row => row.InspectionRef == report && row.Number == number);
        var now = suite.Services.GetRequiredService<BusinessClock>().Now;
        db.Evidence.Add(new() { Of = ImprovementSuite.Inspections.Evidence.EvidenceOf.Recommendation, SubjectId = row.Id, Title = "Minutes", Link = "https://council.example/minutes", AddedBy = by.Name, AddedById = by.Id, AddedAt = now });
        return await db.SaveChangesAsync();
    });

    public static InspectionRecord Provider(string reference, string kind, string urn = "", string closed = "", string service = "Social care", string opened = "", long version = 1, string? id = null) => new()
    {
        Key = Key(id ?? reference, version), Provider = new Provider { Provider_ = reference, Name = $"Provider {reference}", Kind = kind, Service = service, Urn = urn, OpenedOn = opened, ClosedOn = closed },
    };

    public static InspectionRecord Report(string reference, string provider, string began, string ended = "", string kind = "inspection", string framework = "ofsted-2009", string published = "", long version = 1, string? id = null) => new()
    {
        Key = Key(id ?? reference, version),
        Inspection = new Inspection { Inspection_ = reference, Kind = kind, Provider = provider, Title = $"Report {reference}", Framework = framework, BeganOn = began, EndedOn = ended, PublishedOn = published },
    };

    public static InspectionRecord Judgement(string report, string grade, string area = "overall", long version = 1, string? id = null) => new()
    {
        Key = Key(id ?? $"{report}-{area}", version), Judgement = new Judgement { Inspection = report, Area = area, Grade = grade },
    };

    public static InspectionRecord Recommendation(
        string report, string number, string due, string service = "Social care", string owner = "Head of service", string completed = "", string evidence = "", string validated = "", string validatedBy = "",
        string how = "", string kind = "recommendation", long version = 1, string? id = null) => new()
    {
        Key = Key(id ?? $"{report}-{number}", version),
        Recommendation = new Recommendation
        {
            Inspection = report, Number = number, Kind = kind, Text = $"Do what {report} says under {number}", Owner = owner, Service = service, DueOn = due, CompletedOn = completed, Evidence = evidence,
            ValidatedOn = validated, ValidatedBy = validatedBy, ValidatedHow = how,
        },
    };

    public static InspectionRecord Visit(string home, string day, string finding = "", long version = 1) => new()
    {
        Key = Key($"{home}-{day}", version), HomeVisit = new HomeVisit { Provider = home, VisitedOn = day, Visitor = "Independent visitor", Finding = finding },
    };

    public static RecordKey Key(string id, long version) => new() { RecordId = id, Version = version };

    /// <summary>The same record withdrawn.</summary>
    public static InspectionRecord Withdrawn(InspectionRecord record)
    {
        var withdrawn = record.Clone();
        withdrawn.Key = new() { RecordId = record.Key.RecordId, Version = record.Key.Version + 1, Deleted = true };
        return withdrawn;
    }
}
