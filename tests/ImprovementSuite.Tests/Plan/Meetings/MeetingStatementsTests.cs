using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using ImprovementSuite.Plan;
using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Loading;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
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
        var once = await Count(1);

        Assert.All(once, page => Assert.InRange(page.Count, 0, 12));
        Assert.NotEqual(0, once.Sum(page => page.Count));
        Assert.Equal(once, await Count(4));
    }

    private static async Task<List<(string Page, int Count)>> Count(int times)
    {
        await using var suite = await RunningSuite.Start();
        Assert.Null(await PlanModule.LoadPlan(suite.Services, Plan(times), Actor.Suite));
        using var manager = await Visitor.SignIn(suite, "demo-performance-manager");
        // What the modules deliver at first changes the plan.
        await suite.Quiet();
        await manager.Page("/plan");
        using var statements = new Statements(suite.Services.GetRequiredService<ModuleDatabase<PlanDb>>());
        var counted = new List<(string, int)>();
        await Read(WhileOpen);
        await manager.Send(await manager.Page($"{Meeting}/freeze"), "main form button");
        await manager.Page("/plan");
        await Read(OnceFrozen);
        return counted;

        async Task Read(IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                var before = statements.Count;
                await manager.Page(path);
                counted.Add((path, statements.Count - before));
            }
        }
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

    /// <summary>Counts what Entity Framework asks of one database; other tests have theirs.</summary>
    private sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string _path;
        private readonly IDisposable _all;
        private IDisposable? _framework;
        private int _count;

        public Statements(ModuleDatabase database)
        {
            _path = database.Path;
            _all = DiagnosticListener.AllListeners.Subscribe(this);
        }

        public int Count => Volatile.Read(ref _count);

        public void OnNext(DiagnosticListener listener)
        {
            if (listener.Name == DbLoggerCategory.Name)
                _framework = listener.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> happened)
        {
            if (happened.Key == RelationalEventId.CommandExecuting.Name && happened.Value is CommandEventData { Command: { Connection.DataSource: var source } } && source == _path)
                Interlocked.Increment(ref _count);
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose()
        {
            _framework?.Dispose();
            _all.Dispose();
        }
    }
}
