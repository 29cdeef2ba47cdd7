using System.Globalization;

namespace ImprovementSuite.Platform.Ui;

/// <summary>A day as a person types it: 1 October 2010, 1/10/2010 or 2010-10-01.</summary>
public static class EnglishDay
{
    /// <summary>The hint of every field that takes a day.</summary>
    public const string Example = "For example, 1 October 2010";

    private static readonly string[] Forms = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>The day, or null where the text is none.</summary>
    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
}
