using System.Collections.Frozen;

namespace ImprovementSuite.SocialCare.Cases;

/// <summary>The codes of the feed and the small numbers that they are stored as. A number is never reused; the words are what people see.</summary>
internal static class CaseCodes
{
    /// <summary>Who made a contact or referral: the codes of the children in need census.</summary>
    public static readonly FrozenDictionary<string, int> Origins = Numbered(
        "", "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B", "5C", "5D", "6", "7", "8", "9", "10");

    public static readonly FrozenDictionary<string, int> ContactOutcomes = Numbered("", "referral", "early_help", "advice", "signposting", "nfa");

    public static readonly FrozenDictionary<string, int> ReferralOutcomes = Numbered(
        "", "initial_assessment", "single_assessment", "strategy_discussion", "early_help", "advice", "signposting", "nfa");

    public static readonly FrozenDictionary<string, int> AssessmentOutcomes = Numbered(
        "", "core_assessment", "strategy_discussion", "child_in_need_plan", "early_help", "advice", "nfa");

    public static readonly FrozenDictionary<string, int> AssessmentKinds = new Dictionary<string, int>
    {
        ["initial"] = (int)AssessmentKind.Initial, ["core"] = (int)AssessmentKind.Core, ["single"] = (int)AssessmentKind.Single,
    }.ToFrozenDictionary();

    /// <summary>A stored outcome as people read it.</summary>
    public static string Words(FrozenDictionary<string, int> codes, int stored) =>
        codes.FirstOrDefault(c => c.Value == stored).Key switch
        {
            null or "" => "Not decided",
            "nfa" => "No further action",
            var code => char.ToUpperInvariant(code[0]) + code[1..].Replace('_', ' '),
        };

    private static FrozenDictionary<string, int> Numbered(params string[] codes) =>
        codes.Index().ToDictionary(c => c.Item, c => c.Index).ToFrozenDictionary();
}
