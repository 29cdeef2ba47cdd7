using ImprovementSuite.Plan.Integration;
using ImprovementSuite.Plan.Lines;
using ImprovementSuite.Plan.Meetings;
using ImprovementSuite.Plan.Notice;
using ImprovementSuite.Plan.Packs;
using ImprovementSuite.Plan.Reminders;
using ImprovementSuite.Plan.Readings;
using ImprovementSuite.Plan.Updates;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ImprovementSuite.Plan.Data;

/// <summary>plan.db: the plan, its readings, what panels saw, and copies of the modules' definitions.</summary>
internal sealed class PlanDb(DbContextOptions<PlanDb> options, BusinessClock clock) : ModuleDb(options, clock)
{
    private bool _changed;

    public DbSet<LoadedPlan> Plans => Set<LoadedPlan>();
    public DbSet<Line> Lines => Set<Line>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<LineUpdate> Updates => Set<LineUpdate>();
    public DbSet<Panel> Panels => Set<Panel>();
    public DbSet<FrozenPack> Packs => Set<FrozenPack>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<WorkstreamContact> Contacts => Set<WorkstreamContact>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<CurrentNotice> Notices => Set<CurrentNotice>();
    public DbSet<Condition> Conditions => Set<Condition>();
    public DbSet<ReadingFile> ReadingFiles => Set<ReadingFile>();
    public DbSet<KnownDefinition> Definitions => Set<KnownDefinition>();
    public DbSet<KnownRecommendation> Recommendations => Set<KnownRecommendation>();
    public DbSet<KnownJudgement> Judgements => Set<KnownJudgement>();
    public DbSet<PlanRevision> Revision => Set<PlanRevision>();

    /// <summary>Says that what pages show has changed; the edit's own save commits it.</summary>
    public Task Changed(CancellationToken cancel)
    {
        _changed = true;
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancel = default)
    {
        if (!_changed)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        // Counted by the database under the write lock: two edits that both read 5 and wrote 6 would look like one, and the second never be shown.
        await Database.ExecuteSqlAsync($"UPDATE plan_revision SET Value = Value + 1", cancel);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancel);
        if (own is not null)
            await own.CommitAsync(cancel);
        _changed = false;
        return saved;
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        PlanTables.Configure(model);
        NoticeTables.Configure(model);
    }
}

/// <summary>Counts every change of what the plan's pages show. One row.</summary>
internal sealed class PlanRevision
{
    public int Id { get; init; }
    public long Value { get; private set; }
}

/// <summary>For <c>dotnet ef migrations add</c>.</summary>
internal sealed class PlanDbDesign : IDesignTimeDbContextFactory<PlanDb>
{
    public PlanDb CreateDbContext(string[] args) => new(ModuleDatabaseRegistration.DesignTimeOptions<PlanDb>(), new BusinessClock(TimeProvider.System));
}
