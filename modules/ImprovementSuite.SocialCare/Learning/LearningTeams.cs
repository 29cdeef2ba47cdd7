using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.Platform.Storage;
using ImprovementSuite.SocialCare.Measures;
using Microsoft.Data.Sqlite;

namespace ImprovementSuite.SocialCare.Learning;

/// <summary>Which of today's teams had a learning: a team that was merged or renamed since leads to the one that carries on for it.</summary>
internal sealed class LearningTeams(IReadOnlyList<NamedTeam> teams)
{
    public static LearningTeams Read(SqliteConnection connection)
    {
        var places = SocialCareCounting.Places(connection);
        return new(connection.Query(
            "SELECT Id, Code, Locality, SucceededOn FROM team WHERE Code <> ''",
            row => new NamedTeam(row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetDay(3), places[row.GetInt32(0)])));
    }

    public IReadOnlySet<Place> Had(Delivered learning) => learning.Teams.SelectMany(scope => Of(scope, learning.On)).ToHashSet();

    /// <summary>Whether it was for anybody in this place.</summary>
    public bool Reached(Scope scope, Delivered learning) => scope.Kind == ScopeKind.Authority || Had(learning).Any(scope.Holds);

    private IEnumerable<Place> Of(Scope scope, DateOnly on) => scope.Kind switch
    {
        ScopeKind.Authority => teams.Select(team => team.Now),
        // A team that had left the locality by then had no part in what the locality had.
        ScopeKind.Locality => teams.Where(team => team.Locality == scope.Code && !(team.SucceededOn <= on)).Select(team => team.Now),
        _ => teams.Where(team => team.Code == scope.Code && (string.IsNullOrEmpty(scope.Within) || team.Locality == scope.Within)).Select(team => team.Now)
            .DefaultIfEmpty(new Place(scope.Code, scope.Within ?? "")),
    };
}

/// <summary>A team as records have named it, and where it stands now.</summary>
internal sealed record NamedTeam(string Code, string Locality, DateOnly? SucceededOn, Place Now);

internal static class ScopePlaces
{
    /// <summary>Whether a team stands in this part of the authority now.</summary>
    public static bool Holds(this Scope scope, Place place) => scope.Kind switch
    {
        ScopeKind.Authority => true,
        ScopeKind.Locality => place.Locality == scope.Code,
        _ => place == new Place(scope.Code, scope.Within ?? ""),
    };
}
