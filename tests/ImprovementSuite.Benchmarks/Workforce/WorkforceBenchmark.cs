using System.Diagnostics;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Workforce;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Feed;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Benchmarks.Workforce;

/// <summary>
/// An establishment of 5,000 posts with ten years of history: the page of vacancies on any of its days, from the request to its last byte; and every value of every
/// measure counted anew, beside the measures' own queries.
/// </summary>
internal static class WorkforceBenchmark
{
    private const int Days = 100;

    /// <summary>Until the runtime has compiled what a page does for good, as it has in a suite that has served for a while.</summary>
    private const int WarmUp = 60;

    private static readonly TimeSpan PageLimit = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var posts = quick ? 500 : 5_000;
        using var folder = new BenchmarkFolder();
        await using var suite = SuiteApp.Build(new SuiteOptions(null, [], false, folder.Path, 0, 0, [PersonOfTest.PasswordIsEnough]));
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        var today = suite.Services.GetRequiredService<BusinessClock>().Today;
        var records = await Send(suite.Services.GetRequiredService<WorkforceRecordIntake>(), new WorkforceVolume(posts, today));

        var (time, bare, values) = Recalculated(suite.Services);
        await suite.StartAsync();
        await PersonOfTest.Make(suite.Services, Role.HumanResourcesLead);
        var page = await Page(suite.Addresses().Pages, today);
        await suite.StopAsync();
        Console.WriteLine($"workforce: {records:N0} records of {posts:N0} posts, {values:N0} values");
        return
        [
            Figure.Under($"workforce: vacancies of {posts:N0} posts on any day of ten years, p95", page, PageLimit),
            new($"workforce: full recalculation, {records:N0} records", Figure.Words(time), $"measures' own queries {Figure.Words(bare)}", $"{time / bare:0.00} x", "at most 4 x", time / bare <= 4),
        ];
    }

    private static async Task<int> Send(WorkforceRecordIntake intake, WorkforceVolume volume)
    {
        var (client, sent) = (new FeedClient("Benchmark", WorkforceModule.Name, ["hr-system"]), 0);
        foreach (var (i, batch) in volume.Records().Chunk(WorkforceRecordIntake.MostRecords).Index())
        {
            var receipt = await intake.Submit(client, new BatchHeader { Stream = "establishment", Sequence = i + 1, SchemaVersion = 1 }, batch, default);
            if (receipt.Accepted != batch.Length)
                throw new InvalidOperationException($"{batch.Length - receipt.Accepted} records were not accepted: {receipt.Rejections.FirstOrDefault()?.Sentence}");
            sent += batch.Length;
        }
        return sent;
    }

    private static (TimeSpan Full, TimeSpan Queries, int Values) Recalculated(IServiceProvider services)
    {
        var recalculator = services.GetServices<Recalculator>().Single(r => r.Module == WorkforceModule.Name);
        var database = services.GetRequiredService<ModuleDatabase<WorkforceDb>>();
        recalculator.Run(everything: true);
        var (full, queries, values) = (new List<TimeSpan>(), new List<TimeSpan>(), 0);
        for (var round = 1; round <= 5; round++)
        {
            database.Write(connection => connection.Execute("DELETE FROM tally; DELETE FROM measure_value; DELETE FROM outgoing_message"));
            queries.Add(Timed(() => Count(database)));
            full.Add(Timed(() => values = recalculator.Run(everything: true)));
            Console.WriteLine($"workforce recalculation, round {round}: {Figure.Words(full[^1])} for {values:N0} values, queries alone {Figure.Words(queries[^1])}");
        }
        return (full.Median(), queries.Median(), values);
    }

    private static void Count(ModuleDatabase database)
    {
        using var connection = database.Open();
        foreach (var measure in WorkforceCounting.Read(connection).Measures)
            measure.Count(connection, WorkingDayCalendar.First, WorkingDayCalendar.Last);
    }

    private static async Task<TimeSpan> Page(Uri pages, DateOnly today)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = false });
        await PersonOfTest.SignIn(browser, pages);
        var (random, times) = (new Random(7), new List<TimeSpan>());
        for (var i = 0; i < Days + WarmUp; i++)
        {
            var address = new Uri(pages, $"/workforce/vacancies?on={today.AddDays(-random.Next(3_600)):yyyy-MM-dd}");
            var started = Stopwatch.StartNew();
            await browser.GetStringAsync(address);
            if (i >= WarmUp)
                times.Add(started.Elapsed);
        }
        return times.Order().ElementAt(times.Count * 95 / 100);
    }

    private static TimeSpan Timed(Action work)
    {
        var started = Stopwatch.StartNew();
        work();
        return started.Elapsed;
    }
}
