using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Platform.Time;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Inspections.Data;

/// <summary>Since when reports are due: from the year on in which the first record came. Before it there was nothing to report.</summary>
internal static class ReportsDue
{
    /// <summary>The calendar year in which that year begins on 1 April; null where no inspection is known yet.</summary>
    public static int? Since(SqliteConnection connection) => connection.Scalar<long>(
        "SELECT COALESCE(MIN(ReceivedAt), 0) FROM feed_receipt WHERE EXISTS (SELECT 1 FROM inspection WHERE Counts = 1)") is > 0 and var first
        ? Period.YearToDate(DateOnly.FromDateTime(BusinessClock.Local(SqliteCommands.FromMilliseconds(first)))).From.Year : null;
}
