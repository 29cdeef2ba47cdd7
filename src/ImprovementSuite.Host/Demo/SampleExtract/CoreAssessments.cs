using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>Core assessments follow initial ones of the same child: begun within days of the initial one, finished in 35 working days or not.</summary>
internal sealed class CoreAssessments(Random random, SampleDays days)
{
    private const int Limit = 35;
    private const int MostDaysBetween = 4;
    private const int Draws = 500;

    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    public List<SampleAssessment> Follow(IEnumerable<SampleAssessment> initial)
    {
        var finished = initial.Where(one => one.CompletedOn is not null)
            .GroupBy(one => one.CompletedOn!.Value)
            .ToDictionary(day => day.Key, day => new Stack<SampleAssessment>(random.Shuffled(day)));
        var cores = new List<SampleAssessment>();
        foreach (var span in PublishedFigures.CoreAssessments)
        {
            for (var i = 0; i < span.InTime; i++)
                cores.Add(Begin(finished, () => (OneDay(span), Math.Max(random.Next(10, Limit + 1), random.Next(10, Limit + 1)))));
            for (var i = 0; i < span.Late; i++)
                cores.Add(Begin(finished, () => (OneDay(span), Limit + Math.Min(random.Next(1, 31), random.Next(1, 31)))));
        }
        for (var i = 0; i < PublishedFigures.OpenCoreAssessments; i++)
        {
            // Three are past their limit, the others are spread over the days that they have.
            var used = i < 3 ? Limit + 2 + 3 * i : random.Next(1, Limit + 1);
            cores.Add(Begin(finished, () => (null, used)));
        }
        return cores;
    }

    private DateOnly? OneDay(Finished span) => days.ToFinish(span.From, span.To, 1)[0];

    /// <summary>Draws when it is finished and how long it took until an initial assessment was finished shortly before it would begin.</summary>
    private static SampleAssessment Begin(Dictionary<DateOnly, Stack<SampleAssessment>> finished, Func<(DateOnly? CompletedOn, int DaysTaken)> draw)
    {
        for (var i = 0; i < Draws; i++)
        {
            var (completedOn, taken) = draw();
            var startedOn = SampleDays.Before(completedOn ?? PublishedFigures.LastDay, taken);
            for (var between = 0; between <= MostDaysBetween; between++)
            {
                if (finished.GetValueOrDefault(SampleDays.Before(startedOn, between)) is not { Count: > 0 } initial)
                    continue;
                var before = initial.Pop();
                before.Outcome = "core_assessment";
                return before.Referral.Core = new SampleAssessment("core", before.Referral, before.Team, startedOn, completedOn);
            }
        }
        throw new InvalidOperationException("No initial assessment is free for a core assessment to follow.");
    }
}
