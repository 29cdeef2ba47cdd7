using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>A monthly visit of a children's home by somebody independent of it.</summary>
internal sealed class HomeVisit : FedRow
{
    public required string ProviderRef { get; init; }

    public DateOnly VisitedOn { get; init; }

    public required string Visitor { get; init; }

    /// <summary>Empty where nothing is said.</summary>
    public required string Finding { get; init; }

    public DateOnly? ReportedOn { get; init; }
}
