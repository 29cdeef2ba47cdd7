using ImprovementSuite.Inspections.Judgements;
using ImprovementSuite.Inspections.Ledger;

namespace ImprovementSuite.Inspections.Feed;

/// <summary>Codes of the feed, from its proto, and the numbers under which they are stored.</summary>
internal static class InspectionCodes
{
    public static readonly IReadOnlyDictionary<string, int> Providers = new Dictionary<string, int>
    {
        ["authority"] = (int)ProviderKind.Authority, ["childrens-home"] = (int)ProviderKind.ChildrensHome, ["fostering"] = (int)ProviderKind.Fostering, ["adoption"] = (int)ProviderKind.Adoption,
        ["school"] = (int)ProviderKind.School, ["pupil-referral-unit"] = (int)ProviderKind.PupilReferralUnit, ["nursery"] = (int)ProviderKind.Nursery,
        ["childrens-centre"] = (int)ProviderKind.ChildrensCentre, ["childminder"] = (int)ProviderKind.Childminder, ["other"] = (int)ProviderKind.Other,
    };

    public static readonly IReadOnlyDictionary<string, int> Inspections = new Dictionary<string, int>
    {
        ["inspection"] = (int)SourceKind.Inspection, ["monitoring-visit"] = (int)SourceKind.MonitoringVisit, ["serious-case-review"] = (int)SourceKind.SeriousCaseReview,
        ["peer-review"] = (int)SourceKind.PeerReview, ["councillor-visit"] = (int)SourceKind.CouncillorVisit,
    };

    public static readonly IReadOnlyDictionary<string, int> Recommendations = new Dictionary<string, int>
    {
        ["recommendation"] = (int)RecommendationKind.Recommendation, ["requirement"] = (int)RecommendationKind.Requirement, ["action"] = (int)RecommendationKind.Action,
    };

    public static readonly IReadOnlyDictionary<string, int> Validations = new Dictionary<string, int> { ["visit"] = (int)ValidatedHow.Visit, ["desk-check"] = (int)ValidatedHow.DeskCheck };
}
