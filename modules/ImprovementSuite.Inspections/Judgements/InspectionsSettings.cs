namespace ImprovementSuite.Inspections.Judgements;

/// <summary>What the module counts and leaves out.</summary>
internal sealed class InspectionsSettings
{
    public int Id { get; private set; }

    /// <summary>Providers whose recommendations another system looks after, so that they stand in the ledger and in no figure of it.</summary>
    public List<ProviderKind> LeftOut { get; set; } = [];

    /// <summary>Providers whose last overall judgement counts in Block A.</summary>
    public List<ProviderKind> InBlockA { get; set; } = [];

    /// <summary>Serious case reviews judged from this day on count: those before it are the baseline.</summary>
    public DateOnly ReviewsFrom { get; set; }

    /// <summary>The council's own code among local authorities, such as 372; null where nobody has said.</summary>
    public string? AuthorityCode { get; set; }

    public int Version { get; private set; }

    public static readonly IReadOnlyList<ProviderKind> UsuallyLeftOut = [ProviderKind.School, ProviderKind.Childminder];

    /// <summary>Services and settings; fostering, adoption and the authority itself are judged in Block B.</summary>
    public static readonly IReadOnlyList<ProviderKind> UsuallyInBlockA =
    [
        ProviderKind.ChildrensHome, ProviderKind.School, ProviderKind.PupilReferralUnit, ProviderKind.Nursery, ProviderKind.ChildrensCentre, ProviderKind.Childminder, ProviderKind.Other,
    ];
}
