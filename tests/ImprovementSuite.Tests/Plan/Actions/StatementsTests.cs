using System.Text;
using System.Text.Json.Nodes;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using SQLitePCL;
using Xunit;

namespace ImprovementSuite.Tests.Plan.Actions;

/// <summary>A page costs the same statements with 29 lines and with 145.</summary>
[Collection(AloneCollection.Name)]
public sealed class StatementsTests
{
    private const int PooledConnections = 8;

    private static readonly (string Path, string Person)[] Pages =
    [
        ("/", "demo-performance-manager"), ("/", "demo-workstream-lead"), ("/plan/my-actions", "demo-workstream-lead"), ("/plan/workstreams", "demo-analyst"),
        ("/plan/workstreams/Social%20Work", "demo-analyst"), ("/plan/not-measured", "demo-analyst"),
    ];

    [Fact]
    public async Task The_number_of_statements_does_not_depend_on_the_number_of_lines() => Assert.Equal(await Statements(times: 1), await Statements(times: 5));

    private static async Task<List<string>> Statements(int times)
    {
        await using var suite = await RunningSuite.Start();
        Assert.Null(await PlanModule.LoadPlan(suite.Services, Copies(times), Actor.Suite));
        await suite.Quiet();
        var database = suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>();
        var visitors = new Dictionary<string, Visitor>();
        var statements = new List<string>();
        var counts = new List<string>();
        foreach (var (path, person) in Pages)
        {
            if (!visitors.ContainsKey(person))
                visitors[person] = await Visitor.SignIn(suite, person);
            await visitors[person].Text(path);
            foreach (var change in new[] { "UPDATE plan_revision SET Value = Value + 1", null })
            {
                if (change is not null)
                    database.Write(connection => connection.Execute(change));
                Trace(database, statements);
                await visitors[person].Text(path);
                lock (statements)
                {
                    // An unchanged page may ask no more than the kept question for the latest revision, which is not traced.
                    Assert.False(change is not null && statements.Count == 0, $"{path} read nothing after a change, so nothing was traced.");
                    counts.Add($"{path} as {person}, {(change is null ? "unchanged" : "changed")}: {statements.Count}");
                }
            }
        }
        foreach (var visitor in visitors.Values)
            visitor.Dispose();
        return counts;
    }

    /// <summary>Connections are pooled: whoever opens one next gets one of these, with its listener. The sweep's look for messages is none of the page's.</summary>
    /// <remarks>Done again before each page: a page may have left another connection on top.</remarks>
    internal static void Trace(ModuleDatabase database, List<string> statements)
    {
        var pooled = Enumerable.Range(0, PooledConnections).Select(_ => database.Open()).ToList();
        foreach (var connection in pooled)
        {
            raw.sqlite3_trace(connection.Handle, (_, statement) =>
            {
                lock (statements)
                    if (!statement.Contains("outgoing_message") && !statement.StartsWith("PRAGMA", StringComparison.Ordinal))
                        statements.Add(statement);
            }, null);
            connection.Dispose();
        }
        lock (statements)
            statements.Clear();
    }

    private static MemoryStream Copies(int times)
    {
        using var file = PlanLoader.Plan2010();
        var plan = JsonNode.Parse(file)!;
        foreach (var (list, name) in new[] { ("measures", "code"), ("lines", "ref") })
        {
            var all = plan[list]!.AsArray();
            var own = all.ToList();
            for (var copy = 2; copy <= times; copy++)
                foreach (var node in own)
                {
                    var clone = node!.DeepClone();
                    clone[name] = $"{node[name]}-{copy}";
                    if (clone["measures"] is JsonArray codes)
                        clone["measures"] = new JsonArray([.. codes.Select(code => JsonValue.Create($"{code}-{copy}"))]);
                    all.Add(clone);
                }
        }
        return new MemoryStream(Encoding.UTF8.GetBytes(plan.ToJsonString()));
    }
}

/// <summary>Tests during which no other runs: each suite clears the process's pools of connections at its end, and with them what a test set up there.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
