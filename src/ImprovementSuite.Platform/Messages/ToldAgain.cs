namespace ImprovementSuite.Platform.Messages;

/// <summary>
/// How a module that counts no measures tells once more all that it has told: the way in for a subscriber that joins later or lost its copy, and
/// after a restore. A module that counts says it to its <see cref="Recalculation.Recalculator"/>.
/// </summary>
/// <param name="Module">The module's name in messages.</param>
/// <param name="Again">Has everything go out again, and says how many things that is.</param>
public sealed record ToldAgain(string Module, Func<int> Again);
