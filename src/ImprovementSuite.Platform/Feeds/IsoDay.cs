namespace ImprovementSuite.Platform.Feeds;

/// <summary>Days as the feeds write them: yyyy-mm-dd and nothing else.</summary>
public static class IsoDay
{
    /// <summary>Reads a day; false where the text is none of the calendar.</summary>
    public static bool TryParse(string text, out DateOnly day)
    {
        day = default;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-')
            return false;
        var (year, month, date) = (Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2));
        if (year < 1 || month is < 1 or > 12 || date < 1 || date > DateTime.DaysInMonth(year, month))
            return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    /// <summary>Reads a day that was checked; null for an empty text.</summary>
    public static DateOnly? Read(string text) => TryParse(text, out var day) ? day : null;

    private static int Number(string text, int start, int length)
    {
        var number = 0;
        for (var i = start; i < start + length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                return -1;
            number = number * 10 + (text[i] - '0');
        }
        return number;
    }
}
