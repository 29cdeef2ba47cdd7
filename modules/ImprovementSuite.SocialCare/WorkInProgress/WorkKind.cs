using ImprovementSuite.SocialCare.Cases;
using ImprovementSuite.SocialCare.Measures;

namespace ImprovementSuite.SocialCare.WorkInProgress;

/// <summary>A kind of work that is to be done within a limit of working days.</summary>
/// <param name="Key">What the address calls it.</param>
/// <param name="Tab">What its link says before the limit.</param>
/// <param name="Thing">One of it.</param>
/// <param name="ClockHeading">The day from which its clock runs, as a column heading.</param>
/// <param name="LimitCode">Whose time limit holds for it.</param>
/// <param name="Assessment">The kind of assessment; null where it is a referral that waits for a decision.</param>
internal sealed record WorkKind(string Key, string Tab, string Thing, string ClockHeading, string LimitCode, AssessmentKind? Assessment)
{
    /// <summary>A decision on a referral is due within one working day; statutory guidance, and the same in today's returns.</summary>
    public const string DecisionLimit = "REFERRAL-DECISION";

    public const string DecisionTitle = "Decision on a referral";

    public static readonly WorkKind Initial = new("initial", "Initial", "initial assessment", "Referral", Ni59.Code, AssessmentKind.Initial);

    public static readonly WorkKind Core = new("core", "Core", "core assessment", "Started", Ni60.Code, AssessmentKind.Core);

    public static readonly WorkKind Single = new("single", "Single", "assessment", "Referral", AssessmentIn45Days.Code, AssessmentKind.Single);

    public static readonly WorkKind Decision = new("decision", "Referrals to decide", "referral", "Received", DecisionLimit, null);

    public static readonly IReadOnlyList<WorkKind> All = [Initial, Core, Single, Decision];

    public static WorkKind Of(AssessmentKind kind) => All.First(work => work.Assessment == kind);

    public string RecordType => Assessment is null ? "referral" : "assessment";

    /// <summary>Its list, or where <paramref name="daysLeft"/> is given that part of it.</summary>
    public string Path(string? daysLeft = null) => $"/social-care/work?kind={Key}{(daysLeft is null ? "" : $"&left={daysLeft}")}";
}
