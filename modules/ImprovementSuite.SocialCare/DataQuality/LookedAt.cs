using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Data;

namespace ImprovementSuite.SocialCare.DataQuality;

/// <summary>The records that rules look at: those of the year since 1 April, and work that is open however old it is.</summary>
internal static class LookedAt
{
    /// <summary>Somebody who has open cases. It is no record of the feed.</summary>
    public static readonly RecordType Worker = new("worker", "workers with open cases", "0");

    public const string Received = "r.ReceivedOn BETWEEN $1 AND $2";
    public const string Held = "r.HeldOn BETWEEN $1 AND $2";
    public const string Began = "r.StrategyDiscussionOn BETWEEN $1 AND $2";
    public const string Completed = "r.CompletedOn BETWEEN $1 AND $2";
    public const string NotCompleted = "r.CompletedOn IS NULL";
    public const string Plans = "(r.StartedOn BETWEEN $1 AND $2 OR r.EndedOn IS NULL OR r.EndedOn BETWEEN $1 AND $2)";
    public const string Periods = "(r.StartedOn BETWEEN $1 AND $2 OR r.CeasedOn IS NULL OR r.CeasedOn BETWEEN $1 AND $2)";

    /// <summary>Assessments whose clock runs from a referral.</summary>
    public static readonly string FromReferral = $"r.Kind IN ({(int)AssessmentKind.Initial}, {(int)AssessmentKind.Single})";

    /// <summary>The day by which people know a record, as SQL.</summary>
    public static string DayOf(RecordType type) =>
        type == RecordType.Assessment ? "COALESCE(r.CompletedOn, r.StartedOn, r.ClockFrom)"
        : type == Worker ? "NULL"
        : type == RecordType.EarlyHelp ? "COALESCE(r.CompletedOn, r.StartedOn)"
        : $"r.{type.Day}";

    /// <summary>Working days from one day to another, as SQL.</summary>
    public static string WorkingDays(string from, string to) =>
        $"((SELECT Ordinal FROM working_day WHERE Day = {to}) - (SELECT Ordinal FROM working_day WHERE Day = {from}))";

    /// <summary>The type of this name.</summary>
    public static RecordType Named(string name) => name == Worker.Name ? Worker : RecordType.Named(name);
}
