using System.Globalization;
using ImprovementSuite.Platform.Feeds;

namespace ImprovementSuite.SocialCare.AnnexA.Workbook;

/// <summary>A cell: the text that a person reads in it, and the day where Excel keeps it as a number.</summary>
/// <param name="Text">Trimmed; empty where nothing stands in it.</param>
/// <param name="Serial">A number, which in a column of dates is a day.</param>
/// <param name="IsError">Such as #N/A.</param>
internal readonly record struct WorkbookCell(string Text, double? Serial = null, bool IsError = false)
{
    private const double FirstSerial = 1;
    private const double LastSerial = 2_958_465;

    private static readonly string[] ErrorTexts = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!"];

    /// <summary>Trimmed; empty where nothing stands in it.</summary>
    public string Text { get => field ?? ""; } = Text;

    public bool IsBlank => Text.Length == 0;

    /// <summary>A day as Excel keeps it, or as text: dd/mm/yyyy or yyyy-mm-dd, also with a time after it.</summary>
    public DateOnly? Day => Serial switch
    {
        >= FirstSerial and <= LastSerial => DateOnly.FromDateTime(DateTime.FromOADate(Serial.Value)),
        null when !IsError => TextDay(Text),
        _ => null,
    };

    /// <summary>A text cell; an error that was copied as text is an error still.</summary>
    public static WorkbookCell OfText(string text)
    {
        text = text.Trim();
        return new(text, IsError: text.StartsWith('#') && ErrorTexts.Contains(text, StringComparer.OrdinalIgnoreCase));
    }

    public static WorkbookCell OfNumber(double number) => new(number.ToString("0.###############", CultureInfo.InvariantCulture), number);

    public static WorkbookCell OfDay(double serial) =>
        serial is >= FirstSerial and <= LastSerial ? new(DateTime.FromOADate(serial).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture), serial) : OfNumber(serial);

    private static DateOnly? TextDay(string text)
    {
        if (text.Length > 10 && text[10] is ' ' or 'T')
            text = text[..10];
        return IsoDay.Read(text) ?? (DateOnly.TryParseExact(text, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
    }
}
