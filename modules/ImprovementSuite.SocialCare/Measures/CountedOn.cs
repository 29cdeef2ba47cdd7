namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// Which measures a type of record adds to, and on which of its days: when such a record comes, changes or goes, that day of the measure is counted
/// again. A type and day that stands here too often costs a count; one that is missing leaves a figure wrong.
/// </summary>
internal static class CountedOn
{
    private static readonly ILookup<string, (string Day, string Measure)> ByType = new (string Type, string Day, string Measure)[]
    {
        ("contact", "ReceivedOn", ContactsWithoutAction.Code),
        ("referral", "ReceivedOn", Ni68.Code),
        ("referral", "ReceivedOn", ReferralsWithoutAction.Code),
        ("referral", "ReceivedOn", ReReferrals.Code),
        ("assessment", "CompletedOn", Ni59.Code),
        ("assessment", "CompletedOn", Ni60.Code),
        ("assessment", "CompletedOn", Ni68.Code),
        ("assessment", "CompletedOn", AssessmentIn45Days.Code),
        ("conference", "HeldOn", ConferencesInTime.Code),
        ("conference", "HeldOn", PlanReviewsInTime.Code),
        ("protection_plan", "StartedOn", PlanReviewsInTime.Code),
        ("protection_plan", "EndedOn", PlanReviewsInTime.Code),
        ("protection_plan", "StartedOn", LongPlansOpen.Code),
        ("protection_plan", "EndedOn", LongPlansOpen.Code),
        ("protection_plan", "EndedOn", LongPlansEnded.Code),
        ("protection_plan", "StartedOn", SecondPlans.Code),
        ("looked_after_period", "StartedOn", LookedAfterReviewsInTime.Code),
        ("looked_after_period", "CeasedOn", LookedAfterReviewsInTime.Code),
        ("looked_after_review", "HeldOn", LookedAfterReviewsInTime.Code),
        ("early_help_assessment", "CompletedOn", EarlyHelpCompleted.Code),
        ("early_help_assessment", "CompletedOn", EarlyHelpInsteadOfAssessment.Code),
        ("care_leaver", "BirthdayOn", CareLeaversInEducationOrWork.Code),
        ("supervision", "DueOn", SupervisionsHeld.Code),
        ("data_quality_check", "DueOn", DataQualityChecksDone.Code),
    }.ToLookup(counted => counted.Type, counted => (counted.Day, counted.Measure));

    /// <summary>The days and measures of a type of record.</summary>
    public static IEnumerable<(string Day, string Measure)> Of(string type) => ByType[type];

    /// <summary>The types of record that add to a measure.</summary>
    public static IEnumerable<string> TypesOf(string measure) => ByType.Where(type => type.Any(counted => counted.Measure == measure)).Select(type => type.Key);
}
