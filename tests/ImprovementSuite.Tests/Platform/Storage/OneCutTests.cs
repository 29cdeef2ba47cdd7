using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Tests.Platform.Storage;

/// <summary>Copies of two databases are of one moment, whatever is written meanwhile; and whoever writes only waits.</summary>
public sealed class OneCutTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_written_first_is_in_the_cut_where_what_was_written_second_is()
    {
        // The writer and the copier share nothing but the files, as two processes would.
        var (orders, receipts) = (Database("orders"), Database("receipts"));
        foreach (var database in new[] { orders, receipts })
            database.Write(connection => connection.Execute("CREATE TABLE entry (Id INTEGER PRIMARY KEY, Filling BLOB)"));
        using var stop = new CancellationTokenSource();
        var written = 0L;
        var writing = Task.Run(() =>
        {
            for (var i = 1; ; i++)
            {
                orders.Write(connection => connection.Execute("INSERT INTO entry VALUES ($1, randomblob(2000))", i));
                if (stop.IsCancellationRequested)
                    return i;
                receipts.Write(connection => connection.Execute("INSERT INTO entry VALUES ($1, randomblob(2000))", i));
                Volatile.Write(ref written, i);
            }
        });

        var cuts = new List<(long Orders, long Receipts)>();
        for (var i = 0; i < 20; i++)
        {
            var copy = Directory.CreateDirectory(Path.Combine(_folder.Path, $"cut-{i}")).FullName;
            OneCut.Copy([Database("receipts"), Database("orders")], copy);
            cuts.Add((Last(copy, "orders"), Last(copy, "receipts")));
            // On a busy machine one cut after the other would leave the writer no turn.
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref written) > cuts[^1].Receipts, TimeSpan.FromMinutes(1)), "Nothing is written any more.");
            Assert.Equal(["orders.db", "receipts.db"], Directory.EnumerateFiles(copy).Select(Path.GetFileName).Order());
        }
        await stop.CancelAsync();

        Assert.InRange(await writing, cuts[^1].Orders, long.MaxValue);
        Assert.All(cuts, cut => Assert.InRange(cut.Orders - cut.Receipts, 0, 1));
        Assert.True(cuts[^1].Orders > cuts[0].Orders, "Nothing was written while the copies were made.");
    }

    [Fact]
    public void What_was_deleted_is_in_no_page_of_the_copy()
    {
        var database = Database("orders");
        database.Write(connection =>
        {
            connection.Execute("CREATE TABLE entry (Name TEXT)");
            connection.Execute("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO entry SELECT 'Kowalczyk ' || i FROM n");
        });
        database.Write(connection => connection.Execute("DELETE FROM entry"));
        var copy = Directory.CreateDirectory(Path.Combine(_folder.Path, "copy")).FullName;
        using (var connection = database.Open())
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        Assert.Contains("Kowalczyk", File.ReadAllText(database.Path, System.Text.Encoding.Latin1));

        OneCut.Copy([database], copy);

        Assert.DoesNotContain("Kowalczyk", File.ReadAllText(Path.Combine(copy, "orders.db"), System.Text.Encoding.Latin1));
    }

    private ModuleDatabase Database(string name)
    {
        var database = new ModuleDatabase(name, Path.Combine(_folder.Path, $"{name}.db"));
        // As DatabaseUpkeep makes every database.
        using var connection = database.Open();
        connection.Execute("PRAGMA journal_mode = WAL");
        return database;
    }

    private static long Last(string folder, string name)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, $"{name}.db")};Mode=ReadOnly;Pooling=false");
        connection.Open();
        return connection.Scalar<long>("SELECT MAX(Id) FROM entry");
    }
}
