using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.InMemory;
using ImprovementSuite.Host.Pages.PersonalData;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.Recalculation;
using MediatR;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ImprovementSuite.Host.Hosting;

/// <summary>Hangfire is the clock, the databases are the queue: its own storage may be lost at any moment and nothing is.</summary>
internal static class Background
{
    public static void AddBackground(this IHostApplicationBuilder builder)
    {
        // Given by the container and not set for the whole process, where a second suite would take the first one's jobs, or do its own with the first one's services.
        builder.Services.AddSingleton<JobStorage>(_ => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) }));
        builder.Services.AddSingleton<JobActivator>(services => new AspNetCoreJobActivator(services.GetRequiredService<IServiceScopeFactory>()));
        builder.Services.AddHangfire(_ => { });
        // In the place of Hangfire's own, which would keep this suite's loggers beyond its end.
        builder.Services.Replace(ServiceDescriptor.Singleton<IGlobalConfiguration>(services => GlobalConfiguration.Configuration
            .UseLogProvider(new HangfireLog(services.GetRequiredService<ILoggerFactory>())).UseSimpleAssemblyNameTypeSerializer().UseRecommendedSerializerSettings()));
        builder.Services.AddHangfireServer(server =>
        {
            server.WorkerCount = 4;
            // Beside the attributes of the jobs, and not among Hangfire's filters of the whole process: the tests run several suites.
            server.FilterProvider = new JobFilterProviderCollection(JobFilterProviders.Providers, new JobFilterCollection { new JobWatch() });
        });
        builder.Services.AddSingleton<Doorbell>().AddSingleton<Pace>().AddSingleton<Courier>().AddTransient<ModuleWork>();
        builder.Services.AddTransient<ServiceFactory>(services => services.GetRequiredService).AddTransient<IMediator, EveryHandlerMediator>();
    }

    /// <summary>The sweep finds what a crash left, and the turn of the day.</summary>
    public static void StartSweep(this IServiceProvider services)
    {
        services.GetRequiredService<IRecurringJobManager>().AddOrUpdate<ModuleWork>("sweep", work => work.Sweep(CancellationToken.None), Cron.Minutely());
        services.GetRequiredService<IBackgroundJobClient>().Enqueue<ModuleWork>(work => work.Sweep(CancellationToken.None));
        services.GetRequiredService<IBackgroundJobClient>().Enqueue<RetentionWork>(work => work.Run());
    }
}
