using ImprovementSuite.Contracts;

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>Posts of one role and team that stand alike on a day.</summary>
/// <param name="State">How each of them stands.</param>
/// <param name="Posts">How many they are.</param>
/// <param name="People">Employed people in them all, each counted in every post that they have.</param>
/// <param name="Workers">Agency workers in them all.</param>
internal readonly record struct AlikePosts(PostState State, int Posts, int People, int Workers);

/// <summary>Posts on a day, summed up. Full-time equivalents are hundredths of a full-time post.</summary>
/// <param name="Posts">Posts as heads, whatever their hours.</param>
/// <param name="People">Employed people.</param>
/// <param name="Workers">Agency workers in posts.</param>
/// <param name="Empty">Posts of which nobody employed has an hour.</param>
/// <param name="EmptyAndUncovered">Those of them in which no agency worker is either.</param>
internal readonly record struct PostTotals(
    int Posts, long Fte, int People, long InPost, int Workers, long Agency, long Vacant, long Covered, long Uncovered, int Empty, int EmptyAndUncovered)
{
    /// <summary>Vacant, agency cover included / posts.</summary>
    public Figure VacancyRate => Figure.RateOfPosts(Vacant, Fte);

    /// <summary>Vacant and not covered / posts.</summary>
    public Figure UncoveredRate => Figure.RateOfPosts(Uncovered, Fte);

    public static PostTotals Of(IEnumerable<AlikePosts> posts)
    {
        var sum = default(PostTotals);
        foreach (var (state, number, people, workers) in posts)
            sum = new(
                sum.Posts + number, sum.Fte + (long)state.Fte * number, sum.People + people, sum.InPost + (long)state.InPost * number, sum.Workers + workers,
                sum.Agency + (long)state.AgencyInPost * number, sum.Vacant + (long)state.Vacant * number, sum.Covered + (long)state.Covered * number,
                sum.Uncovered + (long)state.Uncovered * number, sum.Empty + (state.Employed == 0 ? number : 0), sum.EmptyAndUncovered + (state is { Employed: 0, Agency: 0 } ? number : 0));
        return sum;
    }
}
