using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.SocialCare.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>The tables of the feed's records. The indexes named "counted" cover their counting queries, which then never touch the table.</summary>
internal static class CaseModel
{
    private const string Counted = "Counts = 1";

    public static void AddCases(this ModelBuilder model)
    {
        model.Fed<Child>(RecordType.Child.Name, e => e.HasIndex(c => c.RecordId, "child_restricted").HasFilter("Restricted = 1 AND Deleted = 0"));
        model.Fed<Contact>(RecordType.Contact.Name, e => e.HasIndex(c => new { c.ReceivedOn, c.TeamId, c.Outcome }, "contact_counted").HasFilter(Counted));
        model.Fed<Referral>(RecordType.Referral.Name, e =>
        {
            e.HasIndex(r => new { r.ReceivedOn, r.TeamId, r.Outcome }, "referral_counted").HasFilter(Counted);
            e.HasIndex(r => new { r.Child, r.ReceivedOn }, "referral_child").HasFilter(Counted);
        });
        model.Fed<Assessment>(RecordType.Assessment.Name, e =>
        {
            e.HasIndex(a => a.ReferralId);
            e.HasIndex(a => new { a.Kind, a.CompletedOn, a.TeamId, a.ClockFrom }, "assessment_counted").HasFilter("Counts = 1 AND CompletedOn IS NOT NULL");
            e.HasIndex(a => new { a.Kind, a.HolderId, a.ClockFrom }, "assessment_open").HasFilter("Counts = 1 AND CompletedOn IS NULL");
        });
        model.Fed<Section47Enquiry>(RecordType.Enquiry.Name, e => e.HasIndex(s => s.StrategyDiscussionOn, "section_47_enquiry_counted").HasFilter(Counted));
        model.Fed<Conference>(RecordType.Conference.Name, e =>
        {
            e.HasIndex(c => new { c.Kind, c.HeldOn }, "conference_counted").HasFilter(Counted);
            e.HasIndex(c => new { c.Child, c.HeldOn }, "conference_child").HasFilter(Counted);
            e.HasIndex(c => new { c.SourceId, c.EnquiryId });
        });
        model.Fed<ProtectionPlan>(RecordType.Plan.Name, e =>
        {
            e.HasIndex(p => new { p.Child, p.StartedOn }, "protection_plan_child").HasFilter(Counted);
            e.HasIndex(p => p.StartedOn, "protection_plan_counted").HasFilter(Counted);
        });
        model.Fed<LookedAfterPeriod>(RecordType.LookedAfter.Name, e => e.HasIndex(p => p.StartedOn, "looked_after_period_counted").HasFilter(Counted));
        model.Fed<LookedAfterReview>(RecordType.LookedAfterReview.Name, e => e.HasIndex(r => new { r.Child, r.HeldOn }, "looked_after_review_child").HasFilter(Counted));
        model.Fed<EarlyHelpAssessment>(RecordType.EarlyHelp.Name, e =>
        {
            e.HasIndex(a => new { a.CompletedOn, a.TeamId, a.InsteadOfAssessment }, "early_help_assessment_counted").HasFilter(Counted);
            e.HasIndex(a => new { a.Child, a.StartedOn }, "early_help_assessment_child").HasFilter(Counted);
        });
        model.Fed<CareLeaver>(RecordType.CareLeaver.Name, e => e.HasIndex(l => l.BirthdayOn, "care_leaver_counted").HasFilter(Counted));
        model.Fed<Supervision>(RecordType.Supervision.Name, e => e.HasIndex(s => s.DueOn, "supervision_counted").HasFilter(Counted));
        model.Fed<DataQualityCheck>(RecordType.DataQualityCheck.Name, e => e.HasIndex(c => c.DueOn, "data_quality_check_counted").HasFilter(Counted));
    }
}
