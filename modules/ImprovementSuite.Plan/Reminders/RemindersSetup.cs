using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Plan.Reminders;

internal static class RemindersSetup
{
    /// <summary>Reminders by e-mail: when they go out, who writes and sends them, and the clock that calls for it.</summary>
    public static void AddReminders(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ReminderSettings.Read(builder.Configuration));
        builder.Services.AddSingleton<ReminderSender>().AddScoped<ReminderWriter>().AddScoped<SampleContacts>().AddTransient<ReminderWork>();
        builder.Services.AddHostedService<ReminderClock>();
    }
}
