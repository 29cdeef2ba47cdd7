using ImprovementSuite.Platform.Time;

namespace ImprovementSuite.Host.Demo.SampleExtract;

/// <summary>A period in which an invented child is looked after, and its reviews.</summary>
internal sealed record SampleLookedAfterPeriod(string Child, SampleTeam Team, string Worker, DateOnly StartedOn, DateOnly? CeasedOn, IReadOnlyList<DateOnly> Reviews);

/// <summary>An invented care leaver at a birthday.</summary>
internal sealed record SampleCareLeaver(string Child, SampleTeam Team, DateOnly BirthdayOn, string Activity);

/// <summary>Looked-after children of the years 2006 to 2010, their reviews, and care leavers at their birthdays.</summary>
internal sealed class SampleLookedAfter
{
    private const int Children = 190;
    private const int Leavers = 64;

    private static readonly DateOnly First = new(2006, 4, 3);
    private static readonly string[] Activities = ["F1", "F2", "F5", "P2", "P5", "G4", "G5", "G6", "0"];
    private static readonly double[] ActivityWeights = [6, 22, 24, 5, 6, 8, 19, 6, 4];
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.EnglandAndWales;

    private readonly Random _random;

    public SampleLookedAfter(Random random)
    {
        _random = random;
        Periods = [.. Enumerable.Range(1, Children).Select(Period).OrderBy(period => period.StartedOn)];
        CareLeavers = [.. Enumerable.Range(1, Leavers).Select(Leave).OrderBy(leaver => leaver.BirthdayOn)];
    }

    public IReadOnlyList<SampleLookedAfterPeriod> Periods { get; }

    public IReadOnlyList<SampleCareLeaver> CareLeavers { get; }

    private SampleLookedAfterPeriod Period(int number)
    {
        var team = _random.Pick(SampleTeams.All, TeamShares.Sizes);
        var started = SampleDays.AtWork(First.AddDays(_random.Next(0, PublishedFigures.LastDay.DayNumber - First.DayNumber - 5)));
        var ceases = started.AddDays(_random.Chance(0.35) ? _random.Next(20, 300) : _random.Next(300, 2_400));
        DateOnly? ceased = ceases <= PublishedFigures.LastDay ? ceases : null;
        var reviews = new List<DateOnly>();
        for (var due = Calendar.Add(started, 20); ; due = reviews.Count == 1 ? reviews[0].AddMonths(3) : reviews[^1].AddMonths(6))
        {
            var held = SampleDays.AtWork(_random.Chance(0.93) ? SampleDays.Before(due, _random.Next(1, 8)) : due.AddDays(_random.Next(2, 30)));
            if (held > (ceased ?? PublishedFigures.LastDay))
                break;
            reviews.Add(held);
        }
        return new SampleLookedAfterPeriod($"CH-{80_000 + 11 * number}", team, _random.Pick(team.Workers), started, ceased, reviews);
    }

    private SampleCareLeaver Leave(int number) => new(
        $"CH-{70_000 + 13 * number}", _random.Pick(SampleTeams.All, TeamShares.Sizes),
        new DateOnly(2009, 4, 1).AddDays(_random.Next(0, PublishedFigures.LastDay.DayNumber - new DateOnly(2009, 4, 1).DayNumber)), _random.Pick(Activities, ActivityWeights));
}
