using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>The initial assessments that are open on the last day, by team and by the day of their referral.</summary>
internal static class OpenWork
{
    private const int Limit = 7;

    /// <summary>The referrals behind them, each of which also counts among those of its span.</summary>
    public static List<SampleReferral> Referrals(Random random, SampleDays days)
    {
        var open = new List<SampleReferral>();
        foreach (var (receivedOn, worker) in SampleTeams.PastLimitInCentral2)
            open.Add(Referred(receivedOn, SampleTeams.All.Single(team => team.Name == "Central 2"), worker, random));
        foreach (var team in SampleTeams.All)
        {
            for (var left = 0; left < team.OpenByDaysLeft.Length; left++)
                for (var i = 0; i < team.OpenByDaysLeft[left]; i++)
                    open.Add(Referred(SampleDays.Before(PublishedFigures.LastDay, Limit - left), team, null, random));
            for (var i = team.Name == "Central 2" ? team.OpenPastLimit : 0; i < team.OpenPastLimit; i++)
                open.Add(Referred(PastLimit(random, days), team, null, random));
        }
        return open;
    }

    public static SampleAssessment Begin(SampleReferral referral, Random random)
    {
        var begun = SampleDays.AtWork(WorkingDayCalendar.EnglandAndWales.Add(referral.ReceivedOn, random.Next(0, 3)));
        return new SampleAssessment("initial", referral, referral.Team, begun <= PublishedFigures.LastDay ? begun : PublishedFigures.LastDay, null)
        {
            Worker = referral.Worker,
        };
    }

    private static SampleReferral Referred(DateOnly receivedOn, SampleTeam team, string? worker, Random random) =>
        new(receivedOn) { Team = team, Outcome = "initial_assessment", Worker = worker ?? random.Pick(team.Workers) };

    private static DateOnly PastLimit(Random random, SampleDays days) => random.Chance(0.5)
        ? days.ToReceive(new(2010, 6, 21), new(2010, 7, 13), 1)[0]
        : days.ToReceive(new(2010, 7, 26), new(2010, 8, 6), 1)[0];
}
