namespace ImprovementSuite.Schools.Sample;

/// <summary>What becomes of an invented school between 2009 and 2010.</summary>
internal enum SampleMove
{
    Rises,
    StaysBelow,
    Falls,
    StaysAbove,
}

/// <summary>An invented school. Pupils are those of year 6, and how many of them reached level 4 in English and in maths.</summary>
/// <param name="Cohorts">Eligible pupils of 2008, 2009 and 2010.</param>
/// <param name="Reached">Of them, those who reached it.</param>
internal sealed record SampleSchool(int Urn, string Name, string Locality, string Adviser, SampleMove Move, IReadOnlyList<int> Cohorts, IReadOnlyList<int> Reached, bool HardToReach)
{
    public const int FirstYear = 2008;

    public decimal Percent(int year) => 100m * Reached[year - FirstYear] / Cohorts[year - FirstYear];
}
