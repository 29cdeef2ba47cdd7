using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>The rows that a recalculation reads and writes.</summary>
internal sealed class RecalculationStore(SqliteConnection connection)
{
    public string? Mark(string name) => connection.Scalar<string>("SELECT Value FROM recalculation_mark WHERE Name = $1", name);

    public void SetMark(string name, string value) =>
        connection.Execute("INSERT INTO recalculation_mark (Name, Value) VALUES ($1, $2) ON CONFLICT (Name) DO UPDATE SET Value = excluded.Value", name, value);

    /// <summary>The grade of trust under which a measure was published last; empty for none.</summary>
    public string Trust(string measure) => Mark($"trust {measure}") ?? "";

    public void SetTrust(string measure, string grade) => SetMark($"trust {measure}", grade);

    /// <summary>Days whose year to date is kept up for good.</summary>
    public List<DateOnly> PublishedDays() => connection.Query("SELECT Day FROM published_day ORDER BY Day", row => row.GetDay(0));

    public long NextRevision() => long.Parse(Mark("revision") ?? "0") + 1;

    /// <summary>When the newest batch was received; null before the first.</summary>
    public DateTime? DataAsAt() =>
        connection.Scalar<long>("SELECT MAX(ReceivedAt) FROM feed_receipt") is > 0 and var at ? SqliteCommands.FromMilliseconds(at) : null;

    public List<StaleDay> StaleDays() =>
        connection.Query("SELECT Measure, Day, Version FROM stale_day", row => new StaleDay { Measure = row.GetString(0), Day = row.GetDay(1), Version = row.GetInt64(2) });

    public List<Tally> Tallies(string measure, DateOnly from, DateOnly to) =>
        connection.Query(
            "SELECT Day, Team, Numerator, Denominator FROM tally WHERE Measure = $1 AND Day BETWEEN $2 AND $3",
            row => new Tally(row.GetDay(0), row.GetInt32(1), row.GetInt64(2), row.GetInt64(3)), measure, from, to);

    public Dictionary<(Period, Scope), PeriodSums.Counts> Values(string measure, HashSet<Period> periods) =>
        connection.Query(
                """
                SELECT PeriodKind, "From", "To", ScopeKind, ScopeCode, Within, Numerator, Denominator
                FROM measure_value WHERE Measure = $1 AND "To" >= $2 AND "From" <= $3
                """,
                row => (
                    Key: (Period: new Period((PeriodKind)row.GetInt32(0), row.GetDay(1), row.GetDay(2)), Scope: ToScope((ScopeKind)row.GetInt32(3), row.GetString(4), row.GetString(5))),
                    Counts: new PeriodSums.Counts(row.GetInt64(6), row.GetInt64(7))),
                measure, periods.Min(p => p.From), periods.Max(p => p.To))
            .Where(value => periods.Contains(value.Key.Period))
            .ToDictionary(value => value.Key, value => value.Counts);

    /// <summary>Every value that is kept up, under a new revision.</summary>
    public List<MeasureValue> All(IReadOnlyList<MeasureDefinition> definitions, DateTime dataAsAt, long revision) =>
    [
        .. definitions.SelectMany(definition => connection.Query(
            """SELECT PeriodKind, "From", "To", ScopeKind, ScopeCode, Within, Numerator, Denominator FROM measure_value WHERE Measure = $1""",
            row => new MeasureValue(
                definition.Code, ToScope((ScopeKind)row.GetInt32(3), row.GetString(4), row.GetString(5)),
                new Period((PeriodKind)row.GetInt32(0), row.GetDay(1), row.GetDay(2)), definition.Figure(row.GetInt64(6), row.GetInt64(7)), dataAsAt, revision), definition.Code)),
    ];

    /// <summary>Replaces the tallies of a run of days by their recount.</summary>
    public void Replace(Recounted recount)
    {
        connection.Execute("DELETE FROM tally WHERE Measure = $1 AND Day BETWEEN $2 AND $3", recount.Measure, recount.From, recount.To);
        using var insert = new RowStatement(connection, "INSERT INTO tally (Measure, Day, Team, Numerator, Denominator) VALUES ($1, $2, $3, $4, $5)");
        foreach (var tally in recount.After)
            insert.Run(recount.Measure, tally.Day, tally.Team, tally.Numerator, tally.Denominator);
    }

    public void Write(IEnumerable<MeasureValue> values)
    {
        using var upsert = new RowStatement(connection,
            """
            INSERT INTO measure_value (Measure, PeriodKind, "From", "To", ScopeKind, ScopeCode, Within, Numerator, Denominator, Revision)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT DO UPDATE SET Numerator = excluded.Numerator, Denominator = excluded.Denominator, Revision = excluded.Revision
            """);
        foreach (var value in values)
            upsert.Run(
                value.Measure, (int)value.Period.Kind, value.Period.From, value.Period.To, (int)value.Scope.Kind, value.Scope.Code, value.Scope.Within ?? "",
                value.Figure.Numerator, value.Figure.Denominator ?? 0, value.Revision);
    }

    /// <summary>A year to date, or a stock, of a day now past is not kept up, unless the day was a month's end or is published.</summary>
    public void DropPassingDays(DateOnly today, IReadOnlyCollection<DateOnly> published)
    {
        var passing = connection.Query(
                """SELECT DISTINCT "To" FROM measure_value WHERE PeriodKind IN ($1, $2, $3) AND "To" < $4""", row => row.GetDay(0), (int)PeriodKind.YearToDate, (int)PeriodKind.AsAt, (int)PeriodKind.Span, today)
            .Where(to => to != Period.Month(to).To && !published.Contains(to));
        foreach (var to in passing)
            connection.Execute("""DELETE FROM measure_value WHERE PeriodKind IN ($1, $2, $3) AND "To" = $4""", (int)PeriodKind.YearToDate, (int)PeriodKind.AsAt, (int)PeriodKind.Span, to);
    }

    /// <summary>A span that begins on another day than before leaves no values of the old one beside the new.</summary>
    public void DropOtherSpans(string measure, DateOnly from) =>
        connection.Execute("""DELETE FROM measure_value WHERE Measure = $1 AND PeriodKind = $2 AND "From" <> $3""", measure, (int)PeriodKind.Span, from);

    /// <summary>Clears the stale days that were counted, but for those that changed again meanwhile.</summary>
    public void Clear(IEnumerable<StaleDay> counted)
    {
        using var delete = new RowStatement(connection, "DELETE FROM stale_day WHERE Measure = $1 AND Day = $2 AND Version = $3");
        foreach (var day in counted)
            delete.Run(day.Measure, day.Day, day.Version);
    }

    public void WriteCalendar(WorkingDayCalendar calendar)
    {
        connection.Execute("DELETE FROM working_day");
        using var insert = new RowStatement(connection, "INSERT INTO working_day (Day, Ordinal) VALUES ($1, $2)");
        for (var day = WorkingDayCalendar.First; day <= WorkingDayCalendar.Last; day = day.AddDays(1))
            insert.Run(day, calendar.Ordinal(day));
        SetMark("calendar", calendar.Version);
    }

    private static Scope ToScope(ScopeKind kind, string code, string within) => new(kind, code, kind == ScopeKind.Team ? within : null);
}
