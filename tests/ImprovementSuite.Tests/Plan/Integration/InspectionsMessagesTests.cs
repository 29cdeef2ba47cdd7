using ImprovementSuite.Contracts.Inspections;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Ratings;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Ui;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using static ImprovementSuite.Tests.Plan.RunningPlan;

namespace ImprovementSuite.Tests.Plan.Integration;

/// <summary>Messages of the Inspections module, taken from another module's outbox to the plan by the courier of the running suite.</summary>
public sealed class InspectionsMessagesTests : IAsyncLifetime
{
    private readonly RunningPlan _plan = new();

    public Task InitializeAsync() => _plan.InitializeAsync();

    public Task DisposeAsync() => _plan.DisposeAsync();

    [Fact]
    public async Task A_judgement_becomes_a_reading_of_the_measure_that_it_names_once_however_often_it_comes()
    {
        await Deliver(Judged("good", revision: 2));
        await Deliver(Judged("good", revision: 2));
        await Deliver(Judged("inadequate", revision: 1));

        var rating = (await Snapshot()).Measures["FOSTERING-JUDGEMENT"];
        Assert.Equal(("good", Origin.Recalculated, new DateOnly(2010, 8, 12), Colour.Green), (rating.Reading!.Grade, rating.Reading.Origin, rating.Reading.To, rating.Colour));
        Assert.Single(await Readings());
        Assert.Contains("Fostering service, judged under Fostering 2010.", Words((await _plan.Page("/plan/measure/FOSTERING-JUDGEMENT")).QuerySelector("main")));
    }

    [Fact]
    public async Task A_correction_of_its_day_takes_the_old_reading_back()
    {
        await Deliver(Judged("good", revision: 1));
        await Deliver(Judged("good", revision: 2) with { On = new(2010, 8, 10) });

        Assert.Equal(["2010-08-12 False", "2010-08-10 True"], (await Readings()).Select(reading => $"{reading.To:yyyy-MM-dd} {reading.Current}"));
    }

    [Fact]
    public async Task A_judgement_that_is_of_no_measure_any_more_is_read_no_more()
    {
        await Deliver(Judged("good", revision: 1));
        await Deliver(Judged("good", revision: 2) with { Measure = null });

        Assert.Null((await Snapshot()).Measures["FOSTERING-JUDGEMENT"].Reading);
    }

    [Fact]
    public async Task A_grade_of_another_scale_is_shown_and_not_compared()
    {
        await Deliver(Judged("requires improvement to be good", revision: 1));

        var rating = (await Snapshot()).Measures["FOSTERING-JUDGEMENT"];
        Assert.Equal((Colour.None, Ground.OtherScale), (rating.Colour, rating.Computed.Ground));
        Assert.Contains("Other scale", Words((await _plan.Page("/plan/line/4.4")).QuerySelector("main")));
    }

    [Fact]
    public async Task A_judgement_of_a_figure_is_not_taken_and_waits()
    {
        await Deliver(Judged("good", revision: 1) with { Measure = "BLOCK-A" });

        Assert.Empty(await Readings());
        Assert.Contains("the plan does not rate as a judgement", Outbox.Read(connection => connection.Scalar<string>("SELECT LastError FROM outgoing_message")));
    }

    [Fact]
    public async Task An_overdue_recommendation_stands_on_the_lines_that_it_concerns_until_it_is_met()
    {
        await Deliver(Overdue("r1", "1", revision: 1));
        await Deliver(Overdue("r2", "2", revision: 2));
        await Deliver(Overdue("r2", "2", revision: 2));

        var line = await _plan.Page("/plan/line/1.5", "demo-workstream-lead");
        Assert.Contains("2 recommendations are overdue.", Words(line.QuerySelector(".suite-sentence")));
        Assert.Contains("Fostering inspection, recommendation 1 1 Aug 2010 19 days", Words(line.QuerySelector("main")));
        Assert.Contains("See to 2 overdue recommendations of 1.5", Words((await _plan.Page("/plan/my-actions", "demo-workstream-lead")).QuerySelector("tbody tr")));
        Assert.Contains("2 recommendations are overdue.", Words((await _plan.Page("/", "demo-panel-member")).QuerySelector(".suite-sentence")));
        Assert.DoesNotContain("overdue", Words((await _plan.Page("/plan/line/1.6")).QuerySelector("main")));

        await Deliver(new RecommendationMet("r1", 3));
        await Deliver(Overdue("r1", "1", revision: 1));
        await Deliver(new RecommendationMet("never heard of", 4));
        Assert.Contains("1 recommendation is overdue.", Words((await _plan.Page("/plan/line/1.5")).QuerySelector(".suite-sentence")));

        await Deliver(Overdue("r1", "1", revision: 5));
        Assert.Contains("2 recommendations are overdue.", Words((await _plan.Page("/plan/line/1.5")).QuerySelector(".suite-sentence")));
    }

    private ModuleDatabase<SocialCareDb> Outbox => _plan.Suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>();

    private async Task Deliver(INotification message)
    {
        Outbox.Write(connection => OutgoingMessage.Write(connection, message, new DateTime(2010, 8, 20, 7, 0, 0, DateTimeKind.Utc)));
        await _plan.Suite.Services.GetRequiredService<Courier>().Deliver(Outbox, default);
    }

    private async Task<PlanSnapshot> Snapshot() => (await _plan.Suite.Services.GetRequiredService<PlanSnapshots>().Current())!;

    private async Task<List<Reading>> Readings()
    {
        await using var scope = _plan.Suite.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().Readings.AsNoTracking().Where(reading => reading.Grade != null).OrderBy(reading => reading.Id).ToListAsync();
    }

    private static JudgementRecorded Judged(string grade, long revision) =>
        new("j1", "FOSTERING-JUDGEMENT", "Fostering service", "Fostering 2010", grade, new(2010, 8, 12), new DateTime(2010, 8, 19, 9, 0, 0, DateTimeKind.Utc), revision);

    private static RecommendationOverdue Overdue(string id, string number, long revision) =>
        new(id, number, "Fostering inspection", new(2010, 8, 1), ["RECS-FOSTERING"], $"/inspections/recommendations/{id}", revision);
}
