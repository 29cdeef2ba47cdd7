namespace ImprovementSuite.Contracts;

/// <summary>Whose figure it is.</summary>
public enum ScopeKind
{
    /// <summary>The whole authority; its code is empty.</summary>
    Authority,

    /// <summary>An area of the authority.</summary>
    Locality,

    /// <summary>A team, under the locality that it belongs to now.</summary>
    Team,

    /// <summary>A school phase.</summary>
    Phase,
}

/// <summary>The part of the authority that a figure counts. <paramref name="Code"/> is the sender's own code and also what people see; empty is "not recorded" below authority level.</summary>
/// <param name="Kind">What the part is.</param>
/// <param name="Code">The sender's code of the part.</param>
/// <param name="Within">The code of the locality that a team belongs to now; otherwise null.</param>
public sealed record Scope(ScopeKind Kind, string Code, string? Within = null)
{
    /// <summary>The whole authority.</summary>
    public static readonly Scope Authority = new(ScopeKind.Authority, "");

    /// <summary>One locality.</summary>
    public static Scope Locality(string code) => new(ScopeKind.Locality, code);

    /// <summary>One phase of schools.</summary>
    public static Scope Phase(string code) => new(ScopeKind.Phase, code);

    /// <summary>One team in its present locality.</summary>
    public static Scope Team(string code, string locality) => new(ScopeKind.Team, code, locality);
}
