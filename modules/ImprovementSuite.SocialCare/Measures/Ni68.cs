using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// NI 68: initial assessments completed in the period over referrals received in the period. It is a ratio of two flows and not the
/// followed-up share of the same referrals: a backlog that is cleared lifts it, and it can exceed 100%.
/// </summary>
internal sealed class Ni68 : IMeasure
{
    public const string Code = "NI68";

    public MeasureDefinition Definition => new(
        Code, "Referrals going on to initial assessment",
        new MeasureWords(
            Of: "referrals received in the period",
            Counted: "initial assessments completed in the period, whenever their referral came",
            Clock: "none: two counts of the same period, so it can exceed 100%",
            Limit: null,
            Finished: "initial assessments were completed for referrals received",
            More: "more assessments",
            NumeratorHeading: "Assessed", DenominatorHeading: "Referred"),
        Unit.Percent, MeasureKind.Rate, Polarity.MidRangeIsGood, Frequency.Daily, RatedOn.YearToDate,
        "National Indicator 68, 2008 to 2011", "/social-care/records/NI68", 1);

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) =>
        connection.Query(
            """
            SELECT Day, TeamId, SUM(Assessed), SUM(Referred)
            FROM (
                SELECT CompletedOn AS Day, TeamId, COUNT(*) AS Assessed, 0 AS Referred
                FROM assessment WHERE Counts = 1 AND Kind = $1 AND CompletedOn BETWEEN $2 AND $3 GROUP BY CompletedOn, TeamId
                UNION ALL
                SELECT ReceivedOn, TeamId, 0, COUNT(*)
                FROM referral WHERE Counts = 1 AND ReceivedOn BETWEEN $2 AND $3 GROUP BY ReceivedOn, TeamId)
            GROUP BY Day, TeamId
            """,
            row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3)), (int)AssessmentKind.Initial, from, to);
}
