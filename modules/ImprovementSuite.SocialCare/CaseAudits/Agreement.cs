namespace ImprovementSuite.SocialCare.CaseAudits;

/// <summary>The grades of two auditors who marked the same file without seeing each other's.</summary>
internal sealed record TwoGrades(string FirstAuditor, int First, int Second);

/// <summary>
/// How far auditors agree. Kappa is Cohen's, with linear weights: grades that lie one apart count as two thirds agreed, two apart as one
/// third, three apart as not at all; what chance alone would give is taken off. 1 is full agreement, 0 what chance gives.
/// </summary>
internal sealed class Agreement
{
    /// <summary>With fewer files nothing is said of agreement.</summary>
    public const int FewestFiles = 20;

    /// <summary>With fewer second marks nothing is said of one auditor.</summary>
    public const int FewestOfOne = 5;

    private readonly IReadOnlyList<TwoGrades> _pairs;

    public Agreement(IReadOnlyList<TwoGrades> pairs)
    {
        _pairs = pairs;
        foreach (var pair in pairs)
            Table[pair.First - 1, pair.Second - 1]++;
    }

    public int Files => _pairs.Count;

    /// <summary>Rows are the first auditor's grade, columns the second's.</summary>
    public int[,] Table { get; } = new int[GradeScale.Grades, GradeScale.Grades];

    public int Same => _pairs.Count(pair => pair.First == pair.Second);

    public int Apart(int grades) => _pairs.Count(pair => Math.Abs(pair.First - pair.Second) == grades);

    /// <summary>Weighted kappa; null under <see cref="FewestFiles"/>, and where every file has the same grade from both, so that chance alone agrees.</summary>
    public decimal? Kappa => Files < FewestFiles ? null : Weighted(Table);

    /// <summary>Weighted kappa of a table of counts, whatever their number.</summary>
    public static decimal? Weighted(int[,] table)
    {
        var grades = table.GetLength(0);
        var (rows, columns, all) = (new int[grades], new int[grades], 0);
        for (var i = 0; i < grades; i++)
            for (var j = 0; j < grades; j++)
                (rows[i], columns[j], all) = (rows[i] + table[i, j], columns[j] + table[i, j], all + table[i, j]);
        if (all == 0)
            return null;
        var (seen, chance) = (0m, 0m);
        for (var i = 0; i < grades; i++)
            for (var j = 0; j < grades; j++)
            {
                var weight = 1 - Math.Abs(i - j) / (grades - 1m);
                seen += weight * table[i, j] / all;
                chance += weight * rows[i] * columns[j] / all / all;
            }
        return chance == 1 ? null : (seen - chance) / (1 - chance);
    }

    /// <summary>How much kinder each first auditor was than the second markers: the mean of the second grade's place less the first's.</summary>
    public IReadOnlyList<(string Auditor, int Files, decimal? Kinder)> Leniency =>
        [.. _pairs.GroupBy(pair => pair.FirstAuditor).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (
            group.Key, group.Count(), group.Count() < FewestOfOne ? (decimal?)null : group.Average(pair => (decimal)(pair.Second - pair.First))))];

    /// <summary>The same over all files.</summary>
    public decimal? Kinder => Files < FewestFiles ? null : _pairs.Average(pair => (decimal)(pair.Second - pair.First));
}
