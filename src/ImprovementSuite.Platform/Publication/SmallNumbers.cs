namespace ImprovementSuite.Platform.Publication;

/// <summary>
/// Counts of people before they are published, and the sums that bind them. Counts of 1 to 4 are suppressed, and others with them, so that no
/// sum gives a suppressed count away. Zero is always shown.
/// </summary>
/// <remarks>
/// A small count is safe when another table, with the same shown counts and the same sums, has another number in its place: nobody can tell
/// the two apart. Such a table is looked for as a few counts that go up or down by one and leave every sum right. The shown counts among
/// them are suppressed too, as few of them as will do. What was found stays true whatever else is suppressed later, so each small count is
/// looked at once.
/// </remarks>
public sealed class SmallNumbers
{
    /// <summary>The largest count that is suppressed for itself.</summary>
    public const int Largest = 4;

    /// <summary>How the rule is named under whatever was published by it.</summary>
    public const string Rule =
        "Small number rule: counts of 1 to 4, percentages that reveal them, and other counts from which they could be worked out are suppressed and shown as c. Zero is shown.";

    /// <summary>What stands in the place of a suppressed count, as in the tables of the Department for Education.</summary>
    public const string Mark = "c";

    /// <summary>Changes that are tried at one cost before a dearer one is allowed.</summary>
    private const int Patience = 1_500;

    /// <summary>Changes that are tried for all counts together: a table that is small numbers nearly throughout is not searched for hours.</summary>
    private const int PatienceForAll = 150_000;

    /// <summary>Beyond this cost the totals up to the top are suppressed.</summary>
    private const int Dearest = 9;

    private readonly List<Cell> _cells = [];
    private readonly List<Sum> _sums = [];
    private readonly HashSet<int> _suppressed = [];
    private int _tried;

    /// <summary>A count that would be published.</summary>
    /// <returns>What to call it by.</returns>
    public int Add(long count) => Add(count, published: true);

    /// <summary>A count that is not published but can be worked out, such as those of a whole that are not in its part.</summary>
    /// <returns>What to call it by.</returns>
    public int AddUnpublished(long count) => Add(count, published: false);

    /// <summary>One count is the sum of others.</summary>
    /// <exception cref="ArgumentException">It is not: a sum that does not hold would protect nothing.</exception>
    public void Bind(int total, params IReadOnlyList<int> parts)
    {
        if (_cells[total].Count != parts.Sum(part => _cells[part].Count))
            throw new ArgumentException($"{_cells[total].Count} is not the sum of {string.Join(", ", parts.Select(part => _cells[part].Count))}.", nameof(parts));
        var sum = new Sum([total, .. parts]);
        _sums.Add(sum);
        _cells[total].Sums.Add((sum, -1));
        _cells[total].Weight += 2;
        foreach (var part in parts)
            _cells[part].Sums.Add((sum, 1));
    }

    /// <summary>The published counts that are to be suppressed.</summary>
    public IReadOnlySet<int> Suppress()
    {
        _suppressed.Clear();
        _tried = 0;
        var safe = new HashSet<int>();
        var small = Enumerable.Range(0, _cells.Count).Where(cell => _cells[cell].IsSmall).ToList();
        _suppressed.UnionWith(small.Where(cell => _cells[cell].Published));
        foreach (var cell in small)
        {
            if (safe.Contains(cell))
                continue;
            // Whoever knows which of the suppressed counts are small knows that each of them is 1 to 4, and is kept in doubt where that can be.
            // Four counts of 1 under a total of 4 leave no doubt to that reader; then it is the reader who sees equal marks that is kept in doubt.
            if (Doubt(cell, strict: true) is { } changed)
                safe.UnionWith(changed);
            else if ((changed = Doubt(cell, strict: false)) is null)
                return Everything();
            _suppressed.UnionWith(changed.Where(other => _cells[other].Published));
        }
        return _suppressed;
    }

    /// <summary>With nothing shown but zeros, any count and all the totals above it could be one higher or lower.</summary>
    private HashSet<int> Everything() => [.. Enumerable.Range(0, _cells.Count).Where(cell => _cells[cell] is { Published: true, Count: > 0 })];

