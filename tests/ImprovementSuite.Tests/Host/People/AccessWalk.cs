using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ImprovementSuite.Host.People;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.People;

/// <summary>
/// Every door of the suite (pages and each of their handlers, feeds by gRPC and as JSON, whatever else answers) is tried as a stranger, as every role and
/// with every kind of feed key, and who gets in is compared with <c>access.txt</c> beside this file.
/// </summary>
public sealed partial class AccessWalk : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Feeds = ["socialcare", "schools", "workforce", "inspections", .. PlanModule.Feeds];

    /// <summary>The letter of each caller, in the order of the table's columns.</summary>
    private static readonly IReadOnlyList<(char Letter, string Who)> Callers =
    [
        ('x', "a stranger"), ('P', "Performance manager"), ('W', "Workstream lead"), ('S', "Service manager"), ('T', "Team manager"), ('I', "Practice improvement manager"), ('A', "Auditor"), ('N', "Analyst"),
        ('F', "Finance lead"), ('H', "Human resources lead"), ('C', "Schools lead"), ('J', "School improvement adviser"), ('L', "Inspection lead"), ('M', "Panel member"), ('G', "Information governance lead"), ('D', "Administrator"), ('V', "Read-only adviser"),
        ('c', "a key of the feed socialcare"), ('s', "a key of the feed schools"), ('f', "a key of the feed workforce"), ('i', "a key of the feed inspections"), ('r', "a key of the feed plan"), ('m', "a key of the feed plan+minutes"), ('w', "a key of the feed plan-write"),
    ];

    private RunningSuite _suite = null!;

    /// <summary>A panel meeting that there is.</summary>
    private string _panel = "";

    public async Task InitializeAsync()
    {
        // Who is refused is what is asked here, and not how often.
        _suite = await RunningSuite.Start(null, "--Feeds:RefusalsPerMinute=1000000");
        await PlanModule.Load2010Plan(_suite.Services, Actor.Suite, CancellationToken.None);
        using var manager = await Visitor.SignIn(_suite, "demo-performance-manager");
        _panel = PanelDay().Match(await manager.Text("/plan/meetings")).Groups["day"].Value;
        Assert.NotEmpty(_panel);
    }

    public async Task DisposeAsync() => await _suite.DisposeAsync();

    [Fact]
    public async Task Who_gets_in_where_is_as_the_table_says()
    {
        Assert.Equal(Role.All.Select(role => role.Name).Order(), Callers.Where(caller => char.IsUpper(caller.Letter)).Select(caller => caller.Who).Order());
        Assert.Equal(Feeds, Callers.Where(caller => caller.Who.StartsWith("a key", StringComparison.Ordinal)).Select(caller => caller.Who.Split(' ')[^1]));
        var doors = await Doors();
        var opened = doors.ToDictionary(door => door.Name, _ => new StringBuilder());
        var failed = new List<string>();

        foreach (var (letter, who) in Callers)
        {
            using var caller = await CallerOf(who);
            foreach (var door in doors)
            {
                var opens = await caller.Opens(door);
                if (opens is null)
                    failed.Add($"{door.Name} failed for {who}");
                opened[door.Name].Append(opens != false ? letter : '.');
            }
        }
        Assert.True(failed.Count == 0, string.Join('\n', failed));

        var actual = opened.Select(door => $"{door.Value}  {door.Key}").ToList();
        var expected = (await File.ReadAllLinesAsync(Table())).Where(line => line.Length > 0 && line[0] != '#').ToList();
        var written = Path.Combine(AppContext.BaseDirectory, "access.txt");
        await File.WriteAllLinesAsync(written, [.. (await File.ReadAllLinesAsync(Table())).TakeWhile(line => line.StartsWith('#')), "", .. actual]);
        var differ = actual.Except(expected).Select(row => $"is       {row}").Concat(expected.Except(actual).Select(row => $"expected {row}")).ToList();
        Assert.True(differ.Count == 0, $"Who gets in differs from access.txt. If it is meant, copy {written} over it.\n{string.Join('\n', differ)}");
    }

    private async Task<List<Door>> Doors()
    {
        var loader = _suite.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in _suite.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
            // What a browser draws a page with says nothing of anybody: one row for all of it.
            if (path.StartsWith("/assets/", StringComparison.Ordinal))
                doors.Add(new Door("GET", "/assets/...", "/assets/suite.css", Kind.Page));
            else if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var compiled = await loader.LoadAsync(page, endpoint.Metadata);
                doors.AddRange(compiled.HandlerMethods.Select(handler => new Door(
                    handler.HttpMethod.ToUpperInvariant(), path + (handler.Name is null ? "" : $" {handler.Name}"), Filled(path) + (handler.Name is null ? "" : $"?handler={handler.Name}"), Kind.Page)));
                if (compiled.HandlerMethods.All(handler => handler.HttpMethod != "Get"))
                    doors.Add(new Door("GET", path, Filled(path), Kind.Page));
            }
            else
            {
                var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
                var isGrpc = GrpcMethod().IsMatch(path) && methods.Contains("POST");
                doors.AddRange(methods.Where(method => method != "OPTIONS").Select(method => new Door(method, path, Filled(path), isGrpc ? Kind.Grpc : path.StartsWith("/feeds/", StringComparison.Ordinal) ? Kind.Json : Kind.Page)));
            }
        }
        // Signing out comes last: it ends the caller's sign-in.
        return [.. doors.DistinctBy(door => door.Name).OrderBy(door => door.Path == "/sign-out" && door.Method == "POST").ThenBy(door => door.Path, StringComparer.Ordinal).ThenBy(door => door.Name, StringComparer.Ordinal)];
    }

    private async Task<Caller> CallerOf(string who)
    {
        if (who.StartsWith("a key of the feed ", StringComparison.Ordinal))
            return new Caller(_suite, await _suite.Secret(who.Split(' ')[^1], "case-system"), null);
        var caller = new Caller(_suite, null, DemoPerson.All.FirstOrDefault(person => person.Role.Name == who)?.Id);
        await caller.Begin();
        return caller;
    }

    private static string Table() => Path.Combine(Repository.Root, "tests", "ImprovementSuite.Tests", "Host", "People", "access.txt");

    /// <summary>The path with values that lead somewhere, because some pages look for the thing before they ask who comes.</summary>
    private string Filled(string path) => RouteValue().Replace(path, value => value.Value.Trim('{', '}', '*', '?').Split(':') switch
    {
        [_, "int" or "long" or "int?"] or ["id"] => "1",
        ["panel" or "day"] => _panel,
        ["reference" or "line"] => "1.1",
        ["measure" or "code"] => "NI59",
        ["of"] => path.Contains("/line/", StringComparison.Ordinal) ? "1.1" : "NI59",
        ["form"] => "word",
        _ => "x",
    });

    [GeneratedRegex(@"/plan/meetings/(?<day>\d{4}-\d\d-\d\d)")]
    private static partial Regex PanelDay();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex RouteValue();

    [GeneratedRegex(@"^/[\w.]+\.\w+/\w+$")]
    private static partial Regex GrpcMethod();

    private enum Kind
    {
        Page,
        Json,
        Grpc,
    }

    private sealed record Door(string Method, string Path, string Address, Kind Kind)
    {
        public string Name => $"{Method,-4} {Path}";
    }

    private sealed partial class Caller : IDisposable
    {
        private readonly RunningSuite _suite;
        private readonly string? _person;
        private readonly HttpClient _http;
        private string _token = "";

        public Caller(RunningSuite suite, string? secret, string? person)
        {
            (_suite, _person) = (suite, person);
            _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = suite.Pages, Timeout = Patience };
            if (secret is not null)
                _http.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        }

        public async Task Begin()
        {
            _token = TokenOf(await _http.GetStringAsync("/sign-in"));
            if (_person is null)
                return;
            using var answer = await _http.PostAsync("/sign-in", Form(("person", _person)));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            _token = TokenOf(await _http.GetStringAsync("/about/who-can-see-what"));
        }

        /// <summary>Whether the caller gets past the door; that there is nothing behind it, or that the form is empty, is another matter. Null where it fails.</summary>
        public async Task<bool?> Opens(Door door)
        {
            using var request = new HttpRequestMessage(new HttpMethod(door.Method), new Uri(door.Kind == Kind.Grpc ? _suite.Feeds : _suite.Pages, door.Address));
            switch (door.Kind)
            {
                case Kind.Grpc:
                    (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact);
                    // One empty message.
                    request.Content = new ByteArrayContent(new byte[5]) { Headers = { ContentType = new("application/grpc") } };
                    request.Headers.TE.Add(new("trailers"));
                    break;
                case Kind.Json when door.Method == "POST":
                    request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
                    break;
                case Kind.Page when door.Method == "POST":
                    request.Content = Form();
                    break;
            }
            using var patience = new CancellationTokenSource(Patience);
            try
            {
                using var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
                if (answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests)
                    return false;
                if ((int)answer.StatusCode >= 500)
                    return null;
                if (answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in?", StringComparison.Ordinal))
                    return false;
                return !Refused(answer);
            }
            catch (OperationCanceledException) when (door.Kind == Kind.Grpc)
            {
                // A watch that has let the caller in and has nothing to say.
                return true;
            }
        }

        public void Dispose() => _http.Dispose();

        // PERMISSION_DENIED or UNAUTHENTICATED.
        private static bool Refused(HttpResponseMessage answer) => answer.Headers.TryGetValues("grpc-status", out var status) && status.Single() is "7" or "16";

        private FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
            new(fields.Append(("__RequestVerificationToken", _token)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)));

        private static string TokenOf(string page) => Token().Match(page).Groups["token"].Value;

        [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)")]
        private static partial Regex Token();
    }
}
