using ImprovementSuite.Contracts;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// Reviews of looked-after children that were due in the period, and those of them that were held by then: the first within 20 working days of the
/// start, the second within three months of the first, each later one within six months of the one before. Councils differ in what they divide; this
/// counts reviews. A review that was missed is due once, and the next is due from the day on which it was held at last.
/// </summary>
internal sealed class LookedAfterReviewsInTime : CaseMeasure
{
    public const string Code = "LAC-REVIEWS";

    private const int FirstAfterWorkingDays = 20;
    private const int SecondAfterMonths = 3;
    private const int NextAfterMonths = 6;

    public override MeasureDefinition Definition => Rate(
        Code, "Looked-after children's reviews held in time",
        new MeasureWords(
            Of: "reviews of looked-after children that were due in the period",
            Counted: "those held on or before the day on which they were due",
            Clock: $"the first within {FirstAfterWorkingDays} working days of the start, the second within {SecondAfterMonths} months of the first, each later one within {NextAfterMonths} months of the one before",
            Limit: null,
            Finished: "reviews that were due were held in time",
            More: "more reviews on time",
            NumeratorHeading: "In time", DenominatorHeading: "Due",
            Cohort: "the day on which the review was due, under the team that holds the case now"),
        Polarity.HighIsGood, "Care planning regulations; counted by reviews due, since no formula is published");

    public override string RecordType => "'looked_after_period'";

    public override bool Repeats => true;

    /// <summary>A review decides when the next one is due.</summary>
    public override bool StaleOnwards => true;

    public override RecordHeadings Headings => new("period of being looked after", "Review due", "All due", "In time", "Not in time", "Started or last reviewed", "Days until it was held");

    public override string Records =>
        $"""
         SELECT Id, RecordId, Child, WorkerId, HolderId AS TeamId, At AS Began, Due AS Day, Next - At AS Days, Next <= Due AS Counted
         FROM (
             SELECT *, LEAD(At) OVER (PARTITION BY Id ORDER BY Step) AS Next,
                    CASE Step WHEN 0 THEN FirstDue WHEN 1 THEN {SqlDay.MonthsAfter("At", SecondAfterMonths)} ELSE {SqlDay.MonthsAfter("At", NextAfterMonths)} END AS Due
             FROM (
                 SELECT p.*, p.StartedOn AS At, 0 AS Step, {SqlDay.WorkingDaysAfter("p.StartedOn", "began.Ordinal", FirstAfterWorkingDays)} AS FirstDue
                 FROM looked_after_period p JOIN working_day began ON began.Day = p.StartedOn WHERE p.Counts = 1
                 UNION ALL
                 SELECT p.*, r.HeldOn, ROW_NUMBER() OVER (PARTITION BY p.Id ORDER BY r.HeldOn, r.Id), NULL
                 FROM looked_after_period p
                 JOIN looked_after_review r ON r.Child = p.Child AND r.Counts = 1 AND r.HeldOn >= p.StartedOn AND r.HeldOn <= COALESCE(p.CeasedOn, r.HeldOn)
                 WHERE p.Counts = 1))
         WHERE Due BETWEEN $1 AND $2 AND (CeasedOn IS NULL OR Due < CeasedOn)
         """;
}

/// <summary>Former relevant care leavers at their 19th, 20th or 21st birthday who are in education, employment or training.</summary>
internal sealed class CareLeaversInEducationOrWork : CaseMeasure
{
    public const string Code = "CARE-LEAVERS-EET";

    public override MeasureDefinition Definition => Rate(
        Code, "Care leavers in education, employment or training",
        new MeasureWords(
            Of: "former relevant care leavers whose 19th, 20th or 21st birthday lies in the period; those not in touch stay in",
            Counted: "those in education, employment or training, full time or part time",
            Clock: "none",
            Limit: null,
            Finished: "care leavers were in education, employment or training",
            More: "more care leavers in education, employment or training",
            NumeratorHeading: "In education or work", DenominatorHeading: "Care leavers",
            Cohort: "the birthday"),
        Polarity.HighIsGood, "SSDA903, as the Department for Education publishes it; who died, went home to parents or had respite care only is left out");

    public override RecordHeadings Headings => new("care leaver", "Birthday", "All", "In education or work", "Not, or not known");

    public override string Records =>
        """
        SELECT Id, RecordId, Child, WorkerId, TeamId, NULL AS Began, BirthdayOn AS Day, NULL AS Days, InEducationOrWork AS Counted
        FROM care_leaver WHERE Counts = 1 AND LeftOut = 0 AND BirthdayOn BETWEEN $1 AND $2
        """;
}
