using ImprovementSuite.Contracts;

namespace ImprovementSuite.Plan.Lines;

/// <summary>A figure's parts as columns.</summary>
internal sealed record StoredFigure
{
    public long? Numerator { get; init; }
    public long? Denominator { get; init; }
    public Unit Unit { get; init; }
    public decimal? Stated { get; init; }

    public Figure Figure => Contracts.Figure.FromParts(Numerator, Denominator, Unit, Stated);

    public static StoredFigure Of(Figure figure) =>
        new() { Numerator = figure.Numerator, Denominator = figure.Denominator, Unit = figure.Unit, Stated = figure.Stated };
}
