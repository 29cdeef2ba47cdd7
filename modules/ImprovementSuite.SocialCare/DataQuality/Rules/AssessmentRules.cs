using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.DataQuality.Rules;

/// <summary>What an assessment ought not to be, and an early help assessment.</summary>
internal static class AssessmentRules
{
    /// <summary>The measures of assessments whose clock runs from a referral.</summary>
    private static readonly string[] Measures = [Ni59.Code, Ni68.Code, AssessmentIn45Days.Code];

    private static readonly string Completed = $"{LookedAt.FromReferral} AND {LookedAt.Completed}";
    private static readonly string Open = $"{LookedAt.FromReferral} AND {LookedAt.NotCompleted}";

    public static IEnumerable<Rule> All(QualitySettings settings, IEnumerable<AssessmentsInTime> kinds) =>
    [
        new("DQ-01", 1, "Completed before its referral",
            "The assessment was completed before its referral was received.",
            "Correct one of the two days, or the referral that it names.",
            new Check(RecordType.Assessment, Completed, "r.CompletedOn < r.ClockFrom", Measures)),
        new("DQ-02", 1, "Assessment open too long",
            $"The assessment is not completed and has taken more than {settings.AssessmentTimesLimit} times its limit.",
            "Complete it, or record the day on which it was completed.",
            [.. kinds.Select(measure => OpenTooLong(measure, settings))]),
        new("DQ-08", 1, "Referral of the assessment is missing",
            "The assessment names a referral that has not come or was withdrawn.",
            "Send the referral, or correct the one that it names.",
            new Check(RecordType.Assessment, Completed, "r.ClockFrom IS NULL", Measures), new Check(RecordType.Assessment, Open, "r.ClockFrom IS NULL"))
            { IsLink = true },
        new("DQ-09", 1, "Assessment names no referral",
            "An initial or single assessment names no referral, so its clock runs from its own start.",
            "Name the referral that it followed.",
            new Check(RecordType.Assessment, Completed, "r.ReferralId IS NULL", Measures), new Check(RecordType.Assessment, Open, "r.ReferralId IS NULL")),
        new("DQ-16", 1, "Early help did not replace the assessment",
            $"An early help assessment is said to replace an initial assessment, and one of the child began within {settings.EarlyHelpMonths} months.",
            "Correct what is recorded of the early help assessment.",
            new Check(
                RecordType.EarlyHelp, $"r.InsteadOfAssessment = 1 AND {LookedAt.Completed}",
                $"""
                 r.Id IN (
                     SELECT e.Id FROM assessment a JOIN early_help_assessment e ON e.Child = a.Child AND e.Counts = 1 AND e.InsteadOfAssessment = 1
                     WHERE a.Counts = 1 AND a.Kind IN ({(int)AssessmentKind.Initial}, {(int)AssessmentKind.Single})
                       AND COALESCE(a.StartedOn, a.ClockFrom) BETWEEN e.CompletedOn AND {SqlDay.MonthsAfter("e.CompletedOn", settings.EarlyHelpMonths)})
                 """, EarlyHelpInsteadOfAssessment.Code)),
    ];

    private static Check OpenTooLong(AssessmentsInTime measure, QualitySettings settings)
    {
        const string began = "COALESCE(r.ClockFrom, r.StartedOn)";
        return new(
            RecordType.Assessment, $"r.Kind = {(int)measure.Kind} AND {LookedAt.NotCompleted}",
            $"{LookedAt.WorkingDays(began, "$2")} > {settings.AssessmentTimesLimit} * {measure.Limits.Sql(began, "$2")}",
            SocialCareCounting.TouchedBy(measure.Kind)) { Beside = true };
    }
}
