using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Host.Demo;

/// <summary>Sends the sample's results of 2010 as a school information system would: one batch to the JSON twin of the feed, with a key of its own.</summary>
internal static class DemoSchools
{
    private const string KeyName = "Demo school system";
    private const string Source = "school-system";

    /// <returns>How many records; 0 where they were sent at an earlier start.</returns>
    public static async Task<int> Send(IServiceProvider services, Uri feeds, CancellationToken stop)
    {
        var sent = services.GetRequiredService<DataFolder>().Of("demo-schools-sent");
        if (File.Exists(sent))
            return 0;
        string key;
        await using (var scope = services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<AccountsDb>();
            // A start that was cut off has left a key whose secret nobody knows any more.
            var earlier = await accounts.FeedKeys.CountAsync(issued => issued.Feed == SchoolsModule.Name, stop);
            key = await accounts.IssueFeedKey(
                earlier == 0 ? KeyName : $"{KeyName} {earlier + 1}", SchoolsModule.Name, [Source], Actor.Suite, services.GetRequiredService<BusinessClock>().Now, cancel: stop);
        }
        using var client = new HttpClient { BaseAddress = feeds, DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        using var answer = await client.PostAsync("/feeds/schools/v1/batches", new StringContent(SchoolsModule.SampleBatch(), Encoding.UTF8, "application/json"), stop);
        answer.EnsureSuccessStatusCode();
        using var receipt = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(stop));
        await File.WriteAllTextAsync(sent, "", stop);
        return receipt.RootElement.GetProperty("accepted").GetInt32();
    }
}
