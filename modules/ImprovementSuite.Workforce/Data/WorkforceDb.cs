using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Importing;
using ImprovementSuite.Workforce.Recruitment;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ImprovementSuite.Workforce.Data;

internal sealed class WorkforceDb(DbContextOptions<WorkforceDb> options, BusinessClock clock) : ModuleDb(options, clock)
{
    public DbSet<Team> Teams => Set<Team>();

    /// <summary>Saves an edit that changes what a measure counts from a day on, and has it counted again.</summary>
    public Task SaveAndCountAnew(IEnumerable<string> measures, DateOnly from, CancellationToken cancel) => SaveAndCountAnew(measures.Select(measure => (measure, from)), cancel);

    /// <summary>Saves an edit that changes what measures count on single days, and has these counted again.</summary>
    public async Task SaveAndCountAnew(IEnumerable<(string Measure, DateOnly Day)> stale, CancellationToken cancel)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancel);
        await SaveChangesAsync(cancel);
        foreach (var (measure, day) in stale)
            await Database.ExecuteSqlAsync(
                $"INSERT INTO stale_day (Measure, Day, Version) VALUES ({measure}, {day.DayNumber}, 1) ON CONFLICT (Measure, Day) DO UPDATE SET Version = Version + 1", cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The revision of the last values. A restored database has raised it above all that was ever published, so what is told next must be above it too.</summary>
    public Task<long> LastRevision(CancellationToken cancel) =>
        Database.SqlQuery<long>($"SELECT CAST(Value AS INTEGER) AS Value FROM recalculation_mark WHERE Name = 'revision'").SingleOrDefaultAsync(cancel);

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.AddFeed();
        model.AddRecalculation();
        model.AddSettings();
        model.AddTeams();
        model.AddRecords();
        model.AddFostering();
        model.AddPeople();
        model.AddWorkforceImports();
        model.AddAgencyDefinitions();
        model.AddRecruitment();
        model.AddRetention();
    }

    /// <summary>For <c>dotnet ef</c> alone.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<WorkforceDb>
    {
        public WorkforceDb CreateDbContext(string[] args) => new(ModuleDatabaseRegistration.DesignTimeOptions<WorkforceDb>(), new BusinessClock(TimeProvider.System));
    }
}
