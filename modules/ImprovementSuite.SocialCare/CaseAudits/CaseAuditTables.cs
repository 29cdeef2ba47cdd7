using ImprovementSuite.SocialCare.Cases;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>The tables of the audit programme, with what a council starts from: the quotas of 2009, the form, the two scales.</summary>
internal static class CaseAuditTables
{
    private static readonly DateOnly FromTheStart = new(2008, 4, 1);

    public static void AddCaseAudits(this ModelBuilder model)
    {
        model.Entity<ManagerInPost>(e =>
        {
            e.ToTable("manager_in_post");
            e.HasOne(m => m.Team).WithMany().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.Restrict);
            e.Property(m => m.Version).IsConcurrencyToken();
            e.Ignore(m => m.IsPosted);
        });
        model.Entity<AuditQuota>(e =>
        {
            e.ToTable("audit_quota");
            e.HasIndex(q => new { q.Role, q.Kind, q.From }).IsUnique();
            e.Property(q => q.Version).IsConcurrencyToken();
            e.HasData(
                new { Id = 1, Role = AuditorRole.TeamManager, Kind = AuditKind.CaseFile, From = FromTheStart, Files = 3, Version = 0 },
                new { Id = 2, Role = AuditorRole.LocalityManager, Kind = AuditKind.CaseFile, From = FromTheStart, Files = 3, Version = 0 },
                new { Id = 3, Role = AuditorRole.LocalityManager, Kind = AuditKind.NoFurtherAction, From = FromTheStart, Files = 5, Version = 0 });
        });
        model.Entity<ExpectedStatement>(e => { e.ToTable("audit_statement"); e.HasKey(s => s.Month); e.Property(s => s.Month).ValueGeneratedNever(); e.Property(s => s.Version).IsConcurrencyToken(); });
        model.Entity<AuditProgramme>(e =>
        {
            e.ToTable("audit_programme");
            e.Property(p => p.Id).ValueGeneratedNever();
            e.Property(p => p.Version).IsConcurrencyToken();
            e.HasData(new { Id = AuditProgramme.TheOne, SecondShare = 10, NfaReduction = 0, Version = 0 });
        });
        model.Entity<GradeScale>(e =>
        {
            e.ToTable("grade_scale");
            e.HasIndex(s => s.From).IsUnique();
            e.HasData(
                new { Id = 1, From = FromTheStart, First = "Outstanding", Second = "Good", Third = "Satisfactory", Fourth = "Inadequate" },
                new { Id = 2, From = new DateOnly(2013, 11, 1), First = "Outstanding", Second = "Good", Third = "Requires improvement", Fourth = "Inadequate" });
        });
        model.Entity<ListedItem>(e =>
        {
            e.ToTable("audit_item");
            e.HasIndex(i => new { i.List, i.Title }).IsUnique();
            e.Property(i => i.Version).IsConcurrencyToken();
            e.HasData(Items());
        });
        model.Entity<AuditDraw>(e =>
        {
            e.ToTable("audit_draw");
            e.HasMany(d => d.Shares).WithOne().HasForeignKey(s => s.DrawId);
            e.HasMany(d => d.Strata).WithOne().HasForeignKey(s => s.DrawId);
        });
        model.Entity<DrawShare>(e => { e.ToTable("audit_draw_share"); e.HasKey(s => new { s.DrawId, s.AuditorId }); e.HasOne(s => s.Auditor).WithMany().HasForeignKey(s => s.AuditorId).OnDelete(DeleteBehavior.Restrict); });
        model.Entity<DrawStratum>(e => { e.ToTable("audit_draw_stratum"); e.HasKey(s => new { s.DrawId, s.Locality, s.Team, s.FileType }); });
        model.Entity<CaseAudit>(e =>
        {
            e.ToTable("case_audit");
            e.Property(a => a.Version).IsConcurrencyToken();
            e.HasOne(a => a.For).WithMany().HasForeignKey(a => a.ForId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(a => a.Auditor).WithMany().HasForeignKey(a => a.AuditorId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(a => a.Earlier).WithMany().HasForeignKey(a => a.EarlierId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<AuditDraw>().WithMany().HasForeignKey(a => a.DrawId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne<Team>().WithMany().HasForeignKey(a => a.TeamId).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(a => new { a.Month, a.ForId });
            e.HasIndex(a => new { a.Purpose, a.ReceivedOn });
            // A file is given out once, also where two draws run at the same moment.
            e.HasIndex(a => new { a.FileType, a.FileRow }).IsUnique().HasFilter("DrawId IS NOT NULL AND WithdrawnWhy IS NULL");
            e.HasMany(a => a.Sections).WithOne().HasForeignKey(s => s.AuditId);
            e.HasMany(a => a.Findings).WithOne().HasForeignKey(f => f.AuditId);
            e.HasMany(a => a.Actions).WithOne(x => x.Audit).HasForeignKey(x => x.AuditId);
            e.HasMany(a => a.Alerts).WithOne(x => x.Audit).HasForeignKey(x => x.AuditId);
        });
        model.Entity<SectionGrade>(e => { e.ToTable("audit_grade"); e.HasKey(s => new { s.AuditId, s.SectionId }); e.HasOne<ListedItem>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict); });
        model.Entity<AuditFinding>(e => { e.ToTable("audit_finding"); e.HasKey(f => new { f.AuditId, f.ItemId }); e.HasOne(f => f.Item).WithMany().HasForeignKey(f => f.ItemId).OnDelete(DeleteBehavior.Restrict); });
        model.Entity<RequiredAction>(e =>
        {
            e.ToTable("audit_action");
            e.Property(a => a.Version).IsConcurrencyToken();
            e.HasOne<CaseAudit>().WithMany().HasForeignKey(a => a.ClosedById).OnDelete(DeleteBehavior.Restrict);
            e.HasIndex(a => a.ClosedOn);
        });
        model.Entity<SafeguardingAlert>(e => { e.ToTable("safeguarding_alert"); e.Property(a => a.Version).IsConcurrencyToken(); e.HasIndex(a => a.AnsweredAt); });
        model.Entity<AuditReminder>(e => { e.ToTable("audit_reminder"); e.HasOne<ManagerInPost>().WithMany().HasForeignKey(r => r.ManagerId).OnDelete(DeleteBehavior.Restrict); e.HasIndex(r => new { r.Month, r.ManagerId }); });
    }

    private static IEnumerable<object> Items()
    {
        (AuditList List, string[] Titles)[] lists =
        [
            (AuditList.FileSection, ["Recording and chronology", "Assessment and analysis of risk", "The child seen and heard", "Planning and timeliness", "Work with other agencies", "Management oversight"]),
            (AuditList.NfaSection, ["Information gathered before deciding", "Threshold applied", "Reason for the decision recorded", "Referrer told of the outcome"]),
            (AuditList.Strength, ["The child's wishes and feelings are clear", "Analysis leads to a plan", "Family history is used", "Agencies were brought in early", "Decisions are recorded with their reason"]),
            (AuditList.PracticeIssue,
            [
                "The child was not seen alone", "Chronology missing or not used", "Risk is described and not analysed", "Ethnicity, faith or disability not considered", "Other agencies were not asked",
                "Threshold not applied as agreed", "The referrer was not told", "Supervision not recorded", "No decision of a manager on file", "Drift: actions without dates",
            ]),
        ];
        return lists.SelectMany(list => list.Titles.Select(title => (list.List, title))).Select((item, i) => new { Id = i + 1, item.List, Title = item.title, Version = 0 });
    }
}
