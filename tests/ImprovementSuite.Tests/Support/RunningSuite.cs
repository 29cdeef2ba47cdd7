using Grpc.Core;
using Grpc.Net.Client;
using Hangfire;
using Hangfire.Storage;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Support;

/// <summary>The real suite on free loopback ports with a data folder of its own; its clock begins at 09:00 on 20 August 2010.</summary>
public sealed class RunningSuite : IAsyncDisposable
{
    public static readonly DateOnly Today = new(2010, 8, 20);

    private readonly WebApplication _app;
    private readonly GrpcChannel _channel;

    private RunningSuite(WebApplication app, string folder, IReadOnlyList<string> clocks)
    {
        (_app, Folder, Clocks) = (app, folder, clocks);
        (Pages, Feeds) = app.Addresses();
        _channel = GrpcChannel.ForAddress(Feeds, new GrpcChannelOptions { MaxReceiveMessageSize = null, MaxSendMessageSize = null });
    }

    public string Folder { get; }

    /// <summary>HTTP/1.1.</summary>
    public Uri Pages { get; }

    /// <summary>HTTP/2.</summary>
    public Uri Feeds { get; }

    /// <summary>What the host does by the clock, and here does not.</summary>
    public IReadOnlyList<string> Clocks { get; }

    public IServiceProvider Services => _app.Services;

    internal CaseFeed.CaseFeedClient CaseFeed => new(_channel);

    public GrpcChannel Channel => _channel;

    /// <summary>Starts the demo on a new folder, or on one that an earlier suite left.</summary>
    public static Task<RunningSuite> Start(string? folder = null, params string[] settings) => Start("demo", folder, settings);

    /// <summary>As a council starts it: with accounts, and by the machine's own clock.</summary>
    public static Task<RunningSuite> StartReal(string? folder = null, params string[] settings) => Start(null, folder, settings);

    private static async Task<RunningSuite> Start(string? command, string? folder, string[] settings)
    {
        folder ??= await PreparedFolder.Copy();
        var began = Path.Combine(folder, "demo-began");
        if (!File.Exists(began))
            File.WriteAllText(began, DateTime.UtcNow.ToString("O"));
        var options = new SuiteOptions(command, [], false, folder, 0, 0, settings);
        var app = SuiteApp.Build(options);
        await app.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        await app.StartAsync();
        app.Services.StartSweep();
        return new RunningSuite(app, folder, StopClocks(app.Services));
    }

    // What runs by the clock would change what a test reads whenever a minute turns while it runs; tests call that work themselves.
    private static IReadOnlyList<string> StopClocks(IServiceProvider services)
    {
        var clocks = services.GetRequiredService<IRecurringJobManager>();
        using var storage = services.GetRequiredService<JobStorage>().GetConnection();
        var jobs = storage.GetRecurringJobs();
        foreach (var job in jobs)
            clocks.RemoveIfExists(job.Id);
        return [.. jobs.Select(job => $"{job.Id} {job.Cron}").Order(StringComparer.Ordinal)];
    }

    /// <summary>Does the background work until nothing is stale, every value has been delivered, and nothing runs beside the test any more.</summary>
    public async Task Quiet()
    {
        var jobs = Services.GetRequiredService<JobStorage>().GetMonitoringApi();
        do
        {
            await Services.GetRequiredService<ModuleWork>().Sweep(default);
            while (jobs.ProcessingCount() + jobs.Queues().Sum(queue => queue.Length) > 0)
                await Task.Delay(TimeSpan.FromMilliseconds(5));
        }
        while (Services.GetServices<Recalculator>().Any(recalculator => recalculator.Waiting() > 0));
    }

    /// <summary>Call credentials of a new key for the case feed.</summary>
    public async Task<Metadata> Key(params string[] sources) => Bearer(await Secret("socialcare", sources.Length == 0 ? ["case-system"] : sources));

    public async Task<string> Secret(string feed, params string[] sources)
    {
        using var scope = Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<AccountsDb>().IssueFeedKey(
            $"test {Guid.NewGuid():N}", feed, sources, Actor.Suite, Services.GetRequiredService<BusinessClock>().Now);
    }

    public static Metadata Bearer(string secret) => new() { { "authorization", $"Bearer {secret}" } };

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        TemporaryFolder.Remove(Folder);
    }
}
