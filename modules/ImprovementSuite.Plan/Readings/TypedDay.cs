using System.Globalization;

namespace ImprovementSuite.Plan.Readings;

/// <summary>A day or a month as a person types it.</summary>
internal static class TypedDay
{
    public const string Example = "For example, 31 July 2010";

    private static readonly string[] Days = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "yyyy-MM-dd"];
    private static readonly string[] Months = ["MMMM yyyy", "MMM yyyy", "M/yyyy", "yyyy-MM"];

    /// <summary>31 July 2010, 31 Jul 2010, 31/7/2010 or 2010-07-31.</summary>
    public static DateOnly? Read(string? typed) => Read(typed, Days);

    /// <summary>The first day of July 2010, Jul 2010, 7/2010 or 2010-07; or of the month that a typed day lies in.</summary>
    public static DateOnly? Month(string? typed) => Read(typed, Months) ?? (Read(typed) is { } day ? new DateOnly(day.Year, day.Month, 1) : null);

    private static DateOnly? Read(string? typed, string[] forms) =>
        DateOnly.TryParseExact(typed?.Trim(), forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
}
