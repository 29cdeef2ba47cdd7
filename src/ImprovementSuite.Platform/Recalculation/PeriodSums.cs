using System.Runtime.InteropServices;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>
/// Sums day tallies of one measure to weeks, months and years to date, for teams, localities and the authority. Years to date are of the month
/// ends, of today, and of the days that are published.
/// </summary>
internal sealed class PeriodSums(DateOnly today, IReadOnlyCollection<DateOnly> published, HashSet<Period> wanted, IReadOnlyDictionary<int, Place> places)
{
    private readonly Dictionary<(Period Period, Scope Scope), Counts> _sums = [];
    private readonly Dictionary<int, Scope[]> _scopes = [];

    public record struct Counts(long Numerator, long Denominator);

    /// <summary>
    /// The periods that a day counts in: its week, its month, and the year to date at each month's end from then on, each published day and
    /// today. A year to date grows through its year, so a late record changes all that follow it.
    /// </summary>
    public static IEnumerable<Period> PeriodsOf(DateOnly day, DateOnly today, IReadOnlyCollection<DateOnly> published)
    {
        yield return Period.Week(day);
        yield return Period.Month(day);
        foreach (var end in YearToDateEnds(day, today))
            yield return Period.YearToDate(end);
        foreach (var end in published)
            if (day <= end && IsEndOfItsOwn(end, today) && Period.YearToDate(end).From <= day)
                yield return Period.YearToDate(end);
    }

    /// <summary>What time alone changes: the year to date now ends today, and a month's end may have passed while the suite was off.</summary>
    public static IEnumerable<Period> TurnedBy(DateOnly today) =>
        YearToDateEnds(Period.YearToDate(today).From, today)
            .Concat(YearToDateEnds(Period.YearToDate(today).From.AddYears(-1), today))
            .Select(Period.YearToDate);

    /// <summary>The years to date of published days, which a day that was published late has no values of.</summary>
    public static IEnumerable<Period> OfPublished(IEnumerable<DateOnly> published, DateOnly today) => published.Where(day => IsEndOfItsOwn(day, today)).Select(Period.YearToDate);

    public void Add(IEnumerable<Tally> stored, IReadOnlyCollection<Recounted> except)
    {
        foreach (var tally in stored)
            if (!except.Any(recount => recount.Covers(tally.Day)))
                Add(tally);
        foreach (var recount in except)
            recount.After.ForEach(Add);
    }

    /// <summary>What differs from the stored values; a stored value that nothing counts any more becomes 0 of 0.</summary>
    public IEnumerable<KeyValuePair<(Period Period, Scope Scope), Counts>> Against(Dictionary<(Period Period, Scope Scope), Counts> stored)
    {
        foreach (var sum in _sums)
            if (!stored.TryGetValue(sum.Key, out var before) || before != sum.Value)
                yield return sum;
        foreach (var (key, before) in stored)
            if (before != default && !_sums.ContainsKey(key))
                yield return new(key, default);
    }

    // Today and a month's end are counted without being published.
    private static bool IsEndOfItsOwn(DateOnly published, DateOnly today) => published < today && published != Period.Month(published).To;

    private static IEnumerable<DateOnly> YearToDateEnds(DateOnly day, DateOnly today)
    {
        var lastOfYear = Period.YearToDate(day).From.AddYears(1).AddDays(-1);
        for (var end = Period.Month(day).To; end <= lastOfYear && end < today; end = Period.Month(end.AddDays(1)).To)
            yield return end;
        if (day <= today && today <= lastOfYear)
            yield return today;
    }

    private void Add(Tally tally)
    {
        foreach (var period in PeriodsOf(tally.Day, today, published))
        {
            if (!wanted.Contains(period))
                continue;
            foreach (var scope in ScopesOf(tally.Team))
            {
                ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, (period, scope), out _);
                sum = new Counts(sum.Numerator + tally.Numerator, sum.Denominator + tally.Denominator);
            }
        }
    }

    private Scope[] ScopesOf(int team)
    {
        if (!_scopes.TryGetValue(team, out var scopes))
        {
            var place = places.GetValueOrDefault(team, new Place("", ""));
            _scopes[team] = scopes = [Scope.Authority, Scope.Locality(place.Locality), Scope.Team(place.Team, place.Locality)];
        }
        return scopes;
    }
}
