using System.Collections.Frozen;

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>The codes of the feed and the small numbers that they are stored as. A number is never reused; the words are what people see.</summary>
internal static class CaseCodes
{
    public const string NoFurtherAction = "nfa";

    /// <summary>Who made a contact or referral: the codes of the children in need census.</summary>
    public static readonly FrozenDictionary<string, int> Origins = Numbered(
        "", "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6", "7", "8", "9", "10");

    public static readonly FrozenDictionary<string, int> ContactOutcomes = Numbered("", "referral", "early_help", "advice", "signposting", NoFurtherAction);

    public static readonly FrozenDictionary<string, int> ReferralOutcomes = Numbered(
        "", "initial_assessment", "single_assessment", "strategy_discussion", "early_help", "advice", "signposting", NoFurtherAction);

    public static readonly FrozenDictionary<string, int> AssessmentOutcomes = Numbered(
        "", "core_assessment", "strategy_discussion", "child_in_need_plan", "early_help", "advice", NoFurtherAction);

    public static readonly FrozenDictionary<string, int> EnquiryOutcomes = Numbered("", "conference", "no_conference");

    public static readonly FrozenDictionary<string, int> ConferenceOutcomes = Numbered("", "plan", "no_plan");

    /// <summary>Categories of abuse: the codes of the children in need census.</summary>
    public static readonly FrozenDictionary<string, int> Categories = Numbered("", "NEG", "PHY", "SAB", "EMO", "MUL");

    public static readonly FrozenDictionary<string, int> EarlyHelpOutcomes = Numbered("", "support", "no_support", "referral");

    /// <summary>What care leavers do: the codes of the SSDA903 return.</summary>
    public static readonly FrozenDictionary<string, int> Activities = Numbered("", "F1", "P1", "F2", "P2", "F4", "P4", "F5", "P5", "G4", "G5", "G6", "0");

    public static readonly FrozenDictionary<string, int> ConferenceKinds = new Dictionary<string, int>
    {
        ["initial"] = (int)ConferenceKind.Initial, ["review"] = (int)ConferenceKind.Review,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, int> AssessmentKinds = new Dictionary<string, int>
    {
        ["initial"] = (int)AssessmentKind.Initial, ["core"] = (int)AssessmentKind.Core, ["single"] = (int)AssessmentKind.Single,
    }.ToFrozenDictionary();

    /// <summary>Full time (F) or part time (P) in education, employment or training; G is not, 0 is not known.</summary>
    public static bool IsInEducationOrWork(string activity) => activity is ['F' or 'P', ..];

    /// <summary>A stored outcome as people read it.</summary>
    public static string Words(FrozenDictionary<string, int> codes, int stored) =>
        codes.FirstOrDefault(c => c.Value == stored).Key switch
        {
            null or "" => "Not decided",
            NoFurtherAction => "No further action",
            var code => char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' '),
        };

    private static FrozenDictionary<string, int> Numbered(params string[] codes) =>
        codes.Index().ToDictionary(c => c.Item, c => c.Index).ToFrozenDictionary();
}
