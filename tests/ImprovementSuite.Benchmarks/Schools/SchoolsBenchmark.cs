using System.Diagnostics;
using System.Net;
using System.Text;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Tests.Schools.Importing;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Benchmarks.Schools;

/// <summary>A key stage 2 table of all England: from sending the file to the last byte of the page that shows what it would change, and from saying yes to the last record that counts.</summary>
internal static class SchoolsBenchmark
{
    private const string Authority = "372";
    private const int Own = 110;
    private const int FirstUrn = 106_800;
    private const long Megabyte = 1 << 20;

    private static readonly TimeSpan PreviewLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ImportLimit = TimeSpan.FromSeconds(10);

    public static async Task<IReadOnlyList<Figure>> Run(bool quick)
    {
        var schools = quick ? 1_600 : 16_000;
        var table = new NationalTable(File.ReadAllLines(TableFile));
        var (previews, imports, size) = (new List<TimeSpan>(), new List<TimeSpan>(), 0L);
        for (var round = 1; round <= 3; round++)
        {
            using var file = new MemoryStream();
            table.Write(file, schools, Own, Authority, FirstUrn, seed: round);
            size = file.Length;
            var (preview, import) = await Brought(file.ToArray(), schools);
            previews.Add(preview);
            imports.Add(import);
            Console.WriteLine($"schools, round {round}: {size / Megabyte} MB of {schools:N0} schools and {table.Headings} columns, preview {Figure.Words(preview)}, import {Figure.Words(import)}");
        }
        return
        [
            Figure.Under($"schools: preview of {schools:N0} schools ({size / Megabyte} MB)", previews.Median(), PreviewLimit),
            Figure.Under($"schools: import of {schools:N0} schools", imports.Median(), ImportLimit),
        ];
    }

    private static async Task<(TimeSpan Preview, TimeSpan Import)> Brought(byte[] file, int schools)
    {
        using var folder = new BenchmarkFolder();
        await using var suite = SuiteApp.Build(new SuiteOptions(null, [], false, folder.Path, 0, 0, [PersonOfTest.PasswordIsEnough]));
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        await suite.StartAsync();
        await PersonOfTest.Make(suite.Services, Role.SchoolsLead);
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new(), AllowAutoRedirect = false });
        var pages = suite.Addresses().Pages;
        await PersonOfTest.SignIn(browser, pages);
        await BringRegister(suite.Services.GetRequiredService<Imports>());

        var token = PersonOfTest.Token().Match(await browser.GetStringAsync(new Uri(pages, "/schools/imports"))).Groups["token"].Value;
        var started = Stopwatch.StartNew();
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(file), "file", "england_ks2final.csv" }, { new StringContent(nameof(ImportKind.Results)), "Kind" }, { new StringContent("2018"), "Year" }, { new StringContent("Final"), "Status" },
            { new StringContent(token), "__RequestVerificationToken" },
        };
        using var sent = await browser.PostAsync(new Uri(pages, "/schools/imports"), form);
        if (sent.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"The file was answered {(int)sent.StatusCode}.");
        var address = new Uri(pages, sent.Headers.Location!);
        var page = await browser.GetStringAsync(address);
        var preview = started.Elapsed;
        if (!page.Contains($"{schools + 3:N0} new records"))
            throw new InvalidOperationException($"The page does not say that {schools + 3:N0} records are new.");

        started.Restart();
        using var yes = new FormUrlEncodedContent(new Dictionary<string, string> { ["Seen"] = $"{schools + 3}-0-0", ["__RequestVerificationToken"] = PersonOfTest.Token().Match(page).Groups["token"].Value });
        using var taken = await browser.PostAsync(new Uri($"{address}?handler=Take"), yes);
        if (taken.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Saying yes was answered {(int)taken.StatusCode}.");
        while (!(await browser.GetStringAsync(address)).Contains("This was taken"))
            await Task.Delay(50);
        var import = started.Elapsed;
        await suite.StopAsync();
        return (preview, import);
    }

    /// <summary>The council's own schools, so that the page decides each of them against the floor.</summary>
    private static async Task BringRegister(Imports imports)
    {
        var text = new StringBuilder("URN,LA (code),EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)\r\n");
        for (var school = 0; school < Own; school++)
            text.Append($"{FirstUrn + school},{Authority},School {school + 1},Open,Primary\r\n");
        var id = await imports.Read(ImportKind.Register, "register.csv", new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), null, null, Actor.Suite, CancellationToken.None);
        await imports.TakeNow(id, Actor.Suite, CancellationToken.None);
    }

    /// <summary>Thirty rows of a real table, whose shape the generated one has.</summary>
    private static string TableFile
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(root.FullName, "ImprovementSuite.sln")))
                root = root.Parent!;
            return Path.Combine(root.FullName, "tests", "ImprovementSuite.Tests", "Schools", "Importing", "TestData", "2017_936_ks2.csv");
        }
    }
}
