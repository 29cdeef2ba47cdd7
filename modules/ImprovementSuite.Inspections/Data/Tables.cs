namespace ImprovementSuite.Inspections.Data;

/// <summary>The tables of the feed's records, each called as its field in the proto.</summary>
internal static class Tables
{
    public const string Provider = "provider";
    public const string Inspection = "inspection";
    public const string Judgement = "judgement";
    public const string Recommendation = "recommendation";
    public const string HomeVisit = "home_visit";
}
