using ImprovementSuite.Host.Accounts;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ImprovementSuite.Tests.Host.Accounts;

public sealed class FeedKeyTests
{
    private static readonly DateOnly Today = new(2010, 8, 20);
    private static readonly DateTime Now = BusinessClock.Utc(Today, new TimeOnly(9, 0));

    [Fact]
    public void A_key_is_taken_on_its_last_day_and_not_on_the_next()
    {
        var (key, _) = FeedKey.Issue("Case system", "socialcare", ["case-system"], Now, Today.AddDays(3));

        Assert.True(key.IsLive(Today.AddDays(3)));
        Assert.False(key.IsLive(Today.AddDays(4)));
    }

    [Fact]
    public void The_key_that_is_replaced_goes_on_until_the_day_that_is_chosen_and_the_new_one_may_do_the_same()
    {
        var (key, secret) = FeedKey.Issue("Case system", "socialcare", ["case-system", "cin-census"], Now, Today.AddMonths(12));

        var (next, another) = key.Replace(Now, Today.AddMonths(12), Today.AddDays(7));

        Assert.NotEqual(secret, another);
        Assert.Equal((Today.AddDays(7), Today.AddMonths(12)), (key.EndsOn, next.EndsOn));
        Assert.Equal((key.Name, key.Feed, key.Sources, 1), (next.Name, next.Feed, next.Sources, next.Turn));
    }

    [Fact]
    public void Replacing_never_lengthens_the_key_before()
    {
        var (key, _) = FeedKey.Issue("Case system", "socialcare", ["case-system"], Now, Today.AddDays(2));

        key.Replace(Now, Today.AddMonths(12), Today.AddDays(7));

        Assert.Equal(Today.AddDays(2), key.EndsOn);
    }

    [Fact]
    public async Task Only_a_hash_of_the_secret_is_kept()
    {
        using var folder = new TemporaryFolder();
        await using var db = await Prepared(folder, null);

        var secret = await db.IssueFeedKey("Case system", "socialcare", ["case-system"], Actor.Suite, Now);

        await db.Database.CloseConnectionAsync();
        SqliteConnection.ClearAllPools();
        Assert.All(Directory.GetFiles(folder.Path), file => Assert.DoesNotContain(secret["feed_".Length..], File.ReadAllText(file, System.Text.Encoding.Latin1)));
    }

    /// <summary>A folder of the version before: its keys ended never.</summary>
    [Fact]
    public async Task A_key_of_before_the_upgrade_ends_twelve_months_after_its_issue()
    {
        using var folder = new TemporaryFolder();
        await using var db = await Prepared(folder, "20261123131719_Initial");
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO feed_key (Name, Feed, Sources, Hash, IssuedAt) VALUES ('Case system', 'socialcare', 'case-system', 'h', {SqliteCommands.ToMilliseconds(Now)})");

        await db.Database.MigrateAsync();

        var key = await db.FeedKeys.SingleAsync();
        Assert.Equal((new DateOnly(2011, 8, 20), 0, null), (key.EndsOn, key.Turn, key.LastUsedAt));
    }

    private static async Task<AccountsDb> Prepared(TemporaryFolder folder, string? schema)
    {
        var options = new DbContextOptionsBuilder<AccountsDb>().UseSqlite($"Data Source={Path.Combine(folder.Path, "accounts.db")}").Options;
        var db = new AccountsDb(options, new BusinessClock(new StandingTime(Today)), new SignInChanges());
        await db.GetService<IMigrator>().MigrateAsync(schema);
        return db;
    }
}
