using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>One measure of one place, week by week.</summary>
/// <param name="Measure">What it counts.</param>
/// <param name="Weeks">The latest ISO weeks, newest first; the first of them is the one that still runs.</param>
/// <param name="Places">Every place that had anything to count in these weeks, the whole authority first.</param>
internal sealed record WeeklyFigures(CaseMeasure Measure, IReadOnlyList<(Period Week, Figure Figure)> Weeks, IReadOnlyList<Scope> Places)
{
    public MeasureDefinition Definition => Measure.Definition;

    /// <summary>A quarter of a year.</summary>
    public const int Most = 13;

    /// <summary>The weeks of a measure by its code, in whatever case an address has it; null where the module counts no such measure.</summary>
    public static WeeklyFigures? Of(SqliteConnection connection, string measure, Scope scope, DateOnly today)
    {
        if (SocialCareCounting.Read(connection).Measures.OfType<CaseMeasure>().FirstOrDefault(m => m.Definition.Code.Equals(measure, StringComparison.OrdinalIgnoreCase)) is not { } counted)
            return null;
        var definition = counted.Definition;
        var latest = Period.Week(today);
        var first = latest.From.AddDays(-7 * (Most - 1));
        var figures = connection.Query(
                """
                SELECT "From", Numerator, Denominator FROM measure_value
                WHERE Measure = $1 AND PeriodKind = $2 AND "From" BETWEEN $3 AND $4 AND ScopeKind = $5 AND ScopeCode = $6 AND Within = $7
                """,
                row => (Monday: row.GetDay(0), Figure: definition.Figure(row.GetInt64(1), row.GetInt64(2))),
                definition.Code, (int)PeriodKind.Week, first, latest.From, (int)scope.Kind, scope.Code, scope.Within ?? "")
            .ToDictionary(week => week.Monday, week => week.Figure);
        var places = connection.Query(
            """
            SELECT DISTINCT ScopeKind, ScopeCode, Within FROM measure_value
            WHERE Measure = $1 AND PeriodKind = $2 AND "From" BETWEEN $3 AND $4 AND Numerator + Denominator > 0 AND ScopeKind <> $5
            ORDER BY CASE WHEN ScopeKind = $6 THEN ScopeCode ELSE Within END, ScopeKind, ScopeCode
            """,
            row => (ScopeKind)row.GetInt32(0) == ScopeKind.Team ? Scope.Team(row.GetString(1), row.GetString(2)) : Scope.Locality(row.GetString(1)),
            definition.Code, (int)PeriodKind.Week, first, latest.From, (int)ScopeKind.Authority, (int)ScopeKind.Locality);
        return new WeeklyFigures(
            counted,
            [.. Enumerable.Range(0, Most).Select(back => Period.Week(latest.From.AddDays(-7 * back))).Select(week => (week, figures.GetValueOrDefault(week.From) ?? definition.Figure(0, 0)))],
            [Scope.Authority, .. places]);
    }
}
