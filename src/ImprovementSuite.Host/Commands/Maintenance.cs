using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Commands;

/// <summary>What an administrator does from the command line, beside a running host or without one.</summary>
internal static class Maintenance
{
    internal static readonly Actor CommandLine = new("command-line", $"{Environment.UserName} at the command line");

    /// <summary>Runs one command.</summary>
    /// <returns>The exit code: 0, or 1 with a sentence on the error stream.</returns>
    public static async Task<int> RunCommand(this IServiceProvider services, SuiteOptions options)
    {
        using var scope = services.CreateScope();
        return (options.Command, options.Arguments) switch
        {
            ("feed-key", [var name, var feed, _, ..]) => await IssueFeedKey(scope.ServiceProvider, name, feed, [.. options.Arguments.Skip(2)]),
            ("recalculate", [var module]) => Recalculate(scope.ServiceProvider, module),
            ("load-plan", [var file]) => await LoadPlan(services, file),
            ("republish", [var module]) => Republish(scope.ServiceProvider, module),
            _ => Fail($"{options.Command} needs other words after it.\n\n{SuiteOptions.Usage}"),
        };
    }

    private static async Task<int> IssueFeedKey(IServiceProvider services, string name, string feed, string[] sources)
    {
        if (!FeedAccess.Feeds(services).Contains(feed))
            return Fail($"There is no feed {feed}: choose {string.Join(" or ", FeedAccess.Feeds(services))}.");
        var db = services.GetRequiredService<AccountsDb>();
        if (await db.FeedKeys.AnyAsync(k => k.Name == name))
            return Fail($"There is a feed key of the name \"{name}\" already: revoke it on the Feeds page, or choose another name.");
        var secret = await db.IssueFeedKey(name, feed, sources, CommandLine, services.GetRequiredService<BusinessClock>().Now);
        Console.WriteLine(secret);
        Console.Error.WriteLine($"This key is shown once. It may send {string.Join(", ", sources)} to the feed {feed}.");
        return 0;
    }

    private static async Task<int> LoadPlan(IServiceProvider services, string file)
    {
        if (!File.Exists(file))
            return Fail($"There is no file {file}.");
        await using var content = File.OpenRead(file);
        if (await PlanModule.LoadPlan(services, content, CommandLine) is { } reason)
            return Fail(reason);
        Console.WriteLine($"Loaded the plan from {file}.");
        return 0;
    }

    private static int Recalculate(IServiceProvider services, string module)
    {
        if (services.GetServices<Recalculator>().FirstOrDefault(r => r.Module == module) is not { } recalculator)
            return Fail($"There is no module {module} that counts measures.");
        Console.WriteLine($"{recalculator.Run(everything: true):N0} values changed. The running suite takes them to the plan within a minute.");
        return 0;
    }

    private static int Republish(IServiceProvider services, string module)
    {
        if (services.GetServices<Recalculator>().FirstOrDefault(r => r.Module == module) is not { } recalculator)
            return Fail($"There is no module {module} that counts measures.");
        Console.WriteLine($"{recalculator.PublishAll():N0} values go out again. The running suite takes them to the plan within a minute.");
        return 0;
    }

    internal static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
