using System.Globalization;

namespace ImprovementSuite.SocialCare.Pages.SocialCare;

/// <summary>A day as a person types it: 1 October 2010, 1/10/2010 or 2010-10-01.</summary>
internal static class EnglishDay
{
    public const string Example = "For example, 1 October 2010";

    private static readonly string[] Forms = ["d MMMM yyyy", "d MMM yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    public static DateOnly? Read(string? typed) =>
        DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
}
