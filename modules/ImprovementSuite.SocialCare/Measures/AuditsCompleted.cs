using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.CaseAudits;
using ImprovementSuite.SocialCare.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>Audits of a month that were received and completed, of those expected in it. A month is counted on its first day, by the manager's team.</summary>
internal sealed class AuditsCompleted : IMeasure
{
    public const string Code = "AUDITS-COMPLETED";

    public MeasureDefinition Definition => new(
        Code, "Case file audits completed of those expected",
        new MeasureWords(
            Of: "audits expected in the month: posts and quotas, or the number stated for it",
            Counted: "those of the month that were received and completed, whenever they came",
            Clock: "none: an audit counts for the month that it was expected in",
            Limit: null,
            Finished: "audits expected were received and completed",
            More: "more audits",
            NumeratorHeading: "Completed", DenominatorHeading: "Expected",
            Cohort: "the month that it was expected in, under the team of whoever was to do it"),
        Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Monthly, RatedOn.Month,
        "The council's guidance on case file audits", "/social-care/audits", 1);

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) =>
        [.. AuditMonths.Read(connection, from, to).SelectMany(Tallies)];

    private static IEnumerable<Tally> Tallies(AuditMonth month)
    {
        if (!month.HasParts)
        {
            yield return new Tally(month.Month, 0, month.Received, month.Expected);
            yield break;
        }
        foreach (var team in month.Managers.GroupBy(manager => manager.Manager.CountedUnder))
            yield return new Tally(month.Month, team.Key, team.Sum(manager => manager.Received), team.Sum(manager => manager.Expected));
        // What was stated beyond what posts add up to is expected of nobody in particular.
        if (month.Expected - month.Managers.Sum(manager => manager.Expected) is > 0 and var more)
            yield return new Tally(month.Month, 0, 0, more);
    }
}

/// <summary>Contacts and referrals ended in no further action that somebody from outside the team has audited in the review.</summary>
internal sealed class NfaAudited : IMeasure
{
    public const string Code = "NFA-AUDITED";

    public MeasureDefinition Definition => new(
        Code, "NFA cases independently audited",
        new MeasureWords(
            Of: "contacts and referrals that ended in no further action",
            Counted: "those drawn for the review and audited by somebody from outside the team; the managers' monthly audits come on top",
            Clock: "none: an audit counts on the day on which it was sent in",
            Limit: null,
            Finished: "no further action decisions were audited",
            More: "more decisions audited",
            NumeratorHeading: "Audited", DenominatorHeading: ""),
        Unit.Count, MeasureKind.Cumulative, Polarity.HighIsGood, Frequency.Monthly, RatedOn.YearToDate,
        "The review of no further action decisions", "/social-care/audits/nfa", 1);

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => connection.Query(
        $"""
         SELECT ReceivedOn, TeamId, COUNT(*) FROM case_audit
         WHERE Purpose = {(int)AuditPurpose.NfaReview} AND ReceivedOn BETWEEN $1 AND $2 GROUP BY ReceivedOn, TeamId
         """,
        row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), 0), from, to);
}
