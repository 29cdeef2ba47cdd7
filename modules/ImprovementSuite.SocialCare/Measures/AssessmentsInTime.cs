using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Measures;

/// <summary>
/// Assessments of one kind completed in the period, and those of them completed within the limit. A day is counted by the team that the
/// assessment had when it was completed. Where the clock's start is not known yet, or lies after the completion, the assessment is not
/// shown to be in time: it counts below the line and not above.
/// </summary>
internal abstract class AssessmentsInTime(AssessmentKind kind, IReadOnlyList<TimeLimit> limits) : IMeasure
{
    public abstract MeasureDefinition Definition { get; }

    public AssessmentKind Kind => kind;

    public TimeLimits Limits { get; } = new(limits);

    /// <param name="things">What is assessed, as a heading: "Initial assessments".</param>
    /// <param name="clockStart">What the clock runs from: "referral".</param>
    protected MeasureDefinition Define(string code, string things, string clockStart, string source)
    {
        var ofThem = char.ToLowerInvariant(things[0]) + things[1..];
        return new MeasureDefinition(
            code, $"{things} completed in time",
            new MeasureWords(
                Of: $"{ofThem} completed in the period",
                Counted: "those completed within the limit",
                Clock: $"from {clockStart}, which is day 0; weekends and bank holidays left out",
                Limit: Limits.InWords(),
                Finished: $"{ofThem} were finished in time",
                More: "more assessments on time",
                NumeratorHeading: "In time", DenominatorHeading: "Finished"),
            Unit.Percent, MeasureKind.Rate, Polarity.HighIsGood, Frequency.Daily, RatedOn.YearToDate, source, $"/social-care/records/{code}", Limits.Version);
    }

    public List<Tally> Count(SqliteConnection connection, DateOnly from, DateOnly to) =>
        connection.Query(
            $"""
             SELECT a.CompletedOn, a.TeamId, TOTAL({InTimeSql(Limits)}), COUNT(*)
             FROM assessment a
             JOIN working_day ended ON ended.Day = a.CompletedOn
             LEFT JOIN working_day began ON began.Day = a.ClockFrom
             WHERE a.Counts = 1 AND a.Kind = $1 AND a.CompletedOn BETWEEN $2 AND $3
             GROUP BY a.CompletedOn, a.TeamId
             """,
            row => new Tally(row.GetDay(0), row.GetInt32(1), (long)row.GetDouble(2), row.GetInt64(3)), (int)kind, from, to);

    /// <summary>1 where assessment a was completed within its limit, else 0 or NULL; it needs the working days "began" and "ended" beside a.</summary>
    public static string InTimeSql(TimeLimits limits) => $"a.CompletedOn >= a.ClockFrom AND ended.Ordinal - began.Ordinal <= {limits.Sql("a.ClockFrom", "a.CompletedOn")}";
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
