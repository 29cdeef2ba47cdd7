using MediatR;

namespace ImprovementSuite.Contracts.Workforce;

/// <summary>
/// Learning that addresses practice issues was delivered. Sent again when what it says changes; the higher <paramref name="Revision"/> of a
/// <paramref name="Learning"/> wins over any earlier <see cref="LearningDelivered"/> or <see cref="LearningWithdrawn"/>. It names nobody.
/// </summary>
/// <param name="Learning">The sending module's identifier.</param>
/// <param name="Title">What it was called: "Voice of the child".</param>
/// <param name="Issues">Codes of the practice issues that it addresses, as they came with what audits found.</param>
/// <param name="On">The day on which it was delivered; of several days the last.</param>
/// <param name="Teams">Who had it: teams, localities, or the whole authority.</param>
/// <param name="People">How many people attended.</param>
/// <param name="Revision">Counts up in the sending module; never reused.</param>
public sealed record LearningDelivered(
    string Learning, string Title, IReadOnlyList<string> Issues, DateOnly On, IReadOnlyList<Scope> Teams, int People, long Revision) : INotification;
