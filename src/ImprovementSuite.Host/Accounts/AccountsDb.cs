using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Platform.Ui;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ImprovementSuite.Host.Accounts;

/// <summary>Who and what may call: people's accounts and sign-ins, feed keys.</summary>
internal sealed class AccountsDb(DbContextOptions<AccountsDb> options, BusinessClock clock, SignInChanges changes) : ModuleDb(options, clock)
{
    public const string Name = "accounts";

    public DbSet<FeedKey> FeedKeys => Set<FeedKey>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<SignedIn> SignIns => Set<SignedIn>();

    /// <summary>Whether anybody has an account. Asked without Entity Framework: the first page after a start would wait until the model is built.</summary>
    public static bool HasAccounts(SqliteConnection connection) => connection.Scalar<bool>("SELECT EXISTS (SELECT 1 FROM account)");

    /// <summary>Everybody whose account is open, by name.</summary>
    public static IReadOnlyList<KnownPerson> People(SqliteConnection connection) => connection.Query(
        "SELECT Id, Name, Email FROM account WHERE ClosedAt IS NULL ORDER BY Name COLLATE NOCASE, Id", row => new KnownPerson(row.GetString(0), row.GetString(1), row.GetString(2)));

    /// <summary>Issues a key, for twelve months where nothing else is said, and keeps who did it. The secret is in the return value and nowhere else.</summary>
    public async Task<string> IssueFeedKey(
        string name, string feed, IReadOnlyCollection<string> sources, Actor actor, DateTime now, DateOnly? lastDay = null, CancellationToken cancel = default)
    {
        var (key, secret) = FeedKey.Issue(name, feed, sources, now, lastDay ?? FeedKey.UsualLastDay(DateOnly.FromDateTime(BusinessClock.Local(now))));
        FeedKeys.Add(key);
        Record(actor, "issued a feed key", name, after: $"feed {feed}; source systems {string.Join(", ", sources)}; last day {Say.Date(key.EndsOn)}");
        await SaveChangesAsync(cancel);
        return secret;
    }

    /// <summary>Issues another key to the same sender; the one before goes on for a while. Of two people who do it at once the second fails.</summary>
    public async Task<string> ReplaceFeedKey(FeedKey key, DateOnly until, DateOnly lastDay, Actor actor, DateTime now, CancellationToken cancel = default)
    {
        var before = key.EndsOn;
        var (next, secret) = key.Replace(now, lastDay, until);
        FeedKeys.Add(next);
        Record(actor, "replaced a feed key", key.Name, $"last day {Say.Date(before)}", $"last day {Say.Date(key.EndsOn)}; the new key's {Say.Date(next.EndsOn)}");
        await SaveChangesAsync(cancel);
        return secret;
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default)
    {
        var matters = ChangeTracker.Entries().Any(entry => entry is { Entity: Account or SignedIn, State: EntityState.Modified or EntityState.Deleted });
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        if (matters)
            changes.Add();
        return saved;
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.Entity<FeedKey>(e =>
        {
            e.ToTable("feed_key");
            e.HasIndex(k => k.Hash).IsUnique();
            e.HasIndex(k => new { k.Name, k.Turn }).IsUnique();
            e.Property(k => k.RevokedAt).IsConcurrencyToken();
        });
        model.AddAccounts();
    }

    /// <summary>For <c>dotnet ef</c> alone.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<AccountsDb>
    {
        public AccountsDb CreateDbContext(string[] args) => new(ModuleDatabaseRegistration.DesignTimeOptions<AccountsDb>(), new BusinessClock(TimeProvider.System), new SignInChanges());
    }
}
