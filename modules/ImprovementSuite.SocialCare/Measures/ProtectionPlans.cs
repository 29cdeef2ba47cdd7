using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Cases;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>Plans starting in the period for a child who was on a plan before, however long ago.</summary>
internal sealed class SecondPlans : CaseMeasure
{
    public const string Code = "CP-SECOND";

    public override MeasureDefinition Definition => Rate(
        Code, "Child protection plans that are a second or later one",
        new MeasureWords(
            Of: "child protection plans starting in the period; a child may count twice",
            Counted: "those of a child who was on a plan before, however long ago, here or as the case system knows it elsewhere",
            Clock: "none",
            Limit: null,
            Finished: "plans that started were a second or later one",
            More: "more second or later plans",
            NumeratorHeading: "Second or later", DenominatorHeading: "Started",
            Cohort: "the day on which the plan started"),
        Polarity.LowIsGood, "As the Department for Education publishes it for children in need");

    public override RecordHeadings Headings => new("plan", "Plan started", "All started", "Second or later", "First", "Plan before");

    public override string Records =>
        """
        SELECT Id, RecordId, Child, WorkerId, TeamId, Began, Day, NULL AS Days, PreviousPlans > 0 OR Began IS NOT NULL AS Counted
        FROM (
            SELECT p.Id, p.RecordId, p.Child, p.WorkerId, p.TeamId, p.StartedOn AS Day, p.PreviousPlans,
                   (SELECT MAX(e.StartedOn) FROM protection_plan e WHERE e.Child = p.Child AND e.StartedOn < p.StartedOn AND e.Counts = 1) AS Began
            FROM protection_plan p WHERE p.Counts = 1 AND p.StartedOn BETWEEN $1 AND $2)
        """;
}

/// <summary>Two years on a plan: more than 729 days, the first and the last included.</summary>
internal static class TwoYears
{
    public const int Days = 729;
}

/// <summary>Plans that ended in the period and had run for two years or more.</summary>
internal sealed class LongPlansEnded : CaseMeasure
{
    public const string Code = "CP-2YEARS-ENDED";

    public override MeasureDefinition Definition => Rate(
        Code, "Child protection plans that ended after 2 years or more",
        new MeasureWords(
            Of: "child protection plans that ended in the period",
            Counted: "those that had run for 2 years or more",
            Clock: $"more than {TwoYears.Days} days, the days of start and end included",
            Limit: null,
            Finished: "plans that ended had run for 2 years or more",
            More: "more long plans",
            NumeratorHeading: "2 years or more", DenominatorHeading: "Ended",
            Cohort: "the day on which the plan ended"),
        Polarity.LowIsGood, "As the Department for Education publishes it for children in need");

    public override RecordHeadings Headings => new("plan", "Plan ended", "All ended", "2 years or more", "Shorter", "Plan started", "Days");

    public override string Records =>
        $"""
         SELECT Id, RecordId, Child, WorkerId, EndTeamId AS TeamId, StartedOn AS Began, EndedOn AS Day, EndedOn - StartedOn + 1 AS Days, EndedOn - StartedOn + 1 > {TwoYears.Days} AS Counted
         FROM protection_plan WHERE Counts = 1 AND EndedOn BETWEEN $1 AND $2
         """;
}

/// <summary>Plans that are open at the period's end and have run for two years or more.</summary>
internal sealed class LongPlansOpen : CaseMeasure
{
    public const string Code = "CP-2YEARS-OPEN";

    public override MeasureDefinition Definition => Rate(
        Code, "Children on a child protection plan for 2 years or more",
        new MeasureWords(
            Of: "child protection plans that are open at the end of the period",
            Counted: "those that have run for 2 years or more",
            Clock: $"more than {TwoYears.Days} days without a break, the day of the start included",
            Limit: null,
            Finished: "open plans have run for 2 years or more",
            More: "more long plans",
            NumeratorHeading: "2 years or more", DenominatorHeading: "Open",
            Cohort: "the last day of the period, under the team that holds the plan now"),
        Polarity.LowIsGood, "As the Department for Education publishes it for children in need", RatedOn.AsAt);

    public override Additivity Additivity => Additivity.AsAt;

    public override RecordHeadings Headings => new("plan", "Plan started", "All open", "2 years or more", "Shorter", Days: "Days");

    public override string Records =>
        $"""
         SELECT Id, RecordId, Child, WorkerId, HolderId AS TeamId, NULL AS Began, StartedOn AS Day, $2 - StartedOn + 1 AS Days, $2 - StartedOn + 1 > {TwoYears.Days} AS Counted
         FROM protection_plan WHERE Counts = 1 AND StartedOn <= $2 AND (EndedOn IS NULL OR EndedOn > $2)
         """;

