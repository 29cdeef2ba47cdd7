using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ImprovementSuite.Tests.Host.Backup;

/// <summary>What is refused, and that a refusal leaves everything as it is.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryFolder _target = new();
    private SuiteAtRest _suite = null!;
    private BackupFolder _backup = null!;

    private string Data => Path.Combine(_folder.Path, "data");

    public async Task InitializeAsync()
    {
        _suite = await SuiteAtRest.With(Data, "first", "second", "third");
        Directory.CreateDirectory(Path.Combine(Data, "keys"));
        File.WriteAllText(Path.Combine(Data, "keys", "key-1.xml"), "<key/>");
        Directory.CreateDirectory(Path.Combine(Data, "evidence"));
        File.WriteAllText(Path.Combine(Data, "evidence", "5e1f"), "minutes");
        File.WriteAllText(Path.Combine(Data, "evidence", "half.part"), "being written");
        Directory.CreateDirectory(Path.Combine(Data, "annex-a-uploads"));
        File.WriteAllText(Path.Combine(Data, "annex-a-uploads", "half.xlsx"), "being read");
        _backup = await _suite.Backup(Path.Combine(_folder.Path, "friday"));
    }

    public async Task DisposeAsync()
    {
        await _suite.DisposeAsync();
        _folder.Dispose();
        _target.Dispose();
    }

    [Fact]
    public async Task Everything_that_the_suite_needs_comes_back_and_each_change_log_says_from_where()
    {
        await using var restored = await Restore();

        Assert.Equal("<key/>", File.ReadAllText(Path.Combine(_target.Path, "keys", "key-1.xml")));
        Assert.Equal("minutes", File.ReadAllText(Path.Combine(_target.Path, "evidence", "5e1f")));
        Assert.False(File.Exists(Path.Combine(_target.Path, "evidence", "half.part")));
        Assert.False(Directory.Exists(Path.Combine(_target.Path, "annex-a-uploads")));
        Assert.All(restored.Services.GetServices<ModuleDatabase>(), database => database.Read(connection =>
        {
            Assert.Equal("wal", connection.Scalar<string>("PRAGMA journal_mode"));
            Assert.Equal(
                $"4 restored from a backup: {_backup.Path}, as it stood at 20 Aug 2010, 9:00am; seal {_backup.Manifest.Seal()}",
                connection.Scalar<string>("SELECT Sequence || ' ' || Action || ': ' || Subject || ', ' || After FROM change_log ORDER BY Sequence DESC LIMIT 1"));
            return true;
        }));
        Assert.All(restored.Verify(), found => Assert.True(found.Holds && found.Sentence.Contains("knew entry 3; nothing is cut off"), found.Sentence));
        await restored.Services.GetRequiredService<DatabaseUpkeep>().Prepare(default);
    }

    [Fact]
    public void The_suite_that_made_the_backup_keeps_its_seal()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "accounts.db")};Pooling=false");
        connection.Open();

        Assert.Equal(
            $"4 command-line made a backup {_backup.Path} seal {_backup.Manifest.Seal()}",
            connection.Scalar<string>("SELECT Sequence || ' ' || ActorId || ' ' || Action || ' ' || Subject || ' ' || After FROM change_log ORDER BY Sequence DESC LIMIT 1"));
        Assert.Equal(3, _backup.Manifest.Databases.Single(database => database.Name == "accounts").Head.Sequence);
    }

    [Fact]
    public async Task A_folder_with_databases_is_not_written_over()
    {
        File.WriteAllText(Path.Combine(_target.Path, "plan.db"), "the council's own");

        await Refuses($"{_target.Path} holds plan.db already, and a restore never overwrites. Name an empty folder with --data.");

        Assert.Equal("the council's own", File.ReadAllText(Path.Combine(_target.Path, "plan.db")));
    }

    [Fact]
    public async Task Another_key_in_the_folder_is_not_written_over()
    {
        Directory.CreateDirectory(Path.Combine(_target.Path, "keys"));
        File.WriteAllText(Path.Combine(_target.Path, "keys", "key-1.xml"), "<another/>");

        await Refuses($"{Path.Combine(_target.Path, "keys", "key-1.xml")} is there already, and is another than that of the backup. Name an empty folder with --data.");
    }

    [Fact]
    public async Task A_folder_without_a_manifest_is_no_backup()
    {
        File.Delete(Manifest);

        await Refuses($"{_backup.Path} holds no manifest.json: it is no backup of the suite, or not the whole of one.");
    }

    [Theory]
    [InlineData("\"Size\": ", "\"Size\": 1")]
    [InlineData("\"Sequence\": 3", "\"Sequence\": 2")]
    [InlineData("{", "")]
    public async Task A_manifest_that_was_changed_is_refused(string from, string to)
    {
        var text = File.ReadAllText(Manifest);
        Assert.Contains(from, text);
        File.WriteAllText(Manifest, text.Replace(from, to));

        await Refuses($"{Manifest} is not what was written: it was changed since, or damaged. This backup is not to be trusted; take another.");
    }

    [Fact]
    public async Task A_file_that_was_changed_is_refused()
    {
        var content = File.ReadAllBytes(Of("plan.db"));
        content[^1] ^= 1;
        File.WriteAllBytes(Of("plan.db"), content);
        File.Delete(Of("keys/key-1.xml"));
        File.AppendAllText(Of("socialcare.db"), "more");
        var size = _backup.Manifest.Files.Single(file => file.Name == "socialcare.db").Size;

        await Refuses(
            $"""
            Nothing was restored, because the backup is not whole.
            {Of("keys/key-1.xml")} is missing.
            {Of("plan.db")} is not what was written: it was changed since, or damaged.
            {Of("socialcare.db")} has {size + 4:N0} bytes, and had {size:N0} when it was written.
            """);
    }

    [Fact]
    public async Task A_change_log_that_was_changed_is_found_though_the_backup_was_sealed_again()
    {
        SuiteAtRest.ExecuteOn(Of("plan.db"), "UPDATE change_log SET Why = 'another reason' WHERE Sequence = 2");
        SuiteAtRest.ExecuteOn(Of("socialcare.db"), "DELETE FROM change_log WHERE Sequence = 3");
        SealAgain();

        await Refuses(
            $"""
            Nothing was restored, because the backup is not whole.
            The change log in {Of("plan.db")} is not as it was written. Entry 2 was changed after it was written.
            The change log in {Of("socialcare.db")} ends with entry 2, and not with the one that its manifest says.
            """);
    }

    [Fact]
    public async Task A_damaged_page_is_found_though_the_backup_was_sealed_again()
    {
        DamagedFile.Damage(Of("plan.db"), "change_log");
        SealAgain();

        var refused = await Assert.ThrowsAsync<CannotStartException>(Restore);

        Assert.StartsWith($"Nothing was restored, because the backup is not whole.\n{Of("plan.db")} is damaged: ", refused.Message);
        Assert.Equal(["demo-began"], Directory.EnumerateFileSystemEntries(_target.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_manifest_that_leads_out_of_its_folder_is_refused()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "elsewhere"), "");
        SealAgain(manifest => manifest with { Files = [.. manifest.Files, new("../elsewhere", 0, BackupFolder.HashOf(Path.Combine(_folder.Path, "elsewhere")))] });

        await Refuses("The manifest of the backup names a file outside of it (../elsewhere). This backup is not to be trusted; take another.");
    }

    [Fact]
    public async Task A_backup_of_a_newer_suite_is_refused_before_anything_is_copied()
    {
        SealAgain(manifest => manifest with { Suite = "9.0.0", Databases = [.. manifest.Databases.Select(database => database.Name == "plan" ? database with { Schema = "29990101000000_Later" } : database)] });

        await Refuses($"{_backup.Path} was made by a newer version of the suite (9.0.0; plan has the schema 29990101000000_Later). Restore it with that version.");
    }

    [Fact]
    public async Task What_the_plan_tells_others_goes_out_again()
    {
        _suite.Execute("plan", "INSERT INTO indicator_told (Measure, Fingerprint, Revision) VALUES ('NI59', 'told before', 5)");
        _backup = await _suite.Backup(Path.Combine(_folder.Path, "saturday"));

        await using var restored = await Restore();

        Assert.Equal("NI59 told as ", restored.Services.GetServices<ModuleDatabase>().Single(database => database.Name == "plan")
            .Read(connection => connection.Scalar<string>("SELECT Measure || ' told as ' || Fingerprint FROM indicator_told")));
    }

    [Fact]
    public async Task The_suite_neither_starts_on_a_restore_that_was_cut_off_nor_backs_it_up()
    {
        await (await Restore()).DisposeAsync();
        File.WriteAllText(Path.Combine(_target.Path, "restore-unfinished"), "");
        await using var suite = new SuiteAtRest(_target.Path);

        var refused = new[]
        {
            await Assert.ThrowsAsync<CannotStartException>(() => suite.Services.GetRequiredService<DatabaseUpkeep>().Prepare(default)),
            await Assert.ThrowsAsync<CannotStartException>(() => suite.Backup(Path.Combine(_folder.Path, "saturday"))),
        };

        Assert.All(refused, refusal => Assert.Equal($"A restore into {_target.Path} was not finished. Empty the folder, and restore again.", refusal.Message));
    }

    [Theory]
    [InlineData("friday", "is there already and not empty: a backup never overwrites. Choose another folder.")]
    [InlineData("data/friday", "lies in the data folder itself. Choose a folder elsewhere, best on another disk.")]
    public async Task A_backup_is_refused_where_it_would_do_harm(string folder, string sentence)
    {
        var target = Path.Combine(_folder.Path, folder);

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => _suite.Backup(target));

        Assert.Equal($"{target} {sentence}", refused.Message);
        Assert.False(Directory.Exists(target + ".part"));
    }

    [Fact]
    public async Task A_damaged_database_makes_no_backup()
    {
        SqliteConnection.ClearAllPools();
        DamagedFile.Damage(Path.Combine(Data, "plan.db"), "reading");
        var target = Path.Combine(_folder.Path, "saturday");

        var refused = await Assert.ThrowsAsync<CannotStartException>(() => _suite.Backup(target));

        Assert.StartsWith($"No backup was made", refused.Message);
        Assert.Equal(["data", "friday"], Directory.EnumerateDirectories(_folder.Path).Select(Path.GetFileName).Order());
    }

    private string Manifest => Of(BackupManifest.FileName);

    private string Of(string name) => Path.Combine(_backup.Path, name);

    private async Task<SuiteAtRest> Restore()
    {
        // The demo's clock; a file that is the backup's own already may lie there.
        File.Copy(Path.Combine(Data, "demo-began"), Path.Combine(_target.Path, "demo-began"));
        var restored = new SuiteAtRest(_target.Path);
        await restored.Restore(_backup.Path);
        return restored;
    }

    private async Task Refuses(string sentence)
    {
        var before = Files();

        var refused = await Assert.ThrowsAsync<CannotStartException>(Restore);

        Assert.Equal(sentence, refused.Message);
        Assert.Equal(before, Files().Where(file => Path.GetFileName(file) != "demo-began"));

        List<string> Files() => [.. Directory.EnumerateFiles(_target.Path, "*", SearchOption.AllDirectories).Order()];
    }

    /// <summary>What somebody does who changes a backup and knows how it is sealed.</summary>
    private void SealAgain(Func<BackupManifest, BackupManifest>? change = null)
    {
        var manifest = _backup.Manifest with { Files = [.. _backup.Manifest.Files.Select(file => new BackedUpFile(file.Name, new FileInfo(Of(file.Name)).Length, BackupFolder.HashOf(Of(file.Name))))] };
        File.WriteAllText(Manifest, (change?.Invoke(manifest) ?? manifest).ToJson());
    }
}
