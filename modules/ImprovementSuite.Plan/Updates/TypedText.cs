using System.Globalization;

namespace ImprovementSuite.Plan.Updates;

/// <summary>What people type into a large field.</summary>
internal static class TypedText
{
    /// <summary>The text with line ends of one kind and nothing invisible in it; null where it says nothing.</summary>
    public static string? Clean(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
            return null;
        var text = typed.ReplaceLineEndings("\n");
        // Other control characters come from pasting, cannot be seen, and cannot stand in a Word file.
        var seen = string.Concat(text.Where(character => character is '\n' or '\t' || !char.IsControl(character))).Trim();
        return seen.Length == 0 ? null : seen;
    }

    /// <summary>Characters as people count them: a letter with its accent is one, and so is a line's end.</summary>
    public static int Length(string? text) => text is null ? 0 : new StringInfo(text).LengthInTextElements;
}
