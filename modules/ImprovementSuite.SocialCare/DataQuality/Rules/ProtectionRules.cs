using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.DataQuality.Rules;

/// <summary>What a conference, a plan, a period of being looked after and their reviews ought not to be.</summary>
internal static class ProtectionRules
{
    /// <summary>A plan begins at its conference; a month allows for one that was recorded from the first day in force.</summary>
    private const int DaysFromConferenceToPlan = 30;

    private static readonly string ReviewConferences = $"r.Kind = {(int)ConferenceKind.Review} AND {LookedAt.Held}";

    public static IEnumerable<Rule> All { get; } =
    [
        new("DQ-11", 1, "Conference without its enquiry",
            "An initial conference names no section 47 enquiry, or one that has not come.",
            "Send the enquiry, or name it.",
            new Check(
                RecordType.Conference, $"r.Kind = {(int)ConferenceKind.Initial} AND {LookedAt.Held}",
                "NOT EXISTS (SELECT 1 FROM section_47_enquiry e WHERE e.SourceId = r.SourceId AND e.RecordId = r.EnquiryId AND e.Deleted = 0)", ConferencesInTime.Code))
            { IsLink = true },
        // Where no initial conference is sent at all, nothing can be said.
        new("DQ-12", 1, "Plan without a conference",
            $"The plan started and no initial conference of the child was held on that day or in the {DaysFromConferenceToPlan} days before.",
            "Send the conference, or correct the day on which the plan started.",
            new Check(
                RecordType.Plan, "r.StartedOn BETWEEN $1 AND $2",
                $"""
                 EXISTS (SELECT 1 FROM conference WHERE Counts = 1 AND Kind = {(int)ConferenceKind.Initial})
                 AND NOT EXISTS (
                     SELECT 1 FROM conference c
                     WHERE c.Counts = 1 AND c.Child = r.Child AND c.Kind = {(int)ConferenceKind.Initial} AND c.HeldOn BETWEEN r.StartedOn - {DaysFromConferenceToPlan} AND r.StartedOn)
                 """, PlanReviewsInTime.Code, SecondPlans.Code)),
        new("DQ-13", 1, "Two plans at once",
            "The plan started while an earlier one of the child was in force.",
            "Record the day on which the earlier plan ended, or withdraw one of the two.",
            new Check(RecordType.Plan, LookedAt.Plans, Overlaps(RecordType.Plan, "EndedOn"), PlanReviewsInTime.Code, LongPlansOpen.Code, LongPlansEnded.Code, SecondPlans.Code)),
        new("DQ-14", 1, "Looked after twice at once",
            "The period began while an earlier one of the child had not ceased.",
            "Record the day on which the earlier period ceased, or withdraw one of the two.",
            new Check(RecordType.LookedAfter, LookedAt.Periods, Overlaps(RecordType.LookedAfter, "CeasedOn"), LookedAfterReviewsInTime.Code)),
        new("DQ-15", 1, "Review that belongs to nothing",
            "The review was held on a day on which the child was on no plan, or was not looked after.",
            "Correct the day of the review, or send the plan or the period that it belongs to.",
            new Check(RecordType.Conference, ReviewConferences, OutsideAny("conference", RecordType.Plan, "EndedOn"), PlanReviewsInTime.Code) { Beside = true },
            new Check(RecordType.LookedAfterReview, LookedAt.Held, OutsideAny("looked_after_review", RecordType.LookedAfter, "CeasedOn"), LookedAfterReviewsInTime.Code) { Beside = true })
            { IsLink = true },
    ];

    /// <summary>An earlier one of the same child reaches beyond the start. One may begin on the day on which the other ends.</summary>
    private static string Overlaps(RecordType type, string end) =>
        $"""
         r.Id IN (
             SELECT Id FROM (
                 SELECT Id, StartedOn, MAX(COALESCE({end}, {DateOnly.MaxValue.DayNumber})) OVER (
                     PARTITION BY Child ORDER BY StartedOn, Id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS Until
                 FROM {type.Name} WHERE Counts = 1)
             WHERE Until > StartedOn)
         """;

    private static string OutsideAny(string reviews, RecordType type, string end) =>
        $"""
         r.Id NOT IN (
             SELECT v.Id FROM {type.Name} p JOIN {reviews} v ON v.Child = p.Child AND v.Counts = 1 AND v.HeldOn BETWEEN p.StartedOn AND COALESCE(p.{end}, v.HeldOn)
             WHERE p.Counts = 1)
         """;
}
