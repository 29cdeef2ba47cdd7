using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.DataQuality;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>What the module counts at present. A new measure is a class beside this one and a line here.</summary>
internal static class SocialCareCounting
{
    public static Counting Read(SqliteConnection connection)
    {
        var limits = ReadLimits(connection).ToLookup(limit => limit.Measure);
        return new Counting(
            [
                new Ni59([.. limits[Ni59.Code]]),
                new Ni60([.. limits[Ni60.Code]]),
                new Ni68(),
                new AssessmentIn45Days([.. limits[AssessmentIn45Days.Code]]),
                new ContactsWithoutAction(),
                new ReferralsWithoutAction(),
                new ReReferrals(),
                new ConferencesInTime([.. limits[ConferencesInTime.Code]]),
                new PlanReviewsInTime(),
                new LongPlansOpen(),
                new LongPlansEnded(),
                new SecondPlans(),
                new LookedAfterReviewsInTime(),
                new CareLeaversInEducationOrWork(),
                new EarlyHelpCompleted(),
                new EarlyHelpInsteadOfAssessment(),
                new SupervisionsHeld(),
                new DataQualityChecksDone(),
            ],
            Team.Places(connection.Query(
                "SELECT Id, Code, Locality, SuccessorId FROM team",
                row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? (int?)null : row.GetInt32(3)))),
            Grading.Read(connection).ToDictionary(graded => graded.Key, graded => new Graded(graded.Value.Trust, graded.Value.Why)));
    }

    /// <summary>The measures that an assessment's completion adds to.</summary>
    public static string[] TouchedBy(AssessmentKind kind) => kind switch
    {
        AssessmentKind.Initial => [Ni59.Code, Ni68.Code],
        AssessmentKind.Core => [Ni60.Code],
        _ => [AssessmentIn45Days.Code],
    };

    private static List<TimeLimit> ReadLimits(SqliteConnection connection) =>
        connection.Query(
            """SELECT Id, Measure, "From", WorkingDays, DecidedBy, StartDayCounts FROM time_limit""",
            row => TimeLimit.Stored(row.GetInt32(0), row.GetString(1), row.GetDay(2), row.GetInt32(3), (LimitDay)row.GetInt32(4), row.GetInt32(5)));
}
