using ImprovementSuite.Host.Commands;
using ImprovementSuite.Host.Hosting;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.Backup;

/// <summary>
/// The suite as a command has it: on a data folder, and not serving. It shares nothing with a suite that serves the same folder but the files,
/// as another process would; its clock is the demo's.
/// </summary>
internal sealed class SuiteAtRest : IAsyncDisposable
{
    private static readonly Actor Somebody = new("command-line", "Somebody at the command line");

    private readonly WebApplication _app;

    public SuiteAtRest(string folder)
    {
        Directory.CreateDirectory(folder);
        _app = SuiteApp.Build(new SuiteOptions("demo", [], false, folder, 0, 0, []));
    }

    public string Folder => Services.GetRequiredService<DataFolder>().Path;

    public IServiceProvider Services => _app.Services;

    /// <summary>A folder with every database, and an entry in each change log for every text.</summary>
    public static async Task<SuiteAtRest> With(string folder, params string[] entries)
    {
        var suite = new SuiteAtRest(folder);
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(default);
        foreach (var entry in entries)
            await suite.Record(entry);
        return suite;
    }

    /// <summary>An entry in each change log.</summary>
    public async Task Record(string action)
    {
        await using var scope = Services.CreateAsyncScope();
        foreach (var database in Services.GetServices<MigratedDatabase>())
        {
            var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(database.Context);
            db.Record(Somebody, action, "the test");
            await db.SaveChangesAsync();
        }
    }

    public async Task<BackupFolder> Backup(string target)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SuiteBackup>().Take(target, Somebody);
    }

    public Task Restore(string backup) => Services.GetRequiredService<SuiteRestore>().From(backup, Somebody);

    public IReadOnlyList<Verified> Verify(string? backup = null) => Services.GetRequiredService<ChainVerification>().Run(backup is null ? null : BackupFolder.Open(backup));

    public void Execute(string database, string sql) => ExecuteOn(Path.Combine(Folder, $"{database}.db"), sql);

    public static void ExecuteOn(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        connection.Execute(sql);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
