using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Importing;
using ImprovementSuite.Schools.Measures;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ImprovementSuite.Schools.Data;

internal sealed class SchoolsDb(DbContextOptions<SchoolsDb> options, BusinessClock clock) : ModuleDb(options, clock)
{
    public DbSet<School> Schools => Set<School>();

    public DbSet<SchoolNote> Notes => Set<SchoolNote>();

    public DbSet<MatchedUrn> MatchedUrns => Set<MatchedUrn>();

    public DbSet<HardToReach> HardToReach => Set<HardToReach>();

    public DbSet<SchoolJudgement> Judgements => Set<SchoolJudgement>();

    public DbSet<FloorStandard> Standards => Set<FloorStandard>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<SupportPlan> SupportPlans => Set<SupportPlan>();

    public DbSet<FeedSource> Sources => Set<FeedSource>();

    /// <summary>The module's settings.</summary>
    public Task<SchoolSettings> Settings(CancellationToken cancel) => Set<SchoolSettings>().SingleAsync(cancel);

    /// <summary>Saves an edit that may change who is below the floor, and has every round counted again.</summary>
    public async Task SaveAndCountAnew(CancellationToken cancel)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        await SaveChangesAsync(cancel);
        foreach (var measure in Rounds.All)
            await Database.ExecuteSqlAsync(
                $"INSERT INTO stale_day (Measure, Day, Version) VALUES ({measure}, {Rounds.First.DayNumber}, 1) ON CONFLICT (Measure, Day) DO UPDATE SET Version = Version + 1", cancel);
        await transaction.CommitAsync(cancel);
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.AddFeed();
        model.AddRecalculation();
        model.AddRecords();
        model.AddFloor();
        model.AddImports();
        model.AddSupport();
        model.Entity<SchoolSettings>(e =>
        {
            e.ToTable("school_settings");
            e.Property(s => s.Version).IsConcurrencyToken();
            e.Ignore(s => s.NeighbourAreas);
            e.HasData(new { Id = 1, Authority = "", AuthorityName = "", Neighbours = "", RiskPoints = 5_00, NewHeadMonths = 12, InspectionMonths = 48, Version = 0 });
        });
        model.Entity<HardToReach>(e =>
        {
            e.ToTable("hard_to_reach");
            e.HasIndex(h => h.Urn);
            e.Property(h => h.Version).IsConcurrencyToken();
        });
        model.Entity<SchoolJudgement>(e =>
        {
            e.ToTable("school_judgement");
            e.Property(j => j.Id).ValueGeneratedNever();
            e.HasIndex(j => j.Urn);
        });
        model.Entity<PublishedMove>(e => { e.ToTable("floor_move_published"); e.HasKey(m => new { m.Urn, m.Year }); });
    }

    /// <summary>For <c>dotnet ef</c> alone.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<SchoolsDb>
    {
        public SchoolsDb CreateDbContext(string[] args) =>
            new(ModuleDatabaseRegistration.DesignTimeOptions<SchoolsDb>(), new BusinessClock(TimeProvider.System));
    }
}
