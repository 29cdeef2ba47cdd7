using System.Runtime.InteropServices;
using ImprovementSuite.Contracts;

namespace ImprovementSuite.Platform.Recalculation;

/// <summary>Sums day tallies of one measure to the periods that are wanted, for teams, localities and the authority.</summary>
internal sealed class PeriodSums(MeasurePeriods kept, HashSet<Period> wanted, IReadOnlyDictionary<int, Place> places)
{
    private readonly Dictionary<(Period Period, Scope Scope), Counts> _sums = [];
    private readonly Dictionary<int, Scope[]> _scopes = [];

    public record struct Counts(long Numerator, long Denominator)
    {
        public static Counts operator +(Counts one, Tally tally) => new(one.Numerator + tally.Numerator, one.Denominator + tally.Denominator);
    }

    public void Add(IEnumerable<Tally> stored, IReadOnlyCollection<Recounted> except)
    {
        // What is due on a day to come is known already and counts when the day has come.
        var tallies = stored.Where(tally => !except.Any(recount => recount.Covers(tally.Day)))
            .Concat(except.SelectMany(recount => recount.After))
            .Where(tally => tally.Day <= kept.Today);
        if (kept.Additivity == Additivity.AsAt)
            AddStock([.. tallies.OrderBy(tally => tally.Day)]);
        else
            foreach (var tally in tallies)
                foreach (var period in kept.Of(tally.Day))
                    if (wanted.Contains(period))
                        foreach (var scope in ScopesOf(tally.Team))
                            CollectionsMarshal.GetValueRefOrAddDefault(_sums, (period, scope), out _) += tally;
    }

    /// <summary>What differs from the stored values; a stored value that nothing counts any more becomes 0 of 0.</summary>
    public IEnumerable<KeyValuePair<(Period Period, Scope Scope), Counts>> Against(Dictionary<(Period Period, Scope Scope), Counts> stored)
    {
        foreach (var sum in _sums)
            if (stored.TryGetValue(sum.Key, out var before) ? before != sum.Value : sum.Value != default || kept.ZeroIsAValue)
                yield return sum;
        foreach (var (key, value) in stored)
            if (value != default && !_sums.ContainsKey(key))
                yield return new(key, default);
    }

    /// <summary>Adds the changes up day by day and notes the stock at the end of each wanted period.</summary>
    private void AddStock(IReadOnlyList<Tally> changes)
    {
        var stock = new Dictionary<Scope, Counts>();
        var next = 0;
        foreach (var period in wanted.OrderBy(period => period.To))
        {
            for (; next < changes.Count && changes[next].Day <= period.To; next++)
                foreach (var scope in ScopesOf(changes[next].Team))
                    CollectionsMarshal.GetValueRefOrAddDefault(stock, scope, out _) += changes[next];
            foreach (var (scope, counts) in stock)
                _sums[(period, scope)] = counts;
        }
    }

    private Scope[] ScopesOf(int team)
    {
        if (!_scopes.TryGetValue(team, out var scopes))
            _scopes[team] = scopes = places.GetValueOrDefault(team, new Place("", "")).Scopes;
        return scopes;
    }
}
