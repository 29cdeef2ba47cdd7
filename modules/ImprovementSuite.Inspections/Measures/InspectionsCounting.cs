using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Measures;

/// <summary>What the module counts at present. A new measure is a class beside this one and a line here.</summary>
internal static class InspectionsCounting
{
    private static readonly Dictionary<int, Place> NoTeams = [];

    public static Counting Read(SqliteConnection connection) => new(
        [
            new MetInTimescale(),
            .. ReportImplemented.All(connection),
            new GoodOrBetter(),
            new InadequateHomes(),
            new HomesVisited(),
            new ReviewsAdequate(connection.Query("SELECT ReviewsFrom FROM inspections_settings", row => row.GetDay(0)).Single()),
            new IndicatorsInLine(),
            ReportsFrozen.Monthly,
            ReportsFrozen.Quarterly,
        ],
        NoTeams);
}
