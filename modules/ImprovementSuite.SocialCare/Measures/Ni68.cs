using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Cases;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// NI 68: initial assessments completed in the period over referrals received in the period. It is a ratio of two flows and not the
/// followed-up share of the same referrals: a backlog that is cleared lifts it, and it can exceed 100%.
/// </summary>
internal sealed class Ni68 : CaseMeasure
{
    public const string Code = "NI68";

    public override MeasureDefinition Definition => Rate(
        Code, "Referrals going on to initial assessment",
        new MeasureWords(
            Of: "referrals received in the period",
            Counted: "initial assessments completed in the period, whenever their referral came",
            Clock: "none: two counts of the same period, so it can exceed 100%",
            Limit: null,
            Finished: "initial assessments were completed for referrals received",
            More: "more assessments",
            NumeratorHeading: "Assessed", DenominatorHeading: "Referred",
            Cohort: "the day of completion of an assessment, the day of receipt of a referral"),
        Polarity.MidRangeIsGood, "National Indicator 68, 2008 to 2011");

    public override bool IsShare => false;

    public override string RecordType => "CASE Counted WHEN 1 THEN 'assessment' ELSE 'referral' END";

    public override RecordHeadings Headings => new("record", "Day", "Both", "Assessments completed", "Referrals received");

    public override string Records =>
        $"""
         SELECT Id, RecordId, Child, WorkerId, TeamId, NULL AS Began, CompletedOn AS Day, NULL AS Days, 1 AS Counted
         FROM assessment WHERE Counts = 1 AND Kind = {(int)AssessmentKind.Initial} AND CompletedOn BETWEEN $1 AND $2
         UNION ALL
         SELECT Id, RecordId, Child, WorkerId, TeamId, NULL, ReceivedOn, NULL, 0
         FROM referral WHERE Counts = 1 AND ReceivedOn BETWEEN $1 AND $2
         """;

    /// <summary>The two are summed apart before they are put together: a million rows need not pass through the union.</summary>
    public override List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => Tallies(
        connection,
        $"""
         SELECT Day, TeamId, TOTAL(Assessed), TOTAL(Referred)
         FROM (
             SELECT CompletedOn AS Day, TeamId, COUNT(*) AS Assessed, 0 AS Referred
             FROM assessment WHERE Counts = 1 AND Kind = {(int)AssessmentKind.Initial} AND CompletedOn BETWEEN $1 AND $2 GROUP BY CompletedOn, TeamId
             UNION ALL
             SELECT ReceivedOn, TeamId, 0, COUNT(*)
             FROM referral WHERE Counts = 1 AND ReceivedOn BETWEEN $1 AND $2 GROUP BY ReceivedOn, TeamId)
         GROUP BY Day, TeamId
         """,
        from, to);
}
