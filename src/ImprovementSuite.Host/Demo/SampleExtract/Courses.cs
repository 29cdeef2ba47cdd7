using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>What else is known of a case once its assessments stand: how it ended, when it was closed, who had it, when it was entered.</summary>
internal sealed class Courses(Random random)
{
    private static readonly string[] Sources =
        ["6", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "4", "1A", "1B", "1C", "1D", "5A", "5B", "7", "8", "9", "10"];

    private static readonly double[] SourceWeights = [27, 16, 2, 5, 4, 3, 2, 1, 4, 6, 4, 2, 2, 5, 2, 3, 6, 4, 2];

    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    public string Source() => random.Pick(Sources, SourceWeights);

    /// <summary>Most things are entered the same day, some weeks later; what is entered after the last day is not in the extract.</summary>
    public DateOnly Entered(DateOnly day)
    {
        var entered = Calendar.Add(day, random.NextDouble() switch
        {
            < 0.76 => 0,
            < 0.90 => 1,
            < 0.98 => random.Next(2, 6),
            _ => random.Next(6, 21),
        });
        return entered <= PublishedFigures.LastDay ? entered : PublishedFigures.LastDay;
    }

    /// <summary>Ends as many open referrals in no further action as each span says.</summary>
    public void EndWithoutFurtherAction(IEnumerable<SampleReferral> open)
    {
        var byDay = open.ToList();
        foreach (var span in PublishedFigures.ReferralsWithoutFurtherAction)
        {
            var received = random.Shuffled(byDay.Where(referral => referral.ReceivedOn >= span.From && referral.ReceivedOn <= span.To));
            foreach (var referral in received.AsSpan(0, span.Count))
                referral.Outcome = "nfa";
        }
    }

    public string OtherOutcome() => random.Pick(["advice", "signposting", "early_help", "strategy_discussion"], [46, 24, 26, 4]);

    public void EndAssessment(SampleAssessment assessment)
    {
        if (assessment is { CompletedOn: not null, Outcome: "" })
            assessment.Outcome = assessment.Kind == "core"
                ? random.Pick(["child_in_need_plan", "strategy_discussion", "early_help", "nfa"], [55, 12, 18, 15])
                : random.Pick(["nfa", "advice", "early_help", "child_in_need_plan", "strategy_discussion"], [38, 20, 18, 20, 4]);
        assessment.RecordedOn = Entered(assessment.CompletedOn ?? assessment.StartedOn);
    }

    /// <summary>Now and then a case is handed to another team of its locality in the middle of its assessment.</summary>
    public void HandOver(SampleAssessment assessment)
    {
        if (assessment.CompletedOn is not { } completedOn || Calendar.Between(assessment.StartedOn, completedOn) < 3 || !random.Chance(0.03))
            return;
        assessment.FirstTeam = random.Pick(SampleTeams.All.Where(team => team.Locality == assessment.Team.Locality && team != assessment.Team).ToArray());
        assessment.MovedOn = Calendar.Add(assessment.StartedOn, random.Next(1, Calendar.Between(assessment.StartedOn, completedOn)));
        assessment.Referral.Team = assessment.FirstTeam;
    }

    public DateOnly? Closed(SampleReferral referral)
    {
        var (from, least, most) = referral switch
        {
            { Core: { } core } => (core.CompletedOn, 10, 120),
            { Initial: { Outcome: "child_in_need_plan" or "strategy_discussion" } initial } => (initial.CompletedOn, 25, 160),
            { Initial: { } initial } => (initial.CompletedOn, 0, 10),
            { Outcome: "strategy_discussion" } => (referral.ReceivedOn, 25, 90),
            _ => (referral.ReceivedOn, 0, 4),
        };
        return from is { } day && Calendar.Add(day, random.Next(least, most + 1)) is var closed && closed <= PublishedFigures.LastDay ? closed : null;
    }
}
