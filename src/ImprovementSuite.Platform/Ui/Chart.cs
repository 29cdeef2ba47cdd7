namespace ImprovementSuite.Platform.Ui;

/// <summary>
/// Monthly values against the plan: plain numbers and labels, the module maps. Drawn over or beside a table that says the same; every label
/// stands at its line.
/// </summary>
/// <param name="Describes">What the chart shows, for people who do not see it; it names the table beside it.</param>
/// <param name="From">The first day of the axis.</param>
/// <param name="To">The last day of the axis.</param>
/// <param name="Unit">What stands after a number: "%" or nothing.</param>
public sealed record Chart(string Describes, DateOnly From, DateOnly To, string Unit = "")
{
    private const int GridLines = 5;

    /// <summary>What a dot of the line is of: "each month".</summary>
    public string Each { get; init; } = "each month";

    /// <summary>Whether its dots are rounds, a year apart: the axis then names years.</summary>
    public bool IsOfRounds { get; init; }

    /// <summary>Whether the scale starts at 0, so that a small change of a share looks small.</summary>
    public bool FromZero { get; init; }

    /// <summary>The value of each month or part of one.</summary>
    public required IReadOnlyList<ChartMonth> Months { get; init; }

    /// <summary>The dashed line: what the baseline and the stages of the plan expect. A point with a label is a stage and gets a diamond.</summary>
    public IReadOnlyList<ChartStage> Stages { get; init; } = [];

    /// <summary>The reading: the year so far, as one level line over its months.</summary>
    public ChartLevel? Reading { get; init; }

    /// <summary>The baseline: a level line over its year.</summary>
    public ChartLevel? Baseline { get; init; }

    /// <summary>Neighbours and national figures: dotted lines over the whole axis.</summary>
    public IReadOnlyList<ChartComparator> Comparators { get; init; } = [];

    /// <summary>The bracket between reading and expected, today.</summary>
    public ChartGap? Gap { get; init; }

    /// <summary>Upright dashed lines on the days on which something was done.</summary>
    public IReadOnlyList<ChartMark> Marks { get; init; } = [];

    /// <summary>The scale: a step that people count in, just below the lowest and just above the highest value.</summary>
    public (decimal Start, decimal End, decimal Step) Scale
    {
        get
        {
            var values = Values().ToList();
            var (low, high) = values.Count == 0 ? (0m, 1m) : (FromZero ? Math.Min(0, values.Min()) : values.Min(), values.Max());
            if (low == high)
                high++;
            var step = Step((high - low) / GridLines);
            var start = Math.Floor(low / step) * step;
            // A value on the lowest line would lie on the axis.
            if (start == low && start > 0)
                start -= step;
            return (start, Math.Ceiling(high / step) * step, step);
        }
    }

    /// <summary>"The scale starts at 65%." Nothing where it starts at zero.</summary>
    public string ScaleSentence => Scale.Start == 0 ? "" : $"The scale starts at {Say.Number(Scale.Start)}{Unit}.";

    private IEnumerable<decimal> Values() =>
    [
        .. Months.Select(month => month.Value),
        .. Stages.Select(stage => stage.Value),
        .. Comparators.Select(comparator => comparator.Value),
        .. new[] { Reading, Baseline }.OfType<ChartLevel>().Select(level => level.Value),
        .. Gap is null ? Array.Empty<decimal>() : [Gap.Reading, Gap.Expected],
    ];

    // 1, 2 or 5 times a power of ten.
    private static decimal Step(decimal atLeast)
    {
        for (var power = 0.01m; ; power *= 10)
            foreach (var step in new[] { power, 2 * power, 5 * power })
                if (step >= atLeast)
                    return step;
    }
}

/// <summary>A month's value.</summary>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day, or the last day counted.</param>
/// <param name="Value">The value.</param>
/// <param name="Complete">False for a month that still runs; it is drawn hollow.</param>
public sealed record ChartMonth(DateOnly From, DateOnly To, decimal Value, bool Complete = true);

/// <summary>A point of the expected line.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Value">What is expected then.</param>
/// <param name="Label">"85% by Oct 2010"; null for a point that is no stage.</param>
public sealed record ChartStage(DateOnly Day, decimal Value, string? Label = null);

/// <summary>A level line over some days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Value">Its value.</param>
/// <param name="Label">"2010/11 so far 80.11%".</param>
public sealed record ChartLevel(DateOnly From, DateOnly To, decimal Value, string Label);

/// <summary>Somebody else's figure.</summary>
/// <param name="Value">The value.</param>
/// <param name="Label">"Neighbours 71.6%, England 71.8% (2009/10)": one line for two that lie under half a unit apart.</param>
public sealed record ChartComparator(decimal Value, string Label);

/// <summary>The distance from the reading to what was expected.</summary>
/// <param name="Day">Today.</param>
/// <param name="Reading">The reading.</param>
/// <param name="Expected">What the plan expected.</param>
/// <param name="Label">"40 short today".</param>
public sealed record ChartGap(DateOnly Day, decimal Reading, decimal Expected, string Label);

/// <summary>Something that was done on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Label">"Voice of the child, 14 Jun".</param>
public sealed record ChartMark(DateOnly Day, string Label);
