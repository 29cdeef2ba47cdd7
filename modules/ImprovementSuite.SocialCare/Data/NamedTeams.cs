using ImprovementSuite.Platform.Storage;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Data;

/// <summary>The teams that records name. A team's row stays when its last record is corrected or withdrawn, so that it can be named again.</summary>
internal static class NamedTeams
{
    /// <summary>By look-up id: of every record that is not withdrawn, whichever source sent it, the team of its day and the team that holds it.</summary>
    public static HashSet<int> Read(SqliteConnection connection) =>
    [
        .. RecordType.All.Where(type => type.IsHeld).SelectMany(type => connection.Query(
            $"SELECT DISTINCT TeamId, HolderId FROM {type.Name} WHERE Deleted = 0", row => new[] { row.GetInt32(0), row.GetInt32(1) })).SelectMany(ids => ids),
    ];
}
