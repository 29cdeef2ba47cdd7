using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>The failures that make one measure's rated figure doubtful: of records that it counts, and of those that it ought to.</summary>
internal sealed class MeasureFailures
{
    private readonly CaseMeasure _measure;
    private readonly IReadOnlyList<(Rule Rule, int Part, Check Check)> _touching;

    public MeasureFailures(RuleBook book, CaseMeasure measure, DateOnly today)
    {
        _measure = measure;
        _touching = [.. book.Checks.Where(one => one.Check.Measures.Contains(measure.Definition.Code))];
        Rated = RatedPeriod.Of(measure.Definition.RatedOn, today);
    }

    /// <summary>The days that the grade is of.</summary>
    public Period Rated { get; }

    /// <summary>The rules that touch the measure.</summary>
    public IReadOnlyList<Rule> Rules => [.. _touching.Select(one => one.Rule).Distinct()];

    /// <summary>Whether a failure f is one of them, as SQL; $1 and $2 are the first and the last day of <see cref="Rated"/>.</summary>
    public string Where => Are(_touching);

    /// <summary>How many records the measure counts, and those that it ought to.</summary>
    public long Count(SqliteConnection connection) =>
        connection.Scalar<long>($"SELECT COUNT({(_measure.Repeats ? "DISTINCT Id" : "*")}) FROM ({_measure.Records})", Rated.From, Rated.To)
        + Records(connection, IsOf(_touching.Where(one => one.Check.Beside)));

    /// <summary>How many of them fail.</summary>
    public long Failing(SqliteConnection connection) => Records(connection, Where);

    /// <summary>How many of them lack another record that they hang on.</summary>
    public long Unlinked(SqliteConnection connection) => Records(connection, Are(_touching.Where(one => one.Rule.IsLink)));

    /// <summary>How many fail each rule that touches the measure.</summary>
    public IReadOnlyList<(Rule Rule, long Failing)> ByRule(SqliteConnection connection)
    {
        var failing = connection.Query($"SELECT f.Rule, COUNT(*) FROM dq_failure f WHERE {Where} GROUP BY f.Rule", row => (row.GetString(0), row.GetInt64(1)), Rated.From, Rated.To).ToDictionary();
        return [.. Rules.Select(rule => (rule, failing.GetValueOrDefault(rule.Code)))];
    }

    private long Records(SqliteConnection connection, string failures) =>
        connection.Scalar<long>($"SELECT COUNT(*) FROM (SELECT DISTINCT f.RecordType, f.RowId FROM dq_failure f WHERE {failures})", Rated.From, Rated.To);

    /// <summary>Each counted record is looked up among those that fail, by their index: what a measure counts has none by which to be looked up.</summary>
    private string Are(IEnumerable<(Rule Rule, int Part, Check Check)> checks)
    {
        var beside = checks.ToLookup(one => one.Check.Beside);
        return $"""
                ({IsOf(beside[true])} OR f.Id IN (
                    SELECT f.Id FROM (SELECT {_measure.RecordType} AS Type, Id FROM ({_measure.Records})) m CROSS JOIN dq_failure f
                    WHERE f.RecordType = m.Type AND f.RowId = m.Id AND {IsOf(beside[false])}))
                """;
    }

    private static string IsOf(IEnumerable<(Rule Rule, int Part, Check Check)> checks) =>
        checks.Any() ? $"(f.ResolvedOn IS NULL AND (f.Rule, f.Part) IN (VALUES {string.Join(", ", checks.Select(one => $"('{one.Rule.Code}', {one.Part})"))}))" : "FALSE";
}
