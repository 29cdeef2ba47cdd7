using System.Text;
using System.Text.Json;

namespace ImprovementSuite.Host.Pages.ChangeLog;

/// <summary>One part of what an entry says of before or after.</summary>
/// <param name="Words">The part.</param>
/// <param name="Differs">The other side has no such part, and has others of this side.</param>
internal readonly record struct ChangePart(string Words, bool Differs);

/// <summary>
/// Lays out what an entry says of before and after: part by part, and what only one side has is marked. Entries are sentences, lines, parts
/// with semicolons, or an object in JSON; nothing is added to what the entry holds.
/// </summary>
internal static class ChangeText
{
    public static IReadOnlyList<ChangePart> Parts(string? text, string? other)
    {
        var (parts, others) = (Split(text).ToList(), Split(other).ToHashSet());
        // Where the sides have nothing in common all of it is new, and nothing need stand out.
        var alike = parts.Any(others.Contains);
        return [.. parts.Select(part => new ChangePart(part, alike && !others.Contains(part)))];
    }

    private static IEnumerable<string> Split(string? text) =>
        string.IsNullOrWhiteSpace(text) ? []
        : Object(text) is { } values ? values
        : text.Split(["\r\n", "\n", "; "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static List<string>? Object(string text)
    {
        if (text.TrimStart() is not ['{', ..])
            return null;
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.EnumerateObject().Select(value => $"{Named(value.Name)}: {Said(value.Value)}")];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Said(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "none",
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Said)),
        JsonValueKind.Object => string.Join(", ", value.EnumerateObject().Select(inner => $"{Named(inner.Name)} {Said(inner.Value)}")),
        _ => value.ToString(),
    };

    /// <summary>"WorkingDays" is "Working days".</summary>
    private static string Named(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
            if (words.Length == 0)
                words.Append(char.ToUpperInvariant(letter));
            else if (char.IsUpper(letter))
                words.Append(' ').Append(char.ToLowerInvariant(letter));
            else
                words.Append(letter);
        return words.ToString();
    }
}
