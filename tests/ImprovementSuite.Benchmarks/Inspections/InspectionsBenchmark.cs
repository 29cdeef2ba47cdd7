using System.Diagnostics;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.People;
using ImprovementSuite.Inspections;
using ImprovementSuite.Inspections.Feed;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Benchmarks.Inspections;

/// <summary>A ledger of 20,000 recommendations: pages and filters of it, from the request to its last byte.</summary>
internal static class InspectionsBenchmark
{
    private const int Pages = 120;

    /// <summary>Until the runtime has compiled what a page does for good, as it has in a suite that has served for a while.</summary>
    private const int WarmUp = 60;

    private static readonly TimeSpan PageLimit = TimeSpan.FromMilliseconds(100);

    /// <summary>What a person asks the ledger: all of it, page by page, and its filters alone and together.</summary>
    private static readonly string[] Questions =
    [
        "", "?number=2", "?number=200", "?state=overdue", "?state=open", "?state=claimed", "?state=met&number=3", "?service=Service+7", "?source=SeriousCaseReview", "?owner=Head+12",
        "?dueFrom=1+April+2010&dueTo=31+July+2010", "?state=overdue&service=Service+3&source=Inspection", "?report=REPORT-17", "?owner=nobody+of+this+name",
    ];

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var recommendations = quick ? 2_000 : 20_000;
        using var folder = new BenchmarkFolder();
        await using var suite = SuiteApp.Build(new SuiteOptions(null, [], false, folder.Path, 0, 0, [PersonOfTest.PasswordIsEnough]));
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        var today = suite.Services.GetRequiredService<BusinessClock>().Today;
        await Send(suite.Services.GetRequiredService<InspectionRecordIntake>(), new InspectionsVolume(recommendations, today));
        await suite.StartAsync();
        // The thousands that are overdue are told to the plan once, after they came; that is not what a page costs.
        InspectionsModule.TellOthers(suite.Services);
        suite.Services.StartSweep();
        await folder.Settled(InspectionsModule.Name);
        await PersonOfTest.Make(suite.Services, Role.InspectionLead);
        var page = await Page(suite.Addresses().Pages);
        await suite.StopAsync();
        return [Figure.Under($"inspections: pages and filters of a ledger of {recommendations:N0} recommendations, p95", page, PageLimit)];
    }

    private static async Task Send(InspectionRecordIntake intake, InspectionsVolume volume)
    {
        var client = new FeedClient("Benchmark", InspectionsModule.Name, ["inspection-system"]);
        foreach (var (i, batch) in volume.Records().Chunk(InspectionRecordIntake.MostRecords).Index())
        {
            var receipt = await intake.Submit(client, new BatchHeader { Stream = "ledger", Sequence = i + 1, SchemaVersion = 1 }, batch, default);
            if (receipt.Accepted != batch.Length)
                throw new InvalidOperationException($"{batch.Length - receipt.Accepted} records were not accepted: {receipt.Rejections.FirstOrDefault()?.Sentence}");
        }
    }

    private static async Task<TimeSpan> Page(Uri pages)
    {
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = false });
        await PersonOfTest.SignIn(browser, pages);
        var times = new List<TimeSpan>();
        for (var i = 0; i < Pages + WarmUp; i++)
        {
            var address = new Uri(pages, $"/inspections/ledger{Questions[i % Questions.Length]}");
            var started = Stopwatch.StartNew();
            await browser.GetStringAsync(address);
            if (i >= WarmUp)
                times.Add(started.Elapsed);
        }
        return times.Order().ElementAt(times.Count * 95 / 100);
    }
}
