namespace ImprovementSuite.Plan.Loading;

/// <summary>Why a plan file cannot be taken: sentences that each name a place and a field.</summary>
internal sealed class PlanFileException(params IReadOnlyList<string> problems) : Exception(InWords(problems))
{
    /// <summary>How many are told; who mends these finds the others next time.</summary>
    public const int Told = 50;

    public IReadOnlyList<string> Problems => problems;

    private static string InWords(IReadOnlyList<string> problems) =>
        string.Join('\n', problems.Take(Told)) + (problems.Count > Told ? $"\nThere are {problems.Count - Told} more." : "");
}

/// <summary>What is wrong with a file so far. Reading goes on, so that all of it is told at once.</summary>
internal sealed class FileProblems
{
    /// <summary>With so many it is no plan; a file could have a million.</summary>
    private const int Most = 1_000;

    private readonly List<string> _all = [];
    private readonly HashSet<string> _told = [];

    /// <summary>Adds what was not told yet.</summary>
    /// <exception cref="PlanFileException">There are so many that nothing is gained by reading on.</exception>
    public void Add(params IReadOnlyList<string> sentences)
    {
        _all.AddRange(sentences.Where(_told.Add));
        if (_all.Count > Most)
            throw new PlanFileException(_all);
    }

    /// <exception cref="PlanFileException">There are some.</exception>
    public void ThrowIfAny()
    {
        if (_all.Count > 0)
            throw new PlanFileException(_all);
    }
}
