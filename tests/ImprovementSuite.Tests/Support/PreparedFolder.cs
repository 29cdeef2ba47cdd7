using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Support;

/// <summary>A data folder as a new suite makes it: its databases are migrated once a run and copied from then on, because that takes most of a start.</summary>
internal static class PreparedFolder
{
    private static readonly Lazy<Task<List<(string Name, byte[] Bytes)>>> Databases = new(Prepare);

    public static async Task<string> Copy()
    {
        var folder = Directory.CreateTempSubdirectory("suite-test-").FullName;
        foreach (var (name, bytes) in await Databases.Value)
            await File.WriteAllBytesAsync(Path.Combine(folder, name), bytes);
        return folder;
    }

    private static async Task<List<(string Name, byte[] Bytes)>> Prepare()
    {
        using var folder = new TemporaryFolder();
        await using var app = SuiteApp.Build(new SuiteOptions("demo", [], false, folder.Path, 0, 0, []));
        await app.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);
        return [.. app.Services.GetServices<MigratedDatabase>().Select(migrated => Whole(migrated.Database))];
    }

    private static (string Name, byte[] Bytes) Whole(ModuleDatabase database)
    {
        using var connection = database.Open();
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return (Path.GetFileName(database.Path), File.ReadAllBytes(database.Path));
    }
}
