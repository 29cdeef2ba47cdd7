using System.Text.RegularExpressions;

namespace ImprovementSuite.Inspections.Judgements;

/// <summary>The code under which the plan has a measure, as a person types it.</summary>
internal static partial class PlanCode
{
    public const string Example = "For example, RECS-FOSTERING. Leave it empty where the plan has no measure of it";

    /// <summary>In capitals; null where nothing was typed.</summary>
    public static string? Read(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().ToUpperInvariant();

    /// <summary>What is wrong with how a code is written; null where nothing is.</summary>
    public static string? Problem(string code) =>
        Letters().IsMatch(code) ? null : $"“{code}” is no code of a measure: write letters, digits and hyphens, 2 to 40 of them, such as RECS-FOSTERING";

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{1,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Letters();
}
