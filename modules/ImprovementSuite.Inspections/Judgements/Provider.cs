using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>What sort of service or setting is inspected.</summary>
internal enum ProviderKind
{
    /// <summary>The council's services as a whole: safeguarding, looked-after children.</summary>
    Authority = 1,
    ChildrensHome,
    Fostering,
    Adoption,
    School,
    PupilReferralUnit,
    Nursery,
    ChildrensCentre,
    Childminder,
    Other,
}

/// <summary>A service or setting that is inspected.</summary>
internal sealed class Provider : FedRow
{
    /// <summary>The council's reference, which inspections name.</summary>
    public required string Reference { get; init; }

    public required string Name { get; init; }

    public ProviderKind Kind { get; init; }

    /// <summary>The service of the council that answers for it; empty where none is named.</summary>
    public required string Service { get; init; }

    /// <summary>A school's unique reference number, or Ofsted's number of another; empty where there is none.</summary>
    public required string Urn { get; init; }

    public DateOnly? OpenedOn { get; init; }

    /// <summary>The last day on which it was open; null while it is.</summary>
    public DateOnly? ClosedOn { get; init; }

    public bool IsOpen(DateOnly day) => ClosedOn is null || day <= ClosedOn;
}
