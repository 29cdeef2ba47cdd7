using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.DataQuality;

internal static class QualityTables
{
    /// <summary>dq_failure, dq_day, dq_grade, dq_mark and dq_setting.</summary>
    public static void AddDataQuality(this ModelBuilder model)
    {
        model.Entity<Failure>(e =>
        {
            e.ToTable("dq_failure");
            // A record fails a rule once at a time; those that are resolved stay.
            e.HasIndex(f => new { f.RecordType, f.RowId, f.Rule }, "dq_failure_open").IsUnique().HasFilter("ResolvedOn IS NULL");
        });
        model.Entity<FailureDay>(e => { e.ToTable("dq_day"); e.HasKey(d => new { d.Rule, d.Day }); });
        model.Entity<GradedMeasure>(e => { e.ToTable("dq_grade"); e.HasKey(g => g.Measure); });
        model.Entity<QualityMark>(e => { e.ToTable("dq_mark"); e.Property(m => m.Id).ValueGeneratedNever(); });
        model.Entity<QualitySettings>(e =>
        {
            e.ToTable("dq_setting");
            e.Property(s => s.Version).IsConcurrencyToken();
            e.HasData(new
            {
                Id = 1, Version = 1, AssessmentTimesLimit = 2, DecisionWorkingDays = 5, EntryWorkingDays = 5, EarlyHelpMonths = 3, SupervisionMonths = 2,
                PercentForA = 1, PercentForB = 5, FreshDays = 2, FreshDaysMonthly = 35,
            });
        });
    }
}
