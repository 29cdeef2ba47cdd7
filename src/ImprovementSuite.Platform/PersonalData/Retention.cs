using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.PersonalData;

/// <summary>What a removal would take, before anybody asks for it.</summary>
/// <param name="Before">What has its last day before this would go.</param>
/// <param name="Held">All of the type.</param>
/// <param name="Years">How many would go, by the year of their last day, oldest first.</param>
public sealed record RetentionTrial(DateOnly Before, long Held, IReadOnlyList<(int Year, long Records)> Years)
{
    /// <summary>How many would go.</summary>
    public long Going => Years.Sum(year => year.Records);
}

/// <summary>
/// Removes a module's records that are past their time. Figures are not touched: what was counted before is first brought up to date, and the days
/// before a removal are then never counted again, so that they stand as the records made them.
/// </summary>
public sealed class Retention(RetainedRecords records, IEnumerable<Recalculator> recalculators, BusinessClock clock)
{
    /// <summary>As many rows go in one transaction, so that a feed beside it waits for milliseconds.</summary>
    private const int AtOnce = 2_000;

    private readonly Lock _removing = new();

    /// <summary>The module's records.</summary>
    public RetainedRecords Records => records;

    /// <summary>How many there are of each type.</summary>
    public IReadOnlyDictionary<string, long> Held() => records.Database.Read(connection => records.Types.ToDictionary(type => type.Name, type => Count(connection, type)));

    /// <summary>What would go; nothing is changed.</summary>
    public RetentionTrial Try(RetainedType type, DateOnly before)
    {
        using var connection = records.Database.Open();
        return Prepared(connection, () => new RetentionTrial(before, Count(connection, type), [.. connection
            .Query($"SELECT Last, COUNT(*) FROM ({type.Past}) WHERE Last < $1 GROUP BY Last", row => (row.GetDay(0).Year, Records: row.GetInt64(1)), before)
            .GroupBy(day => day.Year, day => day.Records).Select(year => (year.Key, year.Sum())).OrderBy(year => year.Key)]));
    }

    /// <summary>Does what was asked for and is not done, one after the other; what a stop cut off goes on where it was.</summary>
    public void RemoveWhatIsAsked()
    {
        lock (_removing)
            foreach (var run in records.Database.Read(connection => connection.Query("SELECT Id FROM retention_run WHERE EndedAt IS NULL ORDER BY Id", row => row.GetInt32(0))))
                Remove(run);
    }

    private void Remove(int run)
    {
        using var connection = records.Database.Open();
        if (connection.Query("SELECT Type, Before FROM retention_run WHERE Id = $1 AND EndedAt IS NULL", row => (Type: row.GetString(0), Before: row.GetDay(1)), run) is not [var asked])
            return;
        var type = records.Types.First(type => type.Name == asked.Type);
        // What came for these days and waits is counted while the records are there.
        recalculators.FirstOrDefault(recalculator => recalculator.Module == records.Database.Name)?.Run();
        records.Database.Write(connection, () => connection.Execute("UPDATE retention_run SET StartedAt = COALESCE(StartedAt, $2) WHERE Id = $1", run, Now()));

        // What is removed is overwritten, in the file and in its log: else its pages could be read until something else takes their place.
        connection.Execute("PRAGMA secure_delete = ON");
        try
        {
            Prepared(connection, () =>
            {
                // A row may have to go before another can: until a whole round finds nothing.
                while (Round(connection, type, asked.Before, run) > 0)
                {
                }
                records.Database.Write(connection, () =>
                {
                    if (records.Afterwards.Length > 0)
                        connection.Execute(records.Afterwards);
                    connection.Execute("UPDATE retention_run SET EndedAt = $2 WHERE Id = $1", run, Now());
                });
                return run;
            });
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        finally
        {
            connection.Execute("PRAGMA secure_delete = OFF");
        }
    }

    private long Round(SqliteConnection connection, RetainedType type, DateOnly before, int run)
    {
        connection.Execute("DROP TABLE IF EXISTS temp.going");
        connection.Execute($"CREATE TEMP TABLE going AS SELECT Id FROM ({type.Past}) WHERE Last < $1 ORDER BY Id", before);
        var (last, all) = (connection.Scalar<long>("SELECT COUNT(*) FROM temp.going"), 0L);
        for (var first = 0L; first < last; first += AtOnce)
            records.Database.Write(connection, () =>
            {
                var gone = connection.Execute($"DELETE FROM {type.Name} WHERE Id IN (SELECT Id FROM temp.going WHERE rowid > $1 AND rowid <= $2)", first, first + AtOnce);
                connection.Execute("UPDATE retention_run SET Removed = Removed + $2 WHERE Id = $1", run, gone);
                all += gone;
            });
        return all;
    }

    private T Prepared<T>(SqliteConnection connection, Func<T> work)
    {
        // The connection goes back to a pool, and temporary tables with it.
        void Drop()
        {
            foreach (var table in (records.Temporary ?? []).Append("going"))
                connection.Execute($"DROP TABLE IF EXISTS temp.{table}");
        }
        Drop();
        try
        {
            if (records.Prepare.Length > 0)
                connection.Execute(records.Prepare);
            return work();
        }
        finally
        {
            Drop();
        }
    }

    private static long Count(SqliteConnection connection, RetainedType type) => connection.Scalar<long>($"SELECT COUNT(*) FROM {type.Name}");

    private long Now() => SqliteCommands.ToMilliseconds(clock.Now);
}
