using Google.Protobuf.Collections;
using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Feed.V1;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Feed;

/// <summary>Ids of teams and workers. A new one becomes a row when a record first names it.</summary>
internal sealed class CaseLookups(SqliteConnection connection)
{
    private readonly Dictionary<(string Code, string Locality), int> _teams = [];
    private readonly Dictionary<string, int> _workers = [];

    /// <summary>The team that held a record on a day: the last allocation that had begun, or the first.</summary>
    public int TeamOn(RepeatedField<Allocation> allocations, DateOnly? day)
    {
        if (allocations.Count == 0)
            return Team.NotRecorded;
        var holder = allocations[0];
        for (var i = 1; i < allocations.Count; i++)
            if (day is null || IsoDay.Read(allocations[i].Since) <= day)
                holder = allocations[i];
        return TeamId(holder.Team.Trim(), holder.Locality.Trim());
    }

    /// <summary>The team that holds a record now.</summary>
    public int Holder(RepeatedField<Allocation> allocations) => TeamOn(allocations, null);

    public int WorkerId(string name)
    {
        name = name.Trim();
        if (name.Length == 0)
            return Worker.NotRecorded;
        if (!_workers.TryGetValue(name, out var id))
            _workers[name] = id = (int)connection.Scalar<long>(
                """
                INSERT INTO worker (Id, Name) SELECT MAX(Id) + 1, $1 FROM worker WHERE true
                ON CONFLICT (Name) DO UPDATE SET Name = Name RETURNING Id
                """, name);
        return id;
    }

    /// <summary>A rolled-back batch may have taken new rows with it.</summary>
    public void Forget()
    {
        _teams.Clear();
        _workers.Clear();
    }

    private int TeamId(string code, string locality)
    {
        if (code.Length == 0 && locality.Length == 0)
            return Team.NotRecorded;
        if (!_teams.TryGetValue((code, locality), out var id))
            _teams[(code, locality)] = id = (int)connection.Scalar<long>(
                """
                INSERT INTO team (Id, Code, Locality) SELECT MAX(Id) + 1, $1, $2 FROM team WHERE true
                ON CONFLICT (Code, Locality) DO UPDATE SET Code = Code RETURNING Id
                """, code, locality);
        return id;
    }
}
