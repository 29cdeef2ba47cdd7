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

namespace ImprovementSuite.Tests.Plan.Meetings;

/// <summary>A page of a meeting asks the database the same few questions however many lines the plan has.</summary>
public sealed class MeetingStatementsTests
{
    private const string Meeting = "/plan/meetings/2010-09-29";

    private static readonly string[] WhileOpen = ["/plan/meetings", Meeting, $"{Meeting}/freeze", $"{Meeting}/ruling/5.4", "/plan/challenges", "/plan/as-at?day=2010-08-01"];
    private static readonly string[] OnceFrozen = [Meeting, $"{Meeting}?view=now", "/plan/challenges"];

    [Fact]
    public async Task Four_times_the_lines_are_read_with_the_same_statements()
    {
        var once = await Statements(1);

        Assert.All(once, page => Assert.InRange(page.Count, 1, 12));
        Assert.Equal(once, await Statements(4));
    }

    private static async Task<List<(string Page, int Count)>> Statements(int times)
    {
        await using var suite = await RunningSuite.Start();
        Assert.Null(await PlanModule.LoadPlan(suite.Services, Plan(times), Actor.Suite));
        using var manager = await Visitor.SignIn(suite, "demo-performance-manager");
        await manager.Page("/plan");
        var statements = Trace(suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>());
        var counted = new List<(string, int)>();
        await Count(WhileOpen);
        await manager.Send(await manager.Page($"{Meeting}/freeze"), "main form button");
        await manager.Page("/plan");
        await Count(OnceFrozen);
        return counted;

        async Task Count(IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                lock (statements)
                    statements.Clear();
                await manager.Page(path);
                lock (statements)
                    counted.Add((path, statements.Count));
            }
        }
    }

    /// <summary>What is asked of the plan itself. Connections are pooled: whoever opens one next gets one of these, with its listener.</summary>
    private static List<string> Trace(ModuleDatabase database)
    {
        var statements = new List<string>();
        var pooled = Enumerable.Range(0, 8).Select(_ => database.Open()).ToList();
        foreach (var connection in pooled)
        {
            raw.sqlite3_trace(connection.Handle, (_, statement) =>
            {
                // The background asks for messages and for days to count whenever it likes.
                if (statement.StartsWith("SELECT", StringComparison.Ordinal) && !statement.Contains("outgoing_message"))
                    lock (statements)
                        statements.Add(statement);
            }, null);
            connection.Dispose();
        }
        return statements;
    }

    /// <summary>The plan of 2010 with every line and measure several times over.</summary>
    private static MemoryStream Plan(int times)
    {
        using var json = PlanLoader.Plan2010();
        var plan = JsonNode.Parse(json)!;
        var (lines, measures) = (plan["lines"]!.AsArray(), plan["measures"]!.AsArray());
        var (ownLines, ownMeasures) = (lines.ToList(), measures.ToList());
        for (var copy = 2; copy <= times; copy++)
        {
            foreach (var measure in ownMeasures)
                measures.Add(Renamed(measure!, "code", copy));
            foreach (var line in ownLines)
            {
                var renamed = Renamed(line!, "ref", copy);
                if (line!["measures"] is JsonArray codes)
                    renamed["measures"] = new JsonArray([.. codes.Select(code => JsonValue.Create($"{code}-{copy}"))]);
                lines.Add(renamed);
            }
        }
        return new MemoryStream(Encoding.UTF8.GetBytes(plan.ToJsonString()));
    }

    private static JsonNode Renamed(JsonNode node, string name, int copy)
    {
        var clone = node.DeepClone();
        clone[name] = $"{node[name]}-{copy}";
        return clone;
    }
}
