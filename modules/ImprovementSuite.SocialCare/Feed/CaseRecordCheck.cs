using Google.Protobuf.Collections;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.SocialCare.Feed;

/// <summary>What makes a record one that cannot be kept. Doubtful is not wrong: that is a matter of data quality.</summary>
internal static class CaseRecordCheck
{
    private const int LongestReference = 64;
    private const int LongestTeam = 40;

    public static void Check(CaseRecord record, RecordCheck check)
    {
        switch (record.RecordCase)
        {
            case CaseRecord.RecordOneofCase.Contact: Check(record.Contact, check); break;
            case CaseRecord.RecordOneofCase.Referral: Check(record.Referral, check); break;
            case CaseRecord.RecordOneofCase.Assessment: Check(record.Assessment, check); break;
            case CaseRecord.RecordOneofCase.Child: Check(record.Child, check); break;
            case CaseRecord.RecordOneofCase.Section47Enquiry: Check(record.Section47Enquiry, check); break;
            case CaseRecord.RecordOneofCase.Conference: Check(record.Conference, check); break;
            case CaseRecord.RecordOneofCase.ProtectionPlan: Check(record.ProtectionPlan, check); break;
            case CaseRecord.RecordOneofCase.LookedAfterPeriod: Check(record.LookedAfterPeriod, check); break;
            case CaseRecord.RecordOneofCase.LookedAfterReview: Check(record.LookedAfterReview, check); break;
            case CaseRecord.RecordOneofCase.EarlyHelpAssessment: Check(record.EarlyHelpAssessment, check); break;
            case CaseRecord.RecordOneofCase.CareLeaver: Check(record.CareLeaver, check); break;
            case CaseRecord.RecordOneofCase.Supervision: Check(record.Supervision, check); break;
            case CaseRecord.RecordOneofCase.DataQualityCheck: Check(record.DataQualityCheck, check); break;
        }
    }

    private static void Check(V1.Contact contact, RecordCheck check)
    {
        check.Required("child", contact.Child, LongestReference);
        check.RequiredDay("received_on", contact.ReceivedOn);
        check.Known("source", contact.Source, CaseCodes.Origins);
        check.Known("outcome", contact.Outcome, CaseCodes.ContactOutcomes);
        Check(contact.Allocations, contact.Worker, contact.RecordedOn, check);
    }

    private static void Check(V1.Referral referral, RecordCheck check)
    {
        check.Required("child", referral.Child, LongestReference);
        var received = check.RequiredDay("received_on", referral.ReceivedOn);
        var closed = check.OptionalDay("closed_on", referral.ClosedOn);
        check.InOrder("received_on", received, "closed_on", closed);
        check.Known("source", referral.Source, CaseCodes.Origins);
        check.Known("outcome", referral.Outcome, CaseCodes.ReferralOutcomes);
        Check(referral.Allocations, referral.Worker, referral.RecordedOn, check);
    }

    private static void Check(V1.Assessment assessment, RecordCheck check)
    {
        check.Required("child", assessment.Child, LongestReference);
        check.Known("kind", assessment.Kind, CaseCodes.AssessmentKinds);
        check.Optional("referral_id", assessment.ReferralId, LongestReference);
        var started = check.OptionalDay("started_on", assessment.StartedOn);
        var completed = check.OptionalDay("completed_on", assessment.CompletedOn);
        if (assessment.StartedOn.Length == 0 && assessment.Kind == "core")
            check.Add(RejectionCode.MissingField, "started_on", "started_on is empty: the clock of a core assessment runs from it, so give the day as yyyy-mm-dd.");
        else if (assessment.StartedOn.Length == 0 && assessment.ReferralId.Length == 0)
            check.Add(RejectionCode.MissingField, "started_on", "started_on and referral_id are both empty: the clock runs from one of them, so give the referral's record_id or the day of the start.");
        check.InOrder("started_on", started, "completed_on", completed);
        check.Known("outcome", assessment.Outcome, CaseCodes.AssessmentOutcomes);
        Check(assessment.Allocations, assessment.Worker, assessment.RecordedOn, check);
    }

    private static void Check(V1.Child child, RecordCheck check)
    {
        if (child.Unborn)
            check.ExpectedDay("born_on", child.BornOn);
        else
            check.OptionalDay("born_on", child.BornOn);
    }

    private static void Check(V1.Section47Enquiry enquiry, RecordCheck check)
    {
        check.Required("child", enquiry.Child, LongestReference);
        var began = check.RequiredDay("strategy_discussion_on", enquiry.StrategyDiscussionOn);
        check.InOrder("strategy_discussion_on", began, "concluded_on", check.OptionalDay("concluded_on", enquiry.ConcludedOn));
        check.Known("outcome", enquiry.Outcome, CaseCodes.EnquiryOutcomes);
        Check(enquiry.Allocations, enquiry.Worker, enquiry.RecordedOn, check);
    }