    private int Add(long count, bool published)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _cells.Add(new Cell(count, published));
        return _cells.Count - 1;
    }

    /// <summary>The counts that another table would have one higher or lower: those that cost the fewest shown counts. Null where none are found.</summary>
    private IReadOnlyCollection<int>? Doubt(int cell, bool strict)
    {
        for (var budget = 0; budget <= Dearest; budget++)
            if (new Search(this, strict, budget).Change(cell) is { } changed)
                return changed;
        return Rise(cell, 1, strict) ?? Rise(cell, -1, strict);
    }

    /// <summary>The count with every total above it, up to the top, and one part of each total that has none of them yet.</summary>
    private HashSet<int>? Rise(int cell, int step, bool strict)
    {
        var changed = new HashSet<int>();
        var next = new Stack<int>([cell]);
        do
        {
            while (next.TryPop(out var risen))
                if (changed.Add(risen))
                    foreach (var (sum, sign) in _cells[risen].Sums)
                        if (sign == 1)
                            next.Push(sum.Cells[0]);
            if (_sums.FirstOrDefault(sum => changed.Contains(sum.Cells[0]) && !sum.Cells.Skip(1).Any(changed.Contains)) is { } hollow)
                next.Push(hollow.Cells.Skip(1).OrderBy(part => _cells[part].Sums.Count).ThenByDescending(part => _cells[part].Count).First());
        }
        while (next.Count > 0);
        var holds = _sums.All(sum => sum.Cells.Skip(1).Count(changed.Contains) == (changed.Contains(sum.Cells[0]) ? 1 : 0));
        return holds && changed.All(other => _cells[other].Allows(step, strict)) ? changed : null;
    }

    /// <param name="count">The true count.</param>
    /// <param name="published">Whether it would be shown.</param>
    private sealed class Cell(long count, bool published)
    {
        public long Count => count;

        public bool Published => published;

        public bool IsSmall => count is >= 1 and <= Largest;

        /// <summary>The sums that it stands in: -1 as the total, 1 as a part.</summary>
        public List<(Sum Sum, int Sign)> Sums { get; } = [];

        /// <summary>Whether a reader could take the changed count for the true one. A zero is shown, so that it stays and no other becomes one.</summary>
        /// <param name="step">Up or down by one.</param>
        /// <param name="strict">Whether the reader knows which counts are small.</param>
        public bool Allows(int step, bool strict) => this switch
        {
            { IsSmall: true } when strict => Count + step is >= 1 and <= Largest,
            { Published: true, Count: 0 } => false,
            { Published: true } => Count + step >= 1,
            _ => Count + step >= 0,
        };

        /// <summary>What its suppression costs the reader: a total costs more than a part.</summary>
        public int Weight { get; set; } = 1;
    }

    /// <param name="cells">The total, then its parts.</param>
    private sealed class Sum(int[] cells)
    {
        public int[] Cells => cells;
    }

    /// <summary>Changes one count after another by one until every sum is right again.</summary>
    /// <param name="table">The counts and their sums.</param>
    /// <param name="strict">Whether small counts stay small.</param>
    /// <param name="budget">What the suppression of shown counts may cost.</param>
    private sealed class Search(SmallNumbers table, bool strict, int budget)
    {
        private readonly List<Cell> _cells = table._cells;
        private readonly sbyte[] _step = new sbyte[table._cells.Count];

        /// <summary>The sums that the changes have put out, and how far.</summary>
        private readonly Dictionary<Sum, int> _out = [];
        private int _tried;

        /// <summary>The counts that change with this one, itself included; null where none are found.</summary>
        public IReadOnlyList<int>? Change(int cell) =>
            Change(cell, 1, budget) || Change(cell, -1, budget) ? [.. Enumerable.Range(0, _step.Length).Where(other => _step[other] != 0)] : null;

        private bool Change(int cell, int step, int left)
        {
            if (++_tried > Patience || ++table._tried > PatienceForAll || !_cells[cell].Allows(step, strict) || Cost(cell) is var cost && cost > left)
                return false;
            Put(cell, step);
            if (_out.Count == 0 || Mend(left - cost))
                return true;
            Put(cell, -step);
            return false;
        }

        private void Put(int cell, int step)
        {
            _step[cell] += (sbyte)step;
            foreach (var (sum, sign) in _cells[cell].Sums)
                if ((_out.GetValueOrDefault(sum) + (sign * step)) is var off && off == 0)
                    _out.Remove(sum);
                else
                    _out[sum] = off;
        }

        private bool Mend(int left)
        {
            // The sum with the fewest ways out is mended first.
            var (fewest, worst) = (int.MaxValue, default(KeyValuePair<Sum, int>));
            foreach (var sum in _out)
            {
                var ways = sum.Key.Cells.Count(cell => IsWay(sum.Key, sum.Value, cell, left));
                if (ways == 0)
                    return false;
                if (ways < fewest)
                    (fewest, worst) = (ways, sum);
            }
            foreach (var cell in worst.Key.Cells.Where(cell => IsWay(worst.Key, worst.Value, cell, left)).OrderBy(Cost).ThenBy(cell => _cells[cell].Count).ToList())
                if (Change(cell, StepOf(worst.Key, worst.Value, cell), left))
                    return true;
            return false;
        }

        private bool IsWay(Sum sum, int off, int cell, int left) => _step[cell] == 0 && Cost(cell) <= left && _cells[cell].Allows(StepOf(sum, off, cell), strict);

        private static int StepOf(Sum sum, int off, int cell) => cell == sum.Cells[0] ? Math.Sign(off) : -Math.Sign(off);

        private int Cost(int cell) => _cells[cell].Published && !table._suppressed.Contains(cell) ? _cells[cell].Weight : 0;
    }
}
