using System.Text;
using System.Text.Json.Nodes;
using ImprovementSuite.Benchmarks.Running;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Host.People;
using ImprovementSuite.Tests.Support;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;

namespace ImprovementSuite.Benchmarks.Pages;

/// <summary>SQL statements that one request for the Plan page runs on plan.db: right after the plan has changed, and while nothing changes.</summary>
internal static class PlanStatements
{
    private const int PooledConnections = 8;

    /// <param name="times">How many times over the plan of 29 lines and its measures are loaded.</param>
    public static async Task<(int Changed, int Unchanged)> Of(int times)
    {
        using var folder = new BenchmarkFolder();
        await using var suite = SuiteApp.Build(new SuiteOptions(null, [], false, folder.Path, 0, 0, [PersonOfTest.PasswordIsEnough]));
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        if (await PlanModule.LoadPlan(suite.Services, Plan(times), Actor.Suite) is { } reason)
            throw new InvalidOperationException(reason);
        await PersonOfTest.Make(suite.Services, Role.PerformanceManager);
        await suite.StartAsync();

        var database = suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>();
        // Before the first page: it keeps the connection that it opens.
        var statements = Trace(database);
        using var page = new PageLoad(
            new Uri(suite.Addresses().Pages, "/plan"), await PagesBenchmark.SignedIn(suite.Addresses().Pages));
        if (await page.Text() is var text && !text.Contains($"{29 * times} lines"))
            throw new InvalidOperationException($"The Plan page does not show {29 * times} lines.");

        database.Write(connection => connection.Execute("UPDATE plan_revision SET Value = Value + 1"));
        var changed = await Counted();
        var unchanged = await Counted();
        await suite.StopAsync();
        return (changed, unchanged);

        async Task<int> Counted()
        {
            statements.Clear();
            await page.Text();
            return statements.Count;
        }
    }

    /// <summary>Connections are pooled: whoever opens one next gets one of these, with the listener that it was given here.</summary>
    private static List<string> Trace(ModuleDatabase database)
    {
        var statements = new List<string>();
        var pooled = Enumerable.Range(0, PooledConnections).Select(_ => database.Open()).ToList();
        foreach (var connection in pooled)
        {
            raw.sqlite3_trace(connection.Handle, (_, statement) => { lock (statements) statements.Add(statement); }, null);
            connection.Dispose();
        }
        return statements;
    }

    private static MemoryStream Plan(int times)
    {
        var plan = JsonNode.Parse(File.ReadAllText(BenchmarkFolder.PlanFile))!;
        var (lines, measures) = (plan["lines"]!.AsArray(), plan["measures"]!.AsArray());
        var (ownLines, ownMeasures) = (lines.ToList(), measures.ToList());
        for (var copy = 2; copy <= times; copy++)
        {
            foreach (var measure in ownMeasures)
                measures.Add(Renamed(measure!, "code"));
            foreach (var line in ownLines)
            {
                var renamed = Renamed(line!, "ref");
                if (line!["measures"] is JsonArray codes)
                    renamed["measures"] = new JsonArray([.. codes.Select(code => JsonValue.Create($"{code}-{copy}"))]);
                lines.Add(renamed);
            }

            JsonNode Renamed(JsonNode node, string name)
            {
                var clone = node.DeepClone();
                clone[name] = $"{node[name]}-{copy}";
                return clone;
            }
        }
        return new MemoryStream(Encoding.UTF8.GetBytes(plan.ToJsonString()));
    }
}
