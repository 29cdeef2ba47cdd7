using ImprovementSuite.Contracts;

namespace ImprovementSuite.Inspections.Profile;

/// <summary>How a national indicator compares with the figures beside it.</summary>
internal enum Compared
{
    /// <summary>It has no reading, nothing beside it, or no way that is better.</summary>
    Not = 0,

    Better,
    InLine,
    Worse,
}

/// <summary>The module's own copy of what the plan reads of a national indicator, made from the plan's messages.</summary>
internal sealed class Indicator
{
    /// <summary>Figures that are no further apart than this are in line with each other.</summary>
    private const decimal Tolerance = 0.1m;

    /// <summary>The plan's code of it.</summary>
    public required string Measure { get; init; }

    public string Title { get; set; } = "";

    public Polarity Polarity { get; set; }

    /// <summary>In the reading's unit: 80.11 is 80.11%; null where it has no reading.</summary>
    public decimal? Value { get; set; }

    /// <summary>"987 of 1,232", or the value in words.</summary>
    public string Words { get; set; } = "";

    public DateOnly? On { get; set; }

    public decimal? Neighbours { get; set; }

    public decimal? National { get; set; }

    /// <summary>Whether the plan still has it.</summary>
    public bool IsInPlan { get; set; }

    /// <summary>The plan's count; the higher one wins.</summary>
    public long Revision { get; set; }

    public Compared WithNeighbours => Beside(Neighbours);

    public Compared WithNational => Beside(National);

    /// <summary>It has a reading, and at least one figure to hold beside it.</summary>
    public bool IsCompared => IsInPlan && (WithNeighbours, WithNational) is not (Compared.Not, Compared.Not);

    /// <summary>As good as each of the figures beside it, or better.</summary>
    public bool IsInLine => IsCompared && WithNeighbours != Compared.Worse && WithNational != Compared.Worse;

    private Compared Beside(decimal? other) => (Value, other) switch
    {
        // Neither more nor less of it is better.
        _ when Polarity == Polarity.MidRangeIsGood => Compared.Not,
        ({ } own, { } theirs) when Math.Abs(own - theirs) <= Tolerance => Compared.InLine,
        ({ } own, { } theirs) => own > theirs == (Polarity == Polarity.HighIsGood) ? Compared.Better : Compared.Worse,
        _ => Compared.Not,
    };
}

/// <summary>From a day on, so many more indicators are compared and in line than before it: less than 0 where they are not any more.</summary>
internal sealed class IndicatorChange
{
    public int Id { get; private set; }

    public DateOnly ToldOn { get; init; }

    public int InLineChange { get; init; }

    public int ComparedChange { get; init; }
}
