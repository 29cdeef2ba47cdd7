using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>One place of a table, with a figure for each of its columns.</summary>
internal sealed record PlaceFigures(Scope Place, IReadOnlyList<Figure> Figures);

/// <summary>
/// A measure for a year by month: the whole authority, its localities and their teams. Everything above a month of a team is added up here, so
/// that the sums of the table hold by themselves.
/// </summary>
/// <param name="Columns">The months that have begun, then all of them together where they add up.</param>
/// <param name="Rows">The authority, then each locality with its teams under it.</param>
internal sealed record MeasureTable(CaseMeasure Measure, IReadOnlyList<Period> Columns, IReadOnlyList<PlaceFigures> Rows)
{
    /// <summary>Whether what is counted is a part of what it is counted of, so that what is left of the whole is a count too.</summary>
    public bool IsPartOfWhole => Measure.IsShare;

    public MeasureDefinition Definition => Measure.Definition;

    public bool IsRate => Definition.Unit == Unit.Percent;

    /// <summary>Whether the months add up: those of a stock do not.</summary>
    public bool AddsUp => Measure.Additivity == Additivity.ByDay;

    /// <summary>The months of the year that begins on 1 April of <paramref name="year"/>; null where the module has no such measure.</summary>
    public static MeasureTable? Of(SqliteConnection connection, string measure, int year, DateOnly today)
    {
        if (SocialCareCounting.Read(connection).Measures.OfType<CaseMeasure>().FirstOrDefault(m => m.Definition.Code.Equals(measure, StringComparison.OrdinalIgnoreCase)) is not { } counted)
            return null;
        var adds = counted.Additivity == Additivity.ByDay;
        var april = new DateOnly(year, 4, 1);
        var months = Enumerable.Range(0, 12).Select(month => Period.Month(april.AddMonths(month))).Where(month => month.From <= today).ToList();
        var values = connection.Query(
                """
                SELECT ScopeCode, Within, "From", Numerator, Denominator FROM measure_value
                WHERE Measure = $1 AND PeriodKind = $2 AND "From" BETWEEN $3 AND $4 AND ScopeKind = $5 AND Numerator + Denominator > 0
                """,
                row => (Team: Scope.Team(row.GetString(0), row.GetString(1)), Month: row.GetDay(2), Figure: Figure.Rate(row.GetInt64(3), row.GetInt64(4))),
                counted.Definition.Code, (int)PeriodKind.Month, april, months.LastOrDefault().From, (int)ScopeKind.Team)
            .ToLookup(value => value.Team);
        var teams = values.Select(team => new PlaceFigures(team.Key, WithSum([.. months.Select(month => Sum(team.Where(value => value.Month == month.From).Select(value => value.Figure)))], adds))).ToList();
        var all = new Period(PeriodKind.Span, april, months.Count > 0 ? Earlier(months[^1].To, today) : april);
        var columns = months.Count + (adds ? 1 : 0);
        return new MeasureTable(
            counted,
            adds ? [.. months, all] : months,
            [
                Over(Scope.Authority, teams, columns),
                .. teams.GroupBy(team => team.Place.Within!).OrderBy(locality => locality.Key).SelectMany(locality =>
                    locality.OrderBy(team => team.Place.Code).Prepend(Over(Scope.Locality(locality.Key), [.. locality], columns))),
            ]);
    }

    private static PlaceFigures Over(Scope place, IReadOnlyCollection<PlaceFigures> teams, int columns) =>
        new(place, [.. Enumerable.Range(0, columns).Select(column => Sum(teams.Select(team => team.Figures[column])))]);

    private static IReadOnlyList<Figure> WithSum(IReadOnlyList<Figure> months, bool adds) => adds ? [.. months, Sum(months)] : months;

    private static Figure Sum(IEnumerable<Figure> figures) => figures.Aggregate(Figure.Rate(0, 0), (sum, figure) => Figure.Rate(sum.Numerator!.Value + figure.Numerator!.Value, sum.Denominator!.Value + figure.Denominator!.Value));

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
