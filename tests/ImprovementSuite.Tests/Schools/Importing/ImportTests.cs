using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Schools;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Feed;
using ImprovementSuite.Schools.Feed.V1;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Results;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static ImprovementSuite.Tests.Schools.Importing.ImportingSuite;
using static ImprovementSuite.Tests.Schools.Importing.SchoolFiles;

namespace ImprovementSuite.Tests.Schools.Importing;

/// <summary>What becomes of a file: read, taken, taken back.</summary>
public sealed class ImportTests : IAsyncLifetime
{
    private ImportingSuite _suite = null!;

    public async Task InitializeAsync() => _suite = await Start();

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Reading_changes_nothing_that_counts_and_taking_brings_all_of_it()
    {
        var register = await _suite.ReadRegister(Real("gias_936.csv"));
        Assert.Empty(_suite.Counting());
        Assert.Equal("", (await _suite.Db(db => db.Settings(default))).Authority);
        Assert.Equal((42, 0, 0), await _suite.Effects(register));

        await _suite.Imports.TakeNow(register, Lead, default);
        await _suite.TakeTable(Real("2016_936_ks2.csv"), 2017);
        await _suite.TakeTable(Real("2017_936_ks2.csv"), 2018);

        Assert.Equal("936", (await _suite.Db(db => db.Settings(default))).Authority);
        Assert.Equal(42 + 30 + 30, _suite.Counting().Count);
        var book = await _suite.Db(db => db.Floor(default));
        // As in the whole tables, from which these schools were cut.
        Assert.Equal([125185, 130397, 131991], Below(book, 2017));
        Assert.Equal([125069, 131991, 141733, 144230], Below(book, 2018));
        Assert.Equal(
            ["read a file of schools", "took an import", "finished taking an import"], (await _suite.Db(db => db.ChangeLog.Select(entry => entry.Action).ToListAsync())).Where(action => !action.StartsWith("took the authority")).Take(3));
    }

    [Fact]
    public async Task Provisional_revised_and_final_results_stand_beside_each_other()
    {
        foreach (var (status, percent) in new[] { (ResultStatus.Provisional, 50), (ResultStatus.Revised, 60), (ResultStatus.Final, 70) })
            await _suite.TakeTable(Table($"1,936,125000,A,20,{percent}%,0,0,0,"), status: status);

        Assert.Equal(
            [(ResultStatus.Provisional, 50_00), (ResultStatus.Revised, 60_00), (ResultStatus.Final, 70_00)],
            await _suite.Db(async db => (await db.Set<SchoolResult>().Where(result => result.Counts).OrderBy(result => result.Status)
                .Select(result => new { result.Status, Percent = EF.Property<int?>(result, nameof(Ks2Figure.ExpectedReadingWritingMaths)) }).ToListAsync()).Select(result => (result.Status, result.Percent!.Value)).ToList()));
    }

    [Fact]
    public async Task What_is_brought_in_again_changes_nothing_and_what_differs_says_so()
    {
        await _suite.TakeTable(Table("1,936,125000,A,20,50%,0,0,0,", "1,936,125001,B,20,60%,0,0,0,"));
        var before = _suite.Counting();

        var again = await _suite.ReadTable(Table("1,936,125001,B,20,60.0%,0,0,0,", "1,936,125000,A,20,50%,0,0,0,"));
        Assert.Equal((0, 0, 2), await _suite.Effects(again));
        await _suite.Imports.TakeNow(again, Lead, default);
        Assert.Equal(before, _suite.Counting());

        Assert.Equal((1, 1, 1), await _suite.Effects(await _suite.ReadTable(Table("1,936,125000,A,20,50%,0,0,0,", "1,936,125001,B,20,61%,0,0,0,", "1,936,125002,C,20,70%,0,0,0,"))));
    }

    [Fact]
    public async Task Undone_everything_is_exactly_as_it_was_before()
    {
        await _suite.TakeRegister(Register("", "125000,936,A,Open", "125001,936,B,Open"));
        await _suite.TakeTable(Table("1,936,125000,A,20,50%,0,0,0,", "1,936,125001,B,20,60%,0,0,0,"));
        var first = _suite.Counting();
        var second = await _suite.TakeTable(Table("1,936,125000,A,20,51%,0,0,0,", "1,936,125001,B,20,60%,0,0,0,", "1,936,125002,C,20,70%,1,2,3,", "4, , , ,1000,64%, , , ,"));
        var between = _suite.Counting();
        Assert.NotEqual(first, between);
        var third = await _suite.TakeRegister(Register("", "125000,936,A,Closed", "125003,936,D,Open"));

        await _suite.Undo(third);
        Assert.Equal(between, _suite.Counting());
        await _suite.Undo(second);
        Assert.Equal(first, _suite.Counting());

        Assert.Equal((ImportState.Undone, 0, "It was the wrong file"), await State(second));
        Assert.Contains(await _suite.Db(db => db.ChangeLog.ToListAsync()), entry => entry is { Action: "undid an import", Why: "It was the wrong file", After: "3 records taken back, 0 left alone" });
        // What was undone is no history: brought in again, it is new again.
        Assert.Equal((1, 0, 1), await _suite.Effects(await _suite.ReadTable(Table("1,936,125000,A,20,50%,0,0,0,", "1,936,125002,C,20,70%,1,2,3,"))));
    }

