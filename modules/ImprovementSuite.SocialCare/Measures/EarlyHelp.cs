using ImprovementSuite.Contracts;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>Early help assessments completed in the period: a count that adds up over the year.</summary>
internal abstract class EarlyHelpCounts(string which) : CaseMeasure
{
    public override RecordHeadings Headings => new("assessment", "Completed", "All completed", "Counted", "Not counted", "Started", "Days");

    public override string Records =>
        $"""
         SELECT Id, RecordId, Child, WorkerId, TeamId, StartedOn AS Began, CompletedOn AS Day, CompletedOn - StartedOn AS Days, 1 AS Counted
         FROM early_help_assessment WHERE Counts = 1 AND {which} AND CompletedOn BETWEEN $1 AND $2
         """;

    protected static MeasureDefinition Define(string code, string title, string counted, string more) => new(
        code, title,
        new MeasureWords(
            Of: counted, Counted: counted, Clock: "none", Limit: null, Finished: counted, More: more, NumeratorHeading: "Completed", DenominatorHeading: "",
            Cohort: "the day of completion"),
        Unit.Count, MeasureKind.Cumulative, Polarity.HighIsGood, Frequency.Daily, RatedOn.YearToDate, "Local measure of the 2010 plan", $"/social-care/records/{code}", 1, TrustOf(code), CountsPeople: true);
}

/// <summary>Common assessments completed.</summary>
internal sealed class EarlyHelpCompleted() : EarlyHelpCounts("true")
{
    public const string Code = "CAF-COMPLETED";

    public override MeasureDefinition Definition => Define(Code, "CAFs completed", "early help assessments completed in the period", "more CAFs");
}

/// <summary>Common assessments completed that were agreed in place of an initial assessment.</summary>
internal sealed class EarlyHelpInsteadOfAssessment() : EarlyHelpCounts("InsteadOfAssessment = 1")
{
    public const string Code = "CAF-PREVENTING-IA";

    public override MeasureDefinition Definition => Define(
        Code, "CAFs preventing an initial assessment", "early help assessments completed in the period that were agreed in place of an initial assessment", "more CAFs in place of an assessment");
}
