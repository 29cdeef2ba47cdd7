using ImprovementSuite.Contracts;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>Checks that are due, and those of them that were done before their month was out. A check counts once its day has come.</summary>
internal abstract class MonthlyChecks(string table, string done, string also) : CaseMeasure
{
    public override string Records =>
        $"""
         SELECT Id, RecordId, '' AS Child, WorkerId, TeamId, {done} AS Began, DueOn AS Day, NULL AS Days, {done} <= {SqlDay.MonthEnd("DueOn")}{also} AS Counted
         FROM {table} WHERE Counts = 1 AND DueOn BETWEEN $1 AND $2
         """;
}

/// <summary>Workers' supervisions that were due and held.</summary>
internal sealed class SupervisionsHeld() : MonthlyChecks("supervision", "HeldOn", "")
{
    public const string Code = "SUPERVISION-CHECKS";

    public override MeasureDefinition Definition => Rate(
        Code, "Monthly supervisions held",
        new MeasureWords(
            Of: "supervisions of workers that were due in the period, up to today",
            Counted: "those held by the end of the month in which they were due",
            Clock: "none",
            Limit: null,
            Finished: "supervisions that were due were held",
            More: "more supervisions held",
            NumeratorHeading: "Held", DenominatorHeading: "Due",
            Cohort: "the day on which it was due"),
        Polarity.HighIsGood, "Local measure of the 2010 plan", RatedOn.Month, countsPeople: false);

    public override RecordHeadings Headings => new("supervision", "Due", "All due", "Held in their month", "Not held in their month", "Held");
}

/// <summary>Checks of teams' data that were due and done well enough.</summary>
internal sealed class DataQualityChecksDone() : MonthlyChecks("data_quality_check", "DoneOn", " AND Adequate = 1")
{
    public const string Code = "DATA-QUALITY-CHECKS";

    public override MeasureDefinition Definition => Rate(
        Code, "Adequate data quality checks done",
        new MeasureWords(
            Of: "data quality checks of teams that were due in the period, up to today",
            Counted: "those done by the end of the month in which they were due and found adequate",
            Clock: "none",
            Limit: null,
            Finished: "data quality checks that were due were done and adequate",
            More: "more adequate checks",
            NumeratorHeading: "Adequate", DenominatorHeading: "Due",
            Cohort: "the day on which it was due"),
        Polarity.HighIsGood, "Local measure of the 2010 plan", RatedOn.Month, countsPeople: false);

    public override RecordHeadings Headings => new("check", "Due", "All due", "Done and adequate", "Not done, or not adequate", "Done");
}
