namespace ImprovementSuite.FeedAgent.Extracts;

/// <summary>Dates, codes, teams and workers recur from row to row: one string for each, not one a row.</summary>
internal sealed class RecurringTexts
{
    private const int Slots = 4096;
    private readonly string?[] _seen = new string?[Slots];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        var slot = string.GetHashCode(text) & (Slots - 1);
        return _seen[slot] is { } seen && text.SequenceEqual(seen) ? seen : _seen[slot] = text.ToString();
    }
}
