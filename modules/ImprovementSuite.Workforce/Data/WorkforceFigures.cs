using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>A measure's figure of the whole authority now, and as it was some months before.</summary>
/// <param name="Now">Its latest period and figure; null where nothing was counted yet.</param>
/// <param name="Before">The latest month's end at least three months before; of a round, the round before; null where there is none.</param>
internal sealed record WorkforceFigure(MeasureDefinition Definition, (Period Period, Figure Figure)? Now, (Period Period, Figure Figure)? Before);

/// <summary>Reads the figures of the module's measures: one query of values, however many measures and months there are.</summary>
internal static class WorkforceFigures
{
    private const int MonthsBack = 3;

    public static IReadOnlyList<WorkforceFigure> Read(SqliteConnection connection, DateOnly today)
    {
        var values = connection.Query(
                """
                SELECT Measure, PeriodKind, "From", "To", Numerator, Denominator FROM measure_value
                WHERE ScopeKind = $1 AND PeriodKind IN ($2, $3, $4, $5) AND "To" >= $6
                """,
                row => (Measure: row.GetString(0), Period: new Period((PeriodKind)row.GetInt32(1), row.GetDay(2), row.GetDay(3)), Numerator: row.GetInt64(4), Denominator: row.GetInt64(5)),
                (int)ScopeKind.Authority, (int)PeriodKind.YearToDate, (int)PeriodKind.AsAt, (int)PeriodKind.Span, (int)PeriodKind.Round, today.AddYears(-3))
            .ToLookup(value => value.Measure);
        return
        [
            .. WorkforceCounting.Read(connection).Measures.Select(measure =>
            {
                var all = values[measure.Definition.Code].OrderByDescending(value => value.Period.To)
                    .Select(value => (value.Period, Figure: measure.Definition.Figure(value.Numerator, value.Denominator))).ToList();
                return new WorkforceFigure(measure.Definition, Nullable(all), Nullable(all.Where(value => IsBefore(value.Period, all[0].Period))));
            }),
        ];
    }

    private static bool IsBefore(Period period, Period now) => period.Kind == PeriodKind.Round ? period.To < now.To : period.To <= now.To.AddMonths(-MonthsBack) && (now.Kind != PeriodKind.YearToDate || period.From == now.From);

    private static (Period, Figure)? Nullable(IEnumerable<(Period, Figure)> values) => values.Select(value => ((Period, Figure)?)value).FirstOrDefault();
}
