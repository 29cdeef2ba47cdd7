using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Snapshots;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImprovementSuite.Tests.Plan;

/// <summary>The plan module on a real database of its own; business time stands where a test puts it.</summary>
internal sealed class PlanDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plan-");
    private readonly Dictionary<string, string?> _settings;
    private IHost _host;

    private PlanDatabase(DateOnly today, Dictionary<string, string?> settings)
    {
        (Time, _settings) = (new(today), settings);
        _host = Build();
    }

    private IHost Build()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Services.AddSingleton(new DataFolder(_folder.FullName)).AddSingleton(new BusinessClock(Time)).AddSingleton(WorkingDayCalendar.EnglandAndWales).AddSingleton<DatabaseUpkeep>().AddSingleton<Soundness>().AddLogging();
        builder.AddMail();
        builder.AddPlan();
        return builder.Build();
    }

    public StandingTime Time { get; }

    public IServiceProvider Services => _host.Services;

    public ModuleDatabase<PlanDb> Database => Services.GetRequiredService<ModuleDatabase<PlanDb>>();

    public static async Task<PlanDatabase> Create(DateOnly? today = null, Dictionary<string, string?>? settings = null)
    {
        var plan = new PlanDatabase(today ?? Plan2010.UpdateDay, settings ?? []);
        await plan.Services.GetRequiredService<DatabaseUpkeep>().Prepare(default);
        return plan;
    }

    /// <summary>The suite is started anew on the same database: another run of it.</summary>
    public void Restart()
    {
        _host.Dispose();
        _host = Build();
    }

    /// <summary>Hands a message to its subscribers as the courier does.</summary>
    public async Task Send<T>(T message) where T : INotification
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var handler in scope.ServiceProvider.GetServices<INotificationHandler<T>>())
            await handler.Handle(message, default);
    }

    public async Task<PlanSnapshot> Snapshot() => (await Services.GetRequiredService<PlanSnapshots>().Current())!;

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await Task.Yield();
        SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }
}
