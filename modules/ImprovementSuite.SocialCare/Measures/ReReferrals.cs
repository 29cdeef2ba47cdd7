using ImprovementSuite.Contracts;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>Referrals within 12 months of an earlier referral of the same child. Every referral counts; the earlier one lies on an earlier day.</summary>
internal sealed class ReReferrals : CaseMeasure
{
    public const string Code = "RE-REFERRALS";

    /// <summary>365 days lie within 12 months always, 366 where the day is the anniversary.</summary>
    public const int LongestYear = 366;

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

    /// <summary>Whether it counts is asked for by itself, once a row: a million rows are counted in a second and not in five.</summary>
    public override string Records =>
        $"""
         SELECT r.Id, r.RecordId, r.Child, r.WorkerId, r.TeamId, r.ReceivedOn AS Day,
                {Before("MAX(e.ReceivedOn)", "e.ReceivedOn < r.ReceivedOn")} AS Began,
                r.ReceivedOn - {Before("MAX(e.ReceivedOn)", "e.ReceivedOn < r.ReceivedOn")} AS Days,
                EXISTS {Before("1", $"""
                    e.ReceivedOn BETWEEN r.ReceivedOn - {LongestYear} AND r.ReceivedOn - 1
                    AND (e.ReceivedOn > r.ReceivedOn - {LongestYear} OR {SqlDay.MonthAndDay("e.ReceivedOn")} = {SqlDay.MonthAndDay("r.ReceivedOn")})
                    """)} AS Counted
         FROM referral r WHERE r.Counts = 1 AND r.ReceivedOn BETWEEN $1 AND $2
         """;

    private static string Before(string what, string when) => $"(SELECT {what} FROM referral e WHERE e.Child = r.Child AND e.Counts = 1 AND {when})";
}
