using System.Globalization;

namespace ImprovementSuite.Workforce.Feed;

/// <summary>Numbers as the feed and the files write them: exact, and told apart from what looks like one.</summary>
internal static class NumberText
{
    private const NumberStyles Plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    /// <summary>Hundredths of "0.6", "1" or "0.60"; null where it is no such number.</summary>
    public static long? Hundredths(string text) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000 && decimal.Truncate(number * 100) == number * 100
            ? (long)(number * 100)
            : null;

    /// <summary>Hundredths, rounded, of a number with up to six decimals; null where it is none.</summary>
    public static long? RoundedHundredths(string text) =>
        decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1_000_000_000_000 ? (long)Math.Round(number * 100, MidpointRounding.AwayFromZero) : null;
}
