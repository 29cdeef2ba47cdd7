using ImprovementSuite.Contracts;

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>Posts at the end of a day, by both definitions. In hundredths of a full-time post.</summary>
internal readonly record struct VacancyOn(DateOnly Day, long Fte, long Vacant, long Uncovered)
{
    public Figure VacancyRate => Figure.RateOfPosts(Vacant, Fte);

    public Figure UncoveredRate => Figure.RateOfPosts(Uncovered, Fte);
}

/// <summary>How vacancies stood at the ends of months.</summary>
internal static class VacancyMonths
{
    /// <summary>The last days of the months up to a day, and the day itself.</summary>
    public static IReadOnlyList<DateOnly> Ends(DateOnly until, int months)
    {
        var first = new DateOnly(until.Year, until.Month, 1);
        return [.. Enumerable.Range(0, months - 1).Select(back => first.AddMonths(-back).AddDays(-1)).Where(day => day < until).Reverse(), until];
    }

    /// <summary>Posts that a scope has at the end of each of some days, in order.</summary>
    /// <param name="changes">By post and day, of every post that ever had one of the roles.</param>
    public static IReadOnlyList<VacancyOn> Of(IEnumerable<PostChange> changes, RoleGroup roles, Func<int, bool> hasTeam, IReadOnlyList<DateOnly> days)
    {
        var sums = new (long Fte, long Vacant, long Uncovered)[days.Count];
        foreach (var (day, before, after) in PostTimeline.Walk(changes))
        {
            var at = days.TakeWhile(end => end < day).Count();
            if (at == days.Count)
                continue;
            Add(at, before, -1);
            Add(at, after, 1);
        }
        for (var i = 1; i < sums.Length; i++)
            sums[i] = (sums[i].Fte + sums[i - 1].Fte, sums[i].Vacant + sums[i - 1].Vacant, sums[i].Uncovered + sums[i - 1].Uncovered);
        return [.. days.Zip(sums, (day, sum) => new VacancyOn(day, sum.Fte, sum.Vacant, sum.Uncovered))];

        void Add(int at, PostState state, int sign)
        {
            if (roles.Roles.Contains(state.Role) && hasTeam(state.TeamId))
                sums[at] = (sums[at].Fte + sign * state.Fte, sums[at].Vacant + sign * state.Vacant, sums[at].Uncovered + sign * state.Uncovered);
        }
    }
}
