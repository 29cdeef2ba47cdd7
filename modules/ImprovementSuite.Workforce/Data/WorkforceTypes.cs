using ImprovementSuite.Platform.Feeds;
using ImprovementSuite.Workforce.Appraisals;
using ImprovementSuite.Workforce.Measures;

namespace ImprovementSuite.Workforce.Data;

/// <summary>The types of record as sources of record have them. Appraisals and supervision often stand in different systems, so each is a type of its own.</summary>
internal static class WorkforceTypes
{
    public static readonly IReadOnlyList<SourcedType> All =
    [
        new(Tables.Post, "posts", Tables.Post, "StartsOn", StocksOfPosts.Days),
        new(Tables.PersonInPost, "people in post", Tables.PersonInPost, "StartsOn", StocksOfPosts.Days),
        new(Tables.AgencyCover, "agency workers", Tables.AgencyCover, "StartsOn", StocksOfPosts.Days),
        new(Tables.Invoice, "invoices of agencies", Tables.Invoice, "ReceivedOn", [("SpentOn", AgencySpend.Code)]),
        new(Tables.Campaign, "recruitment campaigns", Tables.Campaign, "AdvertisedOn", []),
        new(Tables.Candidate, "candidates", Tables.Candidate, "AppliedOn", []),
        new(Tables.FosterHousehold, "foster households", Tables.FosterHousehold, "EnquiredOn", [("ApprovedOn", FosterCarers.Code), ("ApprovedOn", FosterCarersRecruited.Code)]),
        Of(AppraisalKind.Pdr, "appraisals", [("CycleFrom", AppraisalsCompleted.Code)]),
        Of(AppraisalKind.Supervision, "supervision of staff", []),
        new(Tables.CensusReturn, "census returns", Tables.CensusReturn, "ReferenceOn", [.. CensusMeasures.All.Select(measure => ("ReferenceOn", measure))]),
        new(Tables.CensusWorker, "workers of the census", Tables.CensusWorker, "RoundOn", [.. CensusMeasures.All.Select(measure => ("RoundOn", measure))]),
    ];

    /// <summary>"appraisal" or "staff supervision".</summary>
    public static string NameOf(AppraisalKind kind) => kind == AppraisalKind.Pdr ? Tables.Appraisal : "staff supervision";

    private static SourcedType Of(AppraisalKind kind, string plural, IReadOnlyList<(string, string)> counted) =>
        new(NameOf(kind), plural, Tables.Appraisal, "CycleFrom", counted, $"Kind = {(int)kind}");
}
