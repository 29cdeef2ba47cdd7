using ImprovementSuite.Host.Pages.PersonalData;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.PersonalData;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Host.Demo;

/// <summary>An invented retention schedule for the demo's records of people, so that there is something to look at; the rest waits for somebody to decide.</summary>
internal static class SampleRules
{
    private const int Years = 6;

    private static readonly string[] Undecided = ["case_audit", "feed_rejection"];

    public static async Task Set(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var retention = services.GetRequiredService<RetentionOfAll>();
        foreach (var module in retention.Modules)
        {
            var db = retention.Context(module, scope.ServiceProvider);
            if (await db.Set<RetentionRule>().AnyAsync(stop))
                continue;
            foreach (var type in module.Records.Types.Where(type => !Undecided.Contains(type.Name)))
            {
                db.Add(new RetentionRule { Type = type.Name, Years = Years });
                db.Record(Actor.Suite, "said how long records are kept", $"{module.Records.Title}: {type.Plural}", "no rule", $"{Years} years after {type.After}", "invented for the demo");
            }
            await db.SaveChangesAsync(stop);
        }
    }
}
