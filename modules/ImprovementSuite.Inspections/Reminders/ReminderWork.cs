using Hangfire;
using ImprovementSuite.Platform.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Inspections.Reminders;

/// <summary>The background work of reminders: write the rows whose day has come, send what waits.</summary>
internal sealed class ReminderWork(ReminderWriter writer, ReminderSender sender, MailSettings mail)
{
    /// <summary>Hangfire calls it every minute and does not repeat a failure: the next minute does.</summary>
    [AutomaticRetry(Attempts = 0)]
    public async Task Run(CancellationToken cancel)
    {
        sender.AskAboutAbandoned();
        // What nobody can send is not written either: a council that sets up its mail in March is not sent January's reminders.
        if (!mail.IsSetUp)
            return;
        await writer.WriteDue(cancel);
        await sender.SendDue(cancel);
    }
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class ReminderClock(IRecurringJobManager minutely, IBackgroundJobClient jobs) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        minutely.AddOrUpdate<ReminderWork>("inspections-reminders", work => work.Run(CancellationToken.None), Cron.Minutely());
        // What a crash left is asked about at once.
        jobs.Enqueue<ReminderWork>(work => work.Run(CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}

internal static class RemindersSetup
{
    /// <summary>Reminders by e-mail: when they go out, who writes and sends them, and the clock that calls for it.</summary>
    public static void AddReminders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ReminderSettings.Read(builder.Configuration));
        builder.Services.AddSingleton<ReminderSender>().AddScoped<ReminderWriter>().AddTransient<ReminderWork>();
        builder.Services.AddHostedService<ReminderClock>();
    }
}
