using Hangfire;
using ImprovementSuite.Contracts.Schools;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Schools.Floor;

/// <summary>What was last published of a school's move from one round to the next.</summary>
internal sealed class PublishedMove
{
    public int Urn { get; private set; }

    /// <summary>The later round.</summary>
    public int Year { get; private set; }

    /// <summary>What went out; empty to send it again.</summary>
    public string Said { get; private set; } = "";

    public long Revision { get; private set; }
}

/// <summary>
/// Tells other modules which schools fell below the floor or rose above it. What is so now is compared with what was last published, so it does not matter
/// whether results, a standard, the register or a match changed it, nor how often it is asked.
/// </summary>
internal sealed class FloorMoves(ModuleDatabase<SchoolsDb> database, BusinessClock clock, Doorbell doorbell)
{
    /// <summary>Hangfire calls it every minute and does not repeat a failure: the next time does.</summary>
    /// <returns>How many moves have changed.</returns>
    [AutomaticRetry(Attempts = 0)]
    public int Publish()
    {
        var changed = 0;
        database.Write(connection =>
        {
            var now = Now(FloorReading.Read(connection)).ToDictionary(move => (move.Urn, move.Year));
            var published = connection.Query("SELECT Urn, Year, Said, Revision FROM floor_move_published", row => (Key: (row.GetInt32(0), row.GetInt32(1)), Said: row.GetString(2), Revision: row.GetInt64(3)))
                .ToDictionary(move => move.Key, move => (move.Said, move.Revision));
            // A restored database has raised this above all that was ever published: a move that it does not know yet must win as well.
            var values = connection.Scalar<long>("SELECT Value FROM recalculation_mark WHERE Name = 'revision'");
            foreach (var key in now.Keys.Union(published.Keys).Order())
            {
                var last = published.TryGetValue(key, out var before) ? before : ("", 0);
                var move = now.TryGetValue(key, out var found) ? found : new FloorMoved(key.Item1, "", key.Item2, FloorWay.Neither, "", true, "", 0);
                var said = $"{move.Way} {move.Settled} {move.School} {move.Sentence}";
                if (said == last.Item1 || (move.Way == FloorWay.Neither && last.Item2 == 0))
                    continue;
                Write(connection, move with { Path = $"/schools/{key.Item1}", Revision = Math.Max(last.Item2, values) + 1 }, said);
                changed++;
            }
        });
        if (changed > 0)
            doorbell.Ring(SchoolsModule.Name);
        return changed;
    }

    /// <summary>Every move goes out again with the next run, under its next revision.</summary>
    public static void PublishAgain(SqliteConnection connection) => connection.Execute("UPDATE floor_move_published SET Said = ''");

    private static IEnumerable<FloorMoved> Now(FloorBook book) =>
        from year in book.Years
        // A year without results lies between the rounds of 2019 and 2022.
        let before = book.Years.Where(earlier => earlier < year).DefaultIfEmpty(0).Max()
        where before > 0
        from one in book.Decisions(year)
        let was = book.Decide(book.NumberIn(one.School.Urn, before), before)
        let way = (was.Outcome, one.Decision.Outcome) switch
        {
            (FloorOutcome.Below, FloorOutcome.Above) => FloorWay.Rose,
            (FloorOutcome.Above, FloorOutcome.Below) => FloorWay.Fell,
            _ => FloorWay.Neither,
        }
        where way != FloorWay.Neither
        select new FloorMoved(one.School.Urn, one.School.Name, year, way, one.Decision.Sentence, book.Result(one.School.Urn, year)?.Status != ResultStatus.Provisional, "", 0);

    private void Write(SqliteConnection connection, FloorMoved move, string said)
    {
        OutgoingMessage.Write(connection, move, clock.Now);
        connection.Execute(
            "INSERT INTO floor_move_published (Urn, Year, Said, Revision) VALUES ($1, $2, $3, $4) ON CONFLICT (Urn, Year) DO UPDATE SET Said = excluded.Said, Revision = excluded.Revision",
            move.Urn, move.Year, said, move.Revision);
    }
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class FloorMovesClock(IRecurringJobManager minutely) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        minutely.AddOrUpdate<FloorMoves>("floor-moves", moves => moves.Publish(), Cron.Minutely());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
