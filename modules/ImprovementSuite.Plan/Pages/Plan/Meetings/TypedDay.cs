using System.Globalization;

namespace ImprovementSuite.Plan.Pages.Plan.Meetings;

/// <summary>A day as a person types it: 29 September 2010, 29 Sep 2010, 29/9/2010 or 2010-09-29.</summary>
internal static class TypedDay
{
    private static readonly string[] Forms = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;

    /// <summary>The day of an address, which is written in one form only.</summary>
    public static DateOnly? OfAddress(string? part) => DateOnly.TryParseExact(part, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
