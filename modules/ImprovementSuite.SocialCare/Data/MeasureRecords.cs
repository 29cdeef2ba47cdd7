using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Which of the records behind a figure.</summary>
internal enum Part
{
    All,
    InTime,
    NotInTime,

    /// <summary>The assessments of NI 68.</summary>
    Assessed,

    /// <summary>The referrals of NI 68.</summary>
    Referred,
}

/// <summary>One record behind a figure: references and days, never a name of a child.</summary>
/// <param name="Days">Working days taken; null where the clock's start is not known.</param>
internal sealed record RecordRow(string RecordId, string Worker, string Team, DateOnly? ClockFrom, DateOnly Day, int? Days, bool? InTime);

/// <summary>The records that a figure counts, by the same rules as its counting query.</summary>
internal sealed class MeasureRecords
{
    private readonly SqliteConnection _connection;
    private readonly Counting _counting;
    private readonly IMeasure _measure;
    private readonly Scope _scope;
    private readonly DateOnly _from;
    private readonly DateOnly _to;

    private MeasureRecords(SqliteConnection connection, Counting counting, IMeasure measure, Scope scope, DateOnly from, DateOnly to) =>
        (_connection, _counting, _measure, _scope, _from, _to) = (connection, counting, measure, scope, from, to);

    public MeasureDefinition Definition => _measure.Definition;

    /// <summary>The records of a measure by its code, in whatever case an address has it; null where the module counts no such measure.</summary>
    public static MeasureRecords? Of(SqliteConnection connection, string measure, Scope scope, DateOnly from, DateOnly to)
    {
        var counting = SocialCareCounting.Read(connection);
        return counting.Measures.Where(m => m is AssessmentsInTime or Ni68).FirstOrDefault(m => m.Definition.Code.Equals(measure, StringComparison.OrdinalIgnoreCase)) is { } counted
            ? new MeasureRecords(connection, counting, counted, scope, from, to)
            : null;
    }

    public long Count(Part part) => _connection.Scalar<long>($"SELECT COUNT(*) {From(part)}", _from, _to);

    public List<RecordRow> Read(Part part, int skip, int take) => _connection.Query(
        part == Part.Referred
            ? $"SELECT a.RecordId, w.Name, t.Code, NULL, a.ReceivedOn, NULL, NULL {From(part)} ORDER BY a.ReceivedOn DESC, a.Id DESC LIMIT $4 OFFSET $3"
            : $"SELECT a.RecordId, w.Name, t.Code, a.ClockFrom, a.CompletedOn, ended.Ordinal - began.Ordinal, {InTime} {From(part)} ORDER BY a.CompletedOn DESC, a.Id DESC LIMIT $4 OFFSET $3",
        row => new RecordRow(
            row.GetString(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetDay(3), row.GetDay(4),
            row.IsDBNull(5) ? null : row.GetInt32(5), row.IsDBNull(6) ? null : row.GetInt32(6) == 1),
        _from, _to, skip, take);

    private string InTime => _measure is AssessmentsInTime timed
        ? $"COALESCE({AssessmentsInTime.InTimeSql(timed.Limits)}, 0)"
        : "NULL";

    private AssessmentKind Kind => (_measure as AssessmentsInTime)?.Kind ?? AssessmentKind.Initial;

    private string From(Part part)
    {
        var (table, day) = part == Part.Referred ? ("referral", "ReceivedOn") : ("assessment", "CompletedOn");
        var joins = part == Part.Referred ? "" : "JOIN working_day ended ON ended.Day = a.CompletedOn LEFT JOIN working_day began ON began.Day = a.ClockFrom";
        var which = part switch
        {
            Part.Referred => "",
            Part.InTime => $"AND a.Kind = {(int)Kind} AND {InTime} = 1",
            Part.NotInTime => $"AND a.Kind = {(int)Kind} AND {InTime} = 0",
            _ => $"AND a.Kind = {(int)Kind}",
        };
        return $"""
                FROM {table} a JOIN team t ON t.Id = a.TeamId JOIN worker w ON w.Id = a.WorkerId {joins}
                WHERE a.Counts = 1 AND a.{day} BETWEEN $1 AND $2 AND a.TeamId IN ({string.Join(", ", Teams())}) {which}
                """;
    }

    /// <summary>The teams whose figures stand in this scope now.</summary>
    private IEnumerable<int> Teams() => _counting.Places
        .Where(place => _scope.Kind switch
        {
            ScopeKind.Locality => place.Value.Locality == _scope.Code,
            ScopeKind.Team => place.Value.Team == _scope.Code && (_scope.Within is null || place.Value.Locality == _scope.Within),
            _ => true,
        })
        .Select(place => place.Key);
}
