using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.Workforce.Data;
using ImprovementSuite.Workforce.Establishment;
using ImprovementSuite.Workforce.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.Workforce.Caseload;

/// <summary>A team's open cases, who holds them, and the social workers in its posts on the same day.</summary>
/// <param name="Workers">How many workers hold one or more.</param>
/// <param name="Largest">The most that one worker holds.</param>
/// <param name="Fte">Of qualified social workers in the team's posts, agency included, in hundredths of a full-time post.</param>
internal readonly record struct TeamCaseload(long Cases, long Workers, long Largest, long Fte)
{
    /// <summary>Cases for each full-time social worker; null where no post is there.</summary>
    public decimal? PerPost => Fte > 0 ? 100m * Cases / Fte : null;

    public static TeamCaseload operator +(TeamCaseload one, TeamCaseload other) => new(one.Cases + other.Cases, one.Workers + other.Workers, Math.Max(one.Largest, other.Largest), one.Fte + other.Fte);
}

internal static class TeamCaseloads
{
    /// <summary>Each team's caseload on a day; a team with neither a case nor a social worker is missing.</summary>
    public static Dictionary<Place, TeamCaseload> Of(SqliteConnection connection, IEnumerable<CaseHolder> holders, DateOnly day)
    {
        var places = WorkforceCounting.Places(connection);
        // Cases are under teams as SocialCare has them; where a team stands now is known here as well.
        var now = TeamNames(connection, places);
        var sums = new Dictionary<Place, TeamCaseload>();
        foreach (var holder in holders)
            Add(now.GetValueOrDefault((holder.Team, holder.Locality), new Place(holder.Team, holder.Locality)), new(holder.Cases, 1, holder.Cases, 0));
        foreach (var (on, before, after) in PostTimeline.Walk(PostChanges.Read(connection, RoleGroup.SocialWorkers)))
            if (on <= day)
            {
                Add(places[before.TeamId], new(0, 0, 0, -Fte(before)));
                Add(places[after.TeamId], new(0, 0, 0, Fte(after)));
            }
        return sums.Where(sum => sum.Value != default).ToDictionary();

        void Add(Place place, TeamCaseload more) => sums[place] = sums.GetValueOrDefault(place) + more;
    }

    private static int Fte(PostState state) => RoleGroup.SocialWorkers.Roles.Contains(state.Role) ? state.InPost + state.AgencyInPost : 0;

    private static Dictionary<(string, string), Place> TeamNames(SqliteConnection connection, Dictionary<int, Place> places) =>
        connection.Query("SELECT Id, Code, Locality FROM team", row => (Name: (row.GetString(1), row.GetString(2)), Place: places[row.GetInt32(0)])).ToDictionary(team => team.Name, team => team.Place);
}
