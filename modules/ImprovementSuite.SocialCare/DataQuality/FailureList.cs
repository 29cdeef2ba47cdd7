using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Data;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>One record that fails a rule: references and days, never a name of a child.</summary>
/// <param name="RecordId">Null where the case is restricted and the reader is not named for it; nothing of it is shown then.</param>
/// <param name="Since">When it was first seen to fail.</param>
internal sealed record FailureRow(RecordType Type, string? RecordId, string Worker, string Team, DateOnly? Day, DateOnly? Since);

/// <summary>How many records of a worker fail any rule.</summary>
internal sealed record WorkerFailures(string Worker, string Team, long Records);

/// <summary>The failing records that one person may see.</summary>
internal sealed class FailureList
{
    private readonly SqliteConnection _connection;
    private readonly RecordAccess _access;
    private readonly string _teams;

    public FailureList(SqliteConnection connection, RecordAccess access)
    {
        (_connection, _access) = (connection, access);
        _teams = string.Join(", ", SocialCareCounting.Read(connection).Places.Where(place => access.Opens(place.Value.Team)).Select(place => place.Key));
    }

    /// <param name="rule">The rule that is failed.</param>
    /// <param name="of">Only those that make this measure doubtful; null for all.</param>
    public long Count(Rule rule, MeasureFailures? of) => _connection.Scalar<long>($"SELECT COUNT(*) {From(of)}", Days(of).From, Days(of).To, rule.Code);

    public List<FailureRow> Read(Rule rule, MeasureFailures? of, int skip, int take) => _connection.Query(
        $"""
         SELECT f.RecordType, f.RecordId, w.Name, t.Code, f.Day, f.Since, {RecordAccess.IsClosed("f.Child", "$4")}
         {From(of)} ORDER BY f.Day DESC, f.Id DESC LIMIT $5 OFFSET $6
         """,
        row => row.GetBoolean(6)
            ? new FailureRow(LookedAt.Named(row.GetString(0)), null, "", "", null, null)
            : new FailureRow(LookedAt.Named(row.GetString(0)), _access.References.Of(row.GetString(1)), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetDay(4), row.GetDay(5)),
        Days(of).From, Days(of).To, rule.Code, _access.PersonId, take, skip);

    /// <summary>Workers with failing records, most first. A restricted case is nobody's here.</summary>
    public List<WorkerFailures> Workers() => _connection.Query(
        $"""
         SELECT w.Name, t.Code, COUNT(*)
         FROM (SELECT DISTINCT WorkerId, TeamId, RecordType, RowId FROM dq_failure f WHERE ResolvedOn IS NULL AND NOT {RecordAccess.IsClosed("f.Child", "$1")}) f
         JOIN team t ON t.Id = f.TeamId JOIN worker w ON w.Id = f.WorkerId
         WHERE f.TeamId IN ({_teams})
         GROUP BY w.Name, t.Code ORDER BY COUNT(*) DESC, w.Name, t.Code
         """,
        row => new WorkerFailures(row.GetString(0), row.GetString(1), row.GetInt64(2)), _access.PersonId);

    private string From(MeasureFailures? of) =>
        $"""
         FROM dq_failure f JOIN team t ON t.Id = f.TeamId JOIN worker w ON w.Id = f.WorkerId
         WHERE f.ResolvedOn IS NULL AND f.Rule = $3 AND f.TeamId IN ({_teams}) AND {of?.Where ?? "$1 <= $2"}
         """;

    private static (DateOnly From, DateOnly To) Days(MeasureFailures? of) => of is null ? (DateOnly.MinValue, DateOnly.MaxValue) : (of.Rated.From, of.Rated.To);
}
