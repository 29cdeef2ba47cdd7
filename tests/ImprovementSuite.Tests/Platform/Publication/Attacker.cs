namespace ImprovementSuite.Tests.Platform.Publication;

/// <summary>
/// Somebody who wants to know a suppressed count: knows every shown count and every sum, and tries the numbers near the true one
/// by narrowing what the others can be and guessing on. It is written without regard to how counts are suppressed.
/// </summary>
/// <param name="counts">The true counts, of which it reads the shown ones only.</param>
/// <param name="sums">Total, then parts.</param>
/// <param name="least">The least that a suppressed count can be, as the attacker knows.</param>
/// <param name="most">The most.</param>
internal sealed class Attacker(long[] counts, IReadOnlyList<int[]> sums, IReadOnlySet<int> hidden, Func<int, long> least, Func<int, long> most)
{
    private const int Guesses = 500;

    private int _guesses;

    /// <summary>Whether it is shown that the count is its true number, because it can be no other.</summary>
    public bool WorksOut(int cell) => new[] { counts[cell] + 1, counts[cell] - 1, counts[cell] + 2, counts[cell] - 2 }.All(number => number < 0 || IsImpossible(cell, number));

    private bool IsImpossible(int cell, long number)
    {
        var (low, high) = (new long[counts.Length], new long[counts.Length]);
        for (var i = 0; i < counts.Length; i++)
            (low[i], high[i]) = hidden.Contains(i) ? (least(i), most(i)) : (counts[i], counts[i]);
        if (number < low[cell] || number > high[cell])
            return true;
        (low[cell], high[cell]) = (number, number);
        _guesses = 0;
        return !MayHold(low, high);
    }

    /// <summary>Whether a table may be like this. Who has guessed for long gives up, and has shown nothing.</summary>
    private bool MayHold(long[] low, long[] high)
    {
        if (!Narrow(low, high))
            return false;
        var open = Enumerable.Range(0, low.Length).Where(i => low[i] < high[i]).ToList();
        if (open.Count == 0 || ++_guesses > Guesses)
            return true;
        var next = open.MinBy(i => high[i] - low[i]);
        // Near the true number first: where there is another table, it is near.
        foreach (var guess in Enumerable.Range(0, (int)(high[next] - low[next]) + 1).Select(i => low[next] + i).OrderBy(guess => Math.Abs(guess - counts[next])))
        {
            var (l, h) = ((long[])low.Clone(), (long[])high.Clone());
            (l[next], h[next]) = (guess, guess);
            if (MayHold(l, h))
                return true;
        }
        return false;
    }

    private bool Narrow(long[] low, long[] high)
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var sum in sums)
            {
                var (total, parts) = (sum[0], sum[1..]);
                var (least, most) = (parts.Sum(p => low[p]), parts.Sum(p => high[p]));
                changed |= Raise(total, least) | Lower(total, most);
                foreach (var part in parts)
                    changed |= Lower(part, high[total] - (least - low[part])) | Raise(part, low[total] - (most - high[part]));
                if (sum.Any(cell => low[cell] > high[cell]))
                    return false;
            }
        }
        return true;

        bool Raise(int cell, long to) => low[cell] < to && (low[cell] = to) == to;

        bool Lower(int cell, long to) => high[cell] > to && (high[cell] = to) == to;
    }
}
