using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Plan;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Meetings;

/// <summary>A freeze is made once, keeps everything, and stays whatever is learnt later.</summary>
public sealed class FreezeTests : IAsyncLifetime
{
    private static readonly DateOnly September = new(2010, 9, 29);
    private static readonly DateOnly Dispatch = new(2010, 9, 22);
    private static readonly Actor Manager = new("pm", "Performance manager");

    private PlanDatabase _plan = null!;

    public async Task InitializeAsync()
    {
        _plan = await PlanDatabase.Create();
        await PlanModule.Load2010Plan(_plan.Services, Actor.Suite);
        _plan.Time.Today = Dispatch;
        await Count(800, 1000, revision: 1);
    }

    public async Task DisposeAsync() => await _plan.DisposeAsync();

    [Fact]
    public async Task It_keeps_every_measure_every_line_and_the_pack()
    {
        Assert.Null(await Freeze());

        var (panel, live) = (await Panel(), await _plan.Snapshot());
        Assert.Equal(Dispatch, panel.FrozenOn);
        Assert.Equal("Performance manager", panel.FrozenBy);
        Assert.Equal(34, panel.Frozen.Count);
        Assert.Equal(live.Lines.Select(line => (line.Line.Ref, line.Computed, line.Line.Declared)).Order(), panel.FrozenLines.Select(line => (line.Line, line.Computed, line.Declared)).Order());
        var ni59 = panel.Frozen.Single(frozen => frozen.Measure == "NI59");
        Assert.Equal(((decimal?)80m, Period.YearToDate(Dispatch), live.Measures["NI59"].Expected, live.Measures["NI59"].Colour), (ni59.Value, ni59.Period, ni59.Expected, ni59.Colour));
        var pack = await Pack();
        Assert.True(pack.IsWhole);
        Assert.Equal(29, pack.Content.Lines.Count);
        Assert.Equal(4, pack.Content.Papers.Count);
        Assert.Equal((live.Computed, live.Declared), (pack.Content.Computed, pack.Content.Declared));
    }

    [Fact]
    public async Task It_is_made_once()
    {
        await Freeze();

        var again = await Freeze();

        Assert.StartsWith("The meeting of 29 September 2010 is frozen already: Performance manager froze it on 22 Sep 2010, 9:00am.", again);
        await using var scope = _plan.Services.CreateAsyncScope();
        Assert.Single(await scope.ServiceProvider.GetRequiredService<PlanDb>().Packs.ToListAsync());
    }

    [Fact]
    public async Task Of_two_who_freeze_at_once_one_is_told_that_it_is_done()
    {
        var answers = await Task.WhenAll(Task.Run(() => Freeze()), Task.Run(() => Freeze()));

        Assert.Single(answers, answer => answer is null);
        Assert.Single(answers, answer => answer?.Contains("is frozen already") == true);
    }

    [Theory]
    [InlineData("2010-04-22", "The meeting of 22 April 2010 has passed.")]
    [InlineData("2010-07-13", "What the panel of 13 July 2010 is known to have seen is kept already.")]
    public async Task What_has_passed_is_not_frozen(string day, string why) => Assert.StartsWith(why, await Freeze(DateOnly.Parse(day)));

    [Fact]
    public async Task A_later_meeting_waits_for_the_one_before()
    {
        await using (var scope = _plan.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
            db.Add(ImprovementSuite.Plan.Meetings.Panel.For(new(2010, 10, 27), ImprovementSuite.Platform.Time.WorkingDayCalendar.EnglandAndWales));
            await db.Changed(default);
            await db.SaveChangesAsync();
        }

        Assert.Equal("The meeting of 29 September 2010 comes first. Freeze that one before this.", await Freeze(new(2010, 10, 27)));
    }

    [Fact]
    public async Task What_late_data_changes_is_restated_and_what_the_panel_saw_stays()
    {
        await Freeze();
        var before = await Pack();
        _plan.Time.Today = Dispatch.AddDays(5);

        await Count(810, 1010, revision: 2);

        var (after, live) = (await Pack(), await _plan.Snapshot());
        Assert.Equal((before.Body, before.Hash), (after.Body, after.Hash));
        var panel = live.MeetingOn(September)!;
        Assert.Equal(80m, panel.Frozen.Single(frozen => frozen.Measure == "NI59").Value);
        var restated = Assert.Single(Restatement.Of(panel, live.Content));
        Assert.Equal(("NI59", "1 April to 22 September 2010", "80%", "80.2%"), (restated.InPack.Measure, restated.InPack.Days, restated.InPack.Seen, restated.InPack.Now));
    }

    [Fact]
    public async Task What_an_earlier_panel_saw_otherwise_stands_in_the_next_pack()
    {
        // A module that has counted the days of 13 July: 80.16% was reported, and 80.16% when rounded is no other figure.
        await Count(8016, 10000, revision: 3, Period.YearToDate(new(2010, 7, 13)));
        Assert.Empty(Restatement.Of((await _plan.Snapshot()).MeetingOn(new(2010, 7, 13))!, (await _plan.Snapshot()).Content));
        await Count(8050, 10000, revision: 4, Period.YearToDate(new(2010, 7, 13)));

        await Freeze();

        var restated = Assert.Single((await Pack()).Content.Restated);
        Assert.Equal((new DateOnly(2010, 7, 13), "NI59", "80.16%", "80.5%"), (restated.Panel, restated.Measure, restated.Seen, restated.Now));
    }

