using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ImprovementSuite.Contracts;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using INotification = MediatR.INotification;

namespace ImprovementSuite.Tests.Plan;

/// <summary>The real suite with the plan of 2010, NI 59 counted by a module, and somebody signed in.</summary>
public sealed class RunningPlan : IAsyncLifetime
{
    /// <summary>In time and finished by month, April 2009 to 20 August 2010.</summary>
    private static readonly (long InTime, long Finished)[] Ni59Months =
    [
        (148, 198), (139, 193), (151, 205), (150, 208), (127, 176), (146, 199), (150, 206), (147, 201), (131, 171), (150, 194), (158, 200), (217, 261),
        (178, 224), (181, 229), (176, 214), (261, 324), (191, 241),
    ];

    public RunningSuite Suite { get; private set; } = null!;

    private readonly Dictionary<string, HttpClient> _browsers = [];

    public async Task InitializeAsync()
    {
        Suite = await RunningSuite.Start();
        await DefinitionsHaveCome();
        await PlanModule.Load2010Plan(Suite.Services, Actor.Suite);
        await Publish(new MeasuresDefined("test", [Ni59], 1));
        await Publish(new MeasuresRecalculated("test", [.. Ni59Values()]));
    }

    /// <summary>What measures mean comes by message from the module that counts them, in the background: pages speak in its words from then on.</summary>
    private async Task DefinitionsHaveCome()
    {
        var socialCare = Suite.Services.GetRequiredService<ModuleDatabase<SocialCareDb>>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (socialCare.Read(connection => connection.Scalar<long>(
            "SELECT NOT EXISTS (SELECT 1 FROM recalculation_mark WHERE Name = 'revision') + EXISTS (SELECT 1 FROM outgoing_message)")) > 0)
            await Task.Delay(20, patience.Token);
    }

    public async Task DisposeAsync()
    {
        foreach (var browser in _browsers.Values)
            browser.Dispose();
        await Suite.DisposeAsync();
    }

    public async Task<IDocument> Page(string path, string person = "demo-analyst")
    {
        var response = await (await Browser(person)).GetAsync(new Uri(Suite.Pages, path));
        Assert.True(response.IsSuccessStatusCode, $"{path} answered {response.StatusCode}");
        return await Parse(response);
    }

    public async Task<System.Net.HttpStatusCode> Status(string path) => (await (await Browser("demo-analyst")).GetAsync(new Uri(Suite.Pages, path))).StatusCode;

    public async Task Publish<T>(T message) where T : INotification
    {
        await using var scope = Suite.Services.CreateAsyncScope();
        foreach (var handler in scope.ServiceProvider.GetServices<MediatR.INotificationHandler<T>>())
            await handler.Handle(message, default);
    }

    /// <summary>The words of an element with single spaces.</summary>
    public static string Words(IElement? element) => string.Join(' ', (element ?? throw new InvalidOperationException("The page has no such element.")).TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The words of a cell, whose parts stand under each other on the page.</summary>
    public static string Parts(IElement? cell) => string.Join(' ', (cell ?? throw new InvalidOperationException("The page has no such cell.")).GetDescendants().OfType<IText>()
        .SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static MeasureDefinition Ni59 => new(
        "NI59", "Initial assessments completed in time",
        new("initial assessments completed in the period", "those completed within the limit", "from referral, which is day 0", "7 working days", "initial assessments were finished in time", "more assessments on time", "In time", "Finished"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Daily, RatedOn.YearToDate, "National Indicator 59", "/social-care/records/NI59", 1);

    private static IEnumerable<MeasureValue> Ni59Values()
    {
        var today = RunningSuite.Today;
        var april = new DateOnly(2009, 4, 1);
        for (var i = 0; i < Ni59Months.Length; i++)
            yield return Value(Scope.Authority, Period.Month(april.AddMonths(i)), Ni59Months[i].InTime, Ni59Months[i].Finished);
        yield return Value(Scope.Authority, Period.YearToDate(new(2010, 3, 31)), 1814, 2412);
        yield return Value(Scope.Authority, Period.YearToDate(new(2010, 7, 31)), 796, 991);
        yield return Value(Scope.Authority, Period.YearToDate(today), 987, 1232);
        yield return Value(Scope.Locality("Central"), Period.YearToDate(today), 309, 402);
        yield return Value(Scope.Team("Central 1", "Central"), Period.YearToDate(today), 301, 393);
        yield return Value(Scope.Team("Central 2", "Central"), Period.YearToDate(today), 8, 9);
        yield return Value(Scope.Team("Closed", "Central"), Period.YearToDate(today), 0, 0);
        yield return Value(Scope.Team("", "Central"), Period.YearToDate(new(2010, 7, 31)), 5, 50);
    }

    private static MeasureValue Value(Scope scope, Period period, long numerator, long denominator) =>
        new("NI59", scope, period, Figure.Rate(numerator, denominator), BusinessClock.Utc(RunningSuite.Today, new(6, 2)), 1);

    /// <summary>A browser in which this person is signed in.</summary>
    private async Task<HttpClient> Browser(string person)
    {
        if (_browsers.TryGetValue(person, out var known))
            return known;
        var browser = _browsers[person] = new HttpClient(new HttpClientHandler { CookieContainer = new() });
        var form = await Parse(await browser.GetAsync(new Uri(Suite.Pages, "/sign-in")));
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var signedIn = await browser.PostAsync(new Uri(Suite.Pages, "/sign-in"), new FormUrlEncodedContent([new("person", person), new("__RequestVerificationToken", token)]));
        Assert.True(signedIn.IsSuccessStatusCode, $"Signing in answered {signedIn.StatusCode}");
        return browser;
    }

    private static async Task<IDocument> Parse(HttpResponseMessage response) => new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
}
