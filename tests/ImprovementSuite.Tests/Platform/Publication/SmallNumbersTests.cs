using CsCheck;
using ImprovementSuite.Platform.Publication;

namespace ImprovementSuite.Tests.Platform.Publication;

public sealed class SmallNumbersTests
{
    /// <summary>More than any total here.</summary>
    private const long Plenty = 400;

    private static readonly Gen<long> Count = Gen.Frequency((2, Gen.Const(0L)), (4, Gen.Long[1, 4]), (5, Gen.Long[5, 30]));

    [Fact]
    public void Nothing_is_suppressed_where_no_count_is_small()
    {
        var table = new Table([[5, 0, 12], [30, 7, 0], [0, 0, 0]]);

        Assert.Empty(table.Suppressed());
    }

    [Fact]
    public void One_small_count_takes_three_others_of_its_kind_with_it_and_no_total()
    {
        var table = new Table([[20, 3, 40], [10, 15, 30], [50, 60, 70]]);

        // The smallest that make a rectangle with it: whatever goes into one corner comes out of the next.
        Assert.Equal(["0,0", "0,1", "1,0", "1,1"], table.Suppressed());
    }

    [Fact]
    public void Two_small_counts_in_a_row_and_a_column_each_need_no_total_either()
    {
        var table = new Table([[3, 40, 2], [10, 15, 30], [4, 60, 1]]);

        Assert.Equal(["0,0", "0,2", "2,0", "2,2"], table.Suppressed());
    }

    [Fact]
    public void A_row_with_nothing_else_to_hide_behind_gives_up_its_total_and_zero_is_shown()
    {
        var table = new Table([[3, 0], [20, 30]]);

        Assert.Equal(["0,0", "0,total", "1,0", "1,total"], table.Suppressed());
    }

    [Fact]
    public void What_is_left_of_a_whole_is_a_count_too()
    {
        // 98 of 100 says that two were not.
        var numbers = new SmallNumbers();
        var (part, whole) = (numbers.Add(98), numbers.Add(100));
        numbers.Bind(whole, [part, numbers.AddUnpublished(2)]);

        Assert.Equal([part], numbers.Suppress());
    }

    [Fact]
    public void A_sum_that_does_not_hold_is_refused()
    {
        var numbers = new SmallNumbers();
        var (one, other, total) = (numbers.Add(3), numbers.Add(4), numbers.Add(8));

        Assert.Throws<ArgumentException>(() => numbers.Bind(total, [one, other]));
        Assert.Throws<ArgumentOutOfRangeException>(() => numbers.Add(-1));
    }

    [Fact]
    public void Four_ones_under_a_total_of_four_are_hidden_from_whoever_sees_equal_marks()
    {
        var table = new Table([[1, 1, 1, 1], [20, 30, 40, 50]]);

        Assert.All(table.Small, cell => Assert.False(table.IsWorkedOut(cell, knowsWhichAreSmall: false)));
        Assert.All(table.Small, cell => Assert.True(table.IsWorkedOut(cell, knowsWhichAreSmall: true)));
    }

    /// <summary>A count that is suppressed for itself can be worked out from no table, whatever is shown and added up.</summary>
    [Fact]
    public void No_small_count_can_be_worked_out_of_a_table_with_totals() =>
        Count.Array[2, 4].Array[2, 4].Where(rows => rows.Select(row => row.Length).Distinct().Count() == 1)
            .Sample(
                rows =>
                {
                    var table = new Table(rows);
                    NobodyFindsOut(table);
                    NorWhoKnowsWhichAreSmall(table);
                }, iter: 300);

    /// <summary>Whole, localities and teams by month with a total of the year: a part and its whole in each.</summary>
    [Fact]
    public void No_small_count_can_be_worked_out_of_linked_tables_of_parts_and_wholes() =>
        Gen.Select(Count, Count).Array[3].Array[3, 4]
            .Sample(teams => NobodyFindsOut(new Table(teams)), iter: 60);

    [Fact]
    public void The_attacker_of_these_tests_works_out_what_is_suppressed_alone()
    {
        var table = new Table([[20, 3, 40], [10, 15, 30]]);

        Assert.True(table.IsWorkedOut(table.Small.Single(), knowsWhichAreSmall: false, hidden: table.Small.ToHashSet()));
        Assert.False(table.IsWorkedOut(table.Small.Single(), knowsWhichAreSmall: false));
    }

    private static void NobodyFindsOut(Table table)
    {
        Assert.All(table.Small, cell => Assert.False(table.IsWorkedOut(cell, knowsWhichAreSmall: false)));
        Assert.All(table.Hidden.Except(table.Unpublished), cell => Assert.NotEqual(0, table.Counts[cell]));
        if (!table.Small.Any())
            Assert.Empty(table.Suppressed());
    }

    /// <summary>To know which marks stand for small counts helps only where nothing that could be suppressed would help against it.</summary>
    private static void NorWhoKnowsWhichAreSmall(Table table) =>
        Assert.All(
            table.Small.Where(cell => table.IsWorkedOut(cell, knowsWhichAreSmall: true)),
            cell => Assert.True(table.IsWorkedOut(cell, knowsWhichAreSmall: true, hidden: table.Everything)));