    public override List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => Tallies(
        connection,
        $"""
         SELECT Day, HolderId, TOTAL(Long), TOTAL(Open)
         FROM (
             SELECT StartedOn AS Day, HolderId, 0 AS Long, 1 AS Open FROM protection_plan WHERE Counts = 1
             UNION ALL
             SELECT StartedOn + {TwoYears.Days}, HolderId, 1, 0 FROM protection_plan WHERE Counts = 1 AND (EndedOn IS NULL OR EndedOn > StartedOn + {TwoYears.Days})
             UNION ALL
             SELECT EndedOn, HolderId, -(EndedOn > StartedOn + {TwoYears.Days}), -1 FROM protection_plan WHERE Counts = 1 AND EndedOn IS NOT NULL)
         WHERE Day BETWEEN $1 AND $2
         GROUP BY Day, HolderId
         """,
        from, to);
}

/// <summary>
/// Children who have been on a plan for three months or more at the period's end and whose reviews were all in time: the first within three months of the
/// initial conference, each later one within six months of the one before. A review that is overdue at the period's end is not in time.
/// </summary>
internal sealed class PlanReviewsInTime : CaseMeasure
{
    public const string Code = "CP-REVIEWS";

    private const int FirstAfterMonths = 3;
    private const int NextAfterMonths = 6;

    /// <summary>For each plan the first day on which a review is overdue.</summary>
    private static readonly string Plans =
        $"""
         WITH step AS (
             SELECT Id, 0 AS IsReview, ReviewsFrom AS At, {SqlDay.MonthsAfter("ReviewsFrom", FirstAfterMonths)} AS Due FROM protection_plan WHERE Counts = 1
             UNION ALL
             SELECT p.Id, 1, c.HeldOn, {SqlDay.MonthsAfter("c.HeldOn", NextAfterMonths)}
             FROM protection_plan p
             JOIN conference c ON c.Child = p.Child AND c.Kind = {(int)ConferenceKind.Review} AND c.Counts = 1 AND c.HeldOn >= p.StartedOn AND c.HeldOn <= COALESCE(p.EndedOn, c.HeldOn)
             WHERE p.Counts = 1),
         overdue AS (
             SELECT Id, MIN(Due) + 1 AS LateFrom
             FROM (SELECT Id, Due, LEAD(At) OVER (PARTITION BY Id ORDER BY IsReview, At) AS Next FROM step)
             WHERE Next IS NULL OR Next > Due
             GROUP BY Id),
         plans AS (
             SELECT p.*, {SqlDay.MonthsAfter("p.StartedOn", FirstAfterMonths)} AS CountsFrom, o.LateFrom
             FROM protection_plan p JOIN overdue o ON o.Id = p.Id)
         """;

    public override MeasureDefinition Definition => Rate(
        Code, "Child protection plans whose reviews were all in time",
        new MeasureWords(
            Of: $"children who have been on a child protection plan for {FirstAfterMonths} months or more at the end of the period",
            Counted: "those whose reviews were all held in time",
            Clock: $"the first review within {FirstAfterMonths} months of the initial conference, or of the plan's start where that is not known; each later one within {NextAfterMonths} months of the one before; one that is overdue at the end of the period is late",
            Limit: null,
            Finished: "children's plans were reviewed in time",
            More: "more plans reviewed in time",
            NumeratorHeading: "All in time", DenominatorHeading: "On a plan",
            Cohort: "the last day of the period, under the team that holds the plan now"),
        Polarity.HighIsGood, "As the Department for Education publishes it for 31 March", RatedOn.AsAt);

    public override string RecordType => "'protection_plan'";

    public override Additivity Additivity => Additivity.AsAt;

    public override RecordHeadings Headings => new("plan", "Plan started", $"All of {FirstAfterMonths} months or more", "All in time", "Not in time", "Last review", "Days since");

    public override string Records =>
        $"""
         {Plans}
         SELECT Id, RecordId, Child, WorkerId, TeamId, Began, Day, $2 - Began AS Days, Counted
         FROM (
             SELECT p.Id, p.RecordId, p.Child, p.WorkerId, p.HolderId AS TeamId, p.StartedOn AS Day, p.LateFrom > $2 AS Counted,
                    (SELECT MAX(At) FROM step s WHERE s.Id = p.Id AND s.At <= $2) AS Began
             FROM plans p WHERE p.CountsFrom <= $2 AND (p.EndedOn IS NULL OR p.EndedOn > $2))
         """;

    public override List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) => Tallies(
        connection,
        $"""
         {Plans}
         SELECT Day, HolderId, TOTAL(InTime), TOTAL(OnPlan)
         FROM (
             SELECT CountsFrom AS Day, HolderId, LateFrom > CountsFrom AS InTime, 1 AS OnPlan FROM plans WHERE EndedOn IS NULL OR EndedOn > CountsFrom
             UNION ALL
             SELECT MIN(LateFrom, COALESCE(EndedOn, LateFrom)), HolderId, -1, 0 FROM plans WHERE LateFrom > CountsFrom AND (EndedOn IS NULL OR EndedOn > CountsFrom)
             UNION ALL
             SELECT EndedOn, HolderId, 0, -1 FROM plans WHERE EndedOn > CountsFrom)
         WHERE Day BETWEEN $1 AND $2
         GROUP BY Day, HolderId
         """,
        from, to);
}
