using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Measures;
using ImprovementSuite.SocialCare.Restricted;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>Which of the records behind a figure.</summary>
internal enum Part
{
    All,

    /// <summary>Those in the numerator.</summary>
    Counted,

    /// <summary>Those that are not.</summary>
    Rest,
}

/// <summary>One record behind a figure: references and days, never a name of a child.</summary>
/// <param name="RecordId">Null where the case is restricted and the reader is not named for it; nothing of it is shown then, but in which part it counts.</param>
/// <param name="Began">The day before the cohort day that matters, such as the start of the clock; null where it is not known.</param>
/// <param name="Day">The cohort day.</param>
/// <param name="Days">What lies between, in the days that the heading says.</param>
internal sealed record RecordRow(string? RecordId, string Worker, string Team, DateOnly? Began, DateOnly? Day, int? Days, bool Counted)
{
    public static readonly string RestrictedWords = "Restricted case";
}

/// <summary>The records that a figure counts: the measure's own query, for one place, and what one person may see of them.</summary>
internal sealed class MeasureRecords
{
    private readonly SqliteConnection _connection;
    private readonly Counting _counting;
    private readonly CaseMeasure _measure;
    private readonly RecordAccess _access;
    private readonly Scope _scope;
    private readonly DateOnly _from;
    private readonly DateOnly _to;

    private MeasureRecords(SqliteConnection connection, Counting counting, CaseMeasure measure, RecordAccess access, Scope scope, DateOnly from, DateOnly to) =>
        (_connection, _counting, _measure, _access, _scope, _from, _to) = (connection, counting, measure, access, scope, from, to);

    public CaseMeasure Measure => _measure;

    /// <summary>The first day of which all records are kept.</summary>
    public DateOnly CountsFrom => _counting.CountsFrom(_measure.Definition.Code);

    /// <summary>The records of a measure by its code, in whatever case an address has it; null where the module counts no such measure.</summary>
    public static MeasureRecords? Of(SqliteConnection connection, string measure, RecordAccess access, Scope scope, DateOnly from, DateOnly to)
    {
        var counting = SocialCareCounting.Read(connection);
        return counting.Measures.OfType<CaseMeasure>().FirstOrDefault(m => m.Definition.Code.Equals(measure, StringComparison.OrdinalIgnoreCase)) is { } counted
            ? new MeasureRecords(connection, counting, counted, access, scope, from, to)
            : null;
    }

    /// <summary>How many there are in each part.</summary>
    public IReadOnlyDictionary<Part, long> Counts()
    {
        var (all, counted) = _connection.Query($"SELECT COUNT(*), TOTAL(a.Counted) {From(Part.All)}", row => (row.GetInt64(0), (long)row.GetDouble(1)), _from, _to).Single();
        return new Dictionary<Part, long> { [Part.All] = all, [Part.Counted] = counted, [Part.Rest] = all - counted };
    }

    public List<RecordRow> Read(Part part, int skip, int take) => _connection.Query(
        $"""
         SELECT a.RecordId, w.Name, t.Code, a.Began, a.Day, a.Days, COALESCE(a.Counted, 0), {RecordAccess.IsClosed("a.Child", "$3")}
         {From(part)} ORDER BY a.Day DESC, a.Id DESC LIMIT $4 OFFSET $5
         """,
        row => row.GetBoolean(7)
            ? new RecordRow(null, "", "", null, null, null, row.GetBoolean(6))
            : new RecordRow(
                _access.References.Of(row.GetString(0)), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetDay(3), row.GetDay(4),
                row.IsDBNull(5) ? null : row.GetInt32(5), row.GetBoolean(6)),
        _from, _to, _access.PersonId, take, skip);

    private string From(Part part) =>
        $"""
         FROM ({_measure.Records}) a JOIN team t ON t.Id = a.TeamId JOIN worker w ON w.Id = a.WorkerId
         WHERE a.TeamId IN ({string.Join(", ", Teams())}) {part switch
         {
             Part.Counted => "AND a.Counted = 1",
             Part.Rest => "AND COALESCE(a.Counted, 0) = 0",
             _ => "",
         }}
         """;

    /// <summary>The teams whose figures stand in this scope now and whose records are open to the reader.</summary>
    private IEnumerable<int> Teams() => _counting.Places
        .Where(place => _access.Opens(place.Value.Team) && _scope.Kind switch
        {
            ScopeKind.Locality => place.Value.Locality == _scope.Code,
            ScopeKind.Team => place.Value.Team == _scope.Code && (_scope.Within is null || place.Value.Locality == _scope.Within),
            _ => true,
        })
        .Select(place => place.Key);
}
