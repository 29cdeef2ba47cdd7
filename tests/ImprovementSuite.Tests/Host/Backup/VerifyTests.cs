using ImprovementSuite.Plan.Data;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.Backup;

/// <summary>What <c>verify</c> says of change logs that somebody changed behind the suite's back.</summary>
public sealed class VerifyTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private SuiteAtRest _suite = null!;

    public async Task InitializeAsync() => _suite = await SuiteAtRest.With(_folder.Path, "first", "second", "third");

    public async Task DisposeAsync()
    {
        await _suite.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Without_an_anchor_it_says_that_a_cut_off_end_would_not_show()
    {
        Assert.Equal(
            [
                ("accounts: 3 entries, each as it was written. No backup and no frozen panel says how far the log must reach.", true),
                ("inspections: 3 entries, each as it was written. No backup and no frozen panel says how far the log must reach.", true),
                ("plan: 3 entries, each as it was written. No backup and no frozen panel says how far the log must reach.", true),
                ("schools: 3 entries, each as it was written. No backup and no frozen panel says how far the log must reach.", true),
                ("socialcare: 3 entries, each as it was written. No backup and no frozen panel says how far the log must reach.", true),
                ("workforce: 3 entries, each as it was written. No backup and no frozen panel says how far the log must reach.", true),
            ],
            _suite.Verify().Select(found => (found.Sentence, found.Holds)));
    }

    [Theory]
    [InlineData("UPDATE change_log SET Why = 'another reason' WHERE Sequence = 2", "plan: the change log is not as it was written. Entry 2 was changed after it was written.")]
    [InlineData("DELETE FROM change_log WHERE Sequence = 2", "plan: the change log is not as it was written. Entry 2 is missing.")]
    [InlineData("DROP TABLE change_log", "plan: its change log cannot be read. SQLite Error 1: 'no such table: change_log'.")]
    public void A_changed_or_missing_entry_is_found(string sql, string sentence)
    {
        _suite.Execute("plan", sql);

        Assert.Equal([sentence], Wrong());
    }

    [Fact]
    public async Task An_end_that_is_cut_off_is_found_by_a_backup_in_the_data_folder()
    {
        var backup = await _suite.Backup(Path.Combine(_folder.Path, "backups", "before"));
        Assert.Empty(Wrong());

        _suite.Execute("socialcare", "DELETE FROM change_log WHERE Sequence > 1");

        Assert.Equal([$"socialcare: the change log ends with entry 1, but {backup.Title} knew entry 3. Entries 2 to 3 were cut off."], Wrong());
    }

    [Fact]
    public async Task An_end_that_was_written_anew_is_found_by_a_backup_elsewhere()
    {
        using var elsewhere = new TemporaryFolder();
        var backup = await _suite.Backup(Path.Combine(elsewhere.Path, "friday"));
        _suite.Execute("plan", "DELETE FROM change_log WHERE Sequence = 3");
        await _suite.Record("something else");
        await _suite.Record("and more");

        Assert.Empty(Wrong());
        Assert.Equal([$"plan: entry 3 is another than {backup.Title} knew. The change log was written anew."], Wrong(backup.Path));
    }

    [Fact]
    public async Task An_end_that_is_cut_off_is_found_by_what_a_frozen_panel_keeps()
    {
        await Freeze();
        Assert.Contains("accounts: 3 entries, each as it was written. The panel of 8 September 2010 knew entry 3; nothing is cut off.", _suite.Verify().Select(found => found.Sentence));

        _suite.Execute("accounts", "DELETE FROM change_log WHERE Sequence = 3");

        Assert.Equal(["accounts: the change log ends with entry 2, but the panel of 8 September 2010 knew entry 3. Entry 3 was cut off."], Wrong());
    }

    [Fact]
    public async Task What_a_frozen_panel_keeps_is_trusted_only_while_it_is_what_was_frozen()
    {
        await Freeze();

        _suite.Execute("plan", """UPDATE frozen_pack SET Body = replace(Body, '"Sequence":3', '"Sequence":2')""");

        Assert.Equal(["plan: what was frozen for the panel of 8 September 2010 is not what was frozen: it was altered since."], Wrong());
    }

    [Fact]
    public async Task A_manifest_that_was_changed_is_no_anchor()
    {
        var backup = await _suite.Backup(Path.Combine(_folder.Path, "backups", "before"));
        var manifest = Path.Combine(backup.Path, BackupManifest.FileName);
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"Sequence\": 3", "\"Sequence\": 2"));

        Assert.Equal([$"{manifest} is not what was written: it was changed since, or damaged. This backup is not to be trusted; take another."], Wrong());
    }

    [Fact]
    public async Task A_database_that_is_gone_is_found()
    {
        var backup = await _suite.Backup(Path.Combine(_folder.Path, "backups", "before"));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(Path.Combine(_folder.Path, "plan.db"));

        Assert.Equal([$"plan: {Path.Combine(_folder.Path, "plan.db")} is gone, and {backup.Title} knew entry 3 of its change log."], Wrong());
        Assert.False(File.Exists(Path.Combine(_folder.Path, "plan.db")));
    }

    [Fact]
    public async Task A_folder_without_databases_is_not_called_whole()
    {
        using var empty = new TemporaryFolder();
        await using var suite = new SuiteAtRest(empty.Path);

        Assert.Equal([new($"{empty.Path} holds no databases. Name the data folder with --data.", false)], suite.Verify());
    }

    private List<string> Wrong(string? backup = null) => [.. _suite.Verify(backup).Where(found => !found.Holds).Select(found => found.Sentence)];

    private async Task Freeze()
    {
        await using var scope = _suite.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlanDb>();
        var (panel, frozen) = (new DateOnly(2010, 9, 8), new DateTime(2010, 8, 25, 9, 0, 0, DateTimeKind.Utc));
        db.Add(FrozenPack.Of(new PackContent("Plan", "Council", panel, new(2010, 8, 20), frozen, "Somebody", null, default, default, [], [], [], [], [])
        {
            ChainHeads = ChainHead.Of(_suite.Services.GetServices<ModuleDatabase>()),
        }));
        await db.SaveChangesAsync();
    }
}
