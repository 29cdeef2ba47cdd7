using ImprovementSuite.Contracts;

namespace ImprovementSuite.Workforce.Establishment;

/// <summary>Posts at the end of a day, by both definitions. In hundredths of a full-time post.</summary>
internal readonly record struct VacancyOn(DateOnly Day, long Fte, long Vacant, long Uncovered)
{
    public Figure VacancyRate => Figure.RateOfPosts(Vacant, Fte);

    public Figure UncoveredRate => Figure.RateOfPosts(Uncovered, Fte);

    public VacancyOn And(long fte, long vacant, long uncovered) => new(Day, Fte + fte, Vacant + vacant, Uncovered + uncovered);
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
        return Of(PostTimeline.Walk(changes).SelectMany(step => new[] { Part(step.Day, step.Before, -1), Part(step.Day, step.After, 1) }), days);

        (DateOnly, long, long, long) Part(DateOnly day, PostState state, int sign) =>
            roles.Roles.Contains(state.Role) && hasTeam(state.TeamId) ? (day, sign * state.Fte, sign * state.Vacant, sign * state.Uncovered) : (day, 0, 0, 0);
    }

    /// <summary>Posts at the end of each of some days, in order, from what changed on which day.</summary>
    public static IReadOnlyList<VacancyOn> Of(IEnumerable<(DateOnly Day, long Fte, long Vacant, long Uncovered)> changes, IReadOnlyList<DateOnly> days)
    {
        var sums = new VacancyOn[days.Count];
        foreach (var change in changes)
        {
            var at = 0;
            while (at < days.Count && days[at] < change.Day)
                at++;
            if (at < days.Count)
                sums[at] = sums[at].And(change.Fte, change.Vacant, change.Uncovered);
        }
        for (var i = 0; i < sums.Length; i++)
            sums[i] = (i == 0 ? sums[i] : sums[i].And(sums[i - 1].Fte, sums[i - 1].Vacant, sums[i - 1].Uncovered)) with { Day = days[i] };
        return sums;
    }
}
