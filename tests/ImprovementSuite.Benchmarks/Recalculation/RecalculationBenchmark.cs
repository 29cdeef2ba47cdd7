using System.Diagnostics;
using ImprovementSuite.Benchmarks.Feed;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Benchmarks.Recalculation;

/// <summary>Every value of every measure counted anew and stored, beside the measures' own grouped queries by day and team on the same indexes.</summary>
internal static class RecalculationBenchmark
{
    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var scale = quick ? 10 : 1;
        using var folder = new BenchmarkFolder();
        await using var suite = SuiteApp.Build(new SuiteOptions(null, [], false, folder.Path, 0, 0, []));
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        var volume = new CaseVolume(1_000_000 / scale, 600_000 / scale, suite.Services.GetRequiredService<BusinessClock>().Today);
        BareUpsert.Write(folder.SocialCare, volume, rowsInTransaction: 100_000, onDisk: false);

        var recalculator = suite.Services.GetServices<Recalculator>().Single(r => r.Module == "socialcare");
        var database = suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>();
        // Once before, for the calendar that is stored at first and for pages of the file that are read for the first time.
        recalculator.Run(everything: true);
        var (full, queries, values) = (new List<TimeSpan>(), new List<TimeSpan>(), 0);
        for (var round = 1; round <= 5; round++)
        {
            database.Write(connection => connection.Execute("DELETE FROM tally; DELETE FROM measure_value; DELETE FROM outgoing_message"));
            queries.Add(Timed(() => Count(database)));
            full.Add(Timed(() => values = recalculator.Run(everything: true)));
            Console.WriteLine($"recalculation, round {round}: {Figure.Words(full[^1])} for {values:N0} values, grouped queries alone {Figure.Words(queries[^1])}");
        }
        var (time, bare) = (full.Median(), queries.Median());
        return
        [
            new($"full recalculation: {volume.Count:N0} records", Figure.Words(time), $"grouped queries {Figure.Words(bare)}", $"{time / bare:0.00} x", "at most 4 x", time / bare <= 4),
            Figure.Under("full recalculation: time", time, TimeSpan.FromSeconds(5)),
        ];
    }

    private static void Count(ModuleDatabase database)
    {
        using var connection = database.Open();
        foreach (var measure in SocialCareCounting.Read(connection).Measures)
            measure.Count(connection, WorkingDayCalendar.First, WorkingDayCalendar.Last);
    }

    private static TimeSpan Timed(Action work)
    {
        var started = Stopwatch.StartNew();
        work();
        return started.Elapsed;
    }
}