    [Fact]
    public async Task Records_that_a_later_import_brought_as_well_are_left_alone()
    {
        var first = await _suite.TakeTable(Table("1,936,125000,A,20,50%,0,0,0,", "1,936,125001,B,20,60%,0,0,0,", "1,936,125002,C,20,70%,0,0,0,"));
        var second = await _suite.TakeTable(Table("1,936,125000,A,20,55%,0,0,0,", "1,936,125001,B,20,60%,0,0,0,"));
        var both = _suite.Counting();

        await _suite.Undo(first);

        Assert.Equal((ImportState.Undone, 2, "It was the wrong file"), await State(first));
        Assert.Equal(both.Where(line => !line.Contains("125002")), _suite.Counting());
        // Nothing stood before the second one any more: it takes with it what it brought, also what had been the same.
        await _suite.Undo(second);
        Assert.Empty(_suite.Counting());
        Assert.Equal("It is not one that was taken, or somebody else has undone it meanwhile", await _suite.Imports.Undo(second, "again", Lead, default));
    }

    [Fact]
    public async Task What_a_stop_cut_off_goes_on_at_the_next_start()
    {
        await _suite.TakeTable(Table("1,936,125000,A,20,50%,0,0,0,"));
        var before = _suite.Counting();
        var id = await _suite.ReadTable(Table("1,936,125000,A,20,55%,0,0,0,", "1,936,125001,B,20,60%,0,0,0,", "1,936,125002,C,20,70%,0,0,0,"));
        // A person had said yes, and one of three records was on its way when the suite stopped.
        var version = _suite.Database.Read(connection => ImportStore.NextVersion(connection, new DateTime(2018, 9, 20, 9, 0, 0, DateTimeKind.Utc)));
        await _suite.Db(async db =>
        {
            (await db.Imports.SingleAsync(import => import.Id == id)).Take(new DateTime(2018, 9, 20, 9, 0, 0, DateTimeKind.Utc), version);
            return await db.SaveChangesAsync();
        });
        var record = _suite.Database.Read(connection => ImportStore.Lines(connection, id, version))[1].Record;
        record.Key = new RecordKey { RecordId = "125001-2018-final", Version = version };
        await _suite.Suite.Services.GetRequiredService<SchoolRecordIntake>().Submit(
            new FeedClient("Imports", SchoolsModule.Name, ["council"]), new BatchHeader { Stream = $"import-{id}", Sequence = 1, SchemaVersion = 1 }, [record], default);

        await GoOn();
        await _suite.Until(id, ImportState.Done);
        Assert.Equal(3, _suite.Counting().Count);
        Assert.Single(_suite.Counting(), line => line.Contains("ExpectedReadingWritingMaths=5500"));

        // And when it was being undone.
        await _suite.Db(async db =>
        {
            (await db.Imports.SingleAsync(import => import.Id == id)).Undo("Lead", "wrong", new DateTime(2018, 9, 20, 10, 0, 0, DateTimeKind.Utc), 0);
            return await db.SaveChangesAsync();
        });
        await GoOn();
        await _suite.Until(id, ImportState.Undone);
        Assert.Equal(before, _suite.Counting());

        Task GoOn() => _suite.Suite.Services.GetServices<IHostedService>().OfType<ImportsGoOn>().Single().StartAsync(default);
    }

    [Fact]
    public async Task Only_one_is_taken_at_a_time_and_only_once()
    {
        var (first, second) = (await _suite.ReadTable(Table("1,936,125000,A,20,50%,0,0,0,")), await _suite.ReadTable(Table("1,936,125000,A,20,55%,0,0,0,"), name: "second.csv"));
        await _suite.Db(async db =>
        {
            (await db.Imports.SingleAsync(import => import.Id == second)).Take(new DateTime(2018, 9, 20, 9, 0, 0, DateTimeKind.Utc), 1);
            return await db.SaveChangesAsync();
        });

        Assert.Equal("second.csv is being taken. Wait until that is done, and try again", await _suite.Imports.Take(first, Lead, default));
        Assert.Equal("Somebody else has decided about it meanwhile", await _suite.Imports.Take(second, Lead, default));
        Assert.Equal("Somebody else has decided about it meanwhile", await _suite.Imports.Drop(second, Lead, default));
    }

