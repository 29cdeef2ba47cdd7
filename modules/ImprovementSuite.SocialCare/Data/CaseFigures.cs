using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.WorkInProgress;
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

    /// <summary>The open assessments of every kind; of the whole authority, or of these teams.</summary>
    public static IReadOnlyList<OpenWork> Open(SqliteConnection connection, DateOnly today, IReadOnlyCollection<string>? teams = null) =>
    [
        .. WorkCounts.Read(connection, SocialCareCounting.Places(connection), today).Where(work => work.Kind.Assessment is not null)
            .Select(work => teams is null ? work : work.In(teams)).Select(work => new OpenWork(work.Kind.Assessment!.Value, work.Open, work.PastLimit)),
    ];
}
