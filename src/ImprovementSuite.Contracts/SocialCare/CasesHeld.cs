using MediatR;

namespace ImprovementSuite.Contracts.SocialCare;

/// <summary>
/// How many open cases each worker holds on a day, where records name workers: counts, and nothing of a case. It stands in place of what was sent before;
/// the higher <paramref name="Revision"/> wins. Sent at most once a day.
/// </summary>
/// <param name="On">The day.</param>
/// <param name="Workers">Each worker who holds a case or more, in each team that holds it.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
public sealed record CasesHeld(DateOnly On, IReadOnlyList<WorkerCases> Workers, long Revision) : INotification;

/// <summary>A worker's open cases in a team.</summary>
/// <param name="Worker">The worker as the case system names them.</param>
/// <param name="Team">The team as it stands now, after mergers; empty where none is recorded.</param>
/// <param name="Locality">The team's locality; empty where none is recorded.</param>
/// <param name="Cases">How many.</param>
public sealed record WorkerCases(string Worker, string Team, string Locality, int Cases);