    /// <summary>Counts with all the sums that bind them.</summary>
    private sealed class Table
    {
        private readonly SmallNumbers _numbers = new();
        private readonly List<string> _names = [];
        private readonly List<long> _counts = [];
        private readonly List<int[]> _sums = [];
        private readonly HashSet<int> _unpublished = [];
        private readonly IReadOnlySet<int> _suppressed;

        /// <summary>Rows and columns with their totals.</summary>
        public Table(long[][] rows)
        {
            Grid(rows, "");
            _suppressed = _numbers.Suppress();
        }

        /// <summary>Two localities of teams, by month: parts, and wholes that are the part and what is left.</summary>
        public Table((long Part, long Left)[][] teams)
        {
            var localities = new[] { teams[..2], teams[2..] };
            var parts = Places(localities.Select(l => l.Select(t => t.Select(m => m.Part).ToArray()).ToArray()).ToArray());
            var wholes = Places(localities.Select(l => l.Select(t => t.Select(m => m.Part + m.Left).ToArray()).ToArray()).ToArray());
            foreach (var (part, whole) in parts.Zip(wholes))
                Bind(whole, [part, Add("rest", Counts[whole] - Counts[part], published: false)]);
            _suppressed = _numbers.Suppress();
        }

        public IReadOnlyList<long> Counts => _counts;

        public IReadOnlySet<int> Unpublished => _unpublished;

        public IEnumerable<int> Small => Enumerable.Range(0, _counts.Count).Where(i => IsSmall(i));

        public IReadOnlySet<int> Hidden => _suppressed.Concat(_unpublished).ToHashSet();

        public List<string> Suppressed() => [.. _suppressed.Select(cell => _names[cell]).Order()];

        /// <summary>All that could be hidden.</summary>
        public IReadOnlySet<int> Everything => Enumerable.Range(0, _counts.Count).Where(i => _counts[i] > 0 || _unpublished.Contains(i)).ToHashSet();

        /// <summary>Whether an attacker can tell the count. A zero is shown, so that what is suppressed is 1 at least.</summary>
        public bool IsWorkedOut(int cell, bool knowsWhichAreSmall, IReadOnlySet<int>? hidden = null) => new Attacker(
            [.. _counts], _sums, hidden ?? Hidden,
            i => (knowsWhichAreSmall && IsSmall(i)) || !_unpublished.Contains(i) ? 1 : 0,
            i => knowsWhichAreSmall && IsSmall(i) ? SmallNumbers.Largest : Plenty).WorksOut(cell);

        private bool IsSmall(int cell) => _counts[cell] is >= 1 and <= SmallNumbers.Largest;

        /// <summary>Localities, each of teams by month, under the whole: every count of it.</summary>
        private List<int> Places(long[][][] localities)
        {
            var all = new List<int>();
            var places = new List<int[]>();
            foreach (var teams in localities)
            {
                var rows = teams.Select(Row).ToList();
                var locality = Row([.. Enumerable.Range(0, teams[0].Length).Select(m => teams.Sum(t => t[m]))]);
                for (var m = 0; m < locality.Length; m++)
                    Bind(locality[m], [.. rows.Select(row => row[m])]);
                places.Add(locality);
                all.AddRange(rows.Append(locality).SelectMany(row => row));
            }
            var whole = Row([.. Enumerable.Range(0, localities[0][0].Length).Select(m => localities.Sum(l => l.Sum(t => t[m])))]);
            for (var m = 0; m < whole.Length; m++)
                Bind(whole[m], [.. places.Select(place => place[m])]);
            return [.. all, .. whole];
        }

        /// <summary>Months and their total.</summary>
        private int[] Row(long[] months)
        {
            var cells = months.Select(count => Add("month", count)).ToArray();
            var total = Add("total", months.Sum());
            Bind(total, cells);
            return [.. cells, total];
        }

        private void Grid(long[][] rows, string name)
        {
            var cells = rows.Select((row, r) => row.Select((count, c) => Add($"{name}{r},{c}", count)).ToArray()).ToArray();
            var rowTotals = rows.Select((row, r) => Add($"{name}{r},total", row.Sum())).ToArray();
            var columnTotals = rows[0].Select((_, c) => Add($"{name}total,{c}", rows.Sum(row => row[c]))).ToArray();
            var all = Add($"{name}total,total", rows.Sum(row => row.Sum()));
            for (var r = 0; r < rows.Length; r++)
                Bind(rowTotals[r], cells[r]);
            for (var c = 0; c < columnTotals.Length; c++)
                Bind(columnTotals[c], [.. cells.Select(row => row[c])]);
            Bind(all, rowTotals);
            Bind(all, columnTotals);
        }

        private int Add(string name, long count, bool published = true)
        {
            var cell = published ? _numbers.Add(count) : _numbers.AddUnpublished(count);
            _names.Add(name);
            _counts.Add(count);
            if (!published)
                _unpublished.Add(cell);
            return cell;
        }

        private void Bind(int total, int[] parts)
        {
            _numbers.Bind(total, parts);
            _sums.Add([total, .. parts]);
        }
    }
}