    private static void Check(V1.Conference conference, RecordCheck check)
    {
        check.Required("child", conference.Child, LongestReference);
        check.Known("kind", conference.Kind, CaseCodes.ConferenceKinds);
        check.RequiredDay("held_on", conference.HeldOn);
        check.Optional("enquiry_id", conference.EnquiryId, LongestReference);
        check.Known("outcome", conference.Outcome, CaseCodes.ConferenceOutcomes);
        Check(conference.Allocations, conference.Worker, conference.RecordedOn, check);
    }

    private static void Check(V1.ProtectionPlan plan, RecordCheck check)
    {
        check.Required("child", plan.Child, LongestReference);
        var started = check.RequiredDay("started_on", plan.StartedOn);
        check.InOrder("started_on", started, "ended_on", check.OptionalDay("ended_on", plan.EndedOn));
        check.Known("category", plan.Category, CaseCodes.Categories);
        check.OptionalDay("conference_on", plan.ConferenceOn);
        if (plan.PreviousPlans < 0)
            check.Add(RejectionCode.UnknownCode, "previous_plans", $"previous_plans is {plan.PreviousPlans}: give how many plans the child was on before, or 0.");
        Check(plan.Allocations, plan.Worker, plan.RecordedOn, check);
    }

    private static void Check(V1.LookedAfterPeriod period, RecordCheck check)
    {
        check.Required("child", period.Child, LongestReference);
        var started = check.RequiredDay("started_on", period.StartedOn);
        check.InOrder("started_on", started, "ceased_on", check.OptionalDay("ceased_on", period.CeasedOn));
        Check(period.Allocations, period.Worker, period.RecordedOn, check);
    }

    private static void Check(V1.LookedAfterReview review, RecordCheck check)
    {
        check.Required("child", review.Child, LongestReference);
        check.RequiredDay("held_on", review.HeldOn);
        Check(review.Allocations, review.Worker, review.RecordedOn, check);
    }

    private static void Check(V1.EarlyHelpAssessment assessment, RecordCheck check)
    {
        check.Required("child", assessment.Child, LongestReference);
        var started = check.RequiredDay("started_on", assessment.StartedOn);
        check.InOrder("started_on", started, "completed_on", check.OptionalDay("completed_on", assessment.CompletedOn));
        check.Optional("organisation", assessment.Organisation, LongestReference);
        check.Known("outcome", assessment.Outcome, CaseCodes.EarlyHelpOutcomes);
        Check(assessment.Allocations, assessment.Worker, assessment.RecordedOn, check);
    }

    private static void Check(V1.CareLeaver leaver, RecordCheck check)
    {
        check.Required("child", leaver.Child, LongestReference);
        check.RequiredDay("birthday_on", leaver.BirthdayOn);
        check.Known("activity", leaver.Activity, CaseCodes.Activities);
        Check(leaver.Allocations, leaver.Worker, leaver.RecordedOn, check);
    }

    private static void Check(V1.Supervision supervision, RecordCheck check)
    {
        check.Required("worker", supervision.Worker, LongestReference);
        check.RequiredDay("due_on", supervision.DueOn, mayLieAhead: true);
        check.OptionalDay("held_on", supervision.HeldOn);
        check.Optional("supervisor", supervision.Supervisor, LongestReference);
        Check(supervision.Allocations, "", supervision.RecordedOn, check);
    }

    private static void Check(V1.DataQualityCheck dataQuality, RecordCheck check)
    {
        check.RequiredDay("due_on", dataQuality.DueOn, mayLieAhead: true);
        check.OptionalDay("done_on", dataQuality.DoneOn);
        Check(dataQuality.Allocations, dataQuality.Worker, dataQuality.RecordedOn, check);
    }

    private static void Check(RepeatedField<Allocation> allocations, string worker, string recordedOn, RecordCheck check)
    {
        check.Optional("worker", worker, LongestReference);
        check.OptionalDay("recorded_on", recordedOn);
        DateOnly? before = null;
        for (var i = 0; i < allocations.Count; i++)
        {
            check.Optional("allocations.team", allocations[i].Team, LongestTeam);
            check.Optional("allocations.locality", allocations[i].Locality, LongestTeam);
            var since = i == 0 ? check.OptionalDay("allocations.since", allocations[i].Since) : check.RequiredDay("allocations.since", allocations[i].Since);
            check.InOrder("the allocation before", before, "allocations.since", since);
            before = since;
        }
    }
}
