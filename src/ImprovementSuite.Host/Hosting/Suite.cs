using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Hosting;

/// <summary>What every module stands on: the data folder, business time, the calendar, ports, background work.</summary>
internal static class Suite
{
    public static void AddSuite(this WebApplicationBuilder builder, SuiteOptions options)
    {
        var folder = new DataFolder(options.DataFolder);
        if (options is { IsDemo: true, Reset: true })
            Demo.DemoFolder.Empty(folder);
        builder.Services.AddSingleton(folder).AddSingleton(options);
        builder.Services.AddSingleton(BusinessTime.Clock(options, folder)).AddSingleton(WorkingDayCalendar.EnglandAndWales);
        builder.Services.AddSingleton<DatabaseUpkeep>();
        builder.AddEndpoints(options);
        builder.AddBackground();
    }

    /// <summary>Listens, starts the background work, says where to look, and stays until it is asked to stop.</summary>
    public static async Task ServeAsync(this WebApplication app, SuiteOptions options)
    {
        await app.StartAsync();
        app.Services.StartSweep();
        await app.WaitForShutdownAsync();
    }
}
