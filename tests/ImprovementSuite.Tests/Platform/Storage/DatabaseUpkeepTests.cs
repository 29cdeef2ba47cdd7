using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ImprovementSuite.Tests.Platform.Storage;

/// <summary>What a start does to a data folder: nothing to one that it must not touch, a copy first of one that it changes.</summary>
public sealed class DatabaseUpkeepTests : IDisposable
{
    private const string First = "20100401000000_Teams";
    private const string Second = "20100820000000_Localities";

    private readonly TemporaryFolder _folder = new();
    private readonly IHost _host;

    public DatabaseUpkeepTests()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(new DataFolder(_folder.Path)).AddSingleton(new BusinessClock(TimeProvider.System)).AddSingleton<DatabaseUpkeep>().AddSingleton<Soundness>().AddLogging();
        builder.AddModuleDatabase<GrowingDb>("growing");
        builder.AddModuleDatabase<OtherDb>("other");
        _host = builder.Build();
    }

    private string Backup => Path.Combine(_folder.Path, "backups", $"growing-before-{Second}.db");

    public void Dispose()
    {
        _host.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("3.51.2")]
    [InlineData("3.46.1")]
    [InlineData("3.7.17")]
    public void An_old_SQLite_is_refused_in_a_sentence(string version)
    {
        var refused = Assert.Throws<CannotStartException>(() => DatabaseUpkeep.RequireSqlite(version));

        Assert.Equal(
            $"SQLite {version} is too old: the suite needs 3.51.3 or later, because older ones can lose a committed write. Install the version that ships with the suite.",
            refused.Message);
    }

    [Theory]
    [InlineData("3.51.3")]
    [InlineData("3.52.0")]
    [InlineData("4.0.0")]
    public void A_newer_SQLite_is_taken(string version) => DatabaseUpkeep.RequireSqlite(version);

    [Fact]
    public async Task A_new_database_needs_no_copy()
    {
        await Prepare();

        Assert.Equal([First, Second], Applied("growing"));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "backups")));
    }

    [Fact]
    public async Task An_existing_database_is_copied_before_its_schema_is_changed()
    {
        await OlderSchema();

        await Prepare();

        Assert.Equal([First, Second], Applied("growing"));
        Assert.Equal(["North 1 of nowhere"], Rows(DatabaseFile("growing"), "SELECT Code || ' of ' || Locality FROM team"));
        Assert.Equal([First], Rows(Backup, "SELECT MigrationId FROM __EFMigrationsHistory"));
        Assert.Equal(["North 1"], Rows(Backup, "SELECT Code FROM team"));
        Assert.Equal(["ok"], Rows(Backup, "PRAGMA integrity_check"));
    }

    [Fact]
    public async Task An_upgrade_that_was_killed_is_made_good_by_the_next_start()
    {
        await OlderSchema();
        // What a process leaves that dies after its copy, or in the middle of one, and while Entity Framework held its lock.
        Directory.CreateDirectory(Path.GetDirectoryName(Backup)!);
        await File.WriteAllTextAsync(Backup, "of an upgrade that was cut off");
        await File.WriteAllTextAsync(Backup + ".part", "half a copy");
        Execute("INSERT INTO __EFMigrationsLock VALUES (1, '2010-08-20 09:00:00')");

        // Entity Framework would wait for the lock for ever.
        await Prepare().WaitAsync(TimeSpan.FromMinutes(2));

        Assert.Equal([First, Second], Applied("growing"));
        Assert.Equal(["North 1"], Rows(Backup, "SELECT Code FROM team"));
        Assert.False(File.Exists(Backup + ".part"));
    }

    [Fact]
    public async Task A_newer_schema_in_one_database_keeps_every_database_as_it_is()
    {
        await OlderSchema();
        await _host.Services.CreateScope().ServiceProvider.GetRequiredService<OtherDb>().Database.MigrateAsync();
        Rows(DatabaseFile("other"), "INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Later', '99.0.0')");

        var refused = await Assert.ThrowsAsync<CannotStartException>(Prepare);

        Assert.Equal(
            $"{DatabaseFile("other")} was made by a newer version of the suite (schema 29990101000000_Later). Start that version, or restore a backup that was made before the upgrade.",
            refused.Message);
        Assert.Equal([First], Applied("growing"));
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "backups")));
    }

    [Fact]
    public async Task Two_that_start_at_once_wait_for_each_other()
    {
        await OlderSchema();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(Prepare)));

        Assert.Equal([First, Second], Applied("growing"));
    }

    private Task Prepare() => _host.Services.GetRequiredService<DatabaseUpkeep>().Prepare(CancellationToken.None);

    private async Task OlderSchema()
    {
        using var scope = _host.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<GrowingDb>().GetService<IMigrator>().MigrateAsync(First);
        Execute("INSERT INTO team VALUES ('North 1')");
    }

    private List<string> Applied(string name) => Rows(DatabaseFile(name), "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY 1");

    private void Execute(string sql) => Rows(DatabaseFile("growing"), sql);

    private string DatabaseFile(string name) => Path.Combine(_folder.Path, $"{name}.db");

    private static List<string> Rows(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        return connection.Query(sql, row => row.GetString(0));
    }

    /// <summary>A module's database with two steps in its history.</summary>
    private sealed class GrowingDb(DbContextOptions<GrowingDb> options, BusinessClock clock) : ModuleDb(options, clock);

    [DbContext(typeof(GrowingDb)), Migration(First)]
    private sealed class Teams : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Sql("CREATE TABLE team (Code TEXT NOT NULL)");
    }

    [DbContext(typeof(GrowingDb)), Migration(Second)]
    private sealed class Localities : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Sql("ALTER TABLE team ADD COLUMN Locality TEXT NOT NULL DEFAULT 'nowhere'");
    }

    private sealed class OtherDb(DbContextOptions<OtherDb> options, BusinessClock clock) : ModuleDb(options, clock);

    [DbContext(typeof(OtherDb)), Migration("20100401000000_Other")]
    private sealed class Other : Migration
    {
        protected override void Up(MigrationBuilder migration) => migration.Sql("CREATE TABLE other (Id INTEGER)");
    }
}
