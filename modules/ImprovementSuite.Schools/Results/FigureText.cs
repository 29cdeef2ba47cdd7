using System.Globalization;

namespace ImprovementSuite.Schools.Results;

/// <summary>How files and feeds write a figure: "64", "64%", "-5.4", "SUPP", or nothing.</summary>
internal static class FigureText
{
    private const int Hundred = 100;

    /// <summary>What may stand in place of a figure, and what it means.</summary>
    public static readonly IReadOnlyDictionary<string, string> Codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["SUPP"] = "suppressed, because too few pupils could be told apart or the results are in doubt", ["NE"] = "no entries", ["NA"] = "not applicable", ["LOWCOV"] = "too few pupils covered",
        ["NP"] = "not published", ["NEW"] = "a new school", ["DNS"] = "did not submit", ["Z"] = "not applicable", ["X"] = "not available", ["C"] = "confidential",
    };

    /// <summary>Reads one figure.</summary>
    /// <param name="hundredths">The figure; null where there is none.</param>
    /// <param name="code">What stands in its place, in capitals; null for a figure or nothing.</param>
    /// <returns>What is wrong with it, to follow the field's name: "is over 100"; null where nothing is.</returns>
    public static string? Read(string? text, bool isScore, out int? hundredths, out string? code)
    {
        (hundredths, code) = (null, null);
        text = text?.Trim() ?? "";
        if (text.Length == 0)
            return null;
        if (Codes.ContainsKey(text))
        {
            code = text.ToUpperInvariant();
            return null;
        }
        var number = text.EndsWith('%') && !isScore ? text[..^1].TrimEnd() : text;
        // A spreadsheet may have made a minus of its own kind.
        if (!decimal.TryParse(number.Replace('\u2212', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            return isScore ? "is no score: write it in points, such as -5.4" : "is no percentage: write it such as 64% or 64.29";
        if (isScore && Math.Abs(value) > 100)
            return "is no score: it lies between -100 and 100";
        if (!isScore && value is < 0 or > Hundred)
            return value < 0 ? "is under 0: a percentage lies between 0 and 100" : "is over 100: a percentage lies between 0 and 100";
        hundredths = (int)Math.Round(value * Hundred, MidpointRounding.AwayFromZero);
        return null;
    }

    /// <summary>As the feed writes it.</summary>
    public static string Write(int? hundredths) => hundredths is { } value ? (value / 100m).ToString("0.##", CultureInfo.InvariantCulture) : "";
}
