using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>
/// Says which referral each finished initial assessment belongs to, so that exactly as many are in time as were published. What is finished in
/// time first takes referrals whose limit falls into the span, so that later spans find theirs; then each changes places, where another referral
/// is free, for a day and a referral that look like life.
/// </summary>
internal sealed class InitialAssessments(Random random, SampleDays days)
{
    private const int Limit = 7;
    private const int Rounds = 4;

    /// <summary>Most are finished shortly before the limit.</summary>
    private static readonly double[] LikelyDaysTaken = [4, 6, 8, 10, 13, 17, 20, 22];

    private static readonly int[] DaysTaken = [0, 1, 2, 3, 4, 5, 6, 7];

    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    private sealed record Pair(SampleReferral Referral, DateOnly CompletedOn, Finished Span);

    /// <summary>Pairs of an open referral and the day on which its initial assessment is finished, in time.</summary>
    public List<(SampleReferral Referral, DateOnly CompletedOn)> FinishInTime(IEnumerable<SampleReferral> open)
    {
        var free = ByDay(open);
        var pairs = PublishedFigures.InitialAssessments.SelectMany(span => InTime(span, free)).ToList();
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < pairs.Count; i++)
                pairs[i] = ChangePlaces(pairs[i], free);
        return pairs.ConvertAll(pair => (pair.Referral, pair.CompletedOn));
    }

    /// <summary>The same for those that are finished late.</summary>
    public List<(SampleReferral Referral, DateOnly CompletedOn)> FinishLate(IEnumerable<SampleReferral> open)
    {
        var free = ByDay(open);
        return [.. PublishedFigures.InitialAssessments.SelectMany(span => Late(span, free))];
    }

    private Dictionary<DateOnly, Stack<SampleReferral>> ByDay(IEnumerable<SampleReferral> referrals) =>
        referrals.GroupBy(referral => referral.ReceivedOn).ToDictionary(day => day.Key, day => new Stack<SampleReferral>(random.Shuffled(day)));

    private List<Pair> InTime(Finished span, Dictionary<DateOnly, Stack<SampleReferral>> free)
    {
        var within = Enumerable.Range(0, span.To.DayNumber - span.From.DayNumber + 1).Select(span.From.AddDays).Where(Calendar.IsWorkingDay).ToList();
        var daysReceived = free
            .Where(day => day.Key <= span.To && Calendar.Between(day.Key, within[0]) <= Limit)
            .OrderBy(day => day.Key)
            .SelectMany(day => Enumerable.Repeat(day.Key, day.Value.Count))
            .ToLookup(receivedOn => Calendar.Between(receivedOn, span.To) > Limit);
        var (dueInSpan, dueLater) = (daysReceived[true], daysReceived[false]);
        var pairs = random.Shuffled(dueInSpan).Concat(dueLater).Take(span.InTime)
            .Select(receivedOn => new Pair(free[receivedOn].Pop(), random.Pick(within.FindAll(day => InTime(receivedOn, day))), span))
            .ToList();
        return pairs.Count == span.InTime
            ? pairs
            : throw new InvalidOperationException($"{span.InTime} in time from {span.From:o} to {span.To:o} need as many referrals; {pairs.Count} are free.");
    }

    private static bool InTime(DateOnly receivedOn, DateOnly completedOn) =>
        completedOn >= receivedOn && Calendar.Between(receivedOn, completedOn) <= Limit;

    private Pair ChangePlaces(Pair one, Dictionary<DateOnly, Stack<SampleReferral>> free)
    {
        var completedOn = days.ToFinish(one.Span.From, one.Span.To, 1)[0];
        var taken = random.Pick(DaysTaken, LikelyDaysTaken);
        if (free.GetValueOrDefault(SampleDays.Before(completedOn, taken)) is not { Count: > 0 } referrals)
            return one;
        var other = referrals.Pop();
        free[one.Referral.ReceivedOn].Push(one.Referral);
        return one with { Referral = other, CompletedOn = completedOn };
    }

    private IEnumerable<(SampleReferral Referral, DateOnly CompletedOn)> Late(Finished span, Dictionary<DateOnly, Stack<SampleReferral>> free)
    {
        foreach (var day in days.ToFinish(SampleDays.AtWork(Later(span.From)), span.To, span.Late))
            yield return (FreeBefore(SampleDays.Before(day, LikelyDaysLate()), day, free), day);
    }

    /// <summary>Nothing can be late before the extract is old enough.</summary>
    private static DateOnly Later(DateOnly from) =>
        Calendar.Add(PublishedFigures.FirstDay, Limit + 3) is var first && first > from ? first : from;

    /// <summary>A few days late as a rule, weeks now and then, months in the backlog.</summary>
    private int LikelyDaysLate() => random.NextDouble() switch
    {
        < 0.62 => random.Next(Limit + 1, 14),
        < 0.90 => random.Next(14, 31),
        _ => random.Next(31, 75),
    };

    /// <summary>A free referral received on the day wanted or as near to it as there is one, and more than the limit ago.</summary>
    private static SampleReferral FreeBefore(DateOnly wanted, DateOnly completedOn, Dictionary<DateOnly, Stack<SampleReferral>> free)
    {
        for (var off = 0; off < 400; off++)
        {
            if (free.GetValueOrDefault(wanted.AddDays(-off)) is { Count: > 0 } earlier)
                return earlier.Pop();
            if (Calendar.Between(wanted.AddDays(off), completedOn) > Limit && free.GetValueOrDefault(wanted.AddDays(off)) is { Count: > 0 } later)
                return later.Pop();
        }
        throw new InvalidOperationException($"No referral is free for an assessment that is finished late on {completedOn:yyyy-MM-dd}.");
    }
}
