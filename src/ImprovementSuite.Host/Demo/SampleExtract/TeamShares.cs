namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>Which team finished an initial assessment: in 2010/11 exactly as many as the teams' table says, before that by the teams' sizes.</summary>
internal sealed class TeamShares(Random random)
{
    private static readonly DateOnly ThisYear = new(2010, 4, 1);

    private readonly Queue<SampleTeam> _inTime = new(random.Shuffled(SampleTeams.All.SelectMany(team => Enumerable.Repeat(team, team.InTime))));
    private readonly Queue<SampleTeam> _late = new(random.Shuffled(SampleTeams.All.SelectMany(team => Enumerable.Repeat(team, team.Late))));

    public static double[] Sizes { get; } = [.. SampleTeams.All.Select(team => (double)(team.InTime + team.Late))];

    public SampleTeam Next(DateOnly completedOn, bool inTime) =>
        completedOn < ThisYear ? random.Pick(SampleTeams.All, Sizes) : (inTime ? _inTime : _late).Dequeue();
}
