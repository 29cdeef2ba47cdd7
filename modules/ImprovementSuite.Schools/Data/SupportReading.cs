using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Schools.Register;
using ImprovementSuite.Schools.Results;
using ImprovementSuite.Schools.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ImprovementSuite.Schools.Data;

/// <summary>Reads a <see cref="SupportBook"/>: two queries beside those of the floor, however many schools and plans there are.</summary>
internal static class SupportReading
{
    /// <summary>The whole book, of one moment.</summary>
    public static SupportBook Read(SqliteConnection connection, DateOnly today)
    {
        var floor = FloorReading.Read(connection);
        return new(floor, new(floor, Forecasts(connection, floor.Settings.Authority)), Plans(connection, today).ToDictionary(plan => plan.Urn), today);
    }

    /// <summary>An open school of the council, or a closed one where that is asked for; null where the number is none of them.</summary>
    public static async Task<School?> OwnSchool(this SchoolsDb db, int urn, bool closedToo, CancellationToken cancel)
    {
        var authority = (await db.Settings(cancel)).Authority;
        var school = await db.Schools.AsNoTracking().Where(row => row.Counts && row.Urn == urn && row.Authority == authority).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
        return closedToo || school?.IsOpen == true ? school : null;
    }

    private static List<OpenSupport> Plans(SqliteConnection connection, DateOnly today) => connection.Query(
        """
        SELECT p.Urn, p.Adviser, p.Colour, p.ColourWhy, p.NextReviewOn, COUNT(a.Id), COUNT(CASE WHEN a.DueOn < $1 THEN 1 END), MIN(CASE WHEN a.DueOn < $1 THEN a.DueOn END),
          (SELECT MAX(v."On") FROM support_visit v WHERE v.PlanId = p.Id)
        FROM support_plan p LEFT JOIN support_action a ON a.PlanId = p.Id AND a.DoneOn IS NULL
        WHERE p.ClosedOn IS NULL GROUP BY p.Id
        """,
        row => new OpenSupport(
            row.GetInt32(0), row.GetString(1), row.IsDBNull(2) ? null : (SupportColour)row.GetInt32(2), row.IsDBNull(3) ? null : row.GetString(3), Day(row, 4), row.GetInt32(5), row.GetInt32(6),
            Day(row, 7), Day(row, 8)),
        today);

    private static List<SchoolForecast> Forecasts(SqliteConnection connection, string authority) => connection.Query(
        """
        SELECT Id, Urn, Year, Kind, Percent, MadeOn, MadeBy FROM forecast
        WHERE Counts = 1 AND Urn IN (SELECT Urn FROM school WHERE Counts = 1 AND Authority = $1)
        """,
        row => new SchoolForecast(row.GetInt64(0), row.GetInt32(1), row.GetInt32(2), (ForecastKind)row.GetInt32(3), row.GetInt32(4), row.GetDay(5), row.GetString(6)),
        authority);

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDay(column);
}
