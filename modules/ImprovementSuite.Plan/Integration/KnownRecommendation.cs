using ImprovementSuite.Contracts.Inspections;

namespace ImprovementSuite.Plan.Integration;

/// <summary>The plan's own copy of a recommendation that was overdue once: enough to name it on the lines that it concerns.</summary>
internal sealed class KnownRecommendation
{
    /// <summary>The sending module's identifier.</summary>
    public required string Id { get; init; }

    /// <summary>The module's count; the higher one wins.</summary>
    public long Revision { get; private set; }

    public bool IsOverdue { get; private set; }
    public string Number { get; private set; } = "";
    public string Source { get; private set; } = "";
    public DateOnly OriginallyDue { get; private set; }

    /// <summary>The measures that count it: a line that names one of them is concerned.</summary>
    public List<string> Measures { get; private set; } = [];

    public string Path { get; private set; } = "";

    /// <returns>Whether it is news.</returns>
    public bool Take(RecommendationOverdue overdue)
    {
        if (overdue.Revision <= Revision)
            return false;
        (Revision, IsOverdue, Number, Source, OriginallyDue) = (overdue.Revision, true, overdue.Number, overdue.Source, overdue.OriginallyDue);
        (Measures, Path) = ([.. overdue.Measures], overdue.Path);
        return true;
    }

    /// <summary>Keeps its revision, so that an earlier message that comes late does not make it overdue again.</summary>
    /// <returns>Whether it is news.</returns>
    public bool Take(RecommendationMet met)
    {
        if (met.Revision <= Revision)
            return false;
        (Revision, IsOverdue) = (met.Revision, false);
        return true;
    }
}
