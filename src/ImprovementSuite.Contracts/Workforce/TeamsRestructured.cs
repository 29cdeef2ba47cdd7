using MediatR;

namespace ImprovementSuite.Contracts.Workforce;

/// <summary>
/// Teams were created, merged, renamed or moved to another locality, or one that was said to be so was not. Other modules show figures of the old teams
/// under the new ones; the higher <paramref name="Revision"/> of a <paramref name="Restructure"/> wins.
/// </summary>
/// <param name="Restructure">The sending module's identifier.</param>
/// <param name="On">The day from which the new teams carry on.</param>
/// <param name="Moves">Each old team with the one that carries on for it.</param>
/// <param name="Why">Such as the decision and its date.</param>
/// <param name="Undone">It was entered by mistake: the old teams stand for themselves again.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
public sealed record TeamsRestructured(string Restructure, DateOnly On, IReadOnlyList<TeamMove> Moves, string Why, bool Undone, long Revision) : INotification;

/// <summary>One team carries on for another: by another name, in another locality, or both.</summary>
/// <param name="FromTeam">The team that ended.</param>
/// <param name="FromLocality">Its locality.</param>
/// <param name="ToTeam">The team that carries on.</param>
/// <param name="ToLocality">Its locality.</param>
public sealed record TeamMove(string FromTeam, string FromLocality, string ToTeam, string ToLocality);
