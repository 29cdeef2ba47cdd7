using System.Text.RegularExpressions;

namespace ImprovementSuite.Plan.Packs;

/// <summary>Excel reads "_x0041_" in a text as the character of that number. Where somebody wrote just that, its underscore is written as a number itself.</summary>
internal static partial class EscapedNumbers
{
    public static string Replace(string text) => text.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(text, "_x005F_") : text;

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
