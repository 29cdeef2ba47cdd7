using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>What a report is of: where recommendations come from.</summary>
internal enum SourceKind
{
    Inspection = 1,
    MonitoringVisit,
    SeriousCaseReview,
    PeerReview,
    CouncillorVisit,
}

/// <summary>An inspection, a visit or a review that ends in a report.</summary>
internal sealed class Inspection : FedRow
{
    /// <summary>The council's reference, which judgements and recommendations name.</summary>
    public required string Reference { get; init; }

    public SourceKind Kind { get; init; }

    /// <summary>The provider's <see cref="Provider.Reference"/>.</summary>
    public required string ProviderRef { get; init; }

    /// <summary>What people call it: "Fostering inspection, 2010".</summary>
    public required string Title { get; init; }

    /// <summary>The version of the framework that it judges by; empty where nothing is graded.</summary>
    public required string Framework { get; init; }

    /// <summary>Its first day, before which nothing that it recommends can be due.</summary>
    public DateOnly BeganOn { get; init; }

    /// <summary>Its last day: the day of its judgements.</summary>
    public DateOnly EndedOn { get; init; }

    public DateOnly? PublishedOn { get; init; }

    /// <summary>Where the report is; empty where that is not known.</summary>
    public required string Report { get; init; }
}