    [Fact]
    public async Task A_table_whose_figures_are_those_of_another_year_is_refused()
    {
        await _suite.TakeTable(Real("2017_936_ks2.csv"), 2018);
        // Somebody has called the same table by an earlier year, headings and all.
        var other = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(Real("2017_936_ks2.csv")).Replace("_17,", "_15,"));

        var refused = await Assert.ThrowsAsync<ImportFileException>(() => _suite.ReadTable(other, 2017));

        Assert.Equal("All figures of the schools that were compared are those that are stored of 2018, so the file is of the tests of 2018, and 2017 was chosen. Choose 2018, or the file of 2017.", refused.Message);
        await _suite.TakeTable(Real("2016_936_ks2.csv"), 2017);
    }

    [Fact]
    public async Task A_file_of_nothing_that_is_ones_own_or_of_no_lines_is_refused()
    {
        await _suite.TakeRegister(Register("", "125000,936,A,Open"));

        Assert.StartsWith("1 line was read, and none is of your authority.", (await Assert.ThrowsAsync<ImportFileException>(() => _suite.ReadRegister(Register("", "125001,372,B,Open")))).Message);
        Assert.Equal("The file has headings and no lines under them.", (await Assert.ThrowsAsync<ImportFileException>(() => _suite.ReadTable(Table()))).Message);
        Assert.Equal(1, await _suite.Db(db => db.Imports.CountAsync()));
    }

    [Fact]
    public async Task Another_head_is_new_since_the_day_the_register_was_taken()
    {
        const string heads = "HeadTitle (name),HeadFirstName,HeadLastName";
        await _suite.TakeRegister(Register(heads, "125000,936,A,Open,Mrs,Ada,Oak", "125001,936,B,Open,Mr,Ben,Ash", "125002,936,C,Open,,,"));
        Assert.Empty(await _suite.Db(db => db.Notes.ToListAsync()));

        await _suite.TakeRegister(Register(heads, "125000,936,A,Open,Ms,Cleo,Elm", "125001,936,B,Open,Mr,Ben,Ash", "125002,936,C,Open,Dr,Dan,Fir"));

        var note = Assert.Single(await _suite.Db(db => db.Notes.ToListAsync()));
        Assert.Equal((125000, Today), (note.Urn, note.HeadSince));
        Assert.Contains(await _suite.Db(db => db.ChangeLog.ToListAsync()), entry => entry is { Action: "noted a new head", Subject: "125000 A", After: "Head since 2018-09-20." });
    }

    [Fact]
    public async Task What_is_typed_counts_at_once_and_can_be_undone()
    {
        await _suite.TakeTable(Table("1,936,125000,A,20,50%,-1,-2,-3,"));
        var published = _suite.Counting();
        SchoolRecord Typed(int reached) => new() { Result = new Result { Urn = "125000", Year = 2018, Status = "final", Cohort = 20, Reached = reached, Figures = new() } };

        var first = await _suite.Typed.Take("Final results of A, 2018", Typed(12), "125000-2018-final", 125000, Lead, default);
        var once = _suite.Counting();
        var second = await _suite.Typed.Take("Final results of A, 2018", Typed(13), "125000-2018-final", 125000, Lead, default);

        Assert.Contains("Reached=13", Assert.Single(_suite.Counting()));
        await _suite.Undo(second);
        Assert.Equal(once, _suite.Counting());
        await _suite.Undo(first);
        Assert.Equal(published, _suite.Counting());
        var entry = (await _suite.Db(db => db.ChangeLog.ToListAsync())).First(change => change.Action == "typed a record of a school");
        Assert.Equal(("Final results of A, 2018", "Pupils: 20. At the standard: 12."), (entry.Subject, entry.After));
        Assert.Contains("The expected standard in reading, writing and maths: 50%.", entry.Before);
        await Assert.ThrowsAsync<ArgumentException>(() => _suite.Typed.Take("Wrong", Typed(21), "125000-2018-final", 125000, Lead, default));
    }

    [Fact]
    public async Task A_forecast_is_typed_in_the_same_way()
    {
        var forecast = new SchoolRecord { Forecast = new() { Urn = "125000", Year = 2019, Kind = "forecast", Percent = "64", MadeOn = "2018-09-20", By = "An adviser" } };

        var id = await _suite.Typed.Take("Forecast of A", forecast, "125000-2019-forecast", 125000, Lead, default);

        Assert.Contains("Percent=6400", Assert.Single(_suite.Counting()));
        await _suite.Undo(id);
        Assert.Empty(_suite.Counting());
    }

    private static IEnumerable<int> Below(FloorBook book, int year) => book.Decisions(year).Where(one => one.Decision.Outcome == FloorOutcome.Below).Select(one => one.School.Urn).Order();

    private async Task<(ImportState, int, string?)> State(int id) => await _suite.Import(id) is var import ? (import.State, import.LeftAlone, import.UndoneWhy) : default;
}
