using ImprovementSuite.SocialCare.Cases;

namespace ImprovementSuite.SocialCare.CaseAudits.Sample;

/// <summary>An invented manager.</summary>
/// <param name="Post">The team or locality; null for a post of the whole authority.</param>
/// <param name="JulyOwn">Audits of July 2010 that the manager did.</param>
/// <param name="JulyFor">Audits of July 2010 that another did for them.</param>
internal sealed record SampleManager(string Name, AuditorRole Role, string? Post, int JulyOwn = 0, int JulyFor = 0, string SignIn = "", bool Agency = false);

/// <summary>The invented managers of the demo's four localities and twelve teams. Their July adds up to what was published: 45 and 7 of 68.</summary>
internal static class SampleManagers
{
    public static readonly DateOnly InPostFrom = new(2009, 10, 1);

    public static readonly SampleManager[] All =
    [
        new("Y. Osei", AuditorRole.TeamManager, "North 1", 3), new("K. Reid", AuditorRole.TeamManager, "North 2", 2, 1), new("U. Lane", AuditorRole.TeamManager, "North 3", 3),
        new("B. Stone", AuditorRole.TeamManager, "Central 1", 2), new("H. Lindqvist", AuditorRole.TeamManager, "Central 2", 0, 1, "demo-team-manager"), new("S. Bright", AuditorRole.TeamManager, "Central 3", 1),
        new("I. Moss", AuditorRole.TeamManager, "South 1", 3), new("G. Byrne", AuditorRole.TeamManager, "South 2", 2, 1), new("E. Kaur", AuditorRole.TeamManager, "South 3", 1),
        new("N. Price", AuditorRole.TeamManager, "West 1", 3), new("R. Dunne", AuditorRole.TeamManager, "West 2", 1, 1), new("O. Hill", AuditorRole.TeamManager, "West 3", 2, Agency: true),
        new("V. Clarke", AuditorRole.LocalityManager, "North", 7), new("M. Adeyemi", AuditorRole.LocalityManager, "Central", 5, 2),
        new("F. Ahmed", AuditorRole.LocalityManager, "South", 7), new("P. Novak", AuditorRole.LocalityManager, "West", 3, 1, Agency: true),
        new("J. Marsden", AuditorRole.PracticeImprovementManager, null, SignIn: "demo-practice-improvement-manager"), new("A. Whitaker", AuditorRole.PracticeImprovementManager, null),
        new("C. Ballard", AuditorRole.OtherAuditor, null), new("T. Quine", AuditorRole.OtherAuditor, null),
    ];

    /// <summary>A month's audits: done by the managers themselves, and for them by others.</summary>
    public static readonly (DateOnly Month, int Own, int ForThem)[] Months =
        [(new(2010, 3, 1), 21, 6), (new(2010, 4, 1), 24, 7), (new(2010, 5, 1), 30, 7), (new(2010, 6, 1), 37, 7), (July, 45, 7), (new(2010, 8, 1), 20, 3)];

    public static DateOnly July => new(2010, 7, 1);

    /// <summary>Whoever audits for others and in the review, because no team is theirs.</summary>
    public static bool AuditsForOthers(this ManagerInPost manager) => manager.Role is AuditorRole.PracticeImprovementManager or AuditorRole.OtherAuditor;

    /// <summary>Whether the records of the sample extract are stored, which name the teams that these people manage.</summary>
    public static bool HaveTeams(IReadOnlyList<Team> teams) => All.Where(sample => sample.Role == AuditorRole.TeamManager).All(sample => sample.TeamOf(teams) is not null);

    public static ManagerInPost InPost(this SampleManager sample, IReadOnlyList<Team> teams)
    {
        var team = sample.Role == AuditorRole.TeamManager ? sample.TeamOf(teams) : null;
        return new ManagerInPost
        {
            Name = sample.Name, Role = sample.Role, TeamId = team?.Id, Locality = team?.Locality ?? sample.Post ?? "", From = InPostFrom, SignIn = sample.SignIn, Agency = sample.Agency,
        };
    }

    private static Team? TeamOf(this SampleManager sample, IReadOnlyList<Team> teams) => teams.FirstOrDefault(t => t.Code == sample.Post && t.Locality == sample.Post.Split(' ')[0]);
}
