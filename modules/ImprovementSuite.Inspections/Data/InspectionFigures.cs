using ImprovementSuite.Contracts;
using ImprovementSuite.Inspections.Measures;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>A measure's latest figure of the whole authority.</summary>
/// <param name="Now">Null where nothing was counted yet.</param>
internal sealed record InspectionFigure(MeasureDefinition Definition, (Period Period, Figure Figure)? Now);

/// <summary>Reads the figures of the module's measures: one query of values, however many measures there are.</summary>
internal static class InspectionFigures
{
    public static IReadOnlyList<InspectionFigure> Read(SqliteConnection connection, DateOnly today)
    {
        var values = connection.Query(
                """
                SELECT Measure, PeriodKind, "From", MAX("To"), Numerator, Denominator FROM measure_value
                WHERE ScopeKind = $1 AND PeriodKind IN ($2, $3) AND "To" BETWEEN $4 AND $5 GROUP BY Measure
                """,
                row => (Measure: row.GetString(0), Period: new Period((PeriodKind)row.GetInt32(1), row.GetDay(2), row.GetDay(3)), Numerator: row.GetInt64(4), Denominator: row.GetInt64(5)),
                (int)ScopeKind.Authority, (int)PeriodKind.YearToDate, (int)PeriodKind.AsAt, today.AddYears(-1), today)
            .ToDictionary(value => value.Measure);
        return
        [
            .. InspectionsCounting.Read(connection).Measures.Select(measure => new InspectionFigure(
                measure.Definition, values.TryGetValue(measure.Definition.Code, out var value) ? (value.Period, measure.Definition.Figure(value.Numerator, value.Denominator)) : null)),
        ];
    }
}
