using ImprovementSuite.Contracts;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Plan.Loading.Importing;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Plan.Loading;

public sealed class PlanImportTests
{
    private static readonly Actor Manager = new("manager", "Performance manager");

    private static PlanFile Changed(Func<PlanFile, PlanFile> change)
    {
        using var json = PlanLoader.Plan2010();
        return change(PlanFileReader.Read(json));
    }

    private static async Task<PlanDatabase> Loaded()
    {
        var plan = await PlanDatabase.Create();
        await PlanModule.Load2010Plan(plan.Services, Actor.Suite);
        return plan;
    }

    private static async Task<T> In<T>(PlanDatabase plan, Func<PlanDb, PlanImport, Task<T>> work)
    {
        await using var scope = plan.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<PlanDb>(), scope.ServiceProvider.GetRequiredService<PlanImport>());
    }

    private static Task<bool> Import(PlanDatabase plan, PlanFile file) => In(plan, async (_, import) =>
        await import.Apply(file, (await import.Preview(file, default)).Seen, "plan.json", "The board agreed it", Manager, default));

    private static async Task<PlanFile> Stored(PlanDatabase plan) => (await In(plan, (db, _) => StoredPlan.Read(db, default)))!;

    [Fact]
    public async Task What_is_exported_and_imported_again_changes_nothing()
    {
        await using var plan = await Loaded();
        var entries = await In(plan, (db, _) => db.ChangeLog.CountAsync());

        Assert.Empty((await In(plan, async (_, import) => await import.Preview(Changed(file => file), default))).Differences.Changes);
        Assert.Equal(Json(Plan2010.File with { Frozen = [] }), Json((await Stored(plan)) with { Frozen = [] }));
        Assert.Equal(entries, await In(plan, (db, _) => db.ChangeLog.CountAsync()));
    }

    [Fact]
    public async Task An_import_does_what_its_preview_shows_and_keeps_who_what_and_why()
    {
        await using var plan = await Loaded();
        var milestone = (await Stored(plan)).Lines.Single(line => line.Ref == "1.3").Milestones[2].Id;
        var file = Changed(file =>
        {
            var line = file.Lines.Single(line => line.Ref == "1.3");
            line.Name = "Processes";
            line.Milestones[2].Done = true;
            line.Milestones.RemoveAt(0);
            var measure = file.Measures.Single(measure => measure.Code == "NI59");
            measure.Stages.Insert(1, new Stage { By = new(2010, 6, 30), Stored = StoredFigure.Of(Figure.AsStated(82)) });
            return file with { Lines = [.. file.Lines.Where(line => line.Ref != "5.4"), new Line { Ref = "6.1", Theme = "New", Name = "New", Action = "Do it", Measures = ["NI59"] }] };
        });

        Assert.True(await Import(plan, file));

        var stored = await Stored(plan);
        Assert.Empty(PlanDifferences.Between(stored, file).Changes);
        Assert.Equal("6.1", stored.Lines[^1].Ref);
        // What others know of the milestone still holds.
        Assert.Equal(milestone, stored.Lines.Single(line => line.Ref == "1.3").Milestones[1].Id);
        var versions = await In(plan, async (db, _) => ((await db.Lines.FindAsync("1.3"))!.Version, (await db.Measures.FindAsync("NI59"))!.Version, (await db.Lines.FindAsync("1.1"))!.Version));
        Assert.Equal((1, 1, 0), versions);
        var log = await In(plan, (db, _) => db.ChangeLog.Where(entry => entry.ActorId == "manager").ToListAsync());
        Assert.Equal(
            [("changed a line by import", "1.3"), ("added a line by import", "6.1"), ("removed a line by import", "5.4"), ("changed a measure by import", "NI59"), (PlanImport.Action, "plan.json")],
            log.Select(entry => (entry.Action, entry.Subject)));
        Assert.All(log, entry => Assert.Equal("The board agreed it", entry.Why));
        Assert.Equal((null, "Stage by 30 June 2010: 82%"), (log[3].Before, log[3].After));
    }

    [Fact]
    public async Task A_plan_that_has_changed_since_its_preview_is_left_as_it_is()
    {
        await using var plan = await Loaded();
        var file = Changed(file => file with { Title = "Another title" });
        var seen = (await In(plan, async (_, import) => await import.Preview(file, default))).Seen;
        await In(plan, async (db, _) => { (await db.Lines.FindAsync("1.1"))!.Name = "Changed meanwhile"; return await db.SaveChangesAsync(); });

        Assert.False(await In(plan, (_, import) => import.Apply(file, seen, "plan.json", "why", Manager, default)));

        Assert.Equal((Plan2010.File.Title, "Changed meanwhile"), ((await Stored(plan)).Title, (await Stored(plan)).Lines.Single(line => line.Ref == "1.1").Name));
    }

    [Fact]
    public async Task A_figure_that_is_recalculated_meanwhile_is_no_change_of_the_plan_and_is_not_touched()
    {
        await using var plan = await Loaded();
        var file = Changed(file => file with { Measures = [.. file.Measures.Where(measure => measure.Code != "NI59")], Readings = [], Lines = [.. file.Lines.Where(line => line.Ref != "NI59")], Frozen = [.. file.Frozen.Where(frozen => frozen.Measure != "NI59")] });
        var seen = (await In(plan, async (_, import) => await import.Preview(file, default))).Seen;
        await plan.Send(new MeasuresRecalculated("test", [new("NI59", Scope.Authority, Period.YearToDate(new(2010, 8, 20)), Figure.Rate(987, 1232), new DateTime(2010, 8, 20, 6, 0, 0, DateTimeKind.Utc), 1)]));

        Assert.True(await In(plan, (_, import) => import.Apply(file, seen, "plan.json", "why", Manager, default)));

        Assert.Equal(987, (await In(plan, (db, _) => db.Readings.SingleAsync(reading => reading.Origin == Origin.Recalculated))).Numerator);
        Assert.Equal(Plan2010.File.Readings.Count, await In(plan, (db, _) => db.Readings.CountAsync(reading => reading.Origin == Origin.Published && reading.Current)));
    }

    [Fact]
    public async Task A_reading_that_is_told_otherwise_follows_the_earlier_one_which_is_kept()
    {
        await using var plan = await Loaded();
        plan.Time.Today = new(2010, 8, 25);

        Assert.True(await Import(plan, Changed(file => file with
        {
            Readings = [.. file.Readings.Where(reading => reading.Measure != "NI60"), new Reading { Measure = "NI60", PeriodKind = PeriodKind.YearToDate, From = new(2010, 4, 1), To = new(2010, 8, 20), Origin = Origin.Published, KnownOn = file.Updated, Stated = 88 }],
        })));

        var readings = await In(plan, (db, _) => db.Readings.Where(reading => reading.Measure == "NI60").OrderBy(reading => reading.Id).ToListAsync());
        Assert.Equal(
            [(87.67m, false, new DateOnly(2010, 8, 20)), (88m, true, new DateOnly(2010, 8, 25))], readings.Select(reading => (reading.Stated!.Value, reading.Current, reading.KnownOn)));
        Assert.Equal([(null, Manager.Name), (Manager.Name, null)], readings.Select(reading => (reading.EnteredBy, reading.SupersededBy)));
        Assert.NotNull(readings[1].File);
    }

    [Fact]
    public async Task Updates_decisions_and_frozen_panels_outlive_the_line()
    {
        await using var plan = await Loaded();
        await In(plan, async (db, _) =>
        {
            var update = new LineUpdate { Panel = new(2010, 9, 29), Line = "NI59" };
            update.Write(new("More in time", null, null, Colour.Green, null, null), Manager, new DateTime(2010, 8, 20, 9, 0, 0, DateTimeKind.Utc));
            db.AddRange(update, new Decision { Panel = new(2010, 7, 13), Line = "NI59", Minute = "Noted", MinutedBy = "Manager" });
            return await db.SaveChangesAsync();
        });

        Assert.True(await Import(plan, Changed(file => file with
        {
            Lines = [.. file.Lines.Where(line => line.Ref != "NI59")], Measures = [.. file.Measures.Where(measure => measure.Code != "NI59")], Readings = [], Panels = [], Frozen = [],
        })));

        Assert.Equal(("More in time", "Noted"), await In(plan, async (db, _) => ((await db.Updates.SingleAsync()).WhatChanged, (await db.Decisions.SingleAsync()).Minute)));
        var panels = await In(plan, (db, _) => db.Panels.OrderBy(panel => panel.On).ToListAsync());
        Assert.Equal([new DateOnly(2010, 7, 13), new DateOnly(2010, 9, 29)], panels.Select(panel => panel.On));
        Assert.Equal(["NI68", "NI59"], panels[0].Frozen.Select(frozen => frozen.Measure));
        Assert.Equal(28, (await plan.Snapshot()).Lines.Count);
    }

    [Fact]
    public async Task A_plan_is_imported_into_an_empty_database()
    {
        await using var plan = await PlanDatabase.Create();

        Assert.True(await Import(plan, Plan2010File()));

        Assert.Equal(29, (await plan.Snapshot()).Lines.Count);
        Assert.Equal((PlanImport.Action, "29 lines, 34 measures, as at 20 August 2010"), await In(plan, async (db, _) => await db.ChangeLog.SingleAsync() is var entry ? (entry.Action, entry.After) : default));
    }

    [Fact]
    public async Task Days_that_are_still_to_come_are_refused()
    {
        await using var plan = await PlanDatabase.Create(new DateOnly(2010, 8, 19));
        using var json = new MemoryStream();
        PlanFileWriter.Write(Plan2010.File, json);

        Assert.Equal("The plan says that it was updated on 20 August 2010. That day is still to come: today is 19 August 2010.",
            Assert.Throws<PlanFileException>(() => plan.Services.CreateScope().ServiceProvider.GetRequiredService<PlanImport>().Read(json.ToArray())).Message);
    }

    private static PlanFile Plan2010File() => Changed(file => file);

    private static string Json(PlanFile plan)
    {
        using var json = new MemoryStream();
        PlanFileWriter.Write(plan with { Measures = [.. plan.Measures.OrderBy(measure => measure.Code, StringComparer.Ordinal)] }, json);
        return System.Text.Encoding.UTF8.GetString(json.ToArray());
    }
}
