using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>One grade of an inspection, on the scale of the inspection's framework.</summary>
internal sealed class Judgement : FedRow
{
    /// <summary>The area of a grade for everything; a framework may have none.</summary>
    public const string Overall = "overall";

    public required string InspectionRef { get; init; }

    /// <summary><see cref="Overall"/>, or an area as the framework calls it.</summary>
    public required string Area { get; init; }

    /// <summary>As the framework's scale writes it.</summary>
    public required string Grade { get; init; }
}
