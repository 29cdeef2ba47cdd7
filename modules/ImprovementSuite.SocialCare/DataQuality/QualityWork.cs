using System.Diagnostics;
using Hangfire;
using ImprovementSuite.Platform.Recalculation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>The background work of data quality: ask the rules, then have what the grades change published.</summary>
internal sealed class QualityWork(QualityRun run, QualityPace pace, Doorbell doorbell)
{
    /// <summary>Hangfire calls it every minute, and on the turn of the day something is due.</summary>
    [AutomaticRetry(Attempts = 0)]
    public void RunIfDue()
    {
        if (pace.Run(run.RunIfDue))
            doorbell.Ring(SocialCareModule.Name);
    }

    /// <summary>Somebody has asked for it.</summary>
    [AutomaticRetry(Attempts = 0)]
    public void Run()
    {
        run.Run();
        doorbell.Ring(SocialCareModule.Name);
    }
}

/// <summary>While records stream in, a run waits for twenty times as long as the last one took, so that it never has more than a twentieth of the machine.</summary>
internal sealed class QualityPace
{
    private const int Share = 20;

    private readonly Lock _running = new();
    private long _notBefore;

    /// <summary>Runs unless it is too soon or another run is under way: the next minute asks again.</summary>
    public bool Run(Func<bool> run)
    {
        if (!_running.TryEnter())
            return false;
        try
        {
            var began = Stopwatch.GetTimestamp();
            if (began < _notBefore || !run())
                return false;
            _notBefore = began + Share * (Stopwatch.GetTimestamp() - began);
            return true;
        }
        finally
        {
            _running.Exit();
        }
    }
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class QualityClock(IRecurringJobManager minutely) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        minutely.AddOrUpdate<QualityWork>("data-quality", work => work.RunIfDue(), Cron.Minutely());
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}

internal static class DataQualitySetup
{
    /// <summary>The rules' run, and the clock that calls for it.</summary>
    public static void AddDataQuality(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<QualityRun>().AddSingleton<QualityPace>().AddTransient<QualityWork>();
        builder.Services.AddHostedService<QualityClock>();
    }
}
