using Google.Protobuf.Collections;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Feeds.V1;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed.V1;

namespace ImprovementSuite.SocialCare.Feed;

/// <summary>What makes a contact, referral or assessment one that cannot be kept. Doubtful is not wrong: that is a matter of data quality.</summary>
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
