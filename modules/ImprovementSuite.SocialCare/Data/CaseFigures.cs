using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Assessments of one kind that are not completed, and how many of them are past their limit today.</summary>
internal sealed record OpenWork(AssessmentKind Kind, long Open, long PastLimit);

/// <summary>One measure for the whole authority: this year so far, and its latest months.</summary>
internal sealed record MeasureFigures(MeasureDefinition Definition, Figure? YearToDate, IReadOnlyList<(DateOnly Month, Figure Figure)> Months);

/// <summary>What the module's own pages show of its figures.</summary>
internal static class CaseFigures
{
    private const int Months = 3;

    public static IReadOnlyList<MeasureFigures> Measures(SqliteConnection connection, DateOnly today)
    {
        var year = Period.YearToDate(today);
        var values = connection.Query(
            """SELECT Measure, PeriodKind, "From", Numerator, Denominator FROM measure_value WHERE ScopeKind = $1 AND (PeriodKind = $2 AND "To" = $3 OR PeriodKind = $4 AND "From" > $5) ORDER BY "From" DESC""",
            row => (Measure: row.GetString(0), Kind: (PeriodKind)row.GetInt32(1), From: row.GetDay(2), Figure: Figure.Rate(row.GetInt64(3), row.GetInt64(4))),
            (int)ScopeKind.Authority, (int)PeriodKind.YearToDate, today, (int)PeriodKind.Month, today.AddMonths(-Months)).ToLookup(v => v.Measure);
        return [.. SocialCareCounting.Read(connection).Measures.Where(m => m.Definition.Frequency == Frequency.Daily).Select(m => new MeasureFigures(
            m.Definition,
            values[m.Definition.Code].FirstOrDefault(v => v.Kind == PeriodKind.YearToDate && v.From == year.From).Figure,
            [.. values[m.Definition.Code].Where(v => v.Kind == PeriodKind.Month).Select(v => (v.From, v.Figure))]))];
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
