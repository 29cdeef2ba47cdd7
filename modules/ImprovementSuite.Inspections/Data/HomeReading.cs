using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>A children's home and the days on which somebody independent visited it.</summary>
/// <param name="OpenedOn">Where that is not known, the day of the first thing that is known of it.</param>
internal sealed record Home(string Reference, string Name, DateOnly OpenedOn, DateOnly? ClosedOn, IReadOnlyList<DateOnly> Visits);

/// <summary>Reads children's homes and their monthly visits.</summary>
internal static class HomeReading
{
    public static IReadOnlyList<Home> Homes(SqliteConnection connection)
    {
        var visits = connection.Query("SELECT ProviderRef, VisitedOn FROM home_visit WHERE Counts = 1 ORDER BY VisitedOn", row => (Home: row.GetString(0), On: row.GetDay(1))).ToLookup(visit => visit.Home, visit => visit.On);
        var homes = connection.Query(
            $"""
             SELECT Reference, Name, COALESCE(OpenedOn, MIN(
                 COALESCE((SELECT MIN(VisitedOn) FROM home_visit h WHERE h.ProviderRef = v.Reference AND h.Counts = 1), {DateOnly.MaxValue.DayNumber}),
                 COALESCE((SELECT MIN(BeganOn) FROM inspection i WHERE i.ProviderRef = v.Reference AND i.Counts = 1), {DateOnly.MaxValue.DayNumber}))), ClosedOn
             FROM provider v WHERE Counts = 1 AND Kind = {(int)ProviderKind.ChildrensHome} ORDER BY Name
             """,
            row => new Home(row.GetString(0), row.GetString(1), row.GetDay(2), row.IsDBNull(3) ? null : row.GetDay(3), [.. visits[row.GetString(0)]]));
        // One of which nothing is known but its name is due nothing yet.
        return [.. homes.Where(home => home.OpenedOn < DateOnly.MaxValue)];
    }
}
