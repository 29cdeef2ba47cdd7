using System.Net;
using System.Text.RegularExpressions;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Support;

/// <summary>Somebody with a password in a data folder that a suite will serve with <see cref="PasswordIsEnough"/>, for tests that are not about signing in.</summary>
internal static partial class PersonOfTest
{
    public const string PasswordIsEnough = "--SignIn:SecondFactor=optional";

    private const string Email = "test.person@example.gov.uk";
    private const string Password = "walrus over seven";

    /// <summary>Makes the folder's databases where they are missing, and the account.</summary>
    public static async Task Make(string folder, params IEnumerable<Role> roles)
    {
        await using var suite = SuiteApp.Build(new SuiteOptions("recalculate", [], false, folder, 0, 0, []));
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        await Make(suite.Services, roles);
        LetGo(suite.Services);
    }

    /// <summary>
    /// A pooled connection of this process would keep SQLite's shared index of the write-ahead log alive when the suite is killed. The next
    /// suite would then not look itself for what was committed last, as it does where nobody else has the files open.
    /// </summary>
    private static void LetGo(IServiceProvider suite)
    {
        foreach (var database in suite.GetServices<ModuleDatabase>())
            using (var connection = new SqliteConnection(database.ConnectionString))
                SqliteConnection.ClearPool(connection);
    }

    public static async Task Make(IServiceProvider suite, params IEnumerable<Role> roles)
    {
        using var scope = suite.CreateScope();
        var account = Account.Make(Email, DateTime.UtcNow);
        account.Allow("T. Person", Email, roles.Select(role => role.Name), [], []);
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
        if (!made.Succeeded)
            throw new InvalidOperationException(made.Errors.First().Description);
    }

    /// <summary>Signs in as a browser would; the cookies are then in the client's container.</summary>
    public static async Task SignIn(HttpClient browser, Uri pages)
    {
        var page = new Uri(pages, "/sign-in");
        var token = Token().Match(await browser.GetStringAsync(page)).Groups["token"].Value;
        using var answer = await browser.PostAsync(page, new FormUrlEncodedContent(new Dictionary<string, string> { ["Email"] = Email, ["Password"] = Password, ["__RequestVerificationToken"] = token }));
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
    }

    /// <summary>What a form carries against being posted from elsewhere.</summary>
    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)")]
    public static partial Regex Token();
}
