using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Benchmarks.Running;

/// <summary>A data folder that is gone when the benchmark is.</summary>
internal sealed class BenchmarkFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("suite-benchmark-").FullName;

    public string SocialCare => System.IO.Path.Combine(Path, "socialcare.db");

    /// <summary>The secret of a new key. The first command on a folder also makes its databases, by the product's own migrations.</summary>
    public async Task<string> Key(string feed, string source) =>
        // What it logs of the databases stands beside the secret.
        (await PublishedHost.Command(Path, "feed-key", $"Benchmark {feed}", feed, source)).Single(line => line.StartsWith("feed_"));

    public Task LoadPlan() => PublishedHost.Command(Path, "load-plan", PlanFile);

    public static string PlanFile
    {
        get
        {
            var root = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(System.IO.Path.Combine(root.FullName, "ImprovementSuite.sln")))
                root = root.Parent!;
            return System.IO.Path.Combine(root.FullName, "modules", "ImprovementSuite.Plan", "Plan2010", "plan.json");
        }
    }

    /// <summary>Waits until a running host has counted everything of a module, social care or another, and taken it to the plan.</summary>
    public async Task Settled(string module = "socialcare")
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, $"{module}.db")}");
        connection.Open();
        using var waiting = connection.CreateCommand();
        waiting.CommandText =
            "SELECT (SELECT COUNT(*) FROM outgoing_message) + (SELECT COUNT(*) FROM stale_day) + NOT EXISTS (SELECT * FROM recalculation_mark WHERE Name = 'revision')";
        while ((long)waiting.ExecuteScalar()! > 0)
            await Task.Delay(100);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Path, recursive: true);
    }
}
