using MediatR;

namespace ImprovementSuite.Contracts.Workforce;

/// <summary>
/// Who is in the managers' posts of social care in a month, agency workers who cover one counted and marked: one manager for a post at a time. It carries the
/// whole month and stands in place of what was sent of it before; the higher <paramref name="Revision"/> wins. Sent again when posts, people or cover change.
/// </summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Managers">Each manager's time in a post that touches the month, with the days on which it began and ends.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
public sealed record ManagersInPost(DateOnly Month, IReadOnlyList<PostedManager> Managers, long Revision) : INotification;

/// <summary>What sort of manager's post it is.</summary>
public enum ManagerRole
{
    /// <summary>Answers for a team.</summary>
    TeamManager = 1,

    /// <summary>Answers for a locality.</summary>
    LocalityManager = 2,

    /// <summary>Answers for a service.</summary>
    ServiceManager = 3,

    /// <summary>Improves practice across teams.</summary>
    PracticeImprovementManager = 4,
}

/// <summary>A manager's time in a post.</summary>
/// <param name="Post">The post's number.</param>
/// <param name="Role">What sort of post it is.</param>
/// <param name="Team">The post's team as it stands now, after mergers; empty where it has none.</param>
/// <param name="Locality">The locality; empty for a post of the whole authority.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null while no end is known.</param>
/// <param name="Agency">Whether an agency worker covers the post.</param>
/// <param name="Person">The reference of the person in the system that sends posts; no name.</param>
public sealed record PostedManager(string Post, ManagerRole Role, string Team, string Locality, DateOnly From, DateOnly? Until, bool Agency, string Person);
