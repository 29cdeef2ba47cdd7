using System.Globalization;
using Hangfire;
using ImprovementSuite.Host.Commands;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Hosting;

/// <summary>
/// A backup each night, in the data folder's own backups, of which the newest are kept. It stands on the disk that it backs up: a copy of that
/// folder elsewhere is the council's.
/// </summary>
internal sealed class NightlyBackup(SuiteBackup backup, DataFolder folder, BusinessClock clock, IConfiguration configuration, ILogger<NightlyBackup> log)
{
    private const string Prefix = "nightly-";

    /// <summary>From this hour of London's clock on.</summary>
    private const int Hour = 2;

    /// <summary>How many nights are kept; 0 for no nightly backups.</summary>
    private int Nights => configuration.GetValue("Backup:Nights", 14);

    private string Today => Path.Combine(folder.Backups, $"{Prefix}{clock.Today:yyyy-MM-dd}");

    /// <summary>Hangfire calls it every hour and does not repeat a failure: the next hour does. A night that the suite slept through is made up for.</summary>
    [AutomaticRetry(Attempts = 0), DisableConcurrentExecution(timeoutInSeconds: 0)]
    public async Task RunIfDue(CancellationToken cancel)
    {
        if (Nights > 0 && BusinessClock.Local(clock.Now).Hour >= Hour && !Directory.Exists(Today))
            await Run(cancel);
    }

    public async Task Run(CancellationToken cancel)
    {
        try
        {
            await backup.Take(Today, Actor.Suite, cancel);
            File.Delete(FailureFile(folder));
            DropOld();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "The nightly backup was not made; it is tried again in an hour.");
            Directory.CreateDirectory(folder.Backups);
            await File.WriteAllTextAsync(FailureFile(folder), $"The nightly backup failed: {failure.Message}", CancellationToken.None);
        }
    }

    /// <summary>Why the last one failed, as a sentence; null where it did not. It is kept as a file: a restart must not make it look well.</summary>
    public static string? LastFailure(DataFolder folder) => File.Exists(FailureFile(folder)) ? File.ReadAllText(FailureFile(folder)) : null;

    private static string FailureFile(DataFolder folder) => Path.Combine(folder.Backups, "nightly-failed.txt");

    private void DropOld()
    {
        var nights = Directory.EnumerateDirectories(folder.Backups, Prefix + "*").Select(path => (Path: path, Night: NightOf(Path.GetFileName(path)))).ToList();
        foreach (var old in nights.Where(night => night.Night is not null).OrderByDescending(night => night.Night).Skip(Nights))
            Directory.Delete(old.Path, recursive: true);
        // Halves that a killed process left of another night.
        foreach (var half in nights.Where(night => night.Path.EndsWith(".part", StringComparison.Ordinal)))
            Directory.Delete(half.Path, recursive: true);
    }

    private static DateOnly? NightOf(string name) =>
        DateOnly.TryParseExact(name[Prefix.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var night) ? night : null;
}

/// <summary>Tells Hangfire, whose storage does not outlive a run, when the suite serves.</summary>
internal sealed class SafekeepingClock(IRecurringJobManager recurring, IBackgroundJobClient jobs, SuiteOptions options) : IHostedService
{
    public Task StartAsync(CancellationToken cancel)
    {
        jobs.Enqueue<Soundness>(soundness => soundness.LookMeanwhile(CancellationToken.None));
        // What is invented is made again, not restored.
        if (!options.IsDemo)
            recurring.AddOrUpdate<NightlyBackup>("nightly-backup", nightly => nightly.RunIfDue(CancellationToken.None), "20 * * * *");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancel) => Task.CompletedTask;
}
