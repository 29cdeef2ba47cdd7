using System.Diagnostics;
using System.Net;
using ImprovementSuite.Benchmarks.Feed;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Host.People;
using ImprovementSuite.SocialCare;
using ImprovementSuite.Tests.Support;

namespace ImprovementSuite.Benchmarks.Pages;

/// <summary>The Plan page for somebody who is signed in, beside a bare Razor page of 50 rows; and how many statements a request costs.</summary>
internal static class PagesBenchmark
{
    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var length = TimeSpan.FromSeconds(quick ? 2 : 5);
        var (plans, bares, p95s) = (new List<double>(), new List<double>(), new List<TimeSpan>());

        using var folder = new BenchmarkFolder();
        await folder.Key(SocialCareModule.Name, CaseVolume.Source);
        await folder.LoadPlan();
        await PersonOfTest.Make(folder.Path, Role.PerformanceManager);
        BareUpsert.Write(folder.SocialCare, new CaseVolume(10_000, 6_000, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)));
        await using var host = await PublishedHost.Start(folder.Path);
        await folder.Settled();
        using var plan = new PageLoad(new Uri(host.Pages, "/plan"), await SignedIn(host.Pages));
        if (await plan.Text() is var text && !text.Contains("29 lines"))
            throw new InvalidOperationException("The Plan page does not show the plan's 29 lines.");

        var bareProcess = Process.Start(new ProcessStartInfo("dotnet", [typeof(PagesBenchmark).Assembly.Location, BarePage.Command]) { RedirectStandardOutput = true })!;
        try
        {
            using var bare = new PageLoad(new Uri(new Uri((await bareProcess.StandardOutput.ReadLineAsync())!), "/rows"), new CookieContainer());
            // The compiler has to see both often enough first.
            await bare.Warm();
            await plan.Warm();
            for (var round = 1; round <= 3; round++)
            {
                bares.Add((await bare.For(length)).Rate);
                var (rate, p95) = await plan.For(length);
                plans.Add(rate);
                p95s.Add(p95);
                Console.WriteLine($"pages, round {round}: plan {rate:N0}/s, p95 {Figure.Words(p95)}; bare page {bares[^1]:N0}/s");
            }
        }
        finally
        {
            await PublishedHost.End(bareProcess);
        }

        var (few, many) = (await PlanStatements.Of(times: 1), await PlanStatements.Of(times: 10));
        return
        [
            Figure.Share($"pages: Plan page, {PageLoad.Connections} connections", plans.Median(), "bare 50-row page", bares.Median(), 0.15),
            Figure.Under("pages: Plan page p95", p95s.Median(), TimeSpan.FromMilliseconds(60)),
            new("pages: statements of a request, nothing changed", $"{few.Unchanged} with 29 lines", $"{many.Unchanged} with 290 lines", "", "equal", few.Unchanged == many.Unchanged),
            new("pages: statements of a request, after a change", $"{few.Changed} with 29 lines", $"{many.Changed} with 290 lines", "", "equal", few.Changed == many.Changed),
        ];
    }

    /// <summary>The cookies of somebody who has signed in.</summary>
    public static async Task<CookieContainer> SignedIn(Uri pages)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false });
        await PersonOfTest.SignIn(http, pages);
        return cookies;
    }
}
