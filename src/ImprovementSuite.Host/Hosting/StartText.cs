using System.Net;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Hosting;

/// <summary>What the person who starts a real suite is told: where it listens and, while there is no administrator, what to do first.</summary>
internal static class StartText
{
    public static async Task Write(IServiceProvider services, (Uri Pages, Uri Feeds) addresses)
    {
        var listening = services.GetRequiredService<Listening>();
        Console.WriteLine(
            $"""

            ImprovementSuite serves {services.GetRequiredService<DataFolder>().Path}
              Pages {addresses.Pages}   Feeds {addresses.Feeds} (gRPC)   {(IPAddress.IsLoopback(listening.Address) ? "This machine only." : $"On {listening.Address}.")}
            """);
        using var scope = services.CreateScope();
        if (!await scope.ServiceProvider.GetRequiredService<AccountsDb>().Accounts.AnyAsync(Administrators.May))
            Console.WriteLine(
                $"""

                Do first:
                  1. Make the first administrator:   {new Uri(addresses.Pages, services.GetRequiredService<StartLink>().Path)}
                  2. Load your plan:                 load-plan <file> with the same --data folder, or a performance manager brings it in on the page {new Uri(addresses.Pages, "/plan/import")}
                  3. Give your case system a key:    on the page {new Uri(addresses.Pages, "/feeds/keys")}, or feed-key "Case system" socialcare case-system
                """);
    }
}
