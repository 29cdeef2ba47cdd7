using ImprovementSuite.Contracts;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>Referrals within 12 months of an earlier referral of the same child. Every referral counts; the earlier one lies on an earlier day.</summary>
internal sealed class ReReferrals : CaseMeasure
{
    public const string Code = "RE-REFERRALS";

    public override MeasureDefinition Definition => Rate(
        Code, "Referrals within 12 months of an earlier one",
        new MeasureWords(
            Of: "referrals received in the period, each counted",
            Counted: "those of a child who was referred before, in the 12 months up to that day",
            Clock: "12 months between the two days of referral, the anniversary included",
            Limit: null,
            Finished: "referrals came within 12 months of an earlier one",
            More: "more re-referrals",
            NumeratorHeading: "Referred again", DenominatorHeading: "Referred",
            Cohort: "the day on which it was received"),
        Polarity.LowIsGood, "As the Department for Education publishes it for children in need");

    public override RecordHeadings Headings => new("referral", "Received", "All received", "Referred again", "Not referred in the year before", "Referred before", "Days between");

    public override string Records =>
        $"""
         SELECT Id, RecordId, Child, WorkerId, TeamId, Began, Day, Day - Began AS Days,
                Day - Began <= 365 OR (Day - Began = 366 AND {SqlDay.MonthAndDay("Day")} = {SqlDay.MonthAndDay("Began")}) AS Counted
         FROM (
             SELECT r.Id, r.RecordId, r.Child, r.WorkerId, r.TeamId, r.ReceivedOn AS Day,
                    (SELECT MAX(e.ReceivedOn) FROM referral e WHERE e.Child = r.Child AND e.ReceivedOn < r.ReceivedOn AND e.Counts = 1) AS Began
             FROM referral r WHERE r.Counts = 1 AND r.ReceivedOn BETWEEN $1 AND $2)
         """;
}
