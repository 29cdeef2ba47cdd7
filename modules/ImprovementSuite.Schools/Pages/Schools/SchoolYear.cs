using ImprovementSuite.Schools.Data;
using ImprovementSuite.Schools.Floor;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Pages.Schools;

/// <summary>One set of results of a school against its floor and others' averages.</summary>
/// <param name="Settled">Whether it is the most settled set of its year, which decides.</param>
/// <param name="Neighbours">Mean of the statistical neighbours' percentages; null where none is known.</param>
internal sealed record SchoolYear(ResultSet Set, Ks2Result Result, FloorDecision Decision, FloorStandard? Standard, int? Attainment, int? Neighbours, int? England, bool Settled)
{
    public Ks2Figure Figure => Ks2Result.StandardOf(Set.Year);

    /// <summary>Every set of a school, the newest first.</summary>
    public static IReadOnlyList<SchoolYear> Of(FloorBook book, AreaFigures areas, int urn) =>
    [
        .. from set in book.Sets
           let result = book.Result(urn, set)
           where result is not null
           let figure = Ks2Result.StandardOf(set.Year)
           select new SchoolYear(
               set, result, book.Decide(urn, set), book.Standard(set.Year), result.Attainment(figure), areas.Neighbours(set.Year, figure), areas.England(set.Year, figure), book.Result(urn, set.Year) == result),
    ];
}
