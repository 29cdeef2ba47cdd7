using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.DataQuality;
using ImprovementSuite.SocialCare.PersonalData;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>What the module counts at present. A new measure is a class beside this one and a line here.</summary>
internal static class SocialCareCounting
{
    public static Counting Read(SqliteConnection connection)
    {
        var measures = Measures(Limits(connection));
        return new Counting(
            measures, Places(connection), Grading.Read(connection).ToDictionary(graded => graded.Key, graded => new Graded(graded.Value.Trust, graded.Value.Why)),
            Keeping.CountsFrom(connection, measures));
    }

    private static IReadOnlyList<IMeasure> Measures(ILookup<string, TimeLimit> limits) =>
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
        new AuditsCompleted(),
        new NfaAudited(),
    ];

    /// <summary>Where each team's figures stand now, by look-up id; and under a number below zero each post of an auditor that belongs to no team.</summary>
    public static Dictionary<int, Place> Places(SqliteConnection connection)
    {
        var places = Team.Places(connection.Query(
            "SELECT Id, Code, Locality, SuccessorId FROM team",
            row => (row.GetInt32(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? (int?)null : row.GetInt32(3))));
        foreach (var (id, role, locality) in connection.Query(
            "SELECT Id, Role, Locality FROM manager_in_post WHERE TeamId IS NULL", row => (row.GetInt32(0), (AuditorRole)row.GetInt32(1), row.GetString(2))))
            places[-id] = new Place(role.Words(), locality);
        return places;
    }

    /// <summary>The time limits, by the code of what they hold for.</summary>
    public static ILookup<string, TimeLimit> Limits(SqliteConnection connection) => connection.Query(
            """SELECT Id, Measure, "From", WorkingDays, DecidedBy, StartDayCounts FROM time_limit""",
            row => TimeLimit.Stored(row.GetInt32(0), row.GetString(1), row.GetDay(2), row.GetInt32(3), (LimitDay)row.GetInt32(4), row.GetInt32(5)))
        .ToLookup(limit => limit.Measure);

    /// <summary>The measures that an assessment's completion adds to.</summary>
    public static string[] TouchedBy(AssessmentKind kind) => kind switch
    {
        AssessmentKind.Initial => [Ni59.Code, Ni68.Code],
        AssessmentKind.Core => [Ni60.Code],
        _ => [AssessmentIn45Days.Code],
    };
}
