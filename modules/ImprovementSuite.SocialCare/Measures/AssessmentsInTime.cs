using ImprovementSuite.Contracts;
using ImprovementSuite.SocialCare.Cases;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// Assessments of one kind completed in the period, and those of them completed within the limit. A day is counted by the team that the
/// assessment had when it was completed. Where the clock's start is not known yet, or lies after the completion, the assessment is not
/// shown to be in time: it counts below the line and not above.
/// </summary>
internal abstract class AssessmentsInTime(AssessmentKind kind, IReadOnlyList<TimeLimit> limits) : CaseMeasure
{
    public AssessmentKind Kind => kind;

    public TimeLimits Limits { get; } = new(limits);

    /// <param name="things">What is assessed, as a heading: "Initial assessments".</param>
    /// <param name="clockStart">What the clock runs from: "referral".</param>
    protected MeasureDefinition Define(string code, string things, string clockStart, string source)
    {
        var ofThem = char.ToLowerInvariant(things[0]) + things[1..];
        return Rate(
            code, $"{things} completed in time",
            new MeasureWords(
                Of: $"{ofThem} completed in the period",
                Counted: "those completed within the limit",
                Clock: $"from {clockStart}, which is day 0; weekends and bank holidays left out",
                Limit: Limits.InWords(),
                Finished: $"{ofThem} were finished in time",
                More: "more assessments on time",
                NumeratorHeading: "In time", DenominatorHeading: "Finished",
                Cohort: "the day of completion"),
            Polarity.HighIsGood, source, version: Limits.Version);
    }

    public override RecordHeadings Headings => new("assessment", "Completed", "All completed", "In time", "Not in time", "Clock started", "Working days");

    public override string Records =>
        $"""
         SELECT a.Id, a.RecordId, a.Child, a.WorkerId, a.TeamId, a.ClockFrom AS Began, a.CompletedOn AS Day, ended.Ordinal - began.Ordinal AS Days,
                a.CompletedOn >= a.ClockFrom AND ended.Ordinal - began.Ordinal <= {Limits.Sql("a.ClockFrom", "a.CompletedOn")} AS Counted
         FROM assessment a
         JOIN working_day ended ON ended.Day = a.CompletedOn
         LEFT JOIN working_day began ON began.Day = a.ClockFrom
         WHERE a.Counts = 1 AND a.Kind = {(int)kind} AND a.CompletedOn BETWEEN $1 AND $2
         """;
}

/// <summary>NI 59: initial assessments completed within 7 (or, where the council so decided, 10) working days of referral.</summary>
internal sealed class Ni59(IReadOnlyList<TimeLimit> limits) : AssessmentsInTime(AssessmentKind.Initial, limits)
{
    public const string Code = "NI59";

    public override MeasureDefinition Definition => Define(Code, "Initial assessments", "referral", "National Indicator 59, 2008 to 2011");
}

/// <summary>NI 60: core assessments completed within 35 working days of their own start.</summary>
internal sealed class Ni60(IReadOnlyList<TimeLimit> limits) : AssessmentsInTime(AssessmentKind.Core, limits)
{
    public const string Code = "NI60";

    public override MeasureDefinition Definition => Define(Code, "Core assessments", "the start of the core assessment", "National Indicator 60, 2008 to 2011");
}

/// <summary>Today's indicator: assessments completed within 45 working days of referral.</summary>
internal sealed class AssessmentIn45Days(IReadOnlyList<TimeLimit> limits) : AssessmentsInTime(AssessmentKind.Single, limits)
{
    public const string Code = "ASSESSMENT-45";

    public override MeasureDefinition Definition =>
        Define(Code, "Assessments", "referral", "Statutory guidance since 2013; published yearly by the Department for Education");
}
