using ImprovementSuite.Contracts.SocialCare;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>
/// Open cases by worker and by the team that holds them now: children with an open referral, assessment, protection plan or period of being looked after, each
/// once for a worker and team. Counts alone, so restricted cases are among them.
/// </summary>
internal static class HeldCases
{
    public static List<WorkerCases> Read(SqliteConnection connection)
    {
        var places = SocialCareCounting.Places(connection);
        return
        [
            .. connection.Query(
                    $"""
                     WITH held AS (
                       SELECT WorkerId, HolderId, Child FROM referral WHERE Counts = 1 AND Outcome = 0 AND ClosedOn IS NULL
                       UNION SELECT WorkerId, HolderId, Child FROM assessment WHERE Counts = 1 AND CompletedOn IS NULL
                       UNION SELECT WorkerId, HolderId, Child FROM protection_plan WHERE Counts = 1 AND EndedOn IS NULL
                       UNION SELECT WorkerId, HolderId, Child FROM looked_after_period WHERE Counts = 1 AND CeasedOn IS NULL)
                     SELECT w.Name, h.HolderId, COUNT(*) FROM held h JOIN worker w ON w.Id = h.WorkerId WHERE h.WorkerId <> {Worker.NotRecorded} GROUP BY w.Name, h.HolderId
                     """,
                    row => (Worker: row.GetString(0), Place: places[row.GetInt32(1)], Cases: row.GetInt32(2)))
                .GroupBy(row => (row.Worker, row.Place)).Select(same => new WorkerCases(same.Key.Worker, same.Key.Place.Team, same.Key.Place.Locality, same.Sum(row => row.Cases)))
                .OrderBy(row => row.Worker, StringComparer.Ordinal).ThenBy(row => row.Team, StringComparer.Ordinal),
        ];
    }
}
