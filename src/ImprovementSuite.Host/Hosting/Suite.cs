using ImprovementSuite.Host.Commands;
using ImprovementSuite.Host.Demo;
using ImprovementSuite.Platform.Mail;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Extensions.Logging.Console;

namespace ImprovementSuite.Host.Hosting;

/// <summary>What every module stands on: the data folder, business time, the calendar, ports, the mail server, background work.</summary>
internal static class Suite
{
    public static void AddSuite(this WebApplicationBuilder builder, SuiteOptions options)
    {
        PrivateFiles.FromNowOn();
        var folder = new DataFolder(options.DataFolder);
        if (options is { IsDemo: true, Reset: true })
            DemoFolder.Empty(folder);
        builder.Services.AddSingleton(folder).AddSingleton(options);
        builder.Services.AddSingleton(BusinessTime.Clock(options, folder)).AddSingleton(WorkingDayCalendar.EnglandAndWales);
        builder.Services.AddSingleton<DatabaseUpkeep>();
        builder.AddSafekeeping();
        builder.AddKeys(folder);
        // One JSON object a line. Scopes stay out: they hold the address of a request, which may name a record.
        if (builder.Configuration.GetValue<bool>("Logging:Json"))
            builder.Logging.AddJsonConsole(json => (json.TimestampFormat, json.UseUtcTimestamp, json.IncludeScopes) = ("O", true, false));
        LogWithoutRecords.Replace(builder.Logging);
        // What a command prints is its result, for a script to take; the log goes beside it.
        if (!options.IsServing)
            builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // In a build (not in what is published) the pages' assets lie in the projects' own folders.
        builder.WebHost.UseStaticWebAssets();
        builder.AddEndpoints(options);
        builder.AddMail();
        builder.AddBackground();
        builder.AddTelemetry();
    }

    public static void MapSuite(this WebApplication app)
    {
        app.MapGrpcHealthChecksService().AllowAnonymous();
        app.MapHealthAddresses();
        app.MapJobDashboard();
        if (app.Environment.IsDevelopment())
            app.MapGrpcReflectionService().AllowAnonymous();
    }

    /// <summary>Listens, starts the background work, says where to look, and stays until it is asked to stop.</summary>
    public static async Task ServeAsync(this WebApplication app, SuiteOptions options)
    {
        var listening = app.Services.GetRequiredService<Listening>();
        await listening.RequireAdministrator(app.Services);
        app.Services.RequireKeys();
        Endpoints.RequireFreePorts(options, listening);
        app.Services.GetRequiredService<Soundness>().RequireAfterCrash();
        await app.StartAsync();
        app.Services.StartSweep();
        if (options.IsDemo)
            await DemoRun.Fill(app.Services, app.Addresses(), app.Lifetime.ApplicationStopping);
        else
            await StartText.Write(app.Services, app.Addresses());
        await app.WaitForShutdownAsync();
    }
}
