using ImprovementSuite.Platform.ChangeLog;
using ImprovementSuite.Platform.Messages;
using ImprovementSuite.Platform.People;
using ImprovementSuite.Platform.Time;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ImprovementSuite.Platform.Storage;

/// <summary>
/// The context of one module's database. It keeps days as day numbers and instants as milliseconds UTC, and holds the two tables that
/// every module has: what it will tell others (<see cref="Publish"/>) and who changed what (<see cref="Record"/>).
/// </summary>
public abstract class ModuleDb(DbContextOptions options, BusinessClock clock) : DbContext(options)
{
    private readonly List<ChangeEntry> _changes = [];

    /// <summary>Notifications that the courier has not yet delivered.</summary>
    public DbSet<OutgoingMessage> Outbox => Set<OutgoingMessage>();

    /// <summary>The hash-chained change log.</summary>
    public DbSet<ChangeEntry> ChangeLog => Set<ChangeEntry>();

    /// <summary>Adds the notification to the outbox; the save of the edit that made it true commits both.</summary>
    public void Publish(INotification notification) => Outbox.Add(OutgoingMessage.Of(notification, clock.Now));

    /// <summary>Keeps who did what, in the edit's own transaction. <paramref name="before"/> and <paramref name="after"/> are texts a person can compare.</summary>
    public void Record(Actor actor, string action, string subject, string? before = null, string? after = null, string? why = null) =>
        _changes.Add(new ChangeEntry
        {
            At = clock.Now, ActorId = actor.Id, ActorName = actor.Name, Action = action, Subject = subject, Before = before, After = after, Why = why,
        });

    /// <summary>
    /// Says which version of a row its editor had before them. Where another has saved since, the save throws
    /// <see cref="DbUpdateConcurrencyException"/> and changes nothing; the page then shows both.
    /// </summary>
    public void Expect(object row, int version) => Entry(row).Property("Version").OriginalValue = version;

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        _changes.Count == 0 ? base.SaveChanges(acceptAllChangesOnSuccess) : throw new InvalidOperationException("An edit with a change log entry is saved with SaveChangesAsync.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default)
    {
        CountVersions();
        if (_changes.Count == 0)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);

        // The chain's last link is read under the write lock, so that two edits never follow the same one.
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        var last = await ChangeLog.AsNoTracking().OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(cancel);
        foreach (var change in _changes)
            ChangeLog.Add(last = change.Following(last));
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        _changes.Clear();
        return saved;
    }

    // A row with a concurrency token "Version" counts its saves, whoever edits it and however.
    private void CountVersions()
    {
        ChangeTracker.DetectChanges();
        foreach (var row in ChangeTracker.Entries().Where(entry => entry.State == EntityState.Modified && entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true }))
            row.Property("Version").CurrentValue = (int)row.Property("Version").OriginalValue! + 1;
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder conventions)
    {
        conventions.Properties<DateOnly>().HaveConversion<DayNumber>();
        conventions.Properties<DateTime>().HaveConversion<Milliseconds>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<OutgoingMessage>(e => { e.ToTable("outgoing_message"); e.HasKey(m => m.Id); e.HasIndex(m => m.NextAttempt); });
        model.Entity<ChangeEntry>(e => { e.ToTable("change_log"); e.HasKey(c => c.Sequence); e.Property(c => c.Sequence).ValueGeneratedNever(); });
    }

    private sealed class DayNumber() : ValueConverter<DateOnly, int>(day => day.DayNumber, number => DateOnly.FromDayNumber(number));

    private sealed class Milliseconds() : ValueConverter<DateTime, long>(
        instant => SqliteCommands.ToMilliseconds(instant), stored => DateTime.SpecifyKind(SqliteCommands.FromMilliseconds(stored), DateTimeKind.Utc));
}
