using ImprovementSuite.Contracts;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.People;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Data;

public sealed class PlanSnapshotsTests
{
    [Fact]
    public async Task Without_a_plan_there_is_no_snapshot()
    {
        await using var plan = await PlanDatabase.Create();

        Assert.Null(await plan.Services.GetRequiredService<PlanSnapshots>().Current());
    }

    [Fact]
    public async Task What_was_loaded_comes_back_from_the_database_as_it_stood_in_the_file()
    {
        await using var plan = await PlanDatabase.Create();
        await PlanModule.Load2010Plan(plan.Services, Actor.Suite);

        var stored = await plan.Snapshot();

        Assert.Equivalent(Plan2010.File.Lines, stored.Content.Lines, strict: true);
        Assert.Equivalent(Plan2010.File.Measures.OrderBy(m => m.Code), stored.Content.Measures.Values.OrderBy(m => m.Code), strict: true);
        Assert.Equivalent(Plan2010.Snapshot.Content.Panels, stored.Content.Panels, strict: true);
        Assert.Equal(Plan2010.Snapshot.Computed, stored.Computed);
        Assert.Equal(Plan2010.File.Achievements, stored.Content.Plan.Achievements);
    }

    [Fact]
    public async Task The_snapshot_is_kept_until_something_changes_or_the_day_turns()
    {
        await using var plan = await PlanDatabase.Create();
        await PlanModule.Load2010Plan(plan.Services, Actor.Suite);
        var first = await plan.Snapshot();
        Assert.Same(first, await plan.Snapshot());

        await plan.Send(new MeasuresRecalculated("socialcare", [new("NI60", Scope.Authority, Period.YearToDate(Plan2010.UpdateDay), Figure.Rate(1, 2), plan.Time.GetUtcNow().UtcDateTime, 1)]));
        var second = await plan.Snapshot();
        plan.Time.Today = new(2010, 9, 1);
        var third = await plan.Snapshot();

        Assert.Equal(50m, second.Measures["NI60"].Reading!.Value);
        Assert.Equal(87.67m, first.Measures["NI60"].Reading!.Value);
        // The August milestone of line 1.1 has passed without being recorded as done.
        Assert.Equal(ImprovementSuite.Platform.Ui.Colour.Red, third.Lines.Single(line => line.Line.Ref == "1.1").Computed);
    }

    [Fact]
    public async Task A_definition_is_kept_and_the_higher_revision_wins()
    {
        await using var plan = await PlanDatabase.Create();
        await PlanModule.Load2010Plan(plan.Services, Actor.Suite);

        await plan.Send(new MeasuresDefined("socialcare", [Definition("first")], 5));
        await plan.Send(new MeasuresDefined("socialcare", [Definition("older")], 4));
        Assert.Equal("first", (await plan.Snapshot()).Content.Definitions["NI59"].Title);
        await plan.Send(new MeasuresDefined("socialcare", [Definition("second"), Definition("in 45 days") with { Code = "SINGLE45" }], 6));

        var snapshot = await plan.Snapshot();
        Assert.Equal("second", snapshot.Content.Definitions["NI59"].Title);
        Assert.Equal(Ground.NoReading, snapshot.Measures["SINGLE45"].Computed.Ground);
    }

    [Fact]
    public async Task A_plan_is_loaded_once_and_the_change_log_says_by_whom()
    {
        await using var plan = await PlanDatabase.Create();
        var manager = new Actor("pm", "Performance manager");

        Assert.True(await PlanModule.Load2010Plan(plan.Services, manager));
        Assert.False(await PlanModule.Load2010Plan(plan.Services, manager));
        var refused = await PlanModule.LoadPlan(plan.Services, ImprovementSuite.Plan.Loading.PlanLoader.Plan2010(), manager);

        Assert.StartsWith("A plan is loaded already.", refused);
        await using var scope = plan.Services.CreateAsyncScope();
        var entry = Assert.Single(scope.ServiceProvider.GetRequiredService<ImprovementSuite.Plan.Data.PlanDb>().ChangeLog, change => change.Action == "loaded the plan");
        Assert.Equal(("Performance manager", "loaded the plan", "29 lines, 34 measures, as at 20 August 2010"), (entry.ActorName, entry.Action, entry.After));
        Assert.Null(ImprovementSuite.Platform.ChangeLog.ChangeEntry.FirstBroken([entry]));
    }

    private static MeasureDefinition Definition(string title) => new(
        "NI59", title, new("initial assessments finished in the period", "those finished within the limit", "from referral", null, "initial assessments were finished in time", "more assessments on time", "In time", "Finished"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Daily, RatedOn.YearToDate, "National indicator set", "/social-care/records/NI59", 1);
}
