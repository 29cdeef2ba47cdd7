using MediatR;

namespace ImprovementSuite.Contracts.Workforce;

/// <summary>Learning that was said to be delivered was not: it was entered by mistake, or cancelled after all.</summary>
/// <param name="Learning">The sending module's identifier.</param>
/// <param name="Revision">Counts up in the sending module; never reused. The higher one wins, whichever message carries it.</param>
public sealed record LearningWithdrawn(string Learning, long Revision) : INotification;
