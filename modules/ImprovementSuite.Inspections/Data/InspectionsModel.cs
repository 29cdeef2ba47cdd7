using ImprovementSuite.Inspections.Evidence;
using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;
using ImprovementSuite.Inspections.Profile;
using ImprovementSuite.Inspections.Readiness;
using ImprovementSuite.Inspections.Told;
using ImprovementSuite.Platform.Feeds;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Inspections.Data;

/// <summary>The module's tables.</summary>
internal static class InspectionsModel
{
    private const string Counted = "Counts = 1";

    /// <summary>The tables of the feed's records.</summary>
    public static void AddRecords(this ModelBuilder model)
    {
        model.Fed<Provider>(Tables.Provider, e => e.HasIndex(p => p.Reference).HasFilter(Counted));
        model.Fed<Inspection>(Tables.Inspection, e =>
        {
            e.HasIndex(i => i.Reference).HasFilter(Counted);
            e.HasIndex(i => i.ProviderRef).HasFilter(Counted);
        });
        model.Fed<Judgement>(Tables.Judgement, e => e.HasIndex(j => new { j.InspectionRef, j.Area }).HasFilter(Counted));
        model.Fed<Recommendation>(Tables.Recommendation, e =>
        {
            e.HasIndex(r => new { r.InspectionRef, r.Number }).HasFilter(Counted);
            // Of those taken out, for the date that they had.
            e.HasIndex(r => new { r.InspectionRef, r.Number }, "IX_recommendation_TakenOut").HasFilter("Counts = 0");
            e.HasIndex(r => r.OriginallyDueOn).HasFilter(Counted);
            // The ledger's list of services is read from it alone.
            e.HasIndex(r => r.Service).HasFilter(Counted);
        });
        model.Fed<HomeVisit>(Tables.HomeVisit, e => e.HasIndex(v => new { v.ProviderRef, v.VisitedOn }).HasFilter(Counted));
    }

    /// <summary>What people do about recommendations.</summary>
    public static void AddLedger(this ModelBuilder model)
    {
        model.Entity<Progress>(e =>
        {
            e.ToTable("progress");
            e.HasKey(p => p.RecommendationId);
            e.Property(p => p.RecommendationId).ValueGeneratedNever();
            e.HasIndex(p => p.DuplicateOfId);
            e.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<OriginalDate>(e =>
        {
            e.ToTable("original_date");
            e.Property(d => d.Number).UseCollation("NOCASE");
            e.HasIndex(d => new { d.InspectionRef, d.Number });
        });
        model.Entity<LedgerEvent>(e => { e.ToTable("ledger_event"); e.HasIndex(step => step.RecommendationId); });
        model.Entity<RecommendationAction>(e =>
        {
            e.ToTable("recommendation_action");
            e.HasIndex(action => action.RecommendationId);
            e.Property(action => action.Version).IsConcurrencyToken();
        });
        model.Entity<EvidenceItem>(e =>
        {
            e.ToTable("evidence");
            e.HasIndex(item => new { item.Of, item.SubjectId });
            e.Property(item => item.Version).IsConcurrencyToken();
        });
        model.Entity<LedgerRow>(e => { e.HasNoKey(); e.ToSqlQuery(LedgerSql.Rows); });
    }

    /// <summary>Frameworks, what counts, and what people say of providers.</summary>
    public static void AddJudging(this ModelBuilder model)
    {
        model.Entity<Framework>(e =>
        {
            e.ToTable("framework");
            e.HasIndex(f => f.Code).IsUnique();
            e.Property(f => f.Version).IsConcurrencyToken();
        });
        FrameworkSeed.Seed(model);
        model.Entity<InspectionsSettings>(e =>
        {
            e.ToTable("inspections_settings");
            e.Property(s => s.Version).IsConcurrencyToken();
            e.HasData(new
            {
                Id = 1, LeftOut = InspectionsSettings.UsuallyLeftOut.ToList(), InBlockA = InspectionsSettings.UsuallyInBlockA.ToList(), ReviewsFrom = new DateOnly(2010, 4, 1), Version = 0,
            });
        });
        model.Entity<ReportMeasure>(e => { e.ToTable("report_measure"); e.HasIndex(m => m.InspectionRef).IsUnique(); e.Property(m => m.Version).IsConcurrencyToken(); });
        model.Entity<JudgementMeasure>(e => { e.ToTable("judgement_measure"); e.HasIndex(m => new { m.ProviderRef, m.Area }).IsUnique(); e.Property(m => m.Version).IsConcurrencyToken(); });
        model.Entity<ReviewReader>(e => { e.ToTable("review_reader"); e.HasIndex(r => new { r.InspectionRef, r.PersonId }).IsUnique(); });
        model.Entity<ProviderReadiness>(e => { e.ToTable("provider_readiness"); e.HasIndex(r => r.ProviderRef).IsUnique(); e.Property(r => r.Version).IsConcurrencyToken(); });
    }

    /// <summary>The performance profile and its frozen reports.</summary>
    public static void AddProfile(this ModelBuilder model)
    {
        model.Entity<FrozenReport>(e => { e.ToTable("frozen_report"); e.HasIndex(r => new { r.Kind, r.PeriodFrom }).IsUnique(); e.HasIndex(r => r.FrozenOn); });
        model.Entity<Indicator>(e => { e.ToTable("indicator"); e.HasKey(i => i.Measure); });
        model.Entity<IndicatorChange>(e => { e.ToTable("indicator_change"); e.HasIndex(c => c.ToldOn); });
        model.Entity<ProfileBand>(e =>
        {
            e.ToTable("profile_band");
            e.HasIndex(b => new { b.StartsOn, b.LowestPercent }).IsUnique();
            e.Property(b => b.Version).IsConcurrencyToken();
            e.HasData(
                Band(1, 0, "performing poorly", "The council's plan of 2010, which calls 54.9% so; where performing adequately begins is not published: add it when it is known"),
                Band(2, 65, "performing well", "The council's plan of 2010: 65% to 79%"), Band(3, 80, "performing excellently", "Derived: what is above 79%"));
        });

        static object Band(int id, int lowest, string words, string source) => new { Id = id, LowestPercent = lowest, Words = words, StartsOn = new DateOnly(2009, 1, 1), Source = source, Version = 0 };
    }

    /// <summary>What other modules were told.</summary>
    public static void AddTold(this ModelBuilder model)
    {
        model.Entity<JudgementTold>(e => { e.ToTable("judgement_told"); e.HasKey(t => t.JudgementId); e.Property(t => t.JudgementId).ValueGeneratedNever(); });
        model.Entity<RecommendationTold>(e => { e.ToTable("recommendation_told"); e.HasKey(t => t.RecommendationId); e.Property(t => t.RecommendationId).ValueGeneratedNever(); });
    }
}
