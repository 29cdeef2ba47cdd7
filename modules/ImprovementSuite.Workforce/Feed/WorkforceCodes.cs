namespace ImprovementSuite.Workforce.Feed;

/// <summary>Codes of the feed, from its proto, and the numbers under which they are stored.</summary>
internal static class WorkforceCodes
{
    public static readonly IReadOnlyDictionary<string, int> Contracts = new Dictionary<string, int> { ["permanent"] = 0, ["fixed-term"] = 1 };

    public static readonly IReadOnlyDictionary<string, int> PostEnds = new Dictionary<string, int> { ["left"] = 1, ["moved"] = 2 };

    public static readonly IReadOnlyDictionary<string, int> Services = new Dictionary<string, int> { ["other"] = 0, ["social-care"] = 1 };

    public static readonly IReadOnlyDictionary<string, int> CandidateEnds = new Dictionary<string, int> { ["withdrew"] = 1, ["not-appointed"] = 2, ["declined"] = 3 };

    public static readonly IReadOnlyDictionary<string, int> FosterEnds = new Dictionary<string, int> { ["withdrew"] = 1, ["not-approved"] = 2, ["de-registered"] = 3, ["resigned"] = 4 };

    public static readonly IReadOnlyDictionary<string, int> AppraisalKinds = new Dictionary<string, int> { ["pdr"] = 1, ["supervision"] = 2 };

    public static readonly IReadOnlyDictionary<string, int> OrgRoles = new Dictionary<string, int> { [""] = 0, ["1"] = 1, ["2"] = 2, ["3"] = 3, ["4"] = 4, ["5"] = 5, ["6"] = 6 };
}
