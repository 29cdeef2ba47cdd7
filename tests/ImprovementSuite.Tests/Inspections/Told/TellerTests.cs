using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Told;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static ImprovementSuite.Tests.Inspections.InspectionsOfTest;

namespace ImprovementSuite.Tests.Inspections.Told;

/// <summary>What the plan and the schools know after the courier has been.</summary>
public sealed class TellerTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task What_is_overdue_by_its_original_date_is_told_and_taken_back_when_it_is_complete()
    {
        // H1/1 is revised to a day to come, which changes nothing.
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Revise(one, new(2010, 9, 30), "Late", "Director", Owner)));
        await Tell();
        Assert.Equal(
            [("1", "Report H1", true), ("1", "Report P1", true), ("1", "Report PEER", true), ("1", "Report S1", true), ("2", "Report H1", true)],
            Overdue().Select(one => (one.Number, one.Source, one.IsOverdue)));
        Assert.Equal(["""["RECS-IN-TIMESCALE"]""", "[]"], Overdue().Where(one => one.Source is "Report P1" or "Report S1").Select(one => one.Measures));
        var (before, path) = Overdue().Where(one => one is { Source: "Report H1", Number: "1" }).Select(one => (one.Revision, one.Path)).Single();
        Assert.Equal((await Row(_suite, "H1", "1")).Path, path);

        await Tell();
        Assert.Equal(before, Overdue().Single(one => one is { Source: "Report H1", Number: "1" }).Revision);

        await AddEvidence(_suite, "H1", "1", Owner);
        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Complete(one, new(2010, 8, 2), null, Owner)));
        await Tell();
        Assert.False(Overdue().Single(one => one is { Source: "Report H1", Number: "1" }).IsOverdue);

        Assert.Null(await Step(_suite, "H1", "1", (desk, one) => desk.Reopen(one, "Relapsed", Validator)));
        await Tell();
        Assert.True(Overdue().Single(one => one is { Source: "Report H1", Number: "1" }).IsOverdue);
    }

    [Fact]
    public async Task A_judgement_is_a_reading_of_its_measure_and_stands_with_its_school_until_it_is_withdrawn()
    {
        await Edit(_suite, async db =>
        {
            db.Add(new JudgementMeasure { ProviderRef = "FOS-1", Area = "overall", Code = "FOSTERING-JUDGEMENT" });
            return await db.SaveChangesAsync();
        });
        await Tell();
        Assert.Equal(["satisfactory"], Readings());
        Assert.Equal(["outstanding"], Of("schools", "SELECT Grade FROM school_judgement WHERE Urn = 106872"));

        // A visit judges no school, whatever it found.
        await Send(_suite, Report("S1-VISIT", "SCH-1", "2010-03-10", kind: "monitoring-visit"), Judgement("S1-VISIT", "satisfactory"));
        await Tell();
        Assert.Equal(["outstanding"], Of("schools", "SELECT Grade FROM school_judgement WHERE Urn = 106872"));

        await Send(_suite, Withdrawn(Judgement("S1", "outstanding")), Judgement("F1", "good", version: 2));
        await Tell();
        Assert.Equal(["good"], Readings());
        Assert.Empty(Of("schools", "SELECT Grade FROM school_judgement WHERE Urn = 106872"));

        IReadOnlyList<string> Readings() => Of("plan", "SELECT Grade FROM reading WHERE Measure = 'FOSTERING-JUDGEMENT' AND Current = 1");
    }

    [Fact]
    public async Task All_of_it_goes_out_again_under_a_higher_revision_when_it_is_asked_for()
    {
        await Tell();
        var before = Overdue().Max(one => one.Revision);

        Read(_suite, connection => { Teller.TellAgain(connection); return 0; });
        await Tell();

        Assert.All(Overdue(), one => Assert.True(one.Revision > before));
    }

    private async Task Tell()
    {
        InspectionsOfTest.Tell(_suite);
        await _suite.Quiet();
    }

    private List<Known> Overdue() => Database("plan").Read(connection => connection.Query(
        "SELECT Number, Source, IsOverdue, Measures, Path, Revision FROM recommendation ORDER BY Number, Source",
        row => new Known(row.GetString(0), row.GetString(1), row.GetBoolean(2), row.GetString(3), row.GetString(4), row.GetInt64(5))));

    private List<string> Of(string database, string sql) => Database(database).Read(connection => connection.Query(sql, row => row.GetString(0)));

    private ModuleDatabase Database(string name) => _suite.Services.GetServices<ModuleDatabase>().Single(database => database.Name == name);

    private sealed record Known(string Number, string Source, bool IsOverdue, string Measures, string Path, long Revision);
}
