using ImprovementSuite.Contracts;
using ImprovementSuite.Contracts.Workforce;
using ImprovementSuite.Platform.Recalculation;
using ImprovementSuite.SocialCare.Cases;

namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>What sort of post an auditor holds. A number is never reused.</summary>
internal enum AuditorRole
{
    TeamManager = 1,
    LocalityManager = 2,
    ServiceManager = 3,
    PracticeImprovementManager = 4,
    OtherAuditor = 5,
}

/// <summary>Whether a role answers for a team, for a locality or for neither.</summary>
internal static class AuditorRoles
{
    public static readonly IReadOnlyList<AuditorRole> All = Enum.GetValues<AuditorRole>();

    public static string Words(this AuditorRole role) => role switch
    {
        AuditorRole.TeamManager => "Team manager",
        AuditorRole.LocalityManager => "Locality manager",
        AuditorRole.ServiceManager => "Service manager",
        AuditorRole.PracticeImprovementManager => "Practice improvement manager",
        _ => "Other auditor",
    };

    /// <summary>The managers whose own audits the plan asks for by name.</summary>
    public static bool IsLocalityOrTeam(this AuditorRole role) => role is AuditorRole.TeamManager or AuditorRole.LocalityManager;
}

/// <summary>
/// A manager in a post, from a day and until one: the module's own copy, which it needs to know who is expected to audit, who recognises a file
/// and who may not audit one. A post that an agency covers counts like any other.
/// </summary>
internal sealed class ManagerInPost
{
    public int Id { get; private set; }

    public required string Name { get; set; }

    public AuditorRole Role { get; set; }

    /// <summary>The team that a team manager answers for; null for other roles.</summary>
    public int? TeamId { get; set; }

    public Team? Team { get; private set; }

    /// <summary>The locality; empty for a post of the whole authority.</summary>
    public required string Locality { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The last day in post; null while it goes on.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>The sign-in id by which the suite recognises the person; empty where they do not sign in.</summary>
    public required string SignIn { get; set; }

    /// <summary>Whether an agency covers the post.</summary>
    public bool Agency { get; set; }

    /// <summary>The post's number in the Workforce module, which then says everything but name and sign-in; null where the manager was typed.</summary>
    public string? PostNumber { get; private set; }

    /// <summary>The Workforce module's reference of the person; null where the manager was typed.</summary>
    public string? Person { get; private set; }

    /// <summary>Of the Workforce module's last word on it.</summary>
    public long PostRevision { get; private set; }

    public int Version { get; private set; }

    public bool IsPosted => PostNumber is not null;

    /// <summary>A post as it is stored.</summary>
    public static ManagerInPost Stored(int id, string name, AuditorRole role, int? team, string locality, DateOnly from, DateOnly? until, string signIn, bool agency) =>
        new() { Id = id, Name = name, Role = role, TeamId = team, Locality = locality, From = from, Until = until, SignIn = signIn, Agency = agency };

    /// <summary>The Workforce module's word on the post; name and sign-in stay as they were typed.</summary>
    public void Follow(PostedManager posted, AuditorRole role, int? team, long revision) =>
        (PostNumber, Person, Role, TeamId, Locality, From, Until, Agency, PostRevision) = (posted.Post, posted.Person, role, team, posted.Locality, posted.From, posted.Until, posted.Agency, revision);

    /// <summary>The Workforce module has them in post no more in this month: they left before it, or where they had only come in it, were never there.</summary>
    public void LeaveBefore(DateOnly month, long revision) => (Until, PostRevision) = ((From < month ? month : From).AddDays(-1), revision);

    public bool Touches(Period period) => Overlaps(period.From, period.To);

    /// <summary>Whether they were in post on one of these days; one who was never there was on none.</summary>
    public bool Overlaps(DateOnly from, DateOnly? until) => !(Until < From) && !(until < From) && !(Until < from);

    public bool InPostOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    /// <summary>"Central 2 team manager", "West locality manager", "Practice improvement manager".</summary>
    public string Post(string? team) => (team ?? (Locality.Length > 0 ? Locality : null)) is { } of ? $"{of} {Role.Words().ToLowerInvariant()}" : Role.Words();

    /// <summary>Whether this is the same person as another post's.</summary>
    public bool IsSamePersonAs(ManagerInPost other) =>
        SignIn.Length > 0 && SignIn == other.SignIn || string.Equals(Name.Trim(), other.Name.Trim(), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the post answers for what stands in this place.</summary>
    public bool Supervises(Place place, IReadOnlyDictionary<int, Place> places) => Role switch
    {
        AuditorRole.TeamManager => TeamId is { } team && places.TryGetValue(team, out var own) && own == place,
        AuditorRole.LocalityManager or AuditorRole.ServiceManager => Locality.Length > 0 && place.Locality == Locality,
        _ => false,
    };

    /// <summary>The look-up id under which the post's audits are counted: its team's, or one of its own below zero, which no team has.</summary>
    public int CountedUnder => TeamId ?? -Id;

    public override string ToString() =>
        $"{Name}, {Role.Words().ToLowerInvariant()}{(Locality.Length > 0 ? $", {Locality}" : "")}, from {From:yyyy-MM-dd}{(Until is { } until ? $" until {until:yyyy-MM-dd}" : "")}{(SignIn.Length > 0 ? $", signs in as {SignIn}" : "")}{(Agency ? ", agency" : "")}{(IsPosted ? $", post {PostNumber}" : "")}";
}
