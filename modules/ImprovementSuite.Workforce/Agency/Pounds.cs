using System.Globalization;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Workforce.Agency;

/// <summary>Pence as people read and type them.</summary>
internal static class Pounds
{
    /// <summary>The most that a field takes: a hundred million pounds.</summary>
    private const decimal Most = 100_000_000;

    /// <summary>"£467,459": whole pounds, on pages.</summary>
    public static string Whole(long pence) => Say.Money(Math.Round(pence / 100m, MidpointRounding.AwayFromZero));

    /// <summary>"£38.50": what a person checks against a document.</summary>
    public static string Exact(long pence) => (pence < 0 ? "−£" : "£") + (Math.Abs(pence) / 100m).ToString("N2", CultureInfo.InvariantCulture);

    /// <summary>"467459.00", in exports and fields.</summary>
    public static string Plain(long pence) => (pence / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Pence of what somebody typed, with or without its sign and commas; null where it is no amount over 0.</summary>
    public static long? Read(string? typed) =>
        decimal.TryParse(typed?.Trim().TrimStart('£'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var pounds)
        && pounds is > 0 and <= Most && decimal.Truncate(pounds * 100) == pounds * 100
            ? (long)(pounds * 100)
            : null;
}
