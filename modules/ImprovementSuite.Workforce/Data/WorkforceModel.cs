using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Workforce.Agency;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Census;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Fostering;
using ImprovementSuite.Workforce.Recruitment;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Workforce.Data;

/// <summary>The tables of the feed's records.</summary>
internal static class WorkforceModel
{
    private const string Counted = "Counts = 1";

    public static void AddRecords(this ModelBuilder model)
    {
        model.Fed<Post>(Tables.Post, e => e.HasIndex(p => new { p.Number, p.StartsOn }).HasFilter(Counted));
        model.Fed<PersonInPost>(Tables.PersonInPost, e =>
        {
            e.HasIndex(p => new { p.Number, p.StartsOn, p.EndsOn, p.Fte }).HasFilter(Counted);
            e.HasIndex(p => p.Person).HasFilter(Counted);
        });
        model.Fed<AgencyCover>(Tables.AgencyCover, e => e.HasIndex(c => new { c.Number, c.StartsOn, c.EndsOn, c.Fte }).HasFilter(Counted));
        model.Fed<Invoice>(Tables.Invoice, e =>
        {
            e.HasIndex(i => new { i.Agency, i.Number }).HasFilter(Counted);
            e.HasIndex(i => i.SpentOn).HasFilter(Counted);
        });
        model.Fed<Campaign>(Tables.Campaign, e => e.HasIndex(c => c.Name).HasFilter(Counted));
        model.Fed<Candidate>(Tables.Candidate, e => e.HasIndex(c => c.Campaign).HasFilter(Counted));
        model.Fed<FosterHousehold>(Tables.FosterHousehold, e => e.HasIndex(h => h.ApprovedOn).HasFilter(Counted));
        model.Fed<Appraisal>(Tables.Appraisal, e => e.HasIndex(a => new { a.Kind, a.CycleFrom }).HasFilter(Counted));
        model.Fed<CensusReturn>(Tables.CensusReturn, e => e.HasIndex(r => r.Year).HasFilter(Counted));
        model.Fed<CensusWorker>(Tables.CensusWorker, e => e.HasIndex(w => w.Year).HasFilter(Counted));
    }

    public static void AddTeams(this ModelBuilder model) => model.Entity<Team>(e =>
    {
        e.ToTable("team");
        e.Property(t => t.Id).ValueGeneratedNever();
        e.HasIndex(t => new { t.Code, t.Locality }).IsUnique();
        e.Property(t => t.SuccessorId).IsConcurrencyToken();
        e.HasData(new { Id = Team.NotRecorded, Code = "", Locality = "" });
    });

    public static void AddSettings(this ModelBuilder model) => model.Entity<WorkforceSettings>(e =>
    {
        e.ToTable("workforce_settings");
        e.Property(s => s.Version).IsConcurrencyToken();
        e.HasData(new { Id = 1, CountsFrom = new DateOnly(2008, 4, 1), Version = 0 });
    });

    public static void AddFostering(this ModelBuilder model)
    {
        model.Entity<FosterCorrection>(e => { e.ToTable("foster_correction"); e.Property(c => c.Version).IsConcurrencyToken(); });
        model.Entity<FosterSettings>(e =>
        {
            e.ToTable("foster_settings");
            e.Property(s => s.Version).IsConcurrencyToken();
            e.HasData(new { Id = 1, ProgrammeFrom = new DateOnly(2009, 4, 1), Version = 0 });
        });
    }
}
