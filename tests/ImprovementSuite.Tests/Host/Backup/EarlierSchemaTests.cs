using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Support.Visitor;

namespace ImprovementSuite.Tests.Host.Backup;

/// <summary>A data folder of each earlier schema, with rows in it, is brought up to date by a start and works.</summary>
public sealed class EarlierSchemaTests
{
    /// <summary>
    /// Rows as the first version kept them, in SQL, because the classes of today write what today's schema takes; and what must be found of them.
    /// A database that is new here needs a line of its own.
    /// </summary>
    private static readonly Dictionary<string, (string Rows, string Find, string Found)> Kept = new()
    {
        ["accounts"] = (
            "INSERT INTO feed_key (Name, Feed, Sources, Hash, IssuedAt) VALUES ('Case system', 'socialcare', 'case-system', 'abc', 1282294800000)",
            "SELECT Name FROM feed_key", "Case system"),
        ["plan"] = (
            """
            INSERT INTO reading (Measure, ScopeKind, Code, Within, PeriodKind, "From", "To", Round, Origin, KnownOn, Numerator, Denominator, Unit, Revision, Current)
            VALUES ('NI59', 0, '', '', 2, 733862, 734002, '', 0, 734003, 800, 1000, 0, 5, 1)
            """,
            "SELECT Measure || ' ' || Numerator || ' of ' || Denominator FROM reading", "NI59 800 of 1000"),
        ["socialcare"] = (
            """
            INSERT INTO feed_source (Id, Name) VALUES (1, 'case-system');
            INSERT INTO team (Id, Code, Locality) VALUES (1, 'North 1', 'North');
            INSERT INTO referral (ReceivedOn, Origin, SourceId, RecordId, Version, Deleted, Counts, Child, TeamId, HolderId, WorkerId, Outcome)
            VALUES (733985, 1, 1, 'R1', 1, 0, 1, 'C1', 1, 1, 0, 1)
            """,
            // Counted by the start's recalculation: 1 August 2010 lies in the year to date.
            "SELECT RecordId || ' counted ' || (SELECT MAX(Denominator) FROM measure_value WHERE Measure = 'NI68') FROM referral", "R1 counted 1"),
        ["schools"] = (
            """
            INSERT INTO feed_source (Id, Name) VALUES (1, 'council');
            UPDATE school_settings SET Authority = '372';
            INSERT INTO school (Urn, Name, Authority, Establishment, Type, TypeGroup, Status, ClosedWhy, Phase, Trust, Postcode, District, Grade, Successors, HeadMark, SourceId, RecordId, Version, Deleted, Counts)
            VALUES (106801, 'Abbey Road', '372', '2001', '', '', 'Open', '', 'Primary', '', '', 'Central', '', '', '', 1, '106801', 1, 0, 1);
            INSERT INTO result (Urn, Year, Status, RoundOn, Cohort, Reached, Withheld, Name, Authority, Special, SourceId, RecordId, Version, Deleted, Counts)
            VALUES (106801, 2009, 3, 733557, 20, 10, '', '', '', 0, 1, '106801-2009-final', 1, 0, 1)
            """,
            // Counted by the start's recalculation: 10 of 20 are under 55%.
            "SELECT Name || ' counted ' || (SELECT MAX(Numerator) FROM measure_value WHERE Measure = 'SCHOOLS-BELOW-FLOOR') FROM school", "Abbey Road counted 1"),
        ["workforce"] = (
            """
            INSERT INTO feed_source (Id, Name) VALUES (1, 'hr-system');
            INSERT INTO team (Id, Code, Locality) VALUES (1, 'North 1', 'North');
            INSERT INTO post (Number, Title, Role, TeamId, Grade, Fte, FixedTerm, StartsOn, SourceId, RecordId, Version, Deleted, Counts)
            VALUES ('SW1', '', 1, 1, '', 60, 0, 733000, 1, 'P1', 1, 0, 1)
            """,
            // Counted by the start's recalculation: nobody is in the post of 0.6.
            "SELECT Number || ' counted ' || (SELECT MAX(Numerator) FROM measure_value WHERE Measure = 'VACANCY-SOCIAL-WORKERS') FROM post", "SW1 counted 60"),
        ["inspections"] = (
            """
            INSERT INTO feed_source (Id, Name) VALUES (1, 'inspection-system');
            INSERT INTO provider (Reference, Name, Kind, Service, Urn, SourceId, RecordId, Version, Deleted, Counts) VALUES ('HOME', 'Elm Road', 2, '', '', 1, 'P1', 1, 0, 1);
            INSERT INTO inspection (Reference, Kind, ProviderRef, Title, Framework, BeganOn, EndedOn, Report, SourceId, RecordId, Version, Deleted, Counts)
            VALUES ('R', 1, 'HOME', 'Elm Road, 2010', 'ofsted-2009', 733800, 733801, '', 1, 'I1', 1, 0, 1);
            INSERT INTO judgement (InspectionRef, Area, Grade, SourceId, RecordId, Version, Deleted, Counts) VALUES ('R', 'overall', 'inadequate', 1, 'J1', 1, 0, 1)
            """,
            // Counted by the start's recalculation: the home is inadequate.
            "SELECT Name || ' counted ' || (SELECT MAX(Numerator) FROM measure_value WHERE Measure = 'INADEQUATE-HOMES') FROM provider", "Elm Road counted 1"),
    };

