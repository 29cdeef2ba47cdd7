using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Data;

/// <summary>Reads a <see cref="FloorBook"/>: six queries, however many schools and years there are.</summary>
internal static class FloorReading
{
    private static readonly string Figures = string.Join(", ", Ks2FigureWords.Columns.Select(column => $"r.{column}"));

    /// <summary>For a page.</summary>
    public static async Task<FloorBook> Floor(this SchoolsDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            return ModuleDatabase.Read(connection, () => Read(connection));
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>The whole book, of one moment.</summary>
    public static FloorBook Read(SqliteConnection connection)
    {
        var settings = Settings(connection);
        var schools = Schools(connection, settings.Authority);
        return new(settings, Standards(connection), schools, Results(connection, settings.Authority), HardToReach(connection), Grades(connection, schools));
    }

    /// <summary>A row of the columns of <see cref="Ks2Figure"/>, from <paramref name="first"/> on.</summary>
    public static Ks2Figures FiguresOf(SqliteDataReader row, int first, string withheld)
    {
        var figures = new int?[Ks2FigureWords.All.Count];
        for (var i = 0; i < figures.Length; i++)
            figures[i] = row.IsDBNull(first + i) ? null : row.GetInt32(first + i);
        return new(figures, withheld);
    }

    private static SchoolSettings Settings(SqliteConnection connection) => connection.Query(
        "SELECT Authority, AuthorityName, Neighbours, RiskPoints, NewHeadMonths, InspectionMonths FROM school_settings",
        row =>
        {
            var settings = new SchoolSettings();
            settings.Set(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
            return settings;
        }).Single();

    private static List<FloorStandard> Standards(SqliteConnection connection) => connection.Query(
        "SELECT FromYear, Kind, Attainment, Percent, English, Reading, Writing, Maths, SmallestCohort, OneMustBeSignificant, Source FROM floor_standard ORDER BY FromYear",
        row =>
        {
            var standard = new FloorStandard { FromYear = row.GetInt32(0) };
            standard.Set((FloorKind)row.GetInt32(1), (Ks2Figure?)Int(row, 2), Int(row, 3), Int(row, 4), Int(row, 5), Int(row, 6), Int(row, 7), Int(row, 8), row.GetBoolean(9), row.GetString(10));
            return standard;
        });

    private static List<OwnSchool> Schools(SqliteConnection connection, string authority)
    {
        var rows = connection.Query(
            """
            SELECT s.Urn, s.Name, s.Phase, COALESCE(n.Locality, s.District), s.Status, s.ClosedOn, s.ClosedWhy, s.Successors, s.Type, n.Adviser, n.HeadSince, n.InspectionExpectedOn, s.Grade, s.InspectedOn
            FROM school s LEFT JOIN school_note n ON n.Urn = s.Urn
            WHERE s.Counts = 1 AND s.Authority = $1 ORDER BY s.Name COLLATE NOCASE, s.Urn
            """,
            row => new OwnSchool(
                row.GetInt32(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), Day(row, 5), row.GetString(6),
                [.. row.GetString(7).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], row.GetInt32(0), row.GetString(8), row.IsDBNull(9) ? null : row.GetString(9), Day(row, 10),
                Day(row, 11), row.GetString(12), Day(row, 13)),
            authority).DistinctBy(school => school.Urn).ToList();
        var predecessors = rows.SelectMany(school => school.Successors.Select(successor => (successor, school.Urn))).ToLookup(link => link.successor, link => link.Urn);
        var next = rows.Where(school => school.Successors is [var only] && predecessors[only].Take(2).Count() == 1).ToDictionary(school => school.Urn, school => school.Successors[0]);
        return [.. rows.Select(school => school with { CarriesOnAs = Last(school.Urn) })];

        int Last(int urn)
        {
            // A register may lead in a circle; no school has carried on for this many.
            for (var steps = 0; steps < 20 && next.TryGetValue(urn, out var successor); steps++)
                urn = successor;
            return urn;
        }
    }

    /// <summary>The results of the council's schools, those of matched numbers included; of two from one source the later one.</summary>
    private static List<Ks2Result> Results(SqliteConnection connection, string authority)
    {
        const string of = "r.Year, r.Status, r.Cohort, r.Reached, r.Special, r.Withheld, r.Id";
        return connection.Query(
            $"""
             SELECT s.Urn, {of}, {Figures} FROM school s CROSS JOIN result r ON r.Urn = s.Urn AND r.Counts = 1 WHERE s.Counts = 1 AND s.Authority = $1
             UNION ALL
             SELECT m.School, {of}, {Figures} FROM matched_urn m JOIN school s ON s.Urn = m.School AND s.Counts = 1 AND s.Authority = $1 JOIN result r ON r.Urn = m.Urn AND r.Counts = 1
             """,
            row => (
                Id: row.GetInt64(7),
                Result: new Ks2Result(
                    row.GetInt32(0), row.GetInt32(1), (ResultStatus)row.GetInt32(2), Int(row, 3), Int(row, 4), row.GetBoolean(5), FiguresOf(row, 8, row.GetString(6)))), authority)
            .GroupBy(row => (row.Result.Urn, row.Result.Year, row.Result.Status)).Select(same => same.MaxBy(row => row.Id).Result).ToList();
    }

    private static List<HardToReach> HardToReach(SqliteConnection connection) => connection.Query(
        """SELECT Urn, "From", "To", Why, EndedWhy FROM hard_to_reach ORDER BY "From" """,
        row =>
        {
            var time = new HardToReach { Urn = row.GetInt32(0), From = row.GetDay(1), Why = row.GetString(3) };
            if (Day(row, 2) is { } to)
                time.End(to, row.IsDBNull(4) ? "" : row.GetString(4));
            return time;
        });

    /// <summary>What Inspections has published, and the register's last grade where it is none of those.</summary>
    private static ILookup<int, Grading> Grades(SqliteConnection connection, IReadOnlyList<OwnSchool> schools) => connection
        .Query("""SELECT Urn, Grade, "On" FROM school_judgement WHERE Urn IS NOT NULL""", row => (Urn: row.GetInt32(0), Grading: new Grading(row.GetString(1), row.GetDay(2))))
        .Concat(schools.Where(school => school is { Grade.Length: > 0, InspectedOn: not null }).Select(school => (school.Urn, Grading: new Grading(school.Grade, school.InspectedOn!.Value))))
        .DistinctBy(one => (one.Urn, one.Grading.On)).ToLookup(one => one.Urn, one => one.Grading);

    private static int? Int(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDay(column);
}
