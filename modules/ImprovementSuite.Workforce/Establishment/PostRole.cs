using System.Collections.Frozen;

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>What a post is for. A number is never reused.</summary>
internal enum PostRole
{
    SocialWorker = 1,
    SeniorSocialWorker = 2,
    TeamManager = 3,
    LocalityManager = 4,
    ServiceManager = 5,
    PracticeImprovementManager = 6,
    SocialWorkAssistant = 7,
    Administrator = 8,
    Other = 9,
}

/// <summary>Roles that are counted together.</summary>
/// <param name="Name">As a heading and in addresses: "social-workers".</param>
/// <param name="Words">As people read it: "qualified social workers".</param>
/// <param name="Roles">Which roles they are.</param>
internal sealed record RoleGroup(string Name, string Words, IReadOnlySet<PostRole> Roles)
{
    /// <summary>Those of whom the plan's vacancy rate speaks: qualified, and not managing a team.</summary>
    public static readonly RoleGroup SocialWorkers = new("social-workers", "qualified social workers", new[] { PostRole.SocialWorker, PostRole.SeniorSocialWorker }.ToFrozenSet());

    public static readonly RoleGroup TeamManagers = new("team-managers", "team managers", new[] { PostRole.TeamManager }.ToFrozenSet());

    /// <summary>Everybody whom the Department for Education counts as a child and family social worker: managers who are qualified too.</summary>
    public static readonly RoleGroup SocialWork = new(
        "social-work", "social workers and their managers",
        new[] { PostRole.SocialWorker, PostRole.SeniorSocialWorker, PostRole.TeamManager, PostRole.LocalityManager, PostRole.ServiceManager, PostRole.PracticeImprovementManager }.ToFrozenSet());

    public static readonly RoleGroup Everybody = new("all", "all posts", Enum.GetValues<PostRole>().ToFrozenSet());

    public static readonly IReadOnlyList<RoleGroup> All = [SocialWorkers, TeamManagers, SocialWork, Everybody];

    /// <summary>"(1, 2)", for SQL.</summary>
    public string Sql { get; } = $"({string.Join(", ", Roles.Order().Select(role => (int)role))})";

    public static RoleGroup? Named(string? name) => All.FirstOrDefault(group => group.Name == name);
}

/// <summary>What roles are called.</summary>
internal static class PostRoles
{
    /// <summary>Codes of the feed, from its proto.</summary>
    public static readonly IReadOnlyDictionary<string, int> Codes = new Dictionary<string, int>
    {
        ["social-worker"] = 1, ["senior-social-worker"] = 2, ["team-manager"] = 3, ["locality-manager"] = 4, ["service-manager"] = 5, ["practice-improvement-manager"] = 6,
        ["social-work-assistant"] = 7, ["administrator"] = 8, ["other"] = 9,
    };

    public static string Words(this PostRole role) => role switch
    {
        PostRole.SocialWorker => "Social worker",
        PostRole.SeniorSocialWorker => "Senior social worker",
        PostRole.TeamManager => "Team manager",
        PostRole.LocalityManager => "Locality manager",
        PostRole.ServiceManager => "Service manager",
        PostRole.PracticeImprovementManager => "Practice improvement manager",
        PostRole.SocialWorkAssistant => "Social work assistant",
        PostRole.Administrator => "Administrator",
        _ => "Other",
    };
}
