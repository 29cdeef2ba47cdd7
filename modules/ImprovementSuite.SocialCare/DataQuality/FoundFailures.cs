using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>What the rules found on one snapshot.</summary>
internal sealed class FoundFailures
{
    private readonly Dictionary<(string Rule, string Type, long Row), Found> _failing = [];
    private readonly List<(string Rule, long Failing, long Looked)> _counts = [];

    private readonly record struct Found(int Version, int Part, string RecordId, string Child, int Team, int Worker, DateOnly? Day);

    public static FoundFailures Find(SqliteConnection connection, RuleBook book, DateOnly today)
    {
        var found = new FoundFailures();
        var since = RuleBook.Since(today);
        // Several rules look at the same records.
        var looked = new Dictionary<string, long>();
        foreach (var rule in book.Rules)
        {
            foreach (var (part, check) in rule.Checks.Index())
                connection.Query(check.Failing, row => found._failing[(rule.Code, check.Type.Name, row.GetInt64(0))] = new Found(
                    rule.Version, part, row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.IsDBNull(5) ? null : row.GetDay(5)), since, today);
            found._counts.Add((rule.Code, found._failing.Keys.Count(key => key.Rule == rule.Code), rule.Checks.Sum(Looked)));
        }
        found._counts.Add((
            FailureDay.AllRules, found._failing.Keys.Select(key => (key.Type, key.Row)).Distinct().Count(),
            book.Checks.Select(one => one.Check).GroupBy(check => check.From).Sum(of => Looked(of.First() with { Of = string.Join(" OR ", of.Select(check => $"({check.Of})").Distinct()) }))));
        return found;

        long Looked(Check check) => looked.TryGetValue(check.Looked, out var count) ? count
            : looked[check.Looked] = connection.Scalar<long>(check.Looked, since, today);
    }

    /// <summary>Writes what is new, what is other than before and what is resolved, and the counts of the day.</summary>
    public void Keep(SqliteConnection connection, DateOnly today)
    {
        var stored = connection.Query(
            "SELECT Id, Rule, RecordType, RowId, RuleVersion, Part, RecordId, Child, TeamId, WorkerId, Day FROM dq_failure WHERE ResolvedOn IS NULL",
            row => (
                Id: row.GetInt64(0), Key: (row.GetString(1), row.GetString(2), row.GetInt64(3)),
                Found: new Found(row.GetInt32(4), row.GetInt32(5), row.GetString(6), row.GetString(7), row.GetInt32(8), row.GetInt32(9), row.IsDBNull(10) ? null : row.GetDay(10))))
            .ToDictionary(failure => failure.Key);
        using var resolve = connection.Prepared("UPDATE dq_failure SET ResolvedOn = $2 WHERE Id = $1", 2);
        using var replace = connection.Prepared(
            "UPDATE dq_failure SET RuleVersion = $2, Part = $3, RecordId = $4, Child = $5, TeamId = $6, WorkerId = $7, Day = $8 WHERE Id = $1", 8);
        using var insert = connection.Prepared(
            """
            INSERT INTO dq_failure (Rule, RecordType, RowId, RuleVersion, Part, RecordId, Child, TeamId, WorkerId, Day, Since)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """, 11);
        foreach (var gone in stored.Values.Where(failure => !_failing.ContainsKey(failure.Key)))
            resolve.With(gone.Id, today).ExecuteNonQuery();
        foreach (var (key, now) in _failing)
            if (!stored.TryGetValue(key, out var before))
                insert.With(key.Rule, key.Type, key.Row, now.Version, now.Part, now.RecordId, now.Child, now.Team, now.Worker, now.Day, today).ExecuteNonQuery();
            else if (before.Found != now)
                replace.With(before.Id, now.Version, now.Part, now.RecordId, now.Child, now.Team, now.Worker, now.Day).ExecuteNonQuery();

        connection.Execute("DELETE FROM dq_day WHERE Day = $1", today);
        foreach (var (rule, failing, looked) in _counts)
            connection.Execute("INSERT INTO dq_day (Day, Rule, Failing, Looked) VALUES ($1, $2, $3, $4)", today, rule, failing, looked);
    }
}
