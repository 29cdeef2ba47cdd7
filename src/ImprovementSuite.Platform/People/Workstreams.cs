using System.Security.Claims;

namespace ImprovementSuite.Platform.People;

/// <summary>The workstreams of the plan that a person leads, as claims of the sign-in.</summary>
public static class Workstreams
{
    private const string Claim = "workstream";

    /// <summary>The claims of whoever leads these workstreams.</summary>
    public static IEnumerable<Claim> Claims(params IEnumerable<string?> workstreams) => workstreams.OfType<string>().Select(workstream => new Claim(Claim, workstream));

    /// <summary>The workstreams that the signed-in person leads; empty for everybody else.</summary>
    public static IReadOnlyList<string> Of(ClaimsPrincipal person) => [.. person.FindAll(Claim).Select(claim => claim.Value)];
}
