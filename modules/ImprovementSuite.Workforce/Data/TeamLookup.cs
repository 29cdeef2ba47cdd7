using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Establishment;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Data;

/// <summary>Ids of teams. A new one becomes a row when a record first names it.</summary>
internal sealed class TeamLookup(SqliteConnection connection)
{
    private readonly Dictionary<(string Code, string Locality), int> _teams = [];

    public int Of(string team, string locality)
    {
        var place = (Code: team.Trim(), Locality: locality.Trim());
        if (place is { Code.Length: 0, Locality.Length: 0 })
            return Team.NotRecorded;
        if (!_teams.TryGetValue(place, out var id))
            _teams[place] = id = (int)connection.Scalar<long>(
                """
                INSERT INTO team (Id, Code, Locality) SELECT MAX(Id) + 1, $1, $2 FROM team WHERE true
                ON CONFLICT (Code, Locality) DO UPDATE SET Code = Code RETURNING Id
                """, place.Code, place.Locality);
        return id;
    }

    /// <summary>A rolled-back batch may have taken new rows with it.</summary>
    public void Forget() => _teams.Clear();
}
