namespace ImprovementSuite.Platform.People;

/// <summary>The teams that a person can be said to manage, by the codes that records name them by; the module that knows teams registers it.</summary>
public sealed record TeamChoices(Func<Task<IReadOnlyList<string>>> Read);

/// <summary>The workstreams that a person can be said to lead; the module that knows workstreams registers it.</summary>
public sealed record WorkstreamChoices(Func<Task<IReadOnlyList<string>>> Read);
