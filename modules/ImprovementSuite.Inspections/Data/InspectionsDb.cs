using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Authorities;
using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Importing;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Reminders;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Importing;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ImprovementSuite.Inspections.Data;

internal sealed class InspectionsDb(DbContextOptions<InspectionsDb> options, BusinessClock clock) : ModuleDb(options, clock)
{
    private readonly BusinessClock _clock = clock;

    public DbSet<Provider> Providers => Set<Provider>();
    public DbSet<Inspection> Inspections => Set<Inspection>();
    public DbSet<Judgement> Judgements => Set<Judgement>();
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();
    public DbSet<Framework> Frameworks => Set<Framework>();
    public DbSet<InspectionsSettings> Settings => Set<InspectionsSettings>();
    public DbSet<Progress> Progress => Set<Progress>();
    public DbSet<LedgerEvent> Events => Set<LedgerEvent>();
    public DbSet<RecommendationAction> Actions => Set<RecommendationAction>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<Import> Imports => Set<Import>();
    public DbSet<Reminder> Reminders => Set<Reminder>();
    public DbSet<ServiceContact> Contacts => Set<ServiceContact>();

    public DbSet<OverviewAuthority> Authorities => Set<OverviewAuthority>();

    /// <summary>Every recommendation as it stands now; read, never written.</summary>
    public IQueryable<LedgerRow> Ledger => Set<LedgerRow>().AsNoTracking();

    /// <summary>Saves an edit that changes what measures count from these days on, and has them counted again.</summary>
    /// <param name="dropped">A measure that is counted no more: what was counted of it goes, here and in the plan.</param>
    public async Task SaveAndCountAnew(IEnumerable<(string Measure, DateOnly Day)> stale, CancellationToken cancel, MeasureDefinition? dropped = null)
    {
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancel) : null;
        await SaveChangesAsync(cancel);
        foreach (var (measure, day) in stale.Distinct())
            await Database.ExecuteSqlAsync(
                $"INSERT INTO stale_day (Measure, Day, Version) VALUES ({measure}, {day.DayNumber}, 1) ON CONFLICT (Measure, Day) DO UPDATE SET Version = Version + 1", cancel);
        if (dropped is not null)
            DroppedMeasure.Drop((SqliteConnection)Database.GetDbConnection(), InspectionsModule.Name, dropped, _clock.Now);
        if (own is not null)
            await own.CommitAsync(cancel);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.AddFeed();
        model.AddRecalculation();
        model.AddRecords();
        model.AddLedger();
        model.AddJudging();
        model.AddProfile();
        model.AddTold();
        model.AddAuthorities();
        model.AddInspectionImports();
        model.AddReminders();
    }

    /// <summary>For <c>dotnet ef</c> alone.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<InspectionsDb>
    {
        public InspectionsDb CreateDbContext(string[] args) => new(ModuleDatabaseRegistration.DesignTimeOptions<InspectionsDb>(), new BusinessClock(TimeProvider.System));
    }
}
