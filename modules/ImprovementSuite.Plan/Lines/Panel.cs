using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Plan.Lines;

/// <summary>A meeting of the improvement panel. A freeze keeps what it was shown, whatever is learnt later.</summary>
internal sealed class Panel
{
    public DateOnly On { get; init; }
    public List<FrozenReading> Frozen { get; init; } = [];
}

/// <summary>A measure as the panel saw it. Here alone a computed colour is stored.</summary>
internal sealed class FrozenReading
{
    public required string Measure { get; init; }
    public StoredFigure? Stored { get; init; }
    public string? Grade { get; init; }

    /// <summary>What the plan expected on that day.</summary>
    public decimal? Expected { get; init; }

    public Colour Colour { get; init; }

    public decimal? Value => Stored?.Figure.Value;
}
