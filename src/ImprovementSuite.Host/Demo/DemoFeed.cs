using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Host.Demo;

/// <summary>Sends a module's sample as a system of the council would: batches to the JSON twin of its feed, with a key of its own.</summary>
/// <param name="Module">The feed.</param>
/// <param name="KeyName">What its key is called.</param>
/// <param name="Source">The source system that the batches name.</param>
internal sealed record DemoFeed(string Module, string KeyName, string Source)
{
    /// <returns>How many records; 0 where they were sent at an earlier start.</returns>
    public async Task<int> Send(IServiceProvider services, Uri feeds, IEnumerable<string> batches, CancellationToken stop)
    {
        var sent = services.GetRequiredService<DataFolder>().Of($"demo-{Module}-sent");
        if (File.Exists(sent))
            return 0;
        string key;
        await using (var scope = services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            // A start that was cut off has left a key whose secret nobody knows any more.
            var earlier = await accounts.FeedKeys.CountAsync(issued => issued.Feed == Module, stop);
            key = await accounts.IssueFeedKey(
                earlier == 0 ? KeyName : $"{KeyName} {earlier + 1}", Module, [Source], Actor.Suite, services.GetRequiredService<BusinessClock>().Now, cancel: stop);
        }
        using var client = new HttpClient { BaseAddress = feeds, DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var accepted = 0;
        foreach (var batch in batches)
        {
            using var answer = await client.PostAsync($"/feeds/{Module}/v1/batches", new StringContent(batch, Encoding.UTF8, "application/json"), stop);
            answer.EnsureSuccessStatusCode();
            using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
            accepted += receipt.RootElement.GetProperty("accepted").GetInt32();
        }
        await File.WriteAllTextAsync(sent, "", stop);
        return accepted;
    }
}
