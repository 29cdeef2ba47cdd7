using ImprovementSuite.Inspections.Judgements;

namespace ImprovementSuite.Inspections.Ledger;

/// <summary>What people call states, steps and kinds.</summary>
internal static class LedgerWords
{
    public static string Words(this LedgerStatus status) => status switch
    {
        LedgerStatus.Open => "Open",
        LedgerStatus.Claimed => "Complete, not yet validated",
        LedgerStatus.Met => "Met",
        _ => "Withdrawn",
    };

    public static string Words(this ValidatedHow how) => how == ValidatedHow.Visit ? "Visit" : "Independent desk check";

    public static string Words(this RecommendationKind kind) => kind.ToString();

    public static string Words(this SourceKind source) => source switch
    {
        SourceKind.Inspection => "Inspection",
        SourceKind.MonitoringVisit => "Monitoring visit",
        SourceKind.SeriousCaseReview => "Serious case review",
        SourceKind.PeerReview => "Peer review",
        _ => "Councillor visit",
    };

    public static string Words(this ProviderKind kind) => kind switch
    {
        ProviderKind.Authority => "The authority",
        ProviderKind.ChildrensHome => "Children's home",
        ProviderKind.Fostering => "Fostering service",
        ProviderKind.Adoption => "Adoption service",
        ProviderKind.School => "School",
        ProviderKind.PupilReferralUnit => "Pupil referral unit",
        ProviderKind.Nursery => "Nursery",
        ProviderKind.ChildrensCentre => "Children's centre",
        ProviderKind.Childminder => "Childminder",
        _ => "Other service",
    };

    public static string Words(this LedgerStep step) => step switch
    {
        LedgerStep.Assigned => "Given to somebody",
        LedgerStep.Revised => "Date revised",
        LedgerStep.Completed => "Said to be complete",
        LedgerStep.Validated => "Validated",
        LedgerStep.FoundIncomplete => "Found not to be complete",
        LedgerStep.Reopened => "Reopened",
        LedgerStep.Withdrawn => "Withdrawn",
        LedgerStep.Restored => "Put back",
        LedgerStep.Linked => "Linked as a duplicate",
        LedgerStep.Unlinked => "Unlinked",
        LedgerStep.ActionAdded => "Action added",
        LedgerStep.ActionDone => "Action done",
        LedgerStep.EvidenceAdded => "Evidence added",
        _ => "Evidence removed",
    };
}
