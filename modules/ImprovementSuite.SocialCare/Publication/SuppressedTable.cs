using ImprovementSuite.Contracts;
using ImprovementSuite.Platform.Publication;
using ImprovementSuite.SocialCare.Data;

namespace ImprovementSuite.SocialCare.Publication;

/// <summary>A table of counts of children as it may be published: what is not shown of it, so that no small count can be worked out.</summary>
internal sealed class SuppressedTable
{
    private readonly int[][] _counted;
    private readonly int[][] _of;
    private readonly IReadOnlySet<int> _suppressed;

    public SuppressedTable(MeasureTable table)
    {
        var numbers = new SmallNumbers();
        _counted = Counts(figure => figure.Numerator!.Value);
        _of = Counts(figure => figure.Denominator!.Value);
        if (table.IsPartOfWhole)
            foreach (var (row, figures) in table.Rows.Index())
                foreach (var (column, figure) in figures.Figures.Index())
                    numbers.Bind(_of[row][column], [_counted[row][column], numbers.AddUnpublished(figure.Denominator!.Value - figure.Numerator!.Value)]);
        _suppressed = numbers.Suppress();

        // Months add up to the year so far, teams to their locality, localities to the authority.
        int[][] Counts(Func<Figure, long> count)
        {
            var cells = table.Rows.Select(row => row.Figures.Select(figure => numbers.Add(count(figure))).ToArray()).ToArray();
            foreach (var row in table.AddsUp ? cells : [])
                numbers.Bind(row[^1], row[..^1]);
            foreach (var (total, parts) in Sums(table))
                for (var column = 0; column < table.Columns.Count; column++)
                    numbers.Bind(cells[total][column], [.. parts.Select(part => cells[part][column])]);
            return cells;
        }
    }

    public bool ShowsCounted(int row, int column) => !_suppressed.Contains(_counted[row][column]);

    public bool ShowsOf(int row, int column) => !_suppressed.Contains(_of[row][column]);

    /// <summary>A percentage beside one of its counts would give the other away.</summary>
    public bool ShowsRate(int row, int column) => ShowsCounted(row, column) && ShowsOf(row, column);

    /// <summary>How many counts are not shown.</summary>
    public int Count => _suppressed.Count;

    private static IEnumerable<(int Total, int[] Parts)> Sums(MeasureTable table)
    {
        var places = table.Rows.Select((row, index) => (row.Place, Index: index)).ToList();
        int[] Of(Func<Scope, bool> which) => [.. places.Where(place => which(place.Place)).Select(place => place.Index)];
        foreach (var (place, index) in places)
            if (place.Kind == ScopeKind.Authority)
                yield return (index, Of(part => part.Kind == ScopeKind.Locality));
            else if (place.Kind == ScopeKind.Locality)
                yield return (index, Of(part => part.Kind == ScopeKind.Team && part.Within == place.Code));
    }
}
