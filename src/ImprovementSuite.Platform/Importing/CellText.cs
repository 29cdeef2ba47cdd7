using System.Globalization;
using ImprovementSuite.Platform.Ui;

namespace ImprovementSuite.Platform.Importing;

/// <summary>What people write, as the feed has it; and what is wrong with it, in words that they know.</summary>
public static class CellText
{
    /// <summary>How a day is to be written.</summary>
    public const string DayExample = "16/12/2009";

    private static readonly string[] DayForms = ["dd/MM/yyyy", "d/M/yyyy", "dd-MM-yyyy", "yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy"];

    /// <summary>The text of a field; or null and what is wrong with what was written.</summary>
    public static (string? Text, string? Fault) Read(FormColumn column, string written)
    {
        written = written.Trim();
        if (written.Length == 0)
            return ("", null);
        switch (column.Kind)
        {
            case CellKind.Day:
                return DateOnly.TryParseExact(written, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null)
                    : (null, $"{column.Heading} is \"{Short(written)}\", which is no day of the calendar: write it as {DayExample}.");
            case CellKind.Whole:
                return int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? (number.ToString(CultureInfo.InvariantCulture), null)
                    : (null, $"{column.Heading} is \"{Short(written)}\", which is no whole number: correct it.");
            case CellKind.YesNo:
                return YesNo(written) is { } yes ? (yes ? "yes" : "no", null) : (null, $"{column.Heading} is \"{Short(written)}\": write yes or no.");
            case CellKind.Choice:
                var code = column.Choices.FirstOrDefault(choice => Bare(choice.Code) == Bare(written) || Bare(choice.Words) == Bare(written)).Code;
                return code is not null ? (code, null)
                    : (null, $"{column.Heading} is \"{Short(written)}\", which is not in its list: give one of {string.Join(", ", column.Choices.Select(choice => choice.Words))}.");
            default:
                return (written.ReplaceLineEndings("\n"), null);
        }
    }

    /// <summary>A field as people write it: a day as "16 December 2009", a code in words.</summary>
    public static string Write(FormColumn column, string text) => column.Kind switch
    {
        CellKind.Day when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => Say.Date(day),
        CellKind.Choice => column.Choices.FirstOrDefault(choice => choice.Code == text).Words ?? text,
        _ => text,
    };

    /// <summary>False where nothing stands there; null where it is neither.</summary>
    internal static bool? YesNo(string text) => text.ToLowerInvariant() switch
    {
        "" or "no" or "n" or "false" or "0" => false,
        "yes" or "y" or "true" or "1" => true,
        _ => null,
    };

    /// <summary>As much of a text as a sentence quotes.</summary>
    public static string Short(string text) => text.Length > 40 ? text[..40] + "..." : text;

    /// <summary>"Children's home" and "childrens-home" are the same.</summary>
    private static string Bare(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
