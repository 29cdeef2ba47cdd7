namespace ImprovementSuite.Workforce.Data;

/// <summary>The tables of the feed's records, each called as its field in the proto.</summary>
internal static class Tables
{
    public const string Post = "post";
    public const string PersonInPost = "person_in_post";
    public const string AgencyCover = "agency_cover";
    public const string Invoice = "invoice";
    public const string Campaign = "campaign";
    public const string Candidate = "candidate";
    public const string FosterHousehold = "foster_household";
    public const string Appraisal = "appraisal";
    public const string CensusReturn = "census_return";
    public const string CensusWorker = "census_worker";
}
