using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Contracts.Schools;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Schools.Measures;

/// <summary>What the module counts, and what it tells others.</summary>
public sealed class SchoolMeasuresTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await SchoolsOfTest.Fill(_suite);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Schools_below_and_at_risk_are_counted_by_round_phase_and_locality()
    {
        Assert.Equal((3, 0), await Value(SchoolsBelowFloor.Code, 2009, Scope.Authority));
        Assert.Equal((2, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Authority));
        Assert.Equal((1, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Locality("Central")));
        Assert.Equal((1, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Locality("North")));
        Assert.Equal((0, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Locality("South")));
        Assert.Equal((2, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Phase("Primary")));
        Assert.Equal((2, 0), await Value(SchoolsAtRisk.Code, 2010, Scope.Authority));
    }

    [Fact]
    public async Task A_round_with_none_below_is_0_and_not_nothing()
    {
        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.Result(SchoolsOfTest.CanalStreet, 2010, 15, status: "provisional", version: 2), SchoolsOfTest.Result(SchoolsOfTest.BrookLane, 2010, 15, status: "provisional", version: 2)]);

        Assert.Equal((0, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Authority));
    }

    [Fact]
    public async Task Another_standard_another_register_and_another_locality_count_every_round_anew()
    {
        await SchoolsOfTest.Edit(_suite, async db =>
        {
            (await db.Standards.SingleAsync(standard => standard.FromYear == ResultSet.FirstYear)).Set(FloorKind.Attainment, Ks2Figure.Level4EnglishMaths, 70_00, null, null, null, null, null, false, "");
            await db.SaveAndCountAnew(default);
        });
        SchoolsOfTest.Count(_suite);
        Assert.Equal((4, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Authority));

        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.School(SchoolsOfTest.DaleView, "Dale View Primary", "South", version: 2)]);
        Assert.Equal((1, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Locality("South")));

        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.School(SchoolsOfTest.DaleView, "Dale View Primary", "South", authority: "373", version: 3)]);
        Assert.Equal((3, 0), await Value(SchoolsBelowFloor.Code, 2010, Scope.Authority));
    }

    [Fact]
    public async Task What_is_kept_up_equals_a_full_recount_whatever_came_in_which_order()
    {
        var draw = new Random(11);
        for (var i = 0; i < 40; i++)
        {
            var urn = SchoolsOfTest.AbbeyRoad + draw.Next(8);
            var status = new[] { "provisional", "revised", "final" }[draw.Next(3)];
            var record = SchoolsOfTest.Result(urn, 2008 + draw.Next(3), draw.Next(21), status: status, version: i + 2);
            if (draw.Next(5) == 0)
                record.Key.Deleted = true;
            await SchoolsOfTest.Send(_suite, [record]);
        }
        Assert.Equal(await Recounted(), await Below());
        _suite.Services.GetServices<Recalculator>().Single(recalculator => recalculator.Module == SchoolsModule.Name).Run(everything: true);
        Assert.Equal(await Recounted(), await Below());
    }

    [Fact]
    public async Task Headline_values_of_schools_go_before_the_authority_s_own()
    {
        await SchoolsOfTest.Send(_suite,
        [
            Headline("", 2009, 60, 100, 1), Headline("", 2010, 61, 100, 1), Headline($"{SchoolsOfTest.AbbeyRoad}", 2010, 12, 20, 1), Headline($"{SchoolsOfTest.CanalStreet}", 2010, 9, 30, 1),
        ]);

        Assert.Equal((60, 100), await Value(GoodDevelopment.Code, 2009, Scope.Authority));
        Assert.Equal((21, 50), await Value(GoodDevelopment.Code, 2010, Scope.Authority));
        Assert.Equal((9, 30), await Value(GoodDevelopment.Code, 2010, Scope.Locality("North")));
    }

    [Fact]
    public async Task Who_rose_and_who_fell_is_published_once_and_again_when_it_is_corrected()
    {
        var moves = _suite.Services.GetRequiredService<FloorMoves>();

        Assert.Equal(
            [(SchoolsOfTest.AbbeyRoad, 2009, FloorWay.Fell), (SchoolsOfTest.AbbeyRoad, 2010, FloorWay.Rose), (SchoolsOfTest.BrookLane, 2009, FloorWay.Fell), (SchoolsOfTest.CanalStreet, 2010, FloorWay.Fell)],
            Sent(moves).Select(move => (move.Urn, move.Year, move.Way)));
        Assert.Empty(Sent(moves));

        await SchoolsOfTest.Send(_suite, [SchoolsOfTest.Result(SchoolsOfTest.CanalStreet, 2010, 12, status: "final")]);
        var corrected = Assert.Single(Sent(moves));
        Assert.Equal((SchoolsOfTest.CanalStreet, 2010, FloorWay.Neither), (corrected.Urn, corrected.Year, corrected.Way));
        Assert.True(corrected.Revision > 1);
    }

    [Fact]
    public async Task An_academy_rises_above_the_floor_that_the_school_before_it_was_below()
    {
        const int academy = 138_001;
        var moves = _suite.Services.GetRequiredService<FloorMoves>();
        moves.Publish();
        await SchoolsOfTest.Send(_suite,
        [
            SchoolsOfTest.School(SchoolsOfTest.HillTop, "Hill Top Primary", closedOn: "2009-08-31", version: 2, more: school => school.Successors.Add($"{academy}")),
            SchoolsOfTest.School(academy, "Hill Top Academy"), SchoolsOfTest.Result(academy, 2010, 14, status: "provisional"),
        ]);

        Assert.Equal((academy, 2010, FloorWay.Rose), Assert.Single(Sent(moves).Select(move => (move.Urn, move.Year, move.Way))));
    }

    [Fact]
    public async Task A_judgement_that_inspections_publishes_is_kept_by_its_revision()
    {
        var recorded = new JudgementRecorded("J1", null, "Overall effectiveness", "2009", "good", new DateOnly(2010, 3, 9), DateTime.UtcNow, 2, SchoolsOfTest.AbbeyRoad);
        foreach (var message in new[] { recorded, recorded, recorded with { Grade = "satisfactory", Revision = 1 } })
            await Take(message);
        await Take(recorded with { Judgement = "J2", School = null });

        var kept = await SchoolsOfTest.Read(_suite, db => db.Judgements.ToListAsync());
        Assert.Equal(("J1", "good"), (Assert.Single(kept).Id, kept[0].Grade));

        await Take(recorded with { Grade = "outstanding", Revision = 3 });
        Assert.Equal("outstanding", (await SchoolsOfTest.Read(_suite, db => db.Judgements.SingleAsync())).Grade);
    }

    private async Task Take(JudgementRecorded message)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Publish(message);
    }

    /// <summary>What a run publishes; the courier is not waited for.</summary>
    private List<FloorMoved> Sent(FloorMoves moves)
    {
        var database = _suite.Services.GetRequiredService<ModuleDatabase<SchoolsDb>>();
        var before = database.Read(connection => connection.Query("SELECT Urn, Year, Said, Revision FROM floor_move_published", row => (row.GetInt32(0), row.GetInt32(1), row.GetString(2), row.GetInt64(3)))).ToHashSet();
        moves.Publish();
        return database.Read(connection => connection.Query("SELECT Urn, Year, Said, Revision FROM floor_move_published ORDER BY Urn, Year", row => (Urn: row.GetInt32(0), Year: row.GetInt32(1), Said: row.GetString(2), Revision: row.GetInt64(3))))
            .Where(move => !before.Contains(move))
            .Select(move => new FloorMoved(move.Urn, "", move.Year, Enum.Parse<FloorWay>(move.Said.Split(' ')[0]), "", true, "", move.Revision)).ToList();
    }

    private static ImprovementSuite.Schools.Feed.V1.SchoolRecord Headline(string urn, int year, int reached, int cohort, long version) => new()
    {
        Key = SchoolsOfTest.Key($"{(urn.Length > 0 ? urn : "authority")}-{year}-foundation", version),
        Headline = new() { Urn = urn, Year = year, Stage = "foundation", Status = "final", Reached = reached, Cohort = cohort },
    };

    private async Task<(long, long)> Value(string measure, int year, Scope scope)
    {
        var value = await SchoolsOfTest.Read(_suite, db => db.Set<StoredValue>().SingleAsync(
            v => v.Measure == measure && v.PeriodKind == PeriodKind.Round && v.To == ResultSet.RoundDay(year) && v.ScopeKind == scope.Kind && v.ScopeCode == scope.Code));
        return (value.Numerator, value.Denominator);
    }

    /// <summary>What is kept up of each round.</summary>
    private Task<List<(int Year, long Below)>> Below() => SchoolsOfTest.Read(_suite, async db => (await db.Set<StoredValue>()
            .Where(value => value.Measure == SchoolsBelowFloor.Code && value.ScopeKind == ScopeKind.Authority).OrderBy(value => value.To).ToListAsync())
        .Select(value => (value.To.Year, value.Numerator)).ToList());

    /// <summary>The same by hand, from the rows: the most settled result of each school and year, under 55%, unless the school had closed.</summary>
    private Task<List<(int Year, long Below)>> Recounted() => SchoolsOfTest.Read(_suite, async db => (await db.Set<SchoolResult>().Where(result => result.Counts).ToListAsync())
        .GroupBy(result => (result.Urn, result.Year)).Select(same => same.MaxBy(result => result.Status)!)
        .Where(result => result.Urn != SchoolsOfTest.HillTop || result.Year < 2010)
        .GroupBy(result => result.Year).OrderBy(year => year.Key)
        .Select(year => (year.Key, year.LongCount(result => result.Reached * 100 < 55 * result.Cohort))).ToList());
}
