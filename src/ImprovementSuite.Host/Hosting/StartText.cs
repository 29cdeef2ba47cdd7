using ImprovementSuite.Host.People;
using ImprovementSuite.Platform.Storage;

namespace ImprovementSuite.Host.Hosting;

/// <summary>What the person who starts a real suite does first.</summary>
internal static class StartText
{
    public static void Write(IServiceProvider services, (Uri Pages, Uri Feeds) addresses) => Console.WriteLine(
        $"""

        ImprovementSuite serves {services.GetRequiredService<DataFolder>().Path}
          Pages {addresses.Pages}   Feeds {addresses.Feeds} (gRPC)   This machine only, until accounts are set up.

        Do first, in another terminal with the same --data folder:
          1. Sign in once as local administrator: {new Uri(addresses.Pages, services.GetRequiredService<StartLink>().Path)}
          2. Load your plan:                      load-plan <file>, or bring it in on the page {new Uri(addresses.Pages, "/plan/import")}
          3. Give your case system a key:         feed-key "Case system" socialcare case-system
        """);
}
