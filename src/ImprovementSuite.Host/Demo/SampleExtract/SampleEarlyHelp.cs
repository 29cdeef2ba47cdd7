namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>A common assessment of an invented child.</summary>
internal sealed record SampleEarlyHelpAssessment(string Child, SampleTeam Team, string Organisation, DateOnly StartedOn, DateOnly? CompletedOn, string Outcome, bool InsteadOfAssessment);

/// <summary>Common assessments: 213 completed from 1 April to 20 August 2010, as published; those before and those that are open are invented.</summary>
internal sealed class SampleEarlyHelp(Random random, SampleDays days)
{
    private const int Open = 38;

    /// <summary>From this day on it is noted whether one was agreed in place of an initial assessment.</summary>
    private static readonly DateOnly NotedFrom = new(2010, 7, 1);

    private static readonly string[] Organisations =
        ["Children's centre", "Primary school", "Secondary school", "Health visiting", "School nursing", "Youth service", "Early help team"];

    private int _last = 60_000;

    public List<SampleEarlyHelpAssessment> All()
    {
        var (from, to, count) = PublishedFigures.CommonAssessments;
        var completed = days.ToFinish(new(2009, 8, 3), from.AddDays(-1), 290).Concat(days.ToFinish(from, to, count)).Select(day => Make(SampleDays.Before(day, random.Next(8, 45)), day));
        var open = days.ToReceive(to.AddDays(-50), to, Open).Select(day => Make(day, null));
        return [.. completed.Concat(open).OrderBy(one => one.StartedOn)];
    }

    private SampleEarlyHelpAssessment Make(DateOnly startedOn, DateOnly? completedOn) => new(
        $"CH-{_last += random.Next(1, 9)}", random.Pick(SampleTeams.All, TeamShares.Sizes), random.Pick(Organisations), startedOn, completedOn,
        completedOn is null ? "" : random.Pick(["support", "no_support", "referral"], [78, 14, 8]), completedOn >= NotedFrom && random.Chance(0.14));
}
