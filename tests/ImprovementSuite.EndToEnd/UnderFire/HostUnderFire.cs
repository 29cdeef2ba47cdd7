using System.Net;
using System.Text.RegularExpressions;
using Grpc.Core;
using Grpc.Net.Client;
using ImprovementSuite.EndToEnd.NeverLost;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.People;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Feed.V1;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ImprovementSuite.EndToEnd.UnderFire;

/// <summary>A real suite with a plan, a person and twenty senders, which all attacks share: what one of them leaves behind counts against the next.</summary>
public sealed partial class HostUnderFire : IAsyncLifetime
{
    public const int Senders = 20;

    /// <summary>The usual limit of calls that a sender has open.</summary>
    public const int CallsAtOnce = 50;

    /// <summary>Far less than usual, so that the test sees the end.</summary>
    public const int IdleSeconds = 12;

    /// <summary>Less than usual, so that a busy machine can send more.</summary>
    public const int BatchesPerSecond = 200;

    private readonly DataFolderOfTest _folder = new();
    private HostProcess _host = null!;

    internal HostProcess Process => _host;

    public Uri Pages { get; private set; } = null!;

    public Uri Feeds { get; private set; } = null!;

    /// <summary>The key of each sender.</summary>
    public IReadOnlyList<string> Keys { get; private set; } = [];

    /// <summary>A key that attacks leave alone: of a sender who does his work meanwhile.</summary>
    public string HonestKey { get; private set; } = "";

    /// <summary>Somebody who may bring files in.</summary>
    public HttpClient Browser { get; } = new(new SocketsHttpHandler { CookieContainer = new(), AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(100) };

    /// <summary>Resident bytes when nobody wants anything.</summary>
    public long Idle { get; private set; }

    public async Task InitializeAsync()
    {
        await PersonOfTest.Make(_folder.Path, Role.All);
        await using (var suite = SuiteApp.Build(new SuiteOptions("recalculate", [], false, _folder.Path, 0, 0, [])))
        {
            await PlanModule.Load2010Plan(suite.Services, Actor.Suite, CancellationToken.None);
            using var scope = suite.Services.CreateScope();
            var (db, now) = (scope.ServiceProvider.GetRequiredService<AccountsDb>(), suite.Services.GetRequiredService<BusinessClock>().Now);
            var keys = new List<string>();
            for (var i = 1; i <= Senders; i++)
                keys.Add(await db.IssueFeedKey($"Sender {i}", "socialcare", ["case-system", "annex-a"], Actor.Suite, now));
            (Keys, HonestKey) = (keys, await db.IssueFeedKey("Honest sender", "socialcare", ["case-system"], Actor.Suite, now));
        }
        _host = HostProcess.BuiltOn(_folder.Path, PersonOfTest.PasswordIsEnough, "--environment=Production", "--Backup:Nights=0", $"--Feeds:IdleSeconds={IdleSeconds}", $"--Feeds:BatchesPerSecond={BatchesPerSecond}", $"--Feeds:BatchesAtOnce={2 * BatchesPerSecond}");
        var said = (await _host.UntilItSays(StartText())).Groups;
        (Pages, Feeds) = (new Uri(said["pages"].Value), new Uri(said["feeds"].Value));
        await PersonOfTest.SignIn(Browser, Pages);
        // What is compiled and cached at the first call is no matter of an attack.
        foreach (var page in (string[])["/", "/plan", "/plan/import", "/plan/readings", "/social-care/annex-a", "/health/ready"])
            (await Browser.GetAsync(new Uri(Pages, page))).EnsureSuccessStatusCode();
        await SendHonestly();
        // Whoever is known is not kept waiting for others who guess.
        using (var feed = new RawFeed(Feeds))
            foreach (var key in Keys)
                Assert.Equal(StatusCode.OK, (await feed.Call(RawFeed.GetCheckpoint, key, RawFeed.Framed([0x0A, 11, .. "case-system"u8]))).Status);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Idle = Watch.ResidentBytes(_host.Id);
    }

    public async Task DisposeAsync()
    {
        Browser.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A batch that must get its receipt, whatever others do.</summary>
    public async Task SendHonestly()
    {
        using var channel = GrpcChannel.ForAddress(Feeds);
        var receipt = await new CaseFeed.CaseFeedClient(channel).SubmitBatchAsync(
            Cases.Batch(1, Cases.Referral("R1", "2010-08-02")), new Metadata { { "authorization", $"Bearer {HonestKey}" } }, DateTime.UtcNow.AddSeconds(30));
        Assert.Equal(0, receipt.Rejected);
    }

    /// <summary>The attack left its sentence in the log, and no trace of a failure of the suite's own.</summary>
    public async Task LogSays(string words)
    {
        await _host.UntilItSays(new Regex(Regex.Escape(words)));
        Assert.DoesNotContain("Error executing service method", _host.Said);
        Assert.DoesNotContain("An unhandled exception", _host.Said);
    }

    /// <summary>Chooses a file on a page and sends it.</summary>
    /// <returns>The page that answers.</returns>
    public async Task<string> Upload(string page, string name, byte[] file)
    {
        var address = new Uri(Pages, page);
        var token = PersonOfTest.Token().Match(await Browser.GetStringAsync(address)).Groups["token"].Value;
        using var content = new MultipartFormDataContent { { new ByteArrayContent(file), "file", name }, { new StringContent(token), "__RequestVerificationToken" } };
        using var answer = await Browser.PostAsync(address, content);
        return answer.StatusCode is HttpStatusCode.Redirect
            ? await Browser.GetStringAsync(new Uri(Pages, answer.Headers.Location!))
            : $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    [GeneratedRegex(@"Pages (?<pages>http://localhost:\d+)/\s+Feeds (?<feeds>http://localhost:\d+)/")]
    private static partial Regex StartText();
}

/// <summary>One after the other, on one suite.</summary>
[CollectionDefinition(Name)]
public sealed class UnderFireCollection : ICollectionFixture<HostUnderFire>
{
    public const string Name = "Under fire";
}
