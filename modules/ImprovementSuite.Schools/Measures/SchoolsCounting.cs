using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Schools.Data;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Schools.Measures;

/// <summary>What the module counts at present. A school is the place of its figures, which are summed by phase and by locality.</summary>
internal static class SchoolsCounting
{
    public static Counting Read(SqliteConnection connection)
    {
        var book = FloorReading.Read(connection);
        return new(
            [new SchoolsBelowFloor(), new SchoolsAtRisk(book.Settings.RiskPoints), new GoodDevelopment(), new GcseFive()],
            book.Schools.ToDictionary(school => school.Urn, school => Place.Phase(school.Phase, school.Locality)));
    }
}
