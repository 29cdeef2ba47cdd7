using System.Security.Claims;

namespace ImprovementSuite.Platform.People;

/// <summary>The teams that a person works in, by their codes, as claims of the sign-in.</summary>
public static class Teams
{
    private const string Claim = "team";

    /// <summary>The claims of whoever works in these teams.</summary>
    public static IEnumerable<Claim> Claims(params IEnumerable<string?> teams) => teams.OfType<string>().Select(team => new Claim(Claim, team));

    /// <summary>The teams of the signed-in person; empty for everybody else.</summary>
    public static IReadOnlyList<string> Of(ClaimsPrincipal person) => [.. person.FindAll(Claim).Select(claim => claim.Value)];
}
