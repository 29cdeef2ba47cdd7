using ImprovementSuite.Inspections.Judgements;

namespace ImprovementSuite.Inspections.Authorities;

/// <summary>One area of the own authority beside the neighbours that were judged for it by the same version.</summary>
internal sealed record ComparedArea(string Area, string Grade, int Better, int Same, int Worse)
{
    public int Compared => Better + Same + Worse;
}

/// <summary>The own authority beside its statistical neighbours.</summary>
/// <param name="Areas">What the own authority has a grade for.</param>
/// <param name="Neighbours">Those under the own authority's version, the nearest first.</param>
/// <param name="Others">Those under another version: they are not compared.</param>
/// <param name="NotHere">Codes of neighbours of which the overview knows nothing.</param>
internal sealed record NeighbourComparison(
    OverviewAuthority Own, Framework Framework, IReadOnlyList<ComparedArea> Areas, IReadOnlyList<OverviewAuthority> Neighbours, IReadOnlyList<OverviewAuthority> Others, IReadOnlyList<string> NotHere)
{
    /// <summary>What is said first: overall, or the first area of a version that has no overall grade.</summary>
    public ComparedArea? First => Areas.Count == 0 ? null : Areas[0];

    public static NeighbourComparison Of(OverviewAuthority own, IReadOnlyDictionary<string, OverviewAuthority> all, Framework framework)
    {
        var here = own.Neighbours.Where(all.ContainsKey).Select(code => all[code]).ToList();
        var under = here.ToLookup(neighbour => neighbour.Framework == own.Framework);
        return new(
            own, framework, [.. own.Grades.Where(one => one.Grade is not null).Select(one => Compare(one.Area, one.Grade!, under[true], framework))], [.. under[true]], [.. under[false]],
            [.. own.Neighbours.Where(code => !all.ContainsKey(code))]);
    }

    private static ComparedArea Compare(string area, string grade, IEnumerable<OverviewAuthority> neighbours, Framework framework)
    {
        var signs = neighbours.Select(neighbour => neighbour.GradeOf(area)).OfType<string>().Select(theirs => Math.Sign(framework.Compare(theirs, grade) ?? 0)).ToList();
        return new(area, grade, signs.Count(sign => sign > 0), signs.Count(sign => sign == 0), signs.Count(sign => sign < 0));
    }
}
