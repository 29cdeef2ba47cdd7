using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Host.Commands;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Indicators;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Plan.Indicators;

/// <summary>What the plan of 2010 tells of its measures in the running suite.</summary>
public sealed class IndicatorsToldTests : IAsyncLifetime
{
    private RunningSuite _suite = null!;
    private KeptMessages _kept = null!;

    public async Task InitializeAsync()
    {
        _suite = await RunningSuite.Start();
        await _suite.Quiet();
        _kept = new KeptMessages(Plan);
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite);
        await Publish();
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    private ModuleDatabase<PlanDb> Plan => _suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>();

    [Fact]
    public async Task Each_measure_of_the_plan_is_told_once_with_what_others_reached()
    {
        await Publish();

        var told = Told();
        var measures = await Db(db => db.Measures.Select(measure => measure.Code).ToListAsync());
        Assert.Equal(measures.Order(), told.Select(indicator => indicator.Measure).Order());
        Assert.Equal(
            new IndicatorRead(
                "NI59", "Initial assessments within 7 working days of referral", IsNational: true, Unit.Percent, Polarity.HighIsGood, Figure.AsStated(80.11m), new(2010, 8, 20), 71.6m, 71.8m, 0),
            Assert.Single(told, indicator => indicator.Measure == "NI59") with { Revision = 0 });
        Assert.Equal(["NI59", "NI60", "NI68"], told.Where(indicator => indicator.IsNational).Select(indicator => indicator.Measure).Order());
    }

    [Fact]
    public async Task A_grade_is_no_figure_and_tells_nothing()
    {
        var before = Told();

        await Edit(db =>
        {
            db.Add(new Reading
            {
                Measure = "FOSTERING-JUDGEMENT", PeriodKind = PeriodKind.AsAt, From = new(2010, 8, 12), To = new(2010, 8, 12), Origin = Origin.Published, KnownOn = RunningSuite.Today,
                Unit = Unit.Count, Grade = "good",
            });
            return Task.CompletedTask;
        });
        await Publish();

        Assert.Equal("good", (await _suite.Services.GetRequiredService<PlanSnapshots>().Current())!.Measures["FOSTERING-JUDGEMENT"].Reading!.Grade);
        Assert.Equal(before, Told());
    }

    [Fact]
    public async Task A_reading_that_changes_is_told_alone_under_a_higher_revision_and_the_same_again_is_not()
    {
        var before = Told();

        Read("NI59", Figure.Rate(987, 1232), revision: 1_000_000_001);
        await Publish();
        Read("NI59", Figure.Rate(987, 1232), revision: 1_000_000_002);
        await Publish();

        var news = Assert.Single(Told().Skip(before.Count));
        Assert.Equal(("NI59", Figure.Rate(987, 1232), new DateOnly(2010, 8, 20), false), (news.Measure, news.Reading, news.On, news.Removed));
        Assert.All(before, earlier => Assert.True(news.Revision > earlier.Revision));
    }

    [Fact]
    public async Task Of_two_periods_what_others_reached_in_the_later_one_is_told()
    {
        var before = Told().Count;

        await Edit(async db => (await db.Measures.SingleAsync(measure => measure.Code == "NI59")).Comparators.AddRange(
        [
            new() { Who = "Statistical neighbours", Period = "2010/11", Stored = StoredFigure.Of(Figure.Rate(3, 4)) },
            new() { Who = "England", Period = "2008/09", Stored = StoredFigure.Of(Figure.AsStated(50)) },
            new() { Who = "rest of the council", Period = "2011/12", Stored = StoredFigure.Of(Figure.AsStated(99)) },
        ]));
        await Publish();

        var news = Assert.Single(Told().Skip(before));
        Assert.Equal(("NI59", 75m, 71.8m), (news.Measure, news.Neighbours, news.National));
    }

    [Fact]
    public async Task A_measure_that_the_plan_has_no_more_is_told_once_and_comes_back_with_it()
    {
        var before = Told();
        var ni60 = before.Single(indicator => indicator.Measure == "NI60");

        // A module goes on counting it: then it is a measure, and none of the plan's.
        await Edit(async db => db.Remove(await db.Measures.SingleAsync(measure => measure.Code == "NI60")));
        await Publish();
        await Publish();
        var gone = Assert.Single(Told().Skip(before.Count));
        await Edit(db =>
        {
            db.Add(new Measure { Code = "NI60", Title = ni60.Title, Kind = MeasureKind.Rate, Unit = ni60.Unit, Polarity = ni60.Polarity, RatedOn = RatedOn.YearToDate, Thing = "", Things = "" });
            return Task.CompletedTask;
        });
        await Publish();

        Assert.Equal(new IndicatorRead("NI60", "", IsNational: true, default, default, null, null, null, null, gone.Revision, Removed: true), gone);
        Assert.True(gone.Revision > ni60.Revision);
        var back = Assert.Single(Told().Skip(before.Count + 1));
        Assert.Equal(ni60 with { Revision = back.Revision, Neighbours = null, National = null }, back);
        Assert.True(back.Revision > gone.Revision);
    }

    [Fact]
    public async Task Republished_everything_goes_out_again_under_a_higher_revision()
    {
        var before = Told();

        Assert.Equal(0, await _suite.Services.RunCommand(new SuiteOptions("republish", ["plan"], false, _suite.Folder, 0, 0, [])));
        await Publish();

        var again = Told().Skip(before.Count).ToList();
        Assert.Equal(before.Select(indicator => indicator with { Revision = 0 }), again.Select(indicator => indicator with { Revision = 0 }));
        Assert.True(again.Min(indicator => indicator.Revision) > before.Max(indicator => indicator.Revision));
    }

    [Theory]
    [InlineData("NI59", true)]
    [InlineData("NI 102", true)]
    [InlineData("ni8", true)]
    [InlineData("NI", false)]
    [InlineData("NI59-LOCAL", false)]
    [InlineData("NIGHTS-AWAY", false)]
    [InlineData("BLOCK-C", false)]
    public void A_national_indicator_is_known_by_its_number(string code, bool isNational) => Assert.Equal(isNational, IndicatorMessage.IsNational(code));

    private async Task Publish()
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IndicatorsPublisher>().Publish(default);
    }

    private void Read(string measure, Figure figure, long revision) => _suite.Services.GetRequiredService<ReadingStore>().Take(
        [new MeasureValue(measure, Scope.Authority, Period.YearToDate(RunningSuite.Today), figure, BusinessClock.Utc(RunningSuite.Today, new(6, 2)), revision)]);

    // Block C is read from what is told here, and told in its turn when it has a reading.
    private List<IndicatorRead> Told() => [.. _kept.Of<IndicatorRead>().Where(indicator => indicator is not { Measure: "BLOCK-C", Reading: not null })];

    private async Task<T> Db<T>(Func<PlanDb, Task<T>> read)
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<PlanDb>());
    }

    private Task Edit(Func<PlanDb, Task> edit) => Db(async db =>
    {
        await edit(db);
        await db.Changed(default);
        return await db.SaveChangesAsync();
    });
}
