using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Assessments of one kind that are not completed, and how many of them are past their limit today.</summary>
internal sealed record OpenWork(AssessmentKind Kind, long Open, long PastLimit);

/// <summary>One measure for the whole authority.</summary>
/// <param name="Now">This year so far; of a stock, what it is today. Null before the first.</param>
/// <param name="Months">Its latest months, newest first.</param>
internal sealed record MeasureFigures(CaseMeasure Measure, Figure? Now, IReadOnlyList<(DateOnly Month, Figure Figure)> Months)
{
    public MeasureDefinition Definition => Measure.Definition;

    public bool IsStock => Measure.Additivity == Additivity.AsAt;

    /// <summary>Whether anything was ever counted: a measure that nobody feeds is not shown.</summary>
    public bool IsFed => Now is { } now && now.Numerator + (now.Denominator ?? 0) > 0 || Months.Any(month => month.Figure.Numerator + (month.Figure.Denominator ?? 0) > 0);
}

/// <summary>What the module's own pages show of its figures.</summary>
internal static class CaseFigures
{
    private const int Months = 3;

    public static IReadOnlyList<MeasureFigures> Measures(SqliteConnection connection, DateOnly today)
    {
        var values = connection.Query(
            """
            SELECT Measure, PeriodKind, "From", Numerator, Denominator FROM measure_value
            WHERE ScopeKind = $1 AND (PeriodKind IN ($2, $3) AND "To" = $4 OR PeriodKind = $5 AND "From" > $6) ORDER BY "From" DESC
            """,
            row => (Measure: row.GetString(0), IsMonth: (PeriodKind)row.GetInt32(1) == PeriodKind.Month, From: row.GetDay(2), Numerator: row.GetInt64(3), Denominator: row.GetInt64(4)),
            (int)ScopeKind.Authority, (int)PeriodKind.YearToDate, (int)PeriodKind.AsAt, today, (int)PeriodKind.Month, today.AddMonths(-Months)).ToLookup(v => v.Measure);
        return
        [
            .. SocialCareCounting.Read(connection).Measures.OfType<CaseMeasure>().Select(measure =>
            {
                var own = values[measure.Definition.Code].Select(v => (v.IsMonth, v.From, Figure: measure.Definition.Figure(v.Numerator, v.Denominator))).ToList();
                return new MeasureFigures(measure, own.FirstOrDefault(v => !v.IsMonth).Figure, [.. own.Where(v => v.IsMonth).Select(v => (v.From, v.Figure))]);
            }),
        ];
    }

    public static IReadOnlyList<OpenWork> Open(SqliteConnection connection, DateOnly today) =>
        [.. SocialCareCounting.Read(connection).Measures.OfType<AssessmentsInTime>().Select(measure => connection.Query(
            $"""
             SELECT COUNT(*), TOTAL(ended.Ordinal - began.Ordinal > {measure.Limits.Sql("a.ClockFrom", "$2")})
             FROM assessment a LEFT JOIN working_day began ON began.Day = a.ClockFrom JOIN working_day ended ON ended.Day = $2
             WHERE a.Counts = 1 AND a.CompletedOn IS NULL AND a.Kind = $1
             """,
            row => new OpenWork(measure.Kind, row.GetInt64(0), (long)row.GetDouble(1)), (int)measure.Kind, today).Single())];
}
