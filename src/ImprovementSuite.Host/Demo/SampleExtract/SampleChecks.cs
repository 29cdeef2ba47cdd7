namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>A worker's supervision, or a check of a team's data, that is due once a month.</summary>
internal sealed record SampleCheck(SampleTeam Team, string Worker, DateOnly DueOn, DateOnly? DoneOn, bool Adequate = false);

/// <summary>Supervisions of every worker and data quality checks of every team, each month from January 2010; those of August are due or about to be.</summary>
internal sealed class SampleChecks(Random random)
{
    private static readonly DateOnly First = new(2010, 1, 1);

    public List<SampleCheck> Supervisions() => [.. Months().SelectMany(month => SampleTeams.All.SelectMany(team => team.Workers.Select(worker =>
    {
        var due = SampleDays.AtWork(month.AddDays(random.Next(8, 24)));
        return new SampleCheck(team, worker, due, Done(due, 0.80 + 0.012 * month.Month));
    })))];

    public List<SampleCheck> DataQuality() => [.. Months().SelectMany(month => SampleTeams.All.Select(team =>
    {
        var due = SampleDays.AtWork(month.AddDays(random.Next(12, 22)));
        return new SampleCheck(team, $"Manager of {team.Name}", due, Done(due, 0.7 + 0.02 * month.Month), random.Chance(0.88));
    }))];

    private static IEnumerable<DateOnly> Months() => Enumerable.Range(0, PublishedFigures.LastDay.Month).Select(First.AddMonths);

    private DateOnly? Done(DateOnly due, double share)
    {
        var day = SampleDays.AtWork(due.AddDays(-random.Next(0, 6)));
        return random.Chance(share) && day <= PublishedFigures.LastDay ? day : null;
    }
}
