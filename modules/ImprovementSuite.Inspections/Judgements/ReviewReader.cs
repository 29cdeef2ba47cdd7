namespace ImprovementSuite.Inspections.Judgements;

/// <summary>Somebody who is named for the papers of a serious case review. Nobody else opens them, whatever else they may do.</summary>
internal sealed class ReviewReader
{
    public int Id { get; private set; }

    public required string InspectionRef { get; init; }

    /// <summary>The account.</summary>
    public required string PersonId { get; init; }

    public required string PersonName { get; init; }

    public required string NamedBy { get; init; }

    public DateTime NamedAt { get; init; }
}