    [Fact]
    public async Task The_day_is_replayed_as_it_was_known_then_and_as_it_is_known_now()
    {
        _plan.Time.Today = Dispatch.AddDays(5);
        await Count(810, 1010, revision: 2);
        await using var scope = _plan.Services.CreateAsyncScope();
        var replay = scope.ServiceProvider.GetRequiredService<PlanReplay>();

        var then = (await replay.On(Dispatch, Knowledge.Then))!;
        var now = (await replay.On(Dispatch, Knowledge.Now))!;
        var before = (await replay.On(Plan2010.UpdateDay, Knowledge.Now))!;

        Assert.Equal(((long?)800, (long?)810), (then.Measures["NI59"].Reading!.Numerator, now.Measures["NI59"].Reading!.Numerator));
        Assert.Equal(Dispatch, now.Measures["NI59"].Reading!.To);
        // A day before the count: readings that end later are left out, and the published one of that day is rated.
        Assert.Equal(80.11m, before.Measures["NI59"].Reading!.Value);
        Assert.Equal(Plan2010.Snapshot.Computed, before.Computed);
        Assert.Null((await replay.On(new(2010, 7, 1), Knowledge.Then))!.Measures["NI59"].Reading);
    }

    [Fact]
    public async Task The_modules_are_told_and_the_change_log_holds_the_hash_of_the_pack()
    {
        var heads = ChainHead.Of([_plan.Database]);

        await Freeze();

        await using var scope = _plan.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        var row = Assert.Single(await db.Outbox.ToListAsync());
        var frozen = Assert.IsType<PanelReportFrozen>(OutgoingMessage.Read(row.Type, row.Body));
        Assert.Equal((September, Dispatch, 34), (frozen.Panel, frozen.FiguresOn, frozen.Measures.Count));
        var log = await db.ChangeLog.OrderBy(entry => entry.Sequence).ToListAsync();
        var pack = await Pack();
        Assert.Null(ChangeEntry.FirstBroken(log));
        Assert.EndsWith($"pack {pack.Hash}", log[^1].After);
        Assert.Equal(heads, pack.Content.ChainHeads);
        Assert.True(pack.Content.ChainHeads.Single().StillStands([_plan.Database]));
    }

    [Fact]
    public async Task A_change_log_whose_end_is_cut_off_shows()
    {
        await Freeze();
        var head = (await Pack()).Content.ChainHeads.Single();

        _plan.Database.Write(connection => ImprovementSuite.Platform.Storage.SqliteCommands.Execute(connection, "DELETE FROM change_log WHERE Sequence >= $1", head.Sequence));

        Assert.False(head.StillStands([_plan.Database]));
    }

    [Fact]
    public async Task A_line_that_has_turned_green_since_the_freeze_is_newly_green()
    {
        await Freeze();
        _plan.Time.Today = September.AddDays(5);
        await Count(990, 1000, revision: 2);

        var live = await _plan.Snapshot();

        Assert.True(Agenda.IsNewlyGreen(live.Lines.Single(line => line.Line.Ref == "NI59"), live));
        Assert.False(Agenda.IsNewlyGreen(live.Lines.Single(line => line.Line.Ref == "NI60"), live));
    }

    [Fact]
    public async Task What_is_unfinished_is_said()
    {
        var plan = await _plan.Snapshot();
        await using var scope = _plan.Services.CreateAsyncScope();
        var papers = await scope.ServiceProvider.GetRequiredService<PlanDb>().Papers.ToListAsync();

        var open = Unfinished.Of(plan, plan.MeetingOn(September)!, papers, waiting: 3);

        Assert.Contains(new Unfinished("29 updates are not submitted", "every line"), open);
        Assert.Contains(open, part => part.Words.EndsWith("challenges are not decided") && part.Which!.EndsWith("5.3 and 5.4"));
        Assert.Contains(open, part => part.Words == "4 papers are not received");
        Assert.Contains(open, part => part.Words.StartsWith("Records have come"));
    }

    private async Task<string?> Freeze() => await Freeze(September);

    private async Task<string?> Freeze(DateOnly on)
    {
        await using var scope = _plan.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PanelFreeze>().Freeze(on, Manager);
    }

    private async Task<Panel> Panel() => (await _plan.Snapshot()).MeetingOn(September)!;

    private async Task<FrozenPack> Pack()
    {
        await using var scope = _plan.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PlanDb>().Packs.AsNoTracking().SingleAsync();
    }

    /// <summary>A module's count of NI 59.</summary>
    private Task Count(long inTime, long finished, long revision, Period? period = null) => _plan.Send(new MeasuresRecalculated("socialcare",
        [new("NI59", Scope.Authority, period ?? Period.YearToDate(Dispatch), Figure.Rate(inTime, finished), _plan.Time.GetUtcNow().UtcDateTime, revision)]));
}
