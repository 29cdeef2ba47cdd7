using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.PersonalData;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using ImprovementSuite.SocialCare.AnnexA;
using ImprovementSuite.SocialCare.AnnexA.Importing;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.Learning;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using ImprovementSuite.SocialCare.WorkInProgress;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ImprovementSuite.SocialCare.Data;

internal sealed class SocialCareDb(DbContextOptions<SocialCareDb> options, BusinessClock clock) : ModuleDb(options, clock)
{
    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<Assessment> Assessments => Set<Assessment>();

    public DbSet<Team> Teams => Set<Team>();

    public DbSet<Worker> Workers => Set<Worker>();

    public DbSet<TimeLimit> TimeLimits => Set<TimeLimit>();

    public DbSet<NamedReader> NamedReaders => Set<NamedReader>();

    public DbSet<AnnexAUpload> AnnexAUploads => Set<AnnexAUpload>();

    public DbSet<FeedSource> Sources => Set<FeedSource>();

    public DbSet<StoredValue> Values => Set<StoredValue>();

    public DbSet<ManagerInPost> Managers => Set<ManagerInPost>();

    public DbSet<CaseAudit> Audits => Set<CaseAudit>();

    /// <summary>The settings of the audit programme.</summary>
    public Task<AuditProgramme> Programme(CancellationToken cancel) => Set<AuditProgramme>().SingleAsync(cancel);

    protected override void OnModelCreating(ModelBuilder model)
    {
        base.OnModelCreating(model);
        model.AddFeed();
        model.AddRecalculation();
        model.AddCases();
        model.AddNamedReaders();
        model.AddWorkInProgress();
        model.AddCaseAudits();
        model.AddAnnexA();
        model.AddDataQuality();
        model.AddLearning();
        model.AddRetention();
        model.AddWorkforceFollowing();

        model.Entity<Team>(e =>
        {
            e.ToTable("team");
            e.Property(t => t.Id).ValueGeneratedNever();
            e.HasIndex(t => new { t.Code, t.Locality }).IsUnique();
            e.Property(t => t.SuccessorId).IsConcurrencyToken();
            e.HasData(new { Id = Team.NotRecorded, Code = "", Locality = "" });
        });
        model.Entity<Worker>(e =>
        {
            e.ToTable("worker");
            e.Property(w => w.Id).ValueGeneratedNever();
            e.HasIndex(w => w.Name).IsUnique();
            e.HasData(new { Id = Worker.NotRecorded, Name = "" });
        });
        model.Entity<TimeLimit>(e =>
        {
            e.ToTable("time_limit");
            e.HasIndex(l => new { l.Measure, l.From }).IsUnique();
            e.HasData(
                new { Id = 1, Measure = Ni59.Code, From = new DateOnly(2008, 4, 1), WorkingDays = 7, DecidedBy = LimitDay.ClockStart, StartDayCounts = 0 },
                new { Id = 2, Measure = Ni60.Code, From = new DateOnly(2008, 4, 1), WorkingDays = 35, DecidedBy = LimitDay.ClockStart, StartDayCounts = 0 },
                new { Id = 3, Measure = AssessmentIn45Days.Code, From = new DateOnly(2013, 4, 1), WorkingDays = 45, DecidedBy = LimitDay.ClockStart, StartDayCounts = 0 },
                new { Id = 4, Measure = ConferencesInTime.Code, From = new DateOnly(2008, 4, 1), WorkingDays = 15, DecidedBy = LimitDay.ClockStart, StartDayCounts = 0 });
        });
    }

    /// <summary>For <c>dotnet ef</c> alone.</summary>
    internal sealed class Factory : IDesignTimeDbContextFactory<SocialCareDb>
    {
        public SocialCareDb CreateDbContext(string[] args) =>
            new(ModuleDatabaseRegistration.DesignTimeOptions<SocialCareDb>(), new BusinessClock(TimeProvider.System));
    }
}
