using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Host.Commands;

/// <summary>The commands that take a data folder as it is: they migrate nothing first.</summary>
internal static class Safekeeping
{
    public static void AddSafekeeping(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Soundness>().AddSingleton<BackupWriter>().AddSingleton<ChainVerification>();
        builder.Services.AddScoped<SuiteBackup>().AddScoped<NightlyBackup>().AddHostedService<SafekeepingClock>();
        builder.Services.AddSingleton(services => new HealthConcern(() => services.GetRequiredService<Soundness>().Found));
        builder.Services.AddSingleton(services => new HealthConcern(() => NightlyBackup.LastFailure(services.GetRequiredService<DataFolder>())));
        builder.Services.AddSingleton(services => ActivatorUtilities.CreateInstance<SuiteRestore>(services, TimeProvider.System));
    }

    /// <returns>The exit code: 0, or 1 with a sentence.</returns>
    public static async Task<int> RunSafekeeping(this IServiceProvider services, SuiteOptions options)
    {
        await using var scope = services.CreateAsyncScope();
        switch (options.Command, options.Arguments)
        {
            case ("backup", [var target]):
                var made = await scope.ServiceProvider.GetRequiredService<SuiteBackup>().Take(target, Maintenance.CommandLine);
                Console.WriteLine($"Backed up {Say.Count("database", made.Manifest.Databases.Count)} and {Say.Count("file", made.Manifest.Files.Count)} into {made.Path}, and read them again. Seal {made.Manifest.Seal()}");
                return 0;
            case ("restore", [var path]):
                var (backup, values) = await services.GetRequiredService<SuiteRestore>().From(path, Maintenance.CommandLine);
                Console.WriteLine(
                    $"Restored {services.GetRequiredService<DataFolder>().Path} as it stood at {Say.DateAndTime(BusinessClock.Local(backup.Manifest.Taken))}. "
                    + $"{Say.Count("value", values)} were counted anew and go out again when the suite starts; each sender goes on from what the suite tells it.");
                return 0;
            case ("verify", []):
                return Verify(services, null);
            case ("verify", [var path]):
                return Verify(services, BackupFolder.Open(Path.GetFullPath(path)));
            default:
                return Maintenance.Fail($"{options.Command} needs other words after it.\n\n{SuiteOptions.Usage}");
        }
    }

    private static int Verify(IServiceProvider services, BackupFolder? given)
    {
        var found = services.GetRequiredService<ChainVerification>().Run(given).ToList();
        if (given is not null)
            found.AddRange(given.Faults() is { Count: > 0 } faults
                ? faults.Select(fault => new Verified(fault, false))
                : [new($"{given.Path} is whole: {Say.Count("file", given.Manifest.Files.Count)}, each as it was written.", true)]);
        foreach (var (sentence, _) in found)
            Console.WriteLine(sentence);
        return found.TrueForAll(verified => verified.Holds) ? 0 : 1;
    }
}
