using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.Pages.Account;
using ImprovementSuite.Host.People;
using ImprovementSuite.Plan;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;
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
            ("feed-key", [var name, var feed, _, ..]) => await IssueFeedKey(scope.ServiceProvider, name, feed, [.. options.Arguments.Skip(2)], options.Until),
            ("administrator", [var name, var email]) => await MakeAdministrator(scope.ServiceProvider, name, email),
            ("recalculate", [var module]) => Recalculate(scope.ServiceProvider, module),
            ("load-plan", [var file]) => await LoadPlan(services, file),
            ("republish", [var module]) => Republish(scope.ServiceProvider, module),
            _ => Fail($"{options.Command} needs other words after it.\n\n{SuiteOptions.Usage}"),
        };
    }

    private static async Task<int> IssueFeedKey(IServiceProvider services, string name, string feed, string[] sources, string? until)
    {
        if (!FeedAccess.Feeds(services).Contains(feed))
            return Fail($"There is no feed {feed}: choose {string.Join(" or ", FeedAccess.Feeds(services))}.");
        var db = services.GetRequiredService<AccountsDb>();
        if (await db.FeedKeys.AnyAsync(k => k.Name == name))
            return Fail($"There is a feed key of the name \"{name}\" already: replace it on the page Feed keys, or choose another name.");
        var clock = services.GetRequiredService<BusinessClock>();
        var lastDay = until is null ? FeedKey.UsualLastDay(clock.Today) : EnglishDay.Read(until);
        if (lastDay is not { } day || day < clock.Today || day > FeedKey.LatestLastDay(clock.Today))
            return Fail($"--until \"{until}\" is no last day of a key: give one from {Say.Date(clock.Today)} to {Say.Date(FeedKey.LatestLastDay(clock.Today))}, such as 2027-03-31.");
        var secret = await db.IssueFeedKey(name, feed, sources, CommandLine, clock.Now, lastDay);
        Console.WriteLine(secret);
        Console.Error.WriteLine($"This key is shown once. It may send {string.Join(", ", sources)} to the feed {feed} until {Say.Date(day)}.");
        return 0;
    }

    /// <summary>For a machine without a browser, and where nobody who manages people is left.</summary>
    private static async Task<int> MakeAdministrator(IServiceProvider services, string name, string email)
    {
        var (db, accounts, state) = (services.GetRequiredService<AccountsDb>(), services.GetRequiredService<UserManager<Account>>(), new ModelStateDictionary());
        NewPerson.Check(state, name, "name", email, "email");
        if (state.Values.SelectMany(field => field.Errors).FirstOrDefault() is { } wrong)
            return Fail($"{wrong.ErrorMessage}.");
        var account = await accounts.FindByEmailAsync(email.Trim());
        var before = account?.InWords();
        account ??= Account.Make(email, services.GetRequiredService<BusinessClock>().Now);
        account.Reopen();
        account.Allow(name, email, account.RoleList.Append(Role.Administrator.Name).Distinct(), account.WorkstreamList, account.TeamList);
        db.Record(CommandLine, before is null ? "made an account" : "changed an account", account.Id, before, account.InWords(), "administrator, at the command line");
        var saved = before is null ? await accounts.CreateAsync(account) : await accounts.UpdateAsync(account);
        if (!saved.Succeeded)
            return Fail($"{saved.Errors.First().Description}");
        Console.WriteLine(await NewPasswordModel.Link(accounts, account));
        Console.Error.WriteLine("Open this path at the address of the pages. It is shown once, and opens once within three days.");
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
        var (counts, tells) = (services.GetServices<Recalculator>().FirstOrDefault(r => r.Module == module), services.GetServices<ToldAgain>().FirstOrDefault(t => t.Module == module));
        if (counts is null && tells is null)
            return Fail($"There is no module {module} that tells others anything.");
        Console.WriteLine(counts is not null
            ? $"{counts.PublishAll():N0} values go out again. The running suite takes them to the plan within a minute."
            : $"{tells!.Again():N0} measures go out again. The running suite takes them to the other modules within two minutes.");
        return 0;
    }

    internal static int Fail(string sentence)
    {
        Console.Error.WriteLine(sentence);
        return 1;
    }
}
