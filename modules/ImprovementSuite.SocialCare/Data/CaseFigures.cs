using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.WorkInProgress;
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
        return [.. SocialCareCounting.Read(connection).Measures.Select(m => new MeasureFigures(
            m.Definition,
            values[m.Definition.Code].FirstOrDefault(v => v.Kind == PeriodKind.YearToDate && v.From == year.From).Figure,
            [.. values[m.Definition.Code].Where(v => v.Kind == PeriodKind.Month).Select(v => (v.From, v.Figure))]))];
    }

    /// <summary>The open assessments of every kind; of the whole authority, or of these teams.</summary>
    public static IReadOnlyList<OpenWork> Open(SqliteConnection connection, DateOnly today, IReadOnlyCollection<string>? teams = null) =>
    [
        .. WorkCounts.Read(connection, SocialCareCounting.Places(connection), today).Where(work => work.Kind.Assessment is not null)
            .Select(work => teams is null ? work : work.In(teams)).Select(work => new OpenWork(work.Kind.Assessment!.Value, work.Open, work.PastLimit)),
    ];
}