    /// <summary>Every migration of every database but the last of each.</summary>
    public static TheoryData<string, string> EarlierSchemas
    {
        get
        {
            using var folder = new TemporaryFolder();
            var suite = new SuiteAtRest(folder.Path);
            var schemas = new TheoryData<string, string>();
            using var scope = suite.Services.CreateScope();
            foreach (var database in scope.ServiceProvider.GetServices<MigratedDatabase>())
                foreach (var schema in Context(scope, database).Database.GetMigrations().SkipLast(1))
                    schemas.Add(database.Database.Name, schema);
            return schemas;
        }
    }

    [Theory]
    [MemberData(nameof(EarlierSchemas))]
    public async Task A_start_brings_it_up_to_date_and_keeps_its_rows(string name, string schema)
    {
        var folder = Directory.CreateTempSubdirectory("suite-test-").FullName;
        await using (var earlier = new SuiteAtRest(folder))
        {
            using var scope = earlier.Services.CreateScope();
            foreach (var database in scope.ServiceProvider.GetServices<MigratedDatabase>())
            {
                // The others were as old as could be.
                var context = Context(scope, database);
                await context.GetService<IMigrator>().MigrateAsync(database.Database.Name == name ? schema : context.Database.GetMigrations().First());
                earlier.Execute(database.Database.Name, Kept[database.Database.Name].Rows);
            }
            await earlier.Record("was there before");
        }

        await using var suite = await RunningSuite.Start(folder);
        await suite.Quiet();

        foreach (var database in suite.Services.GetServices<ModuleDatabase>())
            Assert.Equal(Kept[database.Name].Found, database.Read(connection => connection.Scalar<string>(Kept[database.Name].Find)));
        await PlanModule.Load2010Plan(suite.Services, Actor.Suite);
        var receipt = await suite.CaseFeed.SubmitBatchAsync(Cases.Batch(1, Cases.Referral("R2", "2010-08-02")), await suite.Key());
        Assert.Equal(1, receipt.Accepted);
        using var visitor = await SignIn(suite, "demo-performance-manager");
        foreach (var page in new[] { "/", "/plan", "/social-care", "/plan/meetings" })
            Assert.NotNull((await visitor.Page(page)).QuerySelector("h1"));
        using var administrator = await SignIn(suite, "demo-administrator");
        var log = await administrator.Page("/change-log");
        Assert.EndsWith("Every entry is as it was written.", Words(log.QuerySelector(".suite-sentence")));
        Assert.Equal(Kept.Count, log.QuerySelectorAll(".change-log tbody tr").Count(row => Words(row).Contains("Was there before")));
    }

    private static ModuleDb Context(IServiceScope scope, MigratedDatabase database) => (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
}
