using MediatR;

namespace ImprovementSuite.Contracts.SocialCare;

/// <summary>
/// What case audits found in a month, so that learning can be planned for it: counts of audits by practice issue and team, nothing of a file
/// or a person. It carries the whole month and stands in place of what was sent of the month before; the higher <paramref name="Revision"/> wins.
/// </summary>
/// <param name="Month">The first day of the month in which the audits were sent in.</param>
/// <param name="Issues">Each practice issue of the managed list, found or not, for each team of which an audit was completed.</param>
/// <param name="Revision">Counts up with each change of the month.</param>
public sealed record PracticeIssuesFound(DateOnly Month, IReadOnlyList<PracticeIssueCount> Issues, long Revision) : INotification;

/// <summary>How often a practice issue was found in a team's audits of the month.</summary>
/// <param name="Code">The issue's code; it never changes and is never used again.</param>
/// <param name="Issue">Its words.</param>
/// <param name="Locality">The team's locality; empty where none is recorded.</param>
/// <param name="Team">The team as it stands now, after mergers; empty where none is recorded.</param>
/// <param name="Found">Audits that found it.</param>
/// <param name="Completed">Audits completed.</param>
public sealed record PracticeIssueCount(string Code, string Issue, string Locality, string Team, long Found, long Completed);
