using System.Security.Claims;

namespace ImprovementSuite.Platform.People;

/// <summary>
/// The teams that a person manages, as claims of the sign-in: whoever may read records and not <see cref="Tasks.ReadEveryTeam"/> reads those of
/// these teams.
/// </summary>
public static class Teams
{
    private const string Claim = "team";

    /// <summary>The claims of whoever manages these teams, by the code that records name them by.</summary>
    public static IEnumerable<Claim> Claims(params IEnumerable<string?> teams) => teams.OfType<string>().Select(team => new Claim(Claim, team));

    /// <summary>The teams that the signed-in person manages; empty for everybody else.</summary>
    public static IReadOnlyList<string> Of(ClaimsPrincipal person) => [.. person.FindAll(Claim).Select(claim => claim.Value)];
}
