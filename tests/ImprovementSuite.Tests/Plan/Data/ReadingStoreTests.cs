using CsCheck;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Platform.Storage;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Data;

public sealed class ReadingStoreTests
{
    private static readonly DateTime AsAt = new(2010, 8, 20, 5, 2, 0, DateTimeKind.Utc);

    private static MeasureValue Value(long revision, long numerator = 1, long denominator = 2, Scope? scope = null, Period? period = null, string measure = "NI59") =>
        new(measure, scope ?? Scope.Authority, period ?? Period.YearToDate(Plan2010.UpdateDay), Figure.Rate(numerator, denominator), AsAt, revision);

    private static Task Send(PlanDatabase plan, params MeasureValue[] values) => plan.Send(new MeasuresRecalculated("socialcare", values));

    private static List<(long Numerator, long Revision, bool Current, DateOnly KnownOn)> Rows(PlanDatabase plan) => plan.Database.Read(connection => connection.Query(
        "SELECT Numerator, Revision, Current, KnownOn FROM reading WHERE Origin = 0 ORDER BY Id", row => (row.GetInt64(0), row.GetInt64(1), row.GetBoolean(2), row.GetDay(3))));

    [Fact]
    public async Task On_the_same_day_the_higher_revision_replaces()
    {
        await using var plan = await PlanDatabase.Create();

        await Send(plan, Value(5, 10), Value(7, 11));
        await Send(plan, Value(6, 12), Value(7, 13));

        Assert.Equal([(11, 7, true, Plan2010.UpdateDay)], Rows(plan));
    }

    [Fact]
    public async Task On_a_later_day_the_older_reading_is_superseded_and_stays()
    {
        await using var plan = await PlanDatabase.Create();
        await Send(plan, Value(5, 10));
        plan.Time.Today = plan.Time.Today.AddDays(1);

        await Send(plan, Value(6, 11));
        await Send(plan, Value(4, 12));

        Assert.Equal([(10, 5, false, Plan2010.UpdateDay), (11, 6, true, Plan2010.UpdateDay.AddDays(1))], Rows(plan));
    }

    [Fact]
    public async Task The_same_figure_counted_again_is_no_restatement()
    {
        await using var plan = await PlanDatabase.Create();
        await Send(plan, Value(5, 10));
        plan.Time.Today = plan.Time.Today.AddDays(1);

        await Send(plan, Value(6, 10));

        Assert.Equal([(10, 6, true, Plan2010.UpdateDay)], Rows(plan));
    }

    [Fact]
    public async Task Another_grade_of_the_same_figure_is_taken_and_is_no_restatement()
    {
        await using var plan = await PlanDatabase.Create();
        await Send(plan, Value(5, 10) with { Trust = Trust.A, TrustWhy = "none of its records fails a rule" });
        plan.Time.Today = plan.Time.Today.AddDays(1);

        await Send(plan, Value(6, 10) with { Trust = Trust.C, TrustWhy = "no records since 20 August 2010" });

        Assert.Equal([(10, 6, true, Plan2010.UpdateDay)], Rows(plan));
        Assert.Equal(["2 no records since 20 August 2010"], plan.Database.Read(connection => connection.Query("SELECT Trust, TrustWhy FROM reading WHERE Origin = 0", row => $"{row.GetInt32(0)} {row.GetString(1)}")));
    }

    [Fact]
    public async Task Deliveries_in_any_order_and_any_number_end_in_the_same_state()
    {
        await using var plan = await PlanDatabase.Create();
        var scopes = new[] { Scope.Authority, Scope.Locality("North"), Scope.Team("North 1", "North"), Scope.Team("North 1", "South"), Scope.Team("", "") };
        var message = Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2], Gen.Int[0, 50]).Select((scope, week, numerator) => (scope, week, numerator)).List[1, 6];
        var round = 0;

        Gen.Select(message.List[1, 8], Gen.Int[0, 1000]).Sample((messages, seed) =>
        {
            var measure = $"M{round++}";
            var sent = messages.Select((values, i) => new MeasuresRecalculated("socialcare",
                [.. values.Select((v, j) => Value(1 + (i * 10) + j, v.numerator, 50, scopes[v.scope], Period.Week(Plan2010.UpdateDay.AddDays(7 * v.week)), measure))])).ToList();
            var shuffled = sent.Concat(sent.Take(sent.Count / 2)).ToArray();
            new Random(seed).Shuffle(shuffled);

            foreach (var m in shuffled)
                plan.Send(m).GetAwaiter().GetResult();

            var expected = sent.SelectMany(m => m.Values).GroupBy(v => (v.Scope, v.Period)).Select(same => same.MaxBy(v => v.Revision)!)
                .Select(v => ((int)v.Scope.Kind, v.Scope.Code, v.Scope.Within ?? "", v.Period.To, v.Figure.Numerator!.Value, v.Revision));
            var stored = plan.Database.Read(connection => connection.Query(
                "SELECT ScopeKind, Code, Within, \"To\", Numerator, Revision FROM reading WHERE Measure = $1 AND Current = 1",
                row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetDay(3), row.GetInt64(4), row.GetInt64(5)), measure));
            Assert.Equal(expected.Order(), stored.Order());
        }, iter: 60, threads: 1);
    }

    [Fact]
    public async Task A_published_reading_of_the_same_days_stands_beside_and_is_not_rated()
    {
        await using var plan = await PlanDatabase.Create();
        await ImprovementSuite.Plan.PlanModule.Load2010Plan(plan.Services, ImprovementSuite.Platform.People.Actor.Suite);
        Assert.Equal(Origin.Published, (await plan.Snapshot()).Measures["NI59"].Reading!.Origin);

        await Send(plan, Value(1, 987, 1232));

        var rated = (await plan.Snapshot()).Measures["NI59"];
        Assert.Equal((Origin.Recalculated, 987L, 40L), (rated.Reading!.Origin, rated.Reading.Numerator!.Value, rated.Distance!.Things!.Value));
        Assert.Equal([80.11m], (await plan.Snapshot()).Content.Readings["NI59"].Where(r => r.Origin == Origin.Published).Select(r => r.Value!.Value));
    }

    [Fact]
    public async Task A_failure_half_way_keeps_nothing_of_the_message()
    {
        await using var plan = await PlanDatabase.Create();
        plan.Database.Write(connection => connection.Execute("CREATE TRIGGER full BEFORE INSERT ON reading WHEN NEW.Numerator = 99 BEGIN SELECT RAISE(ABORT, 'no'); END"));

        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => Send(plan, Value(1, 10), Value(2, 99, 100, Scope.Locality("North"))));

        Assert.Empty(Rows(plan));
    }
}
