using System.Globalization;
using ImprovementSuite.Schools.Results;

namespace ImprovementSuite.Schools.Importing.Reading;

/// <summary>How cells are written, and what becomes of them in a record.</summary>
internal static class Cells
{
    private static readonly string[] DayForms = ["dd-MM-yyyy", "dd/MM/yyyy", "d/M/yyyy", "yyyy-MM-dd"];

    /// <summary>As the feed writes a figure, so that 64% and 64.0 are the same; what is none stays as it is, for the check to say so.</summary>
    public static string Figure(string text, bool isScore) => FigureText.Read(text, isScore, out var hundredths, out var code) is null ? code ?? FigureText.Write(hundredths) : text;

    /// <summary>A whole number; null where there is none. What is neither is a fault.</summary>
    public static int? Whole(this ImportDraft draft, DraftLine line, string heading, string text)
    {
        if (text.Length == 0 || FigureText.Codes.ContainsKey(text))
            return null;
        if (int.TryParse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number))
            return number;
        draft.Fault(line, heading, $"{heading} is \"{Short(text)}\", which is no whole number: correct it.");
        return null;
    }

    /// <summary>A day as the feed writes it; empty where there is none. What is neither is a fault.</summary>
    public static string Day(this ImportDraft draft, DraftLine line, string heading, string text)
    {
        if (text.Length == 0)
            return "";
        if (DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 1000)
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        draft.Fault(line, heading, $"{heading} is \"{Short(text)}\", which is no day of the calendar: write it as dd-mm-yyyy.");
        return "";
    }

    public static string Short(string text) => text.Length > 40 ? text[..40] + "..." : text;
}
