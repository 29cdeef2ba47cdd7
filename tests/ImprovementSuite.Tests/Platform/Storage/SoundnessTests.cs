using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Host.Backup;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Platform.Storage;

/// <summary>A damaged database is told at start, by name and with the way out.</summary>
public sealed class SoundnessTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    private string Plan => Path.Combine(_folder.Path, "plan.db");

    public async Task InitializeAsync()
    {
        await using var suite = await SuiteAtRest.With(_folder.Path, "first");
        SqliteConnection.ClearAllPools();
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("reading")]
    [InlineData("__EFMigrationsHistory")]
    [InlineData("sqlite_schema")]
    public async Task A_damaged_page_is_refused_in_a_sentence(string table)
    {
        if (table == "sqlite_schema")
            File.WriteAllBytes(Plan, [.. Enumerable.Repeat((byte)0xA5, 8192)]);
        else
            DamagedFile.Damage(Plan, table);

        var refused = await Assert.ThrowsAsync<CannotStartException>(Prepare);

        Assert.StartsWith($"{Plan} is damaged: ", refused.Message);
        Assert.EndsWith(". Keep the folder as it is, and restore a backup into an empty one: restore <backup folder> --data <empty folder>.", refused.Message);
    }

    [Fact]
    public async Task The_newest_of_the_folders_own_backups_is_named()
    {
        string newest;
        await using (var suite = new SuiteAtRest(_folder.Path))
        {
            await suite.Backup(Path.Combine(_folder.Path, "backups", "nightly-2010-08-19"));
            newest = (await suite.Backup(Path.Combine(_folder.Path, "backups", "nightly-2010-08-20"))).Path;
        }
        SqliteConnection.ClearAllPools();
        DamagedFile.Damage(Plan, "reading");

        Assert.EndsWith($" The newest of its own is {newest}.", (await Assert.ThrowsAsync<CannotStartException>(Prepare)).Message);
    }

    [Fact]
    public async Task A_large_file_is_looked_at_before_serving_only_where_a_log_was_left_and_else_meanwhile()
    {
        SuiteAtRest.ExecuteOn(Plan, $"CREATE TABLE large (Filling BLOB); INSERT INTO large VALUES (zeroblob({Soundness.LargestBeforeStart}))");
        DamagedFile.Damage(Plan, "change_log");

        await using (var clean = new SuiteAtRest(_folder.Path))
        {
            var soundness = clean.Services.GetRequiredService<Soundness>();
            await clean.Services.GetRequiredService<DatabaseUpkeep>().Prepare(default);
            soundness.RequireAfterCrash();
            Assert.Null(soundness.Found);
            soundness.LookMeanwhile(default);
            Assert.StartsWith($"{Plan} is damaged: ", soundness.Found);
        }

        SqliteConnection.ClearAllPools();
        await File.WriteAllTextAsync(Plan + "-wal", "what a process leaves that was killed");
        await using var killed = new SuiteAtRest(_folder.Path);
        await killed.Services.GetRequiredService<DatabaseUpkeep>().Prepare(default);
        Assert.StartsWith($"{Plan} is damaged: ", Assert.Throws<CannotStartException>(killed.Services.GetRequiredService<Soundness>().RequireAfterCrash).Message);
    }

    private async Task Prepare()
    {
        await using var suite = new SuiteAtRest(_folder.Path);
        await suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(default);
    }
}
