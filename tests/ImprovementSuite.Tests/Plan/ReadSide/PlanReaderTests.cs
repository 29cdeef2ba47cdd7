using Grpc.Core;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan.Read.V1;
using ImprovementSuite.Tests.Support;
using Xunit;

namespace ImprovementSuite.Tests.Plan.ReadSide;

public sealed class PlanReaderTests(RunningPlan plan) : IClassFixture<RunningPlan>
{
    private PlanReader.PlanReaderClient Client => new(plan.Suite.Channel);

    private async Task<Metadata> Key() => RunningSuite.Bearer(await plan.Suite.Secret("plan", "reporting"));

    [Fact]
    public async Task Every_measure_of_the_plan_is_listed_with_both_colours()
    {
        var measures = (await Client.ListMeasuresAsync(new(), await Key())).Measures;

        Assert.Equal(Plan2010.File.Measures.Count, measures.Count);
        var pdr = measures.Single(m => m.Measure == "PDR-COMPLETED");
        Assert.Equal((64, 90, Colour.Red, Colour.Amber, "3.5"), (pdr.Reading.Value, pdr.Expected, pdr.Computed, pdr.Declared, Assert.Single(pdr.Lines)));
        Assert.False(pdr.Reading.HasNumerator);
        Assert.Equal(["4.1", "4.2"], measures.Single(m => m.Measure == "REPORTS-MONTHLY").Lines);
        Assert.Null(measures.Single(m => m.Measure == "INADEQUATE-HOMES").Reading);
    }

    [Fact]
    public async Task Readings_come_by_period_and_scope()
    {
        var key = await Key();

        var months = (await Client.GetReadingsAsync(new() { Measure = "NI59", Period = "month" }, key)).Readings;
        Assert.Equal(("2009-04-01", "2009-04-30", 148L, 198L, "recalculated"), (months[0].From, months[0].To, months[0].Numerator, months[0].Denominator, months[0].Origin));
        Assert.Equal(17, months.Count);
        var team = Assert.Single((await Client.GetReadingsAsync(new() { Measure = "NI59", Scope = "team", Code = "Central 2" }, key)).Readings);
        Assert.Equal((8L, 9L), (team.Numerator, team.Denominator));
        var closed = Assert.Single((await Client.GetReadingsAsync(new() { Measure = "NI59", Scope = "team", Code = "Closed" }, key)).Readings);
        Assert.False(closed.HasValue);
    }

    [Fact]
    public async Task What_is_not_there_and_what_is_not_known_is_told()
    {
        var key = await Key();

        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(async () => await Client.GetReadingsAsync(new() { Measure = "NI999" }, key))).StatusCode);
        var wrong = await Assert.ThrowsAsync<RpcException>(async () => await Client.GetReadingsAsync(new() { Measure = "NI59", Period = "day" }, key));
        Assert.Equal((StatusCode.InvalidArgument, "\"period\" is \"day\"; it must be empty or one of month, week, year-to-date, as-at, span, round."), (wrong.StatusCode, wrong.Status.Detail));
    }

    [Fact]
    public async Task Only_a_key_of_the_plans_feed_opens_it()
    {
        Assert.Equal(StatusCode.Unauthenticated, (await Assert.ThrowsAsync<RpcException>(async () => await Client.ListMeasuresAsync(new()))).StatusCode);
        var casesOnly = await plan.Suite.Key();
        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(async () => await Client.ListMeasuresAsync(new(), casesOnly))).StatusCode);
    }

    [Fact]
    public async Task A_watch_tells_what_stands_and_then_what_changes()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var watch = Client.Watch(new() { Measures = { "NI60" } }, await Key(), cancellationToken: patience.Token);
        var states = watch.ResponseStream;

        Assert.True(await states.MoveNext(patience.Token));
        Assert.Equal((87.67, Colour.Green), (states.Current.Reading.Value, states.Current.Computed));
        await plan.Publish(new MeasuresRecalculated("test", [new("NI60", Scope.Authority, Period.YearToDate(RunningSuite.Today), Figure.Rate(40, 100), DateTime.UtcNow, 1)]));
        Assert.True(await states.MoveNext(patience.Token));
        Assert.Equal((40, 40L, Colour.Red), (states.Current.Reading.Value, states.Current.Reading.Numerator, states.Current.Computed));
    }
}
