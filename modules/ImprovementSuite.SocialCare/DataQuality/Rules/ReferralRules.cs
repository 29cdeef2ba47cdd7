using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.DataQuality.Rules;

/// <summary>What a referral ought not to be.</summary>
internal static class ReferralRules
{
    private static readonly string[] Measures = [Ni68.Code, ReferralsWithoutAction.Code, ReReferrals.Code];

    public static IEnumerable<Rule> All(QualitySettings settings) =>
    [
        new("DQ-03", 1, "Referral not decided",
            $"The referral was received more than {settings.DecisionWorkingDays} working days ago and no decision is recorded.",
            "Record what was decided, or decide.",
            new Check(
                RecordType.Referral, LookedAt.Received, $"r.Outcome = 0 AND {LookedAt.WorkingDays("r.ReceivedOn", "$2")} > {settings.DecisionWorkingDays}",
                Ni68.Code, ReferralsWithoutAction.Code)),
        new("DQ-06", 1, "Referral recorded twice",
            "An earlier entry is of the same child and the same day.",
            "If both are one referral, withdraw this one and move what hangs on it.",
            new Check(
                RecordType.Referral, LookedAt.Received,
                "EXISTS (SELECT 1 FROM referral o WHERE o.Counts = 1 AND o.Child = r.Child AND o.ReceivedOn = r.ReceivedOn AND o.Id < r.Id)", Measures)),
        // Where the case system does not send the day of closing, every earlier referral looks open: then nothing can be said.
        new("DQ-07", 1, "Referral while a case is open",
            "The child had an earlier referral that was not closed by then.",
            "Record it as a contact on the open case, or the day on which the earlier one was closed.",
            new Check(
                RecordType.Referral, LookedAt.Received,
                """
                EXISTS (SELECT 1 FROM referral WHERE ClosedOn IS NOT NULL)
                AND EXISTS (SELECT 1 FROM referral o WHERE o.Counts = 1 AND o.Child = r.Child AND o.ReceivedOn < r.ReceivedOn AND (o.ClosedOn IS NULL OR o.ClosedOn > r.ReceivedOn))
                """, Measures)),
        new("DQ-10", 1, "Born after the referral",
            "The child's date of birth is after the day of the referral.",
            "Correct one of the two; where the child was referred before birth, both are right.",
            new Check(
                RecordType.Referral, LookedAt.Received,
                "EXISTS (SELECT 1 FROM child c WHERE c.SourceId = r.SourceId AND c.RecordId = r.Child AND c.Counts = 1 AND c.Unborn = 0 AND c.BornOn > r.ReceivedOn)", Measures)),
    ];
}
